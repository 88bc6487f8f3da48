"""The registry as a whole: two documents, one confirmation, one actor; undone, two again."""

from __future__ import annotations

import pytest

from memcon.errors import ContradictionError, RegistryError
from memcon.registry import Registry
from tests.registry.conftest import FULL, SHORT, actor, record


def names(registry: Registry) -> list[tuple[int, str, int]]:
    """Of each actor its id, name and number of documents."""
    return [(a.id, a.name, len(a.documents)) for a in registry.actors()]


def test_a_last_name_and_office_become_one_actor_after_one_confirmation(two_days: Registry) -> None:
    assert two_days.apply_rules() == []
    [pair] = two_days.candidates().found
    assert pair.reasons == (
        "last name alone, and it is the same",
        "same office: Foreign Minister",
    )
    made = two_days.judge(pair.left, pair.right, "same", by="an archivist", why="a week apart")
    assert made is not None
    [one] = two_days.actors()
    assert (one.name, len(one.documents)) == ("Tomas Ardane", 2)
    assert one.titles == (
        ("Foreign Minister", ("2024-07-03", "2024-07-17")),
        ("Mr", ("2024-07-17",)),
    )
    assert two_days.candidates().found == ()
    [logged] = two_days.judgements()
    assert (logged.verdict, logged.pair, logged.by, logged.why) == (
        "same", (1, 2), "an archivist", "a week apart",
    )  # fmt: skip


def test_undoing_splits_them_again_without_loss(two_days: Registry) -> None:
    before = two_days.actors()
    made = two_days.judge(1, 2, "same", by="an archivist")
    assert made is not None
    undoing = two_days.undo(made.id, by="another", why="not the same office")
    assert two_days.actors() == before
    assert two_days.judgements() == [made, undoing]
    assert len(two_days.candidates().found) == 1


def test_an_undoing_can_be_undone(two_days: Registry) -> None:
    made = two_days.judge(1, 2, "same", by="a")
    assert made is not None
    undoing = two_days.undo(made.id, by="a")
    two_days.undo(undoing.id, by="a")
    assert names(two_days) == [(1, "Tomas Ardane", 2)]


def test_the_same_reading_is_added_once(registry: Registry) -> None:
    assert registry.add(FULL) is True
    assert registry.add(FULL) is False
    assert names(registry) == [(1, "Tomas Ardane", 1)]


def test_several_are_added_in_one_transaction(registry: Registry) -> None:
    assert registry.add_all([FULL, SHORT, FULL]) == 2
    assert registry.add_all([FULL, SHORT]) == 0
    assert names(registry) == [(1, "Tomas Ardane", 1), (2, "Ardane", 1)]


def test_if_one_fails_none_of_them_is_added(registry: Registry) -> None:
    with pytest.raises(AttributeError):
        registry.add_all([FULL, None])  # type: ignore[list-item]
    assert registry.actors() == []


def test_a_document_read_anew_keeps_its_judgements(two_days: Registry) -> None:
    two_days.judge(1, 2, "same", by="an archivist")
    newer = SHORT.model_copy(update={"engine": SHORT.engine.model_copy(update={"version": "2"})})
    assert two_days.add(newer) is True
    assert names(two_days) == [(1, "Tomas Ardane", 2)]
    [_, renewal] = two_days.judgements()
    assert (renewal.by, renewal.rule, renewal.pair) == ("memcon", "same-document", (2, 3))
    assert [entry.id for entry in two_days.entries()] == [1, 3]


@pytest.mark.parametrize(
    ("actors", "kept"),
    [
        ((actor("his government", kind="government"),), []),
        ((actor("a Kestrian official"),), []),
        ((actor("the spokesman"),), []),
        ((actor("Kestria and Norvane", kind="group"),), []),
        ((actor("the Harbour Board", kind="organisation"),), ["the Harbour Board"]),
        ((actor("Anna de la Torv"),), ["Anna de la Torv"]),
    ],
)
def test_who_has_a_name_is_entered(registry: Registry, actors: tuple, kept: list[str]) -> None:
    text = (
        "his government, a Kestrian official, the spokesman, Kestria and Norvane, "
        "the Harbour Board, Anna de la Torv"
    )
    registry.add(record(text, *actors))
    assert [entry.name for entry in registry.entries()] == kept


def test_whom_the_text_means_without_a_name_is_not_entered(registry: Registry) -> None:
    # “the Foreign Minister”, whose name the document does not give.
    registry.add(record("the Foreign Minister", actor("Foreign Minister", forms=("title",))))
    assert registry.entries() == []


def test_same_may_not_contradict_different(registry: Registry) -> None:
    for day in range(1, 4):
        registry.add(record(f"Oda Ferris came on day {day}.", actor("Oda Ferris")))
    registry.judge(1, 3, "different", by="an archivist")
    registry.judge(2, 3, "same", by="an archivist")
    with pytest.raises(ContradictionError) as refused:
        registry.judge(1, 2, "same", by="another")
    assert str(refused.value) == (
        "1 and 2 cannot be the same: judgement 1 of an archivist says that 1 and 3 are different; "
        "if that is wrong, undo it first: memcon actors undo 1"
    )
    registry.undo(1, by="another")
    registry.judge(1, 2, "same", by="another")
    assert names(registry) == [(1, "Oda Ferris", 3)]


