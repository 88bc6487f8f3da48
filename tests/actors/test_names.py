"""Names: whose they are, however they are printed, and whose they are not.

A document, and the persons in it, each with every place that means them. All names are invented.
"""

from __future__ import annotations

import pytest

from memcon.actors.names import find_names
from memcon.actors.reading import Reading
from memcon.actors.speakers import name_speakers
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations

People = dict[str, list[str]]

#: Honorifics are titles and no part of the name: document, name, titles.
HONOURED = [
    ("Ayatollah Seyyed Omar Darri came. Ayatollah Darri spoke.", "Omar Darri",
     ["Ayatollah Seyyed", "Ayatollah"]),
    ("Sheikh Omar Darri came. Sheikh Omar spoke.", "Omar Darri", ["Sheikh"]),
    ("Haji Omar Darri came. Darri spoke.", "Omar Darri", ["Haji"]),
    ("Dato’ Seri Omar Darri came. Darri spoke.", "Omar Darri", ["Dato’ Seri"]),
    ("Tan Sri Dr. Omar Darri came. Darri spoke.", "Omar Darri", ["Tan Sri Dr."]),
    ("Datuk Omar Darri came. Datuk Omar spoke.", "Omar Darri", ["Datuk"]),
    ("Ustad Omar Darri came. Ustad Darri spoke.", "Omar Darri", ["Ustad"]),
    ("Grand Mufti Omar Darri came. Darri spoke.", "Omar Darri", ["Grand Mufti"]),
    ("Shri Ravan Kelkar came. Shri Kelkar spoke.", "Ravan Kelkar", ["Shri"]),
    ("Herr Ludo Harnes came. Herr Harnes spoke.", "Ludo Harnes", ["Herr"]),
    ("Senhor Ludo Harnes came. Senhor Harnes spoke.", "Ludo Harnes", ["Senhor"]),
    ("Dr. Oda Ferris came. Dr Ferris spoke.", "Oda Ferris", ["Dr.", "Dr"]),
    ("H.E. Oda Ferris came. H.E. Ms. Oda Ferris spoke.", "Oda Ferris", ["H.E.", "H.E. Ms."]),
    ("His Excellency Dr. Oda Ferris came. Ferris spoke.", "Oda Ferris", ["His Excellency Dr."]),
    ("Her Royal Highness Princess Oda came. Princess Oda spoke.", "Oda",
     ["Her Royal Highness Princess", "Princess"]),
    ("Archbishop Oda Ferris came. Archbishop Ferris spoke.", "Oda Ferris", ["Archbishop"]),
    ("Rabbi Oda Ferris came. Rabbi Ferris spoke.", "Oda Ferris", ["Rabbi"]),
    ("Patriarch Oda Ferris came. Ferris spoke.", "Oda Ferris", ["Patriarch"]),
    ("Lt. Gen. Oda Ferris came. General Ferris spoke.", "Oda Ferris", ["Lt. Gen.", "General"]),
    ("Brig. Gen. (ret.) Oda Ferris came. Ferris spoke.", "Oda Ferris", ["Brig. Gen. (ret.)"]),
    ("Vice Admiral Oda Ferris came. Ferris spoke.", "Oda Ferris", ["Vice Admiral"]),
    ("Sir Ludo Harnes came. Sir Ludo spoke.", "Ludo Harnes", ["Sir"]),
    ("Dame Oda Ferris came. Dame Oda spoke.", "Oda Ferris", ["Dame"]),
    ("The Right Honourable Oda Ferris came. Ferris spoke.", "Oda Ferris", ["Right Honourable"]),
    ("Hon. Oda Ferris came. Ferris spoke.", "Oda Ferris", ["Hon."]),
]  # fmt: skip

