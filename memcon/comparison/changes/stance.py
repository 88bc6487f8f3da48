"""Stances towards the same actor, of another sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.comparison.actors import Cast
from memcon.comparison.changes.side import Side, change
from memcon.comparison.model import Change, Told


def stances(sides: Sequence[Side | None], people: Cast) -> Iterator[Change]:
    found: list[dict[int, Told]] = []
    for side in sides:
        row: dict[int, Told] = {}
        for statement, _ in side.statements() if side else ():
            assert side is not None
            for stance in statement.stances:
                number = people.of(side.account.number, stance.target)
                if number is not None and stance.polarity:
                    text = side.account.record.words(stance.evidence)
                    span = stance.evidence[0] if stance.evidence else None
                    row.setdefault(number, side.told(text, f"{stance.polarity:+d}", span))
        found.append(row)
    for number in sorted({n for row in found for n in row}):
        values = [row.get(number) for row in found]
        if len({value.normal for value in values if value}) > 1:
            yield change("stance", values, people.names[number])
