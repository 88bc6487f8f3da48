"""The language of a text: memcon reads English, and says so when it is given something else."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from memcon.document import Document
from memcon.errors import LanguageError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

#: Fewer letters than this tell too little.
_LEAST_LETTERS = 40
#: py3langid's probability of another language, from which on a text is refused. None of 2,915
#: sentences of English press reports (PolNeAR, dev) is so refused; single sentences in other
#: languages are: see tests/sources/test_language.py.
_CERTAIN = 0.5
#: Characters taken from the beginning, the middle and the end: the detector is linear in time, and
#: its certainty falls on very long texts.
_PIECE = 3_000
#: What the detector calls no language, and Nigerian Pidgin, which it takes headlines for.
_UNCERTAIN = {"zxx", "und", "pcm"}
#: Words that make up a tenth and more of nearly any English text, next to nothing of any other.
_ENGLISH = re.compile(r"\b(?:the|of|and|to|that)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_PLAINLY = 0.1

#: Names of languages that diplomacy is reported in; others are told by their code.
_NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "bs": "Bosnian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh",
    "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian",
    "sv": "Swedish", "sw": "Swahili", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def in_english(document: Document) -> Document:
    """The document with its language filled in, if it is English or too short to tell.

    :raises LanguageError: if it is certain enough that it is something else.
    """
    language = detect_language(document.text)
    if language is None or language == "en":
        return document.model_copy(update={"language": language})
    name = _NAMES.get(language, f"the language with the code “{language}”")
    raise LanguageError(
        document.name,
        f"this seems to be in {name}; memcon reads English only: give it an English version, "
        "or a translation",
    )


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of the language that a text is in; None if that is not certain."""
    sample = _sample(text)
    if sum(map(str.isalpha, sample)) < _LEAST_LETTERS:
        return None
    # Spares nearly every text the loading of the detector, a third of memcon's own start.
    if len(_ENGLISH.findall(sample)) >= _PLAINLY * len(_WORD.findall(sample)):
        return "en"
    language, probability = _detector().classify(sample)
    return language if probability >= _CERTAIN and language not in _UNCERTAIN else None


def _sample(text: str) -> str:
    if len(text) <= 3 * _PIECE:
        return text
    middle = (len(text) - _PIECE) // 2
    return "\n".join((text[:_PIECE], text[middle : middle + _PIECE], text[-_PIECE:]))


@cache
def _detector() -> LanguageIdentifier:
    """py3langid's (Lui and Baldwin 2012): 4.5 MB, half a second to load, 2 ms for a text."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
