"""Ties: who speaks of whom, and how, statement by statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from memcon.charts.part import Part, part
from memcon.charts.people import Party, party
from memcon.record import Attribution, Record, Span


@dataclass(frozen=True, slots=True)
class Tie:
    """One attribution in which somebody speaks of somebody else.

    :param polarity: −1, 0 or +1: the stance; 0 also where the other is only named.
    :param date: of the document, ISO 8601; None if it is not dated.
    :param document: its name; `text` the SHA-256 of its text.
    :param act: of the statement.
    """

    source: Party
    target: Party
    polarity: int
    date: str | None
    document: str
    attribution: str
    act: str | None = None
    text: str = ""


def ties(records: Iterable[Record | Part]) -> Iterator[Tie]:
    """The ties of each Record or part of one, in the order of its attributions and actors.

    Of one attribution each other actor counts once: by the sign of the speaker's stances towards it
    (the sum of several), or, without a stance, because a mention of it lies in the content and in no
    content nested in that. A speaker's words of himself are no tie.
    """
    for record in records:
        yield from _of(part(record))


def _of(asked: Part) -> Iterator[Tie]:
    record = asked.record
    actors = {actor.id: actor for actor in record.actors}
    inside: dict[str | None, list[Attribution]] = {}
    for a in record.attributions:
        inside.setdefault(a.parent, []).append(a)
    signs: dict[str, dict[str, int]] = {}
    acts: dict[str, str | None] = {}
    for statement in record.statements:
        acts.setdefault(statement.attribution, statement.act)
        held = signs.setdefault(statement.attribution, {})
        for stance in statement.stances:
            held[stance.target] = held.get(stance.target, 0) + stance.polarity
    for a in record.attributions:
        speaker = actors.get(a.speaker or "")
        if speaker is None or not (asked.told_in(a.id) and asked.by(speaker.id)):
            continue
        nested = [span for child in inside.get(a.id, ()) for span in child.content]
        held = signs.get(a.id, {})
        for id, actor in actors.items():
            if not asked.on(id):
                continue
            named = any(_lies(m, a.content) and not _lies(m, nested) for m in actor.mentions)
            source, target = party(speaker), party(actor)
            if source.key != target.key and (id in held or named):
                sum = held.get(id, 0)
                yield Tie(source, target, (sum > 0) - (sum < 0), record.document.date,
                          record.document.name, a.id, acts.get(a.id), record.document.sha256)  # fmt: skip


def _lies(span: Span, within: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in within)
