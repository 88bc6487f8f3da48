"""Persons by the office beside their name, and names that nobody has met."""

import pytest

from memcon.language.persons import find_persons, find_unknown


def found(text: str, *entities: str) -> list[str]:
    forms = text.split()
    types = list(entities) or [""] * len(forms)
    return [" ".join(forms[r.start : r.stop]) for r in find_persons(forms, types)]


@pytest.mark.parametrize(
    "text",
    [
        "President Zorvan Ketil arrived .",
        "The foreign minister of Kestria , Zorvan Ketil , arrived .",
        "said Zorvan Ketil , the defence minister of Kestria .",
    ],
)
def test_an_office_beside_a_name_makes_a_person(text):
    assert found(text) == ["Zorvan Ketil"]


def test_the_name_may_stand_behind_the_state_of_the_office():
    text = "The Ambassador of the Republic of Estonia Zorvan Ketil arrived ."
    types = ["GPE" if form == "Estonia" else "" for form in text.split()]
    assert found(text, *types) == ["Zorvan Ketil"]
    unheard = "The people of Estonia Zorvan Ketil knew ."
    assert found(unheard, *["GPE" if form == "Estonia" else "" for form in unheard.split()]) == []


def test_a_person_is_one_wherever_the_name_stands():
    text = "President Zorvan Ketil arrived . Later Zorvan Ketil left ."
    assert found(text) == ["Zorvan Ketil", "Zorvan Ketil"]


@pytest.mark.parametrize("text", ["Ossel thanked Zorvan Ketil .", "Zorvan Ketil said no ."])
def test_a_verb_that_persons_do_or_suffer_makes_a_person(text):
    assert found(text) == ["Zorvan Ketil"]
    assert found(text, *["LOC" if w in {"Zorvan", "Ketil"} else "" for w in text.split()])


def test_what_the_recogniser_takes_for_a_body_stays_one():
    assert found("Ossel thanked Zorvan Ketil .", "GPE", "", "ORG", "ORG", "") == []


def test_a_place_that_somebody_goes_to_is_no_person():
    assert found("Ossel left Zorvan Ketil .") == []


def test_a_body_beside_an_office_is_no_person():
    assert found("The director of the Grain Council , Harbour Committee , resigned .") == []


def test_an_office_in_another_phrase_makes_nobody_a_person():
    text = "the Keeper of the Talvik Accord , in a meeting with President Ana Quill"
    assert found(text, *[""] * 12, "PERSON", "PERSON") == []
    assert found("Zorvan Ketil , in talks with the president , left .") == []


def test_the_name_of_a_state_stays_one():
    forms = "the president of the union , Kenya Chad , spoke".split()  # noqa: SIM905
    assert find_persons(forms, ["GPE" if f in {"Kenya", "Chad"} else "" for f in forms]) == []


def test_a_name_that_english_does_not_have_is_unknown():
    forms = ["Then", "Zorvan", "Ketil", "met", "Wall", "Street", "."]
    assert [list(r) for r in find_unknown(forms, [""] * len(forms))] == [[1, 2]]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("“ Rain , ” Zorvan Ketil told them . She left .", ["Zorvan Ketil"]),
        ("“ Rain , ” Zorvan Ketil told them . It left .", []),
        ("“ Rain , ” Harbour Stone told them . She left .", []),
    ],
)
def test_whoever_says_so_and_is_then_she_is_a_person(text, persons):
    types = ["ORG" if form[0].isupper() and form != "Rain" else "" for form in text.split()]
    assert found(text, *types) == persons