#: One person by several names: document, the fullest name, and the other forms in their order.
ONE = [
    # Patronymics are not family names.
    ("Ivan Sergeyevich Petrov came. Petrov spoke. Ivan Petrov sang. Ivan Sergeyevich left.",
     "Ivan Sergeyevich Petrov", ["Petrov", "Ivan Petrov", "Ivan Sergeyevich"]),
    ("Olga Ivanovna Talvina came. Talvina spoke. Olga Ivanovna left.",
     "Olga Ivanovna Talvina", ["Talvina", "Olga Ivanovna"]),
    ("Petrov Ivan Sergeyevich came. Ivan Petrov spoke. Petrov sang.",
     "Petrov Ivan Sergeyevich", ["Ivan Petrov", "Petrov"]),
    # Arabic and Persian.
    ("Faris al-Mendari came. Al-Mendari spoke. Mr. Mendari left.",
     "Faris al-Mendari", ["Al-Mendari", "Mr. Mendari"]),
    ("Faris al-Mendari came. Faris el-Mendari spoke.", "Faris al-Mendari", ["Faris el-Mendari"]),
    ("Sheikh Faris bin Omar al-Mendari came. Sheikh Faris spoke. Al-Mendari left.",
     "Faris bin Omar al-Mendari", ["Sheikh Faris", "Al-Mendari"]),
    ("Faris Abu Mendari came. Abu Mendari spoke.", "Faris Abu Mendari", ["Abu Mendari"]),
    ("President Abd al-Karim Mendari came. Abdul Karim Mendari spoke. Abdulkarim Mendari left.",
     "Abd al-Karim Mendari", ["Abdul Karim Mendari", "Abdulkarim Mendari"]),
    ("Minister Gholam-Hossein Darvandi came. Gholamhossein Darvandi spoke. Darvandi left.",
     "Gholam-Hossein Darvandi", ["Gholamhossein Darvandi", "Darvandi"]),
    # Families that come first.
    ("President Tao Wenlin came. Tao spoke. President Tao sang. Mr. Tao left.",
     "Tao Wenlin", ["Tao", "President Tao", "Mr. Tao"]),
    ("President Tao Wen-lin came. Tao Wenlin spoke.", "Tao Wen-lin", ["Tao Wenlin"]),
    ("President TAO Wenlin came. Tao spoke.", "TAO Wenlin", ["Tao"]),
    ("President Kim Dae-woon came. Kim spoke.", "Kim Dae-woon", ["Kim"]),
    ("Kim Dae Woon, the president of Kestria, came. Kim spoke.", "Kim Dae Woon",
     ["the president of Kestria", "Kim"]),
    ("Prime Minister Nguyen Van Thang came. Mr. Thang spoke.", "Nguyen Van Thang", ["Mr. Thang"]),
    ("Minister Nagy Ferenc came. Nagy spoke.", "Nagy Ferenc", ["Nagy"]),
    # Two family names, particles.
    ("President Luis Ordaz Pereira came. Ordaz spoke. President Pereira sang. Luis Ordaz left.",
     "Luis Ordaz Pereira", ["Ordaz", "President Pereira", "Luis Ordaz"]),
    ("Minister María de la Cruz Ordaz came. Maria de la Cruz Ordaz spoke.",
     "María de la Cruz Ordaz", ["Maria de la Cruz Ordaz"]),
    ("Minister João da Silvara came. Joao da Silvara spoke. Da Silvara sang.",
     "João da Silvara", ["Joao da Silvara", "Da Silvara"]),
    ("Minister Mark van der Berg came. Van der Berg spoke. Mr. van der Berg sang. Mr. Berg left.",
     "Mark van der Berg", ["Van der Berg", "Mr. van der Berg", "Mr. Berg"]),
    ("Minister Ursel von Harnes came. Von Harnes spoke. Harnes sang.",
     "Ursel von Harnes", ["Von Harnes", "Harnes"]),
    ("Minister Petur Jonsson came. Petur spoke.", "Petur Jonsson", ["Petur"]),
    ("Minister Recep Yildan Öz came. Öz spoke.", "Recep Yildan Öz", ["Öz"]),
    # Initials, generations, nicknames, marks.
    ("Mr. J. R. Ostrow came. Ostrow spoke.", "J. R. Ostrow", ["Ostrow"]),
    ("Minister James R. Ostrow came. J. R. Ostrow spoke. James Ostrow sang.",
     "James R. Ostrow", ["J. R. Ostrow", "James Ostrow"]),
    ("Senator Bill Ostrow, Jr. came. Ostrow spoke.", "Bill Ostrow, Jr.", ["Ostrow"]),
    ("Senator Bill Ostrow III came. Bill Ostrow spoke.", "Bill Ostrow III", ["Bill Ostrow"]),
    ("Senator Bill “Red” Harnes came. Bill Harnes spoke. Harnes sang.",
     "Bill “Red” Harnes", ["Bill Harnes", "Harnes"]),
    ("Minister Dara O’Quill came. O'Quill spoke.", "Dara O’Quill", ["O'Quill"]),
    ("Minister Dara D’Arren came. D’Arren spoke.", "Dara D’Arren", ["D’Arren"]),
    ("Minister Oda FERRIS came. Ferris spoke.", "Oda FERRIS", ["Ferris"]),
    ("Minister FERRIS Oda came. Ms. Ferris spoke. Oda Ferris left.",
     "FERRIS Oda", ["Ms. Ferris", "Oda Ferris"]),
    ("Secretary Mircea Quillă came. Secretary Quilla spoke. Mircea Quilla sang.",
     "Mircea Quillă", ["Secretary Quilla", "Mircea Quilla"]),
    ("Minister Bill Harnes’s boat came. Harnes’ crew sang.", "Bill Harnes", ["Harnes"]),
]  # fmt: skip

