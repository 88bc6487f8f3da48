"""An account: a Record made ready to be laid beside others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from memcon.actors.reading import Reading
from memcon.comparison.numbers import Quantity, find_quantities
from memcon.comparison.stems import name_stems
from memcon.comparison.things import Thing, find_things
from memcon.comparison.units import Unit, units
from memcon.language.pipeline import parse
from memcon.record import Actor, Record, Span
from memcon.spans import overlap

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True)
class Account:
    """One account.

    :param number: place among the accounts as they were given, from 0.
    :param quantities: numbers of the text, without dates and lengths of the meeting.
    :param things: what the text names, persons and states included.
    """

    number: int
    record: Record
    reading: Reading
    units: tuple[Unit, ...]
    quantities: tuple[Quantity, ...]
    things: tuple[Thing, ...]
    actors: dict[str, Actor]

    @cached_property
    def stemmed(self) -> tuple[tuple[int, int, frozenset[str]], ...]:
        """Each word of letters, `(start, end, stem)`; no stem of “of” and the like."""
        return tuple(
            (*match.span(), name_stems([match[0]])) for match in _WORD.finditer(self.record.text)
        )

    def text(self, span: Span) -> str:
        """Words at the span, on one line."""
        return " ".join(self.record.text[slice(*span)].split())

    def quantities_of(self, unit: Unit) -> list[Quantity]:
        """The numbers in the words of a unit."""
        return [q for q in self.quantities if overlap((q.span,), unit.spans)]


def open_accounts(records: Sequence[Record]) -> tuple[Account, ...]:
    """The Records parsed, with their units, numbers and named things."""
    out = []
    for number, record in enumerate(records):
        reading = Reading(parse(record.text))
        quantities = tuple(find_quantities(reading))
        things = tuple(find_things(reading, record, [q.span for q in quantities]))
        actors = {a.id: a for a in record.actors}
        found = units(record, number)
        out.append(Account(number, record, reading, found, quantities, things, actors))
    return tuple(out)
