"""Positions: who is for or against which concept, as discourse network analysis counts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from memcon.charts.part import Part, part
from memcon.charts.people import Party, party
from memcon.record import Record

#: Acts that are for what they are about, and against it; any other takes no side.
FOR = frozenset(("agree", "support", "praise", "welcome", "thank", "congratulate"))
AGAINST = frozenset((
    "deny", "accuse", "criticise", "doubt", "condemn", "complain", "refuse", "oppose", "threaten",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Position:
    """A statement for (+1) or against (−1) a concept: a topic, or an actor by its name."""

    holder: Party
    concept: str
    sign: int
    date: str | None
    document: str


def positions(records: Iterable[Record | Part]) -> Iterator[Position]:
    """The positions that Records tell of.

    A stance is one, towards the actor; of topics those of statements whose act is for or against,
    unless the part is of some actors spoken of: then only stances towards these count.
    """
    for given in records:
        asked = part(given)
        record = asked.record
        actors = {actor.id: actor for actor in record.actors}
        speakers = {a.id: actors.get(a.speaker or "") for a in record.attributions}
        about = record.document
        for statement in record.statements:
            speaker = speakers[statement.attribution]
            if speaker is None or not asked.by(speaker.id):
                continue
            if not asked.told_in(statement.attribution):
                continue
            sign = (statement.act in FOR) - (statement.act in AGAINST)
            told: list[tuple[str, int]] = [
                (actors[s.target].name, s.polarity) for s in statement.stances if asked.on(s.target)
            ]
            if asked.targets is None:
                told += [(topic, sign) for topic in statement.topics]
            for concept, side in told:
                if side:
                    name = " ".join(concept.split())
                    yield Position(party(speaker), name, side, about.date, about.name)
