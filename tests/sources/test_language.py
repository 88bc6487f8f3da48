"""memcon reads English, and says so when it is given something else."""

import subprocess
import sys

import pytest

from memcon.document import Document
from memcon.errors import LanguageError
from memcon.sources.language import detect_language, in_english

ELSEWHERE = {
    "de": "Die Ministerin sagte am Dienstag, dass beide Länder über die Gebühren im Hafen sprechen.",
    "fr": "La ministre a déclaré mardi que les deux pays allaient négocier les droits de port.",
    "es": "La ministra dijo el martes que los dos países iban a negociar las tasas del puerto.",
    "nl": "De minister zei dinsdag dat de twee landen over de havengelden zullen onderhandelen.",
    "pl": "Minister powiedziała we wtorek, że oba państwa będą to negocjować do końca roku.",
    "ru": "Министр сказала во вторник, что обе страны будут вести переговоры о сборах.",
    "fa": "وزیر روز سه‌شنبه گفت که دو کشور درباره عوارض بندر مذاکره خواهند کرد.",
    "ar": "قالت الوزيرة يوم الثلاثاء إن البلدين سيتفاوضان بشأن رسوم الميناء قبل نهاية العام.",
    "tr": "Bakan salı günü iki ülkenin liman ücretlerini yıl sonuna kadar görüşeceğini söyledi.",
    "uk": "Міністерка сказала у вівторок, що обидві країни вестимуть переговори про збори.",
}


@pytest.mark.parametrize(("code", "text"), ELSEWHERE.items())
def test_other_languages_are_refused_by_name(code: str, text: str) -> None:
    assert detect_language(text) == code
    with pytest.raises(
        LanguageError, match="memcon reads English only: give it an English version"
    ):
        in_english(Document(name="a.txt", text=text))


def test_the_message_names_the_language() -> None:
    with pytest.raises(LanguageError, match=r"a\.txt: this seems to be in Persian"):
        in_english(Document(name="a.txt", text=ELSEWHERE["fa"]))


@pytest.mark.parametrize(
    "text",
    [
        "The minister said on Tuesday that the two countries would talk of the harbour fees.",
        # Fewer of the commonest words: the detector is asked.
        "Ms Maravel thanked Mr Halvard. Both ministers discussed pilotage, lighthouse dues, cables.",
        # Mostly English, with a quotation in another language.
        "The minister said of the plan that “das ist ein guter Anfang”, and left to meet the press.",
    ],
)
def test_english_is_told(text: str) -> None:
    assert in_english(Document(name="a.txt", text=text)).language == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a dit non.",
        '“”“” «» "" ‘’' * 50,
        "Oren Halvard, Ilse Maravel, Joris Tannhaus, Mirela Vasko, Tomas Kirchner, Anneke Dubrovna",
        "1914 1918 1939 1945 " * 20,
    ],
)
def test_what_is_too_short_or_uncertain_passes(text: str) -> None:
    assert in_english(Document(name="a.txt", text=text)).language is None


def test_a_long_text_is_judged_by_pieces_of_it() -> None:
    assert detect_language(ELSEWHERE["de"] * 100_000) == "de"


def test_the_detector_is_not_loaded_for_plain_english() -> None:
    program = (
        "import sys; from memcon.sources.language import detect_language;"
        "assert detect_language('The minister said that the boats and the pilots wait to leave.');"
        "sys.exit('py3langid' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
