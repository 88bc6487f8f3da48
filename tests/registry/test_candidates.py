"""Candidates: who is compared at all, and that it is not each with each."""

from __future__ import annotations

from memcon.registry import Entry, Identity
from memcon.registry.blocking import LARGEST, near, pairs
from memcon.registry.candidates import candidates
from memcon.registry.features import features
from tests.registry.conftest import entry
from tests.registry.test_identity import judged


def found(*entries: Entry) -> list[tuple[int, int]]:
    """Pairs of entries that are candidates."""
    identity = Identity()
    return [(c.left, c.right) for c in candidates(features(entries, identity), identity).found]


def test_the_likeliest_comes_first() -> None:
    entries = [
        entry(1, "Oda Ferris", "Foreign Minister"),
        entry(2, "Ferris"),
        entry(3, "Oda Ferris", "Foreign Minister"),
    ]
    assert found(*entries) == [(1, 3), (1, 2), (2, 3)]


def test_two_of_one_document_are_none() -> None:
    assert found(entry(1, "Oda Ferris", reading=1), entry(2, "Ferris", reading=1)) == []


def test_two_imported_are_none() -> None:
    one, other = (entry(i, "Oda Ferris", reading=None) for i in (1, 2))
    assert found(one, other) == []
    assert found(one, other, entry(3, "Ferris")) == [(1, 3), (2, 3)]


def test_another_name_of_an_imported_entity_is_found() -> None:
    known = entry(1, "Ода Феррис", reading=None, names=("Oda Ferris", "Oda Maravel"))
    assert found(known, entry(2, "Oda Maravel")) == [(1, 2)]


def test_a_common_name_is_not_compared_with_each() -> None:
    many = [entry(i, f"Oda Fer{chr(97 + i % 26)}{chr(97 + i // 26)}k") for i in range(1, 500)]
    actors = features(many, Identity())
    compared, _ = pairs(actors)
    assert len(compared) < len(many) * LARGEST


def test_where_a_name_is_common_the_office_still_finds_its_holder() -> None:
    crowd = [entry(i, f"Given{i} Ferris") for i in range(2, 100)]
    one = entry(1, "Ferris", "Foreign Minister")
    assert (1, 200) in found(one, *crowd, entry(200, "Oda Ferris", "Foreign Minister"))


def test_what_is_too_common_to_compare_is_told() -> None:
    crowd = [entry(i, "Ferris", "spokesperson") for i in range(1, LARGEST + 2)]
    left = candidates(features(crowd, Identity()), Identity())
    assert left.found == ()
    assert left.common == (("ferris", LARGEST + 1),)


def test_a_longer_name_of_an_entity_does_not_hide_the_one_that_texts_use() -> None:
    known = entry(1, "Oda Ferris", reading=None, names=("Oda M. Ferris",))
    [pair] = candidates(features([known, entry(2, "Oda Ferris")], Identity()), Identity()).found
    assert pair.reasons == ("same full name",)


def test_a_last_name_that_too_many_share_is_told_even_without_country_and_office() -> None:
    crowd = [entry(i, f"Given{i} Ferris") for i in range(2, LARGEST + 20)]
    left = candidates(features([entry(1, "Ferris"), *crowd], Identity()), Identity())
    assert not any(1 in (c.left, c.right) for c in left.found)
    assert ("ferris", len(crowd) + 1) in left.common


def test_an_office_finds_somebody_of_three_names_in_a_crowd() -> None:
    crowd = [entry(i, f"Given{i} Ferris") for i in range(2, 100)]
    full = entry(200, "Oda Brin Ferris", "Foreign Minister")
    assert (1, 200) in found(entry(1, "Ferris", "Foreign Minister"), *crowd, full)


def test_of_one_actor_are_exactly_those_of_all_that_it_is_in() -> None:
    names = ("Oda Ferris", "Ferris", "O. Ferris", "Oda Maravel", "Ilse Maravel", "Maravel")
    entries = [entry(i, names[i % len(names)], "Foreign Minister") for i in range(1, 40)]
    crowd = [entry(i, f"Given{i} Ferris") for i in range(100, 190)]
    identity = Identity()
    actors = features([*entries, *crowd], identity)
    everyone = candidates(actors, identity).found
    for asked in (1, 2, 3, 100):
        left = features(near([*entries, *crowd], identity, [asked]), identity)
        some = candidates(left, identity, of=[asked]).found
        assert some == tuple(c for c in everyone if asked in (c.left, c.right))
        assert some or asked == 100


def test_an_entry_stands_for_its_actor() -> None:
    log = [judged(1, "same", 1, 2)]
    entries = [entry(1, "Oda Ferris"), entry(2, "Ferris"), entry(3, "O. Ferris")]
    actors = features(entries, Identity(log))
    [pair] = candidates(actors, Identity(log), of=[2]).found
    assert (pair.left, pair.right) == (1, 3)