def test_different_may_not_contradict_same(two_days: Registry) -> None:
    two_days.judge(1, 2, "same", by="an archivist")
    with pytest.raises(ContradictionError, match="memcon actors undo 1"):
        two_days.judge(1, 2, "different", by="another")


def test_what_was_undone_cannot_come_back_into_a_contradiction(two_days: Registry) -> None:
    two_days.judge(1, 2, "different", by="a")
    two_days.undo(1, by="a")
    two_days.judge(1, 2, "same", by="a")
    with pytest.raises(ContradictionError, match="judgement 3 of a"):
        two_days.undo(2, by="a")
    two_days.undo(3, by="a")
    two_days.undo(2, by="a")
    assert two_days.identity().apart(1, 2) is not None


def test_nothing_is_judged_twice_or_undone_twice(two_days: Registry) -> None:
    assert two_days.judge(1, 2, "same", by="a") is not None
    assert two_days.judge(2, 1, "same", by="b") is None
    two_days.undo(1, by="a")
    with pytest.raises(RegistryError, match="is undone already, by 2"):
        two_days.undo(1, by="a")
    assert len(two_days.judgements()) == 2


@pytest.mark.parametrize(
    ("left", "right", "message"),
    [(1, 9, "there is no actor 9"), (9, 1, "there is no actor 9"), (1, 1, "are one entry")],
)
def test_who_is_not_there_cannot_be_judged(
    two_days: Registry, left: int, right: int, message: str
) -> None:
    with pytest.raises(RegistryError, match=message):
        two_days.judge(left, right, "same", by="a")


def test_what_is_not_there_cannot_be_undone(two_days: Registry) -> None:
    with pytest.raises(RegistryError, match="there is no judgement 1"):
        two_days.undo(1, by="a")


def test_what_somebody_was_unsure_of_is_asked_again_only_on_demand(two_days: Registry) -> None:
    two_days.judge(1, 2, "unsure", by="a")
    assert two_days.candidates().found == ()
    assert len(two_days.candidates(unsure=True).found) == 1
    assert len(two_days.actors()) == 2


def test_the_text_is_kept_code_point_for_code_point(registry: Registry) -> None:
    text = "Oda Ferris said:\r\n“\0\ud800 is no \U0001f6a2.”"
    made = record(text, actor("Oda Ferris"))
    registry.add(made)
    assert registry.text(made.document.sha256) == text
    assert registry.text("0" * 64) is None


def test_unsure_of_what_is_settled_is_refused(two_days: Registry) -> None:
    two_days.judge(1, 2, "same", by="a")
    with pytest.raises(ContradictionError, match="1 and 2 cannot be unsure: judgement 1 of a"):
        two_days.judge(1, 2, "unsure", by="b")
    two_days.undo(1, by="b")
    two_days.judge(1, 2, "different", by="b")
    with pytest.raises(ContradictionError, match="memcon actors undo 3"):
        two_days.judge(1, 2, "unsure", by="b")


def test_what_somebody_was_unsure_of_can_be_settled(two_days: Registry) -> None:
    two_days.judge(1, 2, "unsure", by="a")
    assert two_days.judge(1, 2, "same", by="b") is not None
    assert names(two_days) == [(1, "Tomas Ardane", 2)]


def test_the_log_must_tell_who_judges(two_days: Registry) -> None:
    with pytest.raises(RegistryError, match="the log must tell who judges"):
        two_days.judge(1, 2, "same", by=" ")
    assert two_days.judgements() == []


def test_words_of_the_log_cannot_act_on_the_terminal(two_days: Registry) -> None:
    made = two_days.judge(1, 2, "same", by="a\udcff", why="so\x1b[2J\0 it is")
    assert made is not None
    assert (made.by, made.why) == ("a⟨U+DCFF⟩", "so⟨U+001B⟩[2J⟨U+0000⟩ it is")
    assert two_days.judgements() == [made]


def test_candidates_of_one_document(two_days: Registry) -> None:
    for day in range(2):
        two_days.add(record(f"Ilse Maravel left on day {day}.", actor("Ilse Maravel")))
    assert [(c.left, c.right) for c in two_days.candidates().found] == [(3, 4), (1, 2)]
    assert [(c.left, c.right) for c in two_days.candidates(of=[4]).found] == [(3, 4)]
    assert two_days.candidates(of=[]).found == ()


def test_a_date_that_is_none_does_not_stop_the_comparison(registry: Registry) -> None:
    registry.add(record("Oda Ferris left.", actor("Oda Ferris"), date="undated"))
    registry.add(record("Oda Ferris came.", actor("Oda Ferris"), date="2024-07-03"))
    assert len(registry.candidates().found) == 1


def test_what_another_registry_adds_is_seen(registry: Registry) -> None:
    registry.add(FULL)
    assert len(registry.entries()) == 1
    with Registry(registry._database.engine) as other:
        other.add(SHORT)
    assert len(registry.entries()) == 2
    assert len(registry.candidates().found) == 1
