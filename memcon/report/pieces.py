"""A text cut at every end of a span, each piece with the parts of attributions that it plays.

Spans overlap, nest and have holes; HTML elements can only nest. So nothing is wrapped around a
span: the text is cut where any span or line begins or ends, and each piece names all its parts.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from memcon.record import Record
from memcon.report.place import LINE_BREAK

Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line, all of whose characters play the same parts.

    :param parts: `(role, number of the attribution)`; of contents the outermost first.
    :param begins: numbers of the attributions whose content begins with this piece.
    """

    start: int
    end: int
    parts: tuple[tuple[Role, int], ...]
    begins: tuple[int, ...]

    def numbers(self, role: Role) -> tuple[int, ...]:
        """The attributions in which the piece plays that role."""
        return tuple(number for r, number in self.parts if r == role)


def pieces(record: Record) -> Iterator[tuple[Piece, ...]]:
    """The pieces of each line of the text; together they are the text without its line breaks."""
    changes = _changes(record)
    cuts = sorted(changes)
    contents = ((a.content[0][0], number) for number, a in enumerate(record.attributions))
    waiting = deque(sorted(contents))
    depths = _depths(record)
    active: set[tuple[Role, int]] = set()
    at = 0
    for start, end in _lines(record.text):
        row: list[Piece] = []
        while start < end:
            # Also what began or ended at the line break, which is in no piece.
            while at < len(cuts) and cuts[at] <= start:
                active ^= changes[cuts[at]]
                at += 1
            stop = min(end, cuts[at]) if at < len(cuts) else end
            parts = tuple(sorted(active, key=lambda p: (p[0], depths[p[1]], p[1])))
            begins = []
            while waiting and waiting[0][0] <= start:
                begins.append(waiting.popleft()[1])
            row.append(Piece(start, stop, parts, tuple(begins)))
            start = stop
        yield tuple(row)


def _changes(record: Record) -> dict[int, set[tuple[Role, int]]]:
    """At each offset, the parts that begin or end there."""
    changes: dict[int, set[tuple[Role, int]]] = defaultdict(set)
    for number, attribution in enumerate(record.attributions):
        for role in ROLES:
            for start, end in getattr(attribution, role):
                changes[start] ^= {(role, number)}
                changes[end] ^= {(role, number)}
    return changes


def _depths(record: Record) -> list[int]:
    """How many attributions each one lies in."""
    parents = {a.id: a.parent for a in record.attributions}
    depths = []
    for attribution in record.attributions:
        depth, parent = 0, attribution.parent
        while parent is not None:
            depth, parent = depth + 1, parents[parent]
        depths.append(depth)
    return depths


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in LINE_BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
