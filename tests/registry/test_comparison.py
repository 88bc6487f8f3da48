"""Comparison: what speaks for two being one, what against it, and what is not alike at all."""

from __future__ import annotations

import pytest

from memcon.registry import Entry, Identity
from memcon.registry.comparison import CANDIDATE, Comparison, compare
from memcon.registry.features import features
from tests.registry.conftest import entry


def compared(one: Entry, other: Entry) -> Comparison | None:
    """The comparison of two entries that nobody has judged."""
    return compare(*features([one, other], Identity()))


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Oda Ferris", "Oda Ferris", "same full name"),
        ("Tarek al-Darri", "Tarek Darri", "same full name but for a particle"),
        ("Ferris Oda", "Oda Ferris", "same words of the name in another order"),
        (
            "Ivo Petrovich Sorokov",
            "Ivo Sorokov",
            "same name, with a middle name or patronymic more",
        ),
        ("O. Ferris", "Oda Ferris", "same name, one with initials"),
        ("Ivo Sorokoff", "Ivo Sorokov", "same name in another spelling"),
        ("Mohammed Talvik", "Muhammad Talvik", "same name in another spelling"),
        ("Ilse Maravel", "Ilse Maarvel", "same name in another spelling"),
        ("Ilse Maravelin", "Ilse Maravelim", "similar name"),
        ("Ferris", "Oda Ferris", "last name alone, and it is the same"),
        ("Ferris", "Ferris Oda", "one word alone, which is the first of the other name"),
        ("Ferris", "Ferris", "same name of one word"),
    ],
)
def test_names_that_are_alike(one: str, other: str, reason: str) -> None:
    found = compared(entry(1, one), entry(2, other))
    assert found is not None
    assert found.reasons == (reason,)
    assert found.score >= CANDIDATE
    turned = compared(entry(2, other), entry(1, one))
    assert turned is not None and turned.score == found.score


@pytest.mark.parametrize(
    ("one", "other"),
    [("Oda Ferris", "Ilse Maravel"), ("Oda Ferris", "Ilse Ferris"), ("Oda Ferris", "Oda Maravel")],
)
def test_names_that_are_not(one: str, other: str) -> None:
    assert compared(entry(1, one), entry(2, other)) is None


def test_country_and_office_speak_for_it() -> None:
    bare = compared(entry(1, "Ferris"), entry(2, "Oda Ferris"))
    told = compared(
        entry(1, "Ferris", "Foreign Minister", country="IS"),
        entry(2, "Oda Ferris", "foreign minister", country="IS"),
    )
    assert bare is not None and told is not None
    assert told.score > bare.score
    assert told.reasons[1:] == ("same country IS", "same office: Foreign Minister")


@pytest.mark.parametrize(
    ("one", "other", "against"),
    [
        ({"country": "IS"}, {"country": "MT"}, "countries IS and MT"),
        ({"gender": "m"}, {"gender": "f"}, "titles of a woman and of a man"),
        ({"date": "1990-01-01"}, {"date": "2024-01-01"}, "documents 34 years apart"),
    ],
)
def test_what_speaks_against_it(one: dict, other: dict, against: str) -> None:
    found = compared(entry(1, "Oda Ferris", **one), entry(2, "Oda Ferris", **other))
    assert found is not None
    assert found.against == (against,)
    assert found.score < 85


def test_presidents_of_two_states_are_hardly_one() -> None:
    found = compared(
        entry(1, "Ferris", "president of Kestria"), entry(2, "Ferris", "president of Norvane")
    )
    assert found is not None
    assert found.score < CANDIDATE


def test_kinds_are_kept_apart() -> None:
    person, state = entry(1, "Kestria"), entry(2, "Kestria", kind="state")
    assert compared(person, state) is None
    body = entry(1, "Harbour Board", kind="organisation")
    assert compared(body, entry(2, "Harbour Board", kind="government")) is not None


def test_first_letters_of_a_body() -> None:
    found = compared(
        entry(1, "Union of Harbour Towns", kind="organisation"),
        entry(2, "UHT", kind="organisation"),
    )
    assert found is not None
    assert found.reasons == ("one is the first letters of the other",)


def test_one_identifier_says_it_all() -> None:
    one = entry(1, "Oda Ferris", identifiers=(("wikidata", "Q1"),))
    found = compared(one, entry(2, "O. F.", identifiers=(("wikidata", "Q1"),)))
    assert found is not None
    assert (found.score, found.reasons) == (100, ("same wikidata identifier Q1",))
