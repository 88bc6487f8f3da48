"""Review: question by question, without a terminal."""

from __future__ import annotations

import pytest

from memcon.errors import ContradictionError, RegistryError
from memcon.registry import Registry
from memcon.registry.review import Review
from tests.registry.conftest import actor, record


@pytest.fixture
def three(registry: Registry) -> Registry:
    """Three documents of one name, which no rule joins."""
    for day in range(1, 4):
        registry.add(record(f"Oda Ferris came on day {day}.", actor("Oda Ferris")))
    return registry


def test_a_question_shows_both_sides(two_days: Registry) -> None:
    question = next(Review(two_days, "a").questions())
    assert (question.number, question.of) == (1, 1)
    assert (question.left.actor.name, question.right.actor.name) == ("Tomas Ardane", "Ardane")
    assert question.left.citation is not None
    assert question.left.citation.marked == "Tomas Ardane"


def test_what_answers_imply_is_not_asked(three: Registry) -> None:
    review = Review(three, "a")
    asked = []
    for question in review.questions():
        asked.append((question.comparison.left, question.comparison.right))
        review.judge("same")
    assert asked == [(1, 2), (1, 3)]
    assert (review.judged, review.left) == (2, 0)
    assert len(three.actors()) == 1


def test_the_reasons_are_kept_as_the_reason(two_days: Registry) -> None:
    review = Review(two_days, "an archivist")
    for _ in review.questions():
        review.judge("different")
    [judgement] = two_days.judgements()
    assert judgement.by == "an archivist"
    assert judgement.why.startswith("though last name alone, and it is the same, same office")


def test_what_speaks_against_it_is_the_reason_to_keep_them_apart(registry: Registry) -> None:
    for code in ("IS", "MT"):
        registry.add(record(f"Oda Ferris, {code}", actor("Oda Ferris", country=code)))
    review = Review(registry, "a")
    next(review.questions())
    made = review.judge("different")
    assert made is not None
    assert made.why == "countries IS and MT; though same full name"
    review.undo()
    again = review.judge("same")
    assert again is not None
    assert again.why == "same full name; though countries IS and MT"


def test_undoing_asks_the_question_again(three: Registry) -> None:
    review = Review(three, "a")
    questions = review.questions()
    first = next(questions)
    review.judge("different")
    next(questions)
    review.undo()
    assert next(questions).comparison == first.comparison
    review.judge("same")
    assert [len(actor.entries) for actor in three.actors()] == [2, 1]
    assert len(three.judgements()) == 3


def test_there_is_nothing_to_undo_at_the_start(three: Registry) -> None:
    review = Review(three, "a")
    next(review.questions())
    with pytest.raises(RegistryError, match="nothing was judged in this review"):
        review.undo()


def test_what_is_skipped_comes_again_another_time(two_days: Registry) -> None:
    review = Review(two_days, "a")
    for _ in review.questions():
        review.skip()
    assert (review.judged, review.left) == (0, 1)
    assert two_days.judgements() == []
    assert Review(two_days, "a").left == 1


def test_what_somebody_else_judged_meanwhile_is_not_asked(two_days: Registry) -> None:
    review = Review(two_days, "a")
    two_days.judge(1, 2, "different", by="another")
    assert list(review.questions()) == []


def test_a_contradiction_leaves_the_question_open(three: Registry) -> None:
    review = Review(three, "a")
    questions = review.questions()
    next(questions)
    three.judge(1, 2, "different", by="another")
    with pytest.raises(ContradictionError):
        review.judge("same")
    # It is answered by now.
    assert next(questions).number == 2
