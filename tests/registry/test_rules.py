"""Rules: what memcon judges by itself, and all that keeps it from judging."""

from __future__ import annotations

from memcon.registry import Entry, Identity, Judgement
from memcon.registry.doubts import Doubts
from memcon.registry.features import features
from memcon.registry.rules import sure
from tests.registry.conftest import entry
from tests.registry.test_identity import judged, undoing


def found(*entries: Entry, log: tuple[Judgement, ...] = ()) -> list[tuple[int, int, str]]:
    """Pairs that the rules judge, each with its rule."""
    identity = Identity(log)
    return [
        (pair.left, pair.right, pair.rule)
        for pair in sure(features(entries, identity), Doubts(log, identity))
    ]


def state(id: int, name: str, code: str | None, **more: object) -> Entry:
    """An entry of a state."""
    return entry(id, name, kind="state", country=code, **more)


def test_states_of_one_code_are_one() -> None:
    assert found(state(1, "Iceland", "IS"), state(2, "Malta", "MT"), state(3, "Iceland", "IS")) == [
        (1, 3, "same-state")
    ]


def test_a_name_alone_makes_no_state() -> None:
    assert found(state(1, "Kestria", None), state(2, "Kestria", None)) == []


def test_a_full_name_and_a_country_make_one_person() -> None:
    ferris = [entry(i, "Oda Ferris", country="IS") for i in (1, 2, 3)]
    assert found(*ferris) == [(1, 2, "same-person"), (1, 3, "same-person")]


def test_a_full_name_and_an_office_that_few_hold_make_one_person() -> None:
    one = entry(1, "Oda Ferris", "Foreign Minister")
    assert found(one, entry(2, "Oda Ferris", "foreign minister of Kestria")) == [
        (1, 2, "same-person")
    ]


def test_other_offices_in_one_country_are_left_for_review() -> None:
    minister = entry(1, "Oda Ferris", "Foreign Minister", country="IS")
    analyst = entry(2, "Oda Ferris", "analyst", country="IS")
    assert found(minister, analyst) == []
    # Without an office it may be either; of the same office it is that one.
    bare = entry(3, "Oda Ferris", country="IS")
    again = entry(4, "Oda Ferris", "foreign minister", country="IS")
    assert found(minister, analyst, bare, again) == [(1, 4, "same-person")]
    assert found(minister, bare, again) == [(1, 3, "same-person"), (1, 4, "same-person")]


def test_a_document_with_both_offices_links_them() -> None:
    of = [entry(1, "Oda Ferris", "analyst", country="IS"),
          entry(2, "Oda Ferris", "minister", country="IS"),
          entry(3, "Oda Ferris", "minister", "analyst", country="IS")]  # fmt: skip
    assert found(*of) == [(1, 2, "same-person"), (1, 3, "same-person")]


def test_a_full_name_alone_does_not() -> None:
    assert found(entry(1, "Oda Ferris"), entry(2, "Oda Ferris")) == []
    spokesman = [entry(i, "Oda Ferris", "spokesperson") for i in (1, 2)]
    assert found(*spokesman) == []


def test_a_last_name_and_office_do_not() -> None:
    one = entry(1, "Oda Ferris", "Foreign Minister", country="IS")
    assert found(one, entry(2, "Ferris", "Foreign Minister", country="IS")) == []
    assert found(*[entry(i, "Ferris", "Foreign Minister", country="IS") for i in (1, 2)]) == []


def test_another_spelling_does_not() -> None:
    one = entry(1, "Ivo Sorokov", "president")
    assert found(one, entry(2, "Ivo Sorokoff", "president")) == []


def test_a_woman_and_a_man_are_two() -> None:
    one = entry(1, "Oda Ferris", country="IS", gender="f")
    assert found(one, entry(2, "Oda Ferris", country="IS", gender="m")) == []


def test_an_office_of_two_states_is_two_offices() -> None:
    one = entry(1, "Oda Ferris", "president of Kestria")
    assert found(one, entry(2, "Oda Ferris", "president of Norvane")) == []


def test_who_could_be_either_of_two_is_left_for_review() -> None:
    # The third may be the president of the first or of the second.
    of = [entry(1, "Oda Ferris", "president", country="IS"),
          entry(2, "Oda Ferris", "president", country="MT"),
          entry(3, "Oda Ferris", "president")]  # fmt: skip
    assert found(*of) == []
    assert found(*of[::-1]) == []


def test_a_lifetime_between_documents_is_too_long() -> None:
    one = entry(1, "Oda Ferris", country="IS", date="1961-05-01")
    assert found(one, entry(2, "Oda Ferris", country="IS", date="2024-05-01")) == []
    between = [
        entry(i, "Oda Ferris", country="IS", date=f"{year}-05-01")
        for i, year in enumerate((1961, 1980, 1999, 2018), start=1)
    ]
    assert len(found(*between)) == 3


def test_two_of_one_document_stay_two() -> None:
    of = [entry(i, "Oda Ferris", country="IS", reading=reading) for i, reading in ((1, 1), (2, 1))]
    assert found(*of) == []
    # A third is as likely the one as the other.
    assert found(*of, entry(3, "Oda Ferris", country="IS")) == []


def test_bodies_of_one_name_and_country_are_one() -> None:
    board = [entry(i, "Harbour Board", kind="organisation", country="IS") for i in (1, 2)]
    assert found(*board) == [(1, 2, "same-body")]
    nowhere = [entry(i, "Foreign Ministry", kind="government") for i in (1, 2)]
    assert found(*nowhere) == []


def test_an_imported_namesake_is_never_sure() -> None:
    one = entry(1, "Oda Ferris", "president", country="IS")
    assert found(one, entry(2, "Oda Ferris", "president", country="IS", reading=None)) == []


def test_one_identifier_is_one_actor() -> None:
    same = [
        entry(i, "Oda Ferris", reading=None, identifiers=(("wikidata", "Q1"), ("ftm", f"x{i}")))
        for i in (1, 2)
    ]
    assert found(*same) == [(1, 2, "same-identifier")]


def test_what_somebody_undid_is_not_judged_again() -> None:
    of = [state(i, "Iceland", "IS") for i in (1, 2, 3)]
    log = (judged(1, "same", 1, 2), undoing(2, 1))
    assert found(*of, log=log) == []
    # The third goes with the larger part, once there is one.
    joined = (*log, judged(3, "same", 1, 3))
    assert found(*of, state(4, "Iceland", "IS"), log=joined) == [(1, 4, "same-state")]


def test_what_somebody_was_unsure_of_is_not_judged() -> None:
    of = [state(i, "Iceland", "IS") for i in (1, 2)]
    assert found(*of, log=(judged(1, "unsure", 1, 2),)) == []
    assert found(*of, log=(judged(1, "different", 1, 2),)) == []
    assert found(*of, log=(judged(1, "unsure", 1, 2), undoing(2, 1))) == [(1, 2, "same-state")]
