"""Facets: how many of the statements that were found are by whom, towards whom, of which act and year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from memcon.archive.tables import ActorRow, RecordRow, StanceRow, StatementRow, TopicRow, Version

_WORDS = {-1: "negative", 0: "neutral", 1: "positive"}


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to part what was found.

    :param name: as the options of `memcon search` are called.
    :param counts: values with how many statements have them, the most first.
    """

    name: str
    counts: list[tuple[str, int]]


def count_facets(session: Session, ids: Sequence[int], most: int = 10) -> list[Facet]:
    """Count what the statements are.

    :param most: values that are given of each facet.
    """
    if not ids:
        return []
    speaker = aliased(ActorRow)
    rows = session.execute(
        select(
            StatementRow.act, StatementRow.date, speaker.identity, speaker.name, Version.publisher
        )
        .join(RecordRow, RecordRow.id == StatementRow.record_id)
        .join(Version, Version.id == RecordRow.version_id)
        .outerjoin(speaker, speaker.id == StatementRow.speaker_id)
        .where(StatementRow.id.in_(ids))
    ).all()
    stances = session.execute(
        select(StanceRow.statement_id, ActorRow.identity, ActorRow.name, StanceRow.polarity)
        .join(ActorRow, ActorRow.id == StanceRow.target_id)
        .where(StanceRow.statement_id.in_(ids))
    ).all()
    topics = session.execute(
        select(TopicRow.statement_id, TopicRow.identity, TopicRow.topic).where(
            TopicRow.statement_id.in_(ids)
        )
    ).all()
    attitudes = {(id, polarity) for id, _, _, polarity in stances}
    towards = {(id, identity, name) for id, identity, name, _ in stances}
    facets = [
        Facet("speaker", _called([(row[2], row[3]) for row in rows if row[2]], most)),
        Facet("about", _called([(identity, name) for _, identity, name in towards], most)),
        Facet("stance", _most([_WORDS[polarity] for _, polarity in attitudes], most)),
        Facet("act", _most([row[0] for row in rows if row[0]], most)),
        Facet("topic", _called([(identity, topic) for _, identity, topic in topics], most)),
        Facet("publisher", _most([row[4] for row in rows if row[4]], most)),
        Facet("year", sorted(Counter(row[1][:4] for row in rows if row[1]).items())),
    ]
    return [facet for facet in facets if facet.counts]


def _most(values: list[str], most: int) -> list[tuple[str, int]]:
    return sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0]))[:most]


def _called(found: list[tuple[str, str]], most: int) -> list[tuple[str, int]]:
    """Values that are the same by their identity, each by the name that it has most often."""
    count = Counter(identity for identity, _ in found)
    names: dict[str, Counter[str]] = {}
    for identity, name in found:
        names.setdefault(identity, Counter())[name] += 1
    first = sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
    return [
        (min(names[identity].items(), key=lambda pair: (-pair[1], pair[0]))[0], number)
        for identity, number in first
    ]
