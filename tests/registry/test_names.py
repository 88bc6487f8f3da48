"""Names: what is one name, and what is one name in another spelling."""

from __future__ import annotations

import pytest

from memcon.registry.names import acronym, normal_name, sound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oda Ferris", "ODA FERRIS"),
        ("Oda Ferris", "Oda  Férris"),
        ("Oda Ferris", "Ms. Oda Ferris"),
        ("Oda O'Ferris", "Oda O’Ferris"),
        ("Jean-Oda Ferris", "Jean Oda Ferris"),
        ("Ода Феррис", "Oda Ferris"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    assert normal_name(one, "person").words == normal_name(other, "person").words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammed", "Muhammad"),
        ("Mohamed", "Mohammad"),
        ("Sorokov", "Sorokoff"),
        ("Sorokov", "Sorokow"),
        ("Talishev", "Talisheff"),
        ("Yelena", "Elena"),
        ("Khalvik", "Halvik"),
        ("Abdulla", "Abdullah"),
        ("Tsarin", "Tzarin"),
        ("Qasim", "Kasim"),
        ("Chalvic", "Tchalvik"),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    assert sound(one.casefold()) == sound(other.casefold())


@pytest.mark.parametrize(("one", "other"), [("Lee", "Lu"), ("Ali", "Ola"), ("Maravel", "Halvard")])
def test_names_that_only_look_alike(one: str, other: str) -> None:
    assert sound(one.casefold()) != sound(other.casefold())


def test_articles_of_a_name_vary_from_writer_to_writer() -> None:
    one, other = normal_name("Tarek al-Darri", "person"), normal_name("Tarek El Darri", "person")
    assert one.words != other.words
    assert one.core == other.core == ("tarek", "darri")


def test_a_name_of_particles_only_is_still_a_name() -> None:
    assert normal_name("El", "person").core == ("el",)


def test_small_words_are_no_part_of_the_name_of_a_body() -> None:
    one = normal_name("the Union of Harbour Towns", "organisation")
    assert one.words == normal_name("Union for Harbour Towns", "organisation").words
    assert acronym(one) == "uht"


def test_what_has_no_letter_is_no_name() -> None:
    assert normal_name("– …", "person").words == ()