#: Two persons who must stay two; each with all that means them.
TWO: list[tuple[str, People]] = [
    ("Dara Quill and Ivo Quill came. Ms. Quill spoke. Mr. Quill sang.",
     {"Dara Quill": ["Dara Quill", "Ms. Quill"], "Ivo Quill": ["Ivo Quill", "Mr. Quill"]}),
    ("President Ivo Quill came with his wife, Dara Quill. President Quill spoke.",
     {"Ivo Quill": ["President Ivo Quill", "President Quill"], "Dara Quill": ["Dara Quill"]}),
    ("Ivo Quill, the president of Kestria, and his brother Jan Quill came. President Quill spoke.",
     {"Ivo Quill": ["Ivo Quill", "the president of Kestria", "President Quill"],
      "Jan Quill": ["Jan Quill"]}),
    ("The brothers Jan Harnes and Ludo Harnes came. Jan Harnes spoke.",
     {"Jan Harnes": ["Jan Harnes", "Jan Harnes"], "Ludo Harnes": ["Ludo Harnes"]}),
    ("Minister Oda Ferris met Minister Oda Talvik. Oda Ferris spoke.",
     {"Oda Ferris": ["Minister Oda Ferris", "Oda Ferris"], "Oda Talvik": ["Minister Oda Talvik"]}),
    ("President Oda Ferris met Queen Oda.",
     {"Oda Ferris": ["President Oda Ferris"], "Oda": ["Queen Oda"]}),
    ("Queen Mary met Minister Mary Ferris.",
     {"Mary": ["Queen Mary"], "Mary Ferris": ["Minister Mary Ferris"]}),
    ("Bill Ostrow Jr. met Bill Ostrow Sr. in the harbour.",
     {"Bill Ostrow Jr.": ["Bill Ostrow Jr."], "Bill Ostrow Sr.": ["Bill Ostrow Sr."]}),
    ("Senator Ivo Talvik met Senator Ivo Talvik Jr. in Ossel.",
     {"Ivo Talvik": ["Senator Ivo Talvik"], "Ivo Talvik Jr.": ["Senator Ivo Talvik Jr."]}),
    ("Dara J. Quill met Dara M. Quill in Ossel.",
     {"Dara J. Quill": ["Dara J. Quill"], "Dara M. Quill": ["Dara M. Quill"]}),
    ("Mr. J. Ostrow met Mr. M. Ostrow.",
     {"J. Ostrow": ["Mr. J. Ostrow"], "M. Ostrow": ["Mr. M. Ostrow"]}),
    ("Ivan Sergeyevich Petrov met Oleg Sergeyevich Danilin. Petrov and Danilin spoke.",
     {"Ivan Sergeyevich Petrov": ["Ivan Sergeyevich Petrov", "Petrov"],
      "Oleg Sergeyevich Danilin": ["Oleg Sergeyevich Danilin", "Danilin"]}),
    ("Ivan Sergeyevich Petrov met Ivan Ivanovich Petrov in Ossel.",
     {"Ivan Sergeyevich Petrov": ["Ivan Sergeyevich Petrov"],
      "Ivan Ivanovich Petrov": ["Ivan Ivanovich Petrov"]}),
    ("Olga Ivanovna Talvina came. Anna Ivanovna Lenkova spoke.",
     {"Olga Ivanovna Talvina": ["Olga Ivanovna Talvina"],
      "Anna Ivanovna Lenkova": ["Anna Ivanovna Lenkova"]}),
    ("Ivan Petrov came with Olga Petrova. Petrov spoke. Petrova sang.",
     {"Ivan Petrov": ["Ivan Petrov", "Petrov"], "Olga Petrova": ["Olga Petrova", "Petrova"]}),
    ("Ivan Petrov met Ivan Petrovsky in Ossel.",
     {"Ivan Petrov": ["Ivan Petrov"], "Ivan Petrovsky": ["Ivan Petrovsky"]}),
    ("Faris al-Mendari met Omar al-Darri. Al-Mendari spoke and al-Darri sang.",
     {"Faris al-Mendari": ["Faris al-Mendari", "Al-Mendari"],
      "Omar al-Darri": ["Omar al-Darri", "al-Darri"]}),
    ("Prince Faris al-Mendari met Prince Nasser al-Mendari.",
     {"Faris al-Mendari": ["Prince Faris al-Mendari"],
      "Nasser al-Mendari": ["Prince Nasser al-Mendari"]}),
    ("Sheikh Omar bin Faris met Sheikh Faris bin Omar.",
     {"Omar bin Faris": ["Sheikh Omar bin Faris"], "Faris bin Omar": ["Sheikh Faris bin Omar"]}),
    ("President Omar Hassan Darri met Minister Hassan Mendari. Hassan spoke.",
     {"Omar Hassan Darri": ["President Omar Hassan Darri"],
      "Hassan Mendari": ["Minister Hassan Mendari", "Hassan"]}),
    ("President Kim Dae-woon met Minister Kim Su-hyon. President Kim spoke. Minister Kim sang.",
     {"Kim Dae-woon": ["President Kim Dae-woon", "President Kim"],
      "Kim Su-hyon": ["Minister Kim Su-hyon", "Minister Kim"]}),
    ("President Tao Wenlin met Minister Lin Tao. Tao spoke. Lin sang.",
     {"Tao Wenlin": ["President Tao Wenlin", "Tao"], "Lin Tao": ["Minister Lin Tao", "Lin"]}),
    ("Minister Sarah Lee met President Lee Jae-sun. President Lee spoke. Minister Lee sang.",
     {"Sarah Lee": ["Minister Sarah Lee", "Minister Lee"],
      "Lee Jae-sun": ["President Lee Jae-sun", "President Lee"]}),
    ("Prime Minister Nguyen Van Thang met Minister Nguyen Thi Lan. Mr. Thang spoke. Ms. Lan sang.",
     {"Nguyen Van Thang": ["Prime Minister Nguyen Van Thang", "Mr. Thang"],
      "Nguyen Thi Lan": ["Minister Nguyen Thi Lan", "Ms. Lan"]}),
    ("President Luis Ordaz Pereira met Minister Luis Vega Pereira.",
     {"Luis Ordaz Pereira": ["President Luis Ordaz Pereira"],
      "Luis Vega Pereira": ["Minister Luis Vega Pereira"]}),
    ("Minister Quill met Minister Harnes.",
     {"Quill": ["Minister Quill"], "Harnes": ["Minister Harnes"]}),
]  # fmt: skip

