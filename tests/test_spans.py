"""Spans: what they share is counted by intervals, as by characters, however far they reach."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from memcon.spans import Spans, length, likeness, shared, within

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: (pair[0], sum(pair))),
    max_size=6,
).map(tuple)


def characters(spans: Spans) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


@given(SPANS, SPANS)
def test_what_two_share_is_what_their_characters_share(these: Spans, those: Spans) -> None:
    assert length(these) == len(characters(these))
    assert shared(these, those) == len(characters(these) & characters(those))
    both = characters(these) | characters(those)
    expected = len(characters(these) & characters(those)) / len(both) if both else 0.0
    assert likeness(these, those) == expected


def test_a_span_of_a_billion_characters_costs_nothing() -> None:
    assert shared([(0, 10**18)], [(5, 9)]) == 4
    assert likeness([(0, 10**18)], [(0, 10**18)]) == 1.0


def test_within_a_text() -> None:
    assert within([(0, 3), (4, 10)], 10)
    assert not within([(0, 11)], 10)
    assert not within([(3, 3)], 10)
    assert not within([(-1, 3)], 10)
