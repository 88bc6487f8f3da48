"""Numbers that are not in all accounts, those of one measure side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.comparison.changes.side import Side, change
from memcon.comparison.counted import shown
from memcon.comparison.model import Change, Told
from memcon.spans import overlap


def numbers(sides: Sequence[Side | None]) -> Iterator[Change]:
    """Numbers in one alone, and two of one measure that are not the same."""
    rows = [
        {q.normal: q for unit in side.units for q in side.account.quantities_of(unit)}
        if side else {}
        for side in sides
    ]  # fmt: skip
    present = [row for row, side in zip(rows, sides, strict=True) if side]
    shared = set.intersection(*(set(row) for row in present)) if present else set()
    left = [[q for normal, q in row.items() if normal not in shared] for row in rows]
    values_shared = (
        set.intersection(*({q.value for q in row.values()} for row in present))
        if present
        else set()
    )
    left = [[q for q in row if q.value not in values_shared] for row in left]
    near = [_near(side) if side else set() for side in sides]
    measures = list(dict.fromkeys(q.measure for row in left for q in row))
    for measure in measures:
        found = [next((q for q in row if q.measure == measure), None) for row in left]
        told = [q for q in found if q]
        others = [near[n] for n, q in enumerate(found) if q is None and sides[n]]
        if len(told) == 1 and any(told[0].normal in each for each in others):
            continue
        values: list[Told | None] = []
        for quantity, side in zip(found, sides, strict=True):
            values.append(
                side.told(shown(side.account, quantity), quantity.normal, quantity.span)
                if side and quantity else None
            )  # fmt: skip
        yield change("number", values)


def _near(side: Side) -> set[str]:
    """The numbers of the sentences in which a side stands."""
    around = side.around
    return {q.normal for q in side.account.quantities if overlap((q.span,), around)}
