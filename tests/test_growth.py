"""Reading takes steps in proportion to the text: nothing is looked for among all others of its kind."""

from __future__ import annotations

import re

import pytest

import memcon
from benchmarks.growth import count_steps, grown
from benchmarks.trap_texts import traps
from memcon.actors.reading import Reading
from memcon.actors.speakers import name_speakers
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations
from memcon.record import Attribution
from memcon.spans import overlap


@pytest.mark.parametrize(
    "name",
    [
        # A name that no recogniser knows for each statement.
        "numbered '\\u201c@,\\u201d said @. '",
        # All of it on one line; and people who meet, speak and are spoken of again and again.
        "numbered '@ said no. '",
        "prose and '\\n'",
        "numbered 'He thanked @ for @. '",
        # One sentence of verbs, all joined to each other.
        "'met ' repeated",
    ],
)
def test_no_function_takes_more_than_linear_steps(name: str) -> None:
    make = traps()[name]
    assert grown(lambda size: memcon.read(make(size)), 1_000) == []


@pytest.mark.parametrize("unit", ["‘", "“", "a “b ‘c ", "'a ", "s' a "])
def test_quotations_that_are_never_closed_take_linear_steps(unit: str) -> None:
    assert grown(lambda size: find_quotations(unit * size), 1_000) == []


def test_turns_of_many_speakers_take_linear_steps() -> None:
    def name(size: int) -> None:
        text = traps()["numbered 'MINISTER @: Yes.\\n'"](size)
        turns = [
            Attribution(
                id=f"a{number}", type="direct", confidence=1.0, parent=None,
                source=(turn.span(1),), cue=(turn.span(2),), content=(turn.span(3),),
            )
            for number, turn in enumerate(re.finditer(r"(.+)(:) (.+)", text))
        ]  # fmt: skip
        name_speakers(turns, Reading(parse(text)), [])

    assert grown(name, 1_000) == []


def test_what_is_not_linear_is_named() -> None:
    def all_pairs(size: int) -> None:
        overlap([(0, 1)] * size, [(1, 2)] * size)

    [(place, few, many)] = grown(all_pairs, 100)
    assert place.startswith("spans.py:") and many > 15 * few


def test_each_turn_of_a_loop_is_a_step() -> None:
    [few, many] = (count_steps(lambda n=n: overlap([(0, 1)] * n, [(1, 2)])) for n in (10, 1010))
    assert many.total() - few.total() in {1000, 2000, 3000}
