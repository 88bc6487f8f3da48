"""Directness: words quoted in one account and reported in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.comparison.changes.side import Side, change
from memcon.comparison.model import Change, Told


def directness(sides: Sequence[Side | None]) -> Iterator[Change]:
    values: list[Told | None] = []
    quoted = set()
    for side in sides:
        if side is None:
            values.append(None)
            continue
        types = [unit.attributions[n].type for unit in side.units for n in unit.chain]
        normal = "direct" if "direct" in types else "mixed" if "mixed" in types else "indirect"
        quoted.add(normal != "indirect")
        values.append(side.told(normal, normal, side.spans[0]))
    if len(quoted) > 1:
        yield change("form", values)
