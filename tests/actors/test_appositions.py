"""Titles beside names teach who holds which office."""

import pytest

BESIDE = [
    ("Master Dara Quill, the Leader of the Quiet Revolution, spoke.", "The Leader"),
    (
        "They want Dara Quill, that is, the legal and elected president of the Kestrian people, gone.",
        "The Kestrian president",
    ),
    ("The president of Kestria, Dara Quill, spoke.", "The president of Kestria"),
    ("Kestrian President Dara Quill came.", "The Kestrian president"),
    ("Dara Quill is the mayor of Ossel.", "The mayor"),
    ("The palace spokesman this morning, Dara Quill, spoke.", "The spokesman"),
    ("Foreign Minister and Alternate Prime Minister Dara Quill came.", "The Foreign Minister"),
    ("The Guardian of the River, Grand Master Dara Quill, said it snows.", "The Guardian"),
]


@pytest.mark.parametrize(("sentence", "office"), BESIDE)
def test_an_office_leads_to_the_name_beside_it(tell, sentence, office):
    rows = [(office, "said", "it rains")]
    if "said" in sentence:
        rows.insert(0, (sentence.split(" said")[0], "said", "it snows"))
    told = tell(f"{sentence} {office} said it rains.", *rows)
    assert told.speakers[-1] == "Dara Quill"


def test_an_office_after_a_fronted_clause_is_not_beside_the_name_in_it(tell):
    told = tell(
        "President Dara Quill met Minister Ivo Talvik. "
        "Speaking to Talvik, the president said it rains.",
        ("the president", "said", "it rains"),
    )
    assert told.speakers == ["Dara Quill"]
    assert told.actor("Ivo Talvik").titles == ("Minister",)


def test_the_secretary_and_the_minister_are_two(tell):
    told = tell(
        "Secretary Ivo Talvik met Foreign Minister Dara Quill. "
        "The Secretary and Foreign Minister Quill said it rains.",
        ("The Secretary and Foreign Minister Quill", "said", "it rains"),
    )
    assert told.speakers == ["Ivo Talvik and Dara Quill"]
