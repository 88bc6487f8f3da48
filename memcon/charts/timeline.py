"""The timeline: statements and the conflict–cooperation score of each dyad over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from memcon.charts.part import Part, part
from memcon.charts.people import Party, party
from memcon.charts.periods import Period, begin
from memcon.charts.ties import Tie, ties
from memcon.record import Record

#: What happened. What is wished, demanded, denied or supposed is no act of the one on the other.
MODALITIES = frozenset(("occurred",))


@dataclass(frozen=True, slots=True)
class Point:
    """What one actor said of another, and did to it, in one period.

    :param period: its first day.
    :param statements: how many speak of the target; `positive` and `negative` ones of them.
    :param events: how many are told.
    :param score: mean of those that have one, −10 (conflict) to +10 (cooperation), or None.
    """

    period: date
    source: Party
    target: Party
    statements: int
    positive: int
    negative: int
    events: int
    score: float | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The points, by time and then by names.

    :param undated: statements and events that no date places.
    """

    period: Period
    points: tuple[Point, ...]
    undated: int


def timeline(records: Iterable[Record | Part], period: Period = "month") -> Timeline:
    """The timeline of all dyads.

    A statement is of the day of its document; an event of its own date, else of that day.
    """
    cells: dict[tuple[date, str, str], dict[str, Any]] = {}
    names: dict[str, Party] = {}
    undated = 0

    def cell(day: str | None, source: Party, target: Party) -> dict[str, Any]:
        nonlocal undated
        at = begin(day, period)
        if at is None:
            undated += 1
            return _empty()
        names.setdefault(source.key, source)
        names.setdefault(target.key, target)
        return cells.setdefault((at, source.key, target.key), _empty())

    for given in records:
        asked = part(given)
        record = asked.record
        for tie in ties([asked]):
            _count(cell(tie.date, tie.source, tie.target), tie)
        parties = {actor.id: party(actor) for actor in record.actors}
        for event in record.events:
            if event.modality not in MODALITIES or not asked.told_in(event.attribution):
                continue
            day = event.date if begin(event.date, period) else record.document.date
            for source in event.sources:
                for target in event.targets:
                    other = parties[source].key != parties[target].key
                    if other and asked.joins(source, target):
                        found = cell(day, parties[source], parties[target])
                        found["events"] += 1
                        if event.score is not None:
                            found["scores"].append(event.score)
    points = [
        Point(at, names[source], names[target], c["statements"], c["positive"], c["negative"],
              c["events"], sum(c["scores"]) / len(c["scores"]) if c["scores"] else None)
        for (at, source, target), c in cells.items()
    ]  # fmt: skip
    points.sort(key=lambda p: (p.period, p.source.key, p.target.key))
    return Timeline(period, tuple(points), undated)


def busiest(timeline: Timeline, count: int) -> list[tuple[Party, Party]]:
    """The dyads of which most is told, the most first; equal ones by name."""
    told: Counter[tuple[Party, Party]] = Counter()
    for point in timeline.points:
        told[point.source, point.target] += point.statements + point.events
    order = sorted(told, key=lambda dyad: (-told[dyad], dyad[0].key, dyad[1].key))
    return order[:count]


def _empty() -> dict[str, Any]:
    return {"statements": 0, "positive": 0, "negative": 0, "events": 0, "scores": []}


def _count(cell: dict[str, Any], tie: Tie) -> None:
    cell["statements"] += 1
    cell["positive"] += tie.polarity > 0
    cell["negative"] += tie.polarity < 0
