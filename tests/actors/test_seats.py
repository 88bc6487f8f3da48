"""The table of seats treats all alike, and a seat that only lies there is nobody."""

from __future__ import annotations

from importlib.resources import files

import pytest

from memcon.actors.reading import Reading
from memcon.actors.seats import find_seats
from memcon.actors.statenames import country_codes
from memcon.language.pipeline import parse

ROWS = [
    line.split("\t")
    for line in (files("memcon.actors") / "seats.tsv").read_text(encoding="utf-8").splitlines()
]


def test_rows_are_in_order_and_each_seat_is_of_one_state():
    assert [row[:2] for row in ROWS] == sorted(row[:2] for row in ROWS)
    assert {code for code, _, _ in ROWS} <= country_codes()
    assert len({name for _, name, _ in ROWS}) == len(ROWS)
    assert {kind for _, _, kind in ROWS} == {"government", "organisation"}


@pytest.mark.parametrize(
    ("text", "words", "acts"),
    [
        ("The Élysée denied the report.", "The Élysée", True),
        ("He waited in front of the Élysée.", "the Élysée", False),
        ("The Pentagon says the ships have left.", "The Pentagon", True),
        # The longest name counts, and the article of an office is not the seat's.
        ("She wrote to the Élysée Palace.", "the Élysée Palace", True),
        ("A White House press secretary came.", "White House", True),
    ],
)
def test_seats_in_a_text(text, words, acts):
    reading = Reading(parse(text))
    (seat,) = find_seats(reading)
    assert (reading.text(seat.first, seat.last), seat.acts) == (words, acts)
