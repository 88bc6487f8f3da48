"""Offices: one office in two documents' words."""

from __future__ import annotations

import pytest

from memcon.registry.offices import gender, office


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Foreign Minister", "foreign minister of Kestria"),
        ("Kestrian Foreign Minister", "foreign minister of Kestria"),
        ("Norvane’s foreign minister", "Norvanian Foreign Minister"),
        ("spokeswoman", "spokesperson"),
    ],
)
def test_one_office(one: str, other: str) -> None:
    first, second = office(one), office(other)
    assert first is not None and second is not None
    assert first.agrees(second)
    assert not first.elsewhere(second)


def test_the_same_office_elsewhere_is_another() -> None:
    first, second = office("president of Kestria"), office("president of Norvane")
    assert first is not None and second is not None
    assert not first.agrees(second)
    assert first.elsewhere(second)


def test_a_deputy_is_not_the_minister() -> None:
    first, second = office("deputy foreign minister"), office("foreign minister")
    assert first is not None and second is not None
    assert not first.agrees(second)


def test_an_honorific_is_no_office() -> None:
    assert office("Mr") is None
    assert office("Her Excellency") is None


@pytest.mark.parametrize(
    ("title", "telling"),
    [("president", True), ("foreign minister", True), ("spokesperson", False), ("minister", False)],
)
def test_an_office_that_few_hold_tells_who_its_holder_is(title: str, telling: bool) -> None:
    found = office(title)
    assert found is not None
    assert found.telling is telling


def test_titles_tell_a_gender_or_none() -> None:
    assert gender(["Foreign Minister", "Mr"]) == "m"
    assert gender(["spokeswoman"]) == "f"
    assert gender(["President"]) is None
    assert gender(["Mr", "Ms"]) is None
