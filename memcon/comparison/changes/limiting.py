"""Conditions and exceptions that not all accounts have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from memcon.comparison.changes.side import Side, change
from memcon.comparison.model import Change, ChangeName, Told
from memcon.comparison.stems import content_stems
from memcon.comparison.units import Unit
from memcon.record import Record, Span

#: Of the fewer words of two conditions, so many have to be in the other for them to be one.
_SHARED = 0.5


def limiting(
    sides: Sequence[Side | None],
    kind: ChangeName,
    of: Callable[[Record, Unit], list[Span]],
) -> Iterator[Change]:
    """Conditions or exceptions that not all have."""
    rows = [
        [s for unit in side.units for s in of(side.account.record, unit)] if side else []
        for side in sides
    ]
    seen: list[set[Span]] = [set() for _ in sides]
    for n, row in enumerate(rows):
        for span in row:
            side = sides[n]
            if span in seen[n] or side is None:
                continue
            seen[n].add(span)
            values: list[Told | None] = [None] * len(sides)
            values[n] = _told_of(side, span)
            for m, others in enumerate(rows):
                other = sides[m]
                if m > n and other is not None:
                    match = next(
                        (o for o in others if o not in seen[m] and _like(side, span, other, o)),
                        None,
                    )
                    if match:
                        seen[m].add(match)
                        values[m] = _told_of(other, match)
            if any(value is None and other for value, other in zip(values, sides, strict=True)):
                yield change(kind, values)


def _told_of(side: Side, span: Span) -> Told:
    text = side.account.text(span)
    return side.told(text, text.casefold(), span)


def _like(side: Side, span: Span, other: Side, match: Span) -> bool:
    left = content_stems(side.account.text(span).split())
    right = content_stems(other.account.text(match).split())
    return len(left & right) >= _SHARED * max(min(len(left), len(right)), 1)