#: No person at all, though a person's name is in it.
NOBODY = [
    "Minister Ludo Harnes came. The Harnes Foundation paid.",
    "Minister Ludo Harnes came. He lives in Harnes Street.",
    "Minister Will Ferris came. He will go.",
]


def people(text: str) -> People:
    _, actors = name_speakers([], Reading(parse(text)), find_quotations(text))
    persons = [a for a in actors if a.kind == "person"]
    return {
        a.name: [
            text[x:y] for (x, y), form in zip(a.mentions, a.forms, strict=True) if form != "pronoun"
        ]
        for a in persons
    }


@pytest.mark.parametrize(("text", "name", "titles"), HONOURED)
def test_honorifics_are_titles(text, name, titles):
    _, actors = name_speakers([], Reading(parse(text)), find_quotations(text))
    assert [(a.name, list(a.titles)) for a in actors] == [(name, titles)]


@pytest.mark.parametrize(("text", "name", "others"), ONE)
def test_one_person_is_not_split(text, name, others):
    found = people(text)
    assert list(found) == [name]
    assert found[name][1:] == others
    assert found[name][0].endswith(name)


@pytest.mark.parametrize(("text", "found"), TWO)
def test_two_persons_are_not_merged(text, found):
    assert people(text) == found


@pytest.mark.parametrize("text", NOBODY)
def test_a_name_in_other_names_is_nobody(text):
    (mentions,) = people(text).values()
    assert len(mentions) == 1


def test_a_text_that_ends_with_an_office_without_its_holder():
    reading = Reading(parse("They met Ossel’s Secretary of State"))
    assert not reading.capital(len(reading))
    assert find_names(reading, {}) == []
