"""Quotations read by themselves."""

from __future__ import annotations

from memcon.attribution.extract import prepare
from memcon.attribution.inside import add_inner, without_marks
from memcon.attribution.relation import Relation
from memcon.language.model import shipped_model
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations

TEXT = "“We regard the lamp as a friend of sailors,” she said. “No.”"


def test_windows_are_what_stands_between_the_marks():
    prepared = prepare(parse(TEXT), find_quotations(TEXT), shipped_model())
    inside = without_marks(prepared)
    (window,) = inside.windows
    start, end = prepared.words.span(window.start, window.stop - 1)
    assert TEXT[start:end] == "We regard the lamp as a friend of sailors,"
    assert set(inside.quotes) == {1}
    assert set(inside.quoted) == {-1}


def test_what_is_known_is_not_told_again_nor_what_is_unsure():
    def relation(cue: tuple[int, int], confidence: float = 0.9) -> Relation:
        return Relation((), (cue,), ((20, 30),), confidence)

    told = [relation((4, 10))]
    again, fresh, unsure = relation((8, 12)), relation((14, 18)), relation((15, 19), 0.1)
    assert add_inner(told, [again, fresh, unsure], 0.5) == [*told, fresh]
