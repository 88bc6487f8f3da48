"""Actors across documents: how often they speak and are spoken of, what they are called."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from memcon.archive.tables import ActorRow, RecordRow, StanceRow, StatementRow
from memcon.report.visible import line
from memcon.web.errors import NotFoundError

WORDS = {1: "positive", 0: "neutral", -1: "negative"}


@dataclass(frozen=True, slots=True)
class Standing:
    """How often somebody takes a stance towards somebody else; `identity` is of the other."""

    identity: str
    name: str
    positive: int = 0
    neutral: int = 0
    negative: int = 0

    @property
    def total(self) -> int:
        """All together."""
        return self.positive + self.neutral + self.negative


@dataclass(frozen=True, slots=True)
class Known:
    """An actor as all documents know it.

    :param names: by how often a document calls the actor so; the first is the one shown.
    :param titles: with in how many documents.
    """

    identity: str
    name: str
    kind: str
    country: str | None
    names: tuple[tuple[str, int], ...]
    titles: tuple[tuple[str, int], ...]
    documents: int
    statements: int


def list_actors(
    session: Session, words: str = "", *, limit: int = 50, offset: int = 0
) -> tuple[list[tuple[str, str, str, int]], int]:
    """Identity, name, kind and number of statements of those who speak, the most statements first."""
    wanted = (
        select(
            ActorRow.identity, func.min(ActorRow.name), func.min(ActorRow.kind),
            func.count(StatementRow.id),
        )
        .join(StatementRow, StatementRow.speaker_id == ActorRow.id)
        .join(RecordRow, RecordRow.id == ActorRow.record_id)
        .where(RecordRow.current == 1)
        .group_by(ActorRow.identity)
    )  # fmt: skip
    if words.strip():
        wanted = wanted.where(ActorRow.name.icontains(words.strip(), autoescape=True))
    total = session.scalar(select(func.count()).select_from(wanted.subquery())) or 0
    ordered = wanted.order_by(func.count(StatementRow.id).desc(), ActorRow.identity)
    rows = session.execute(ordered.limit(limit).offset(offset)).all()
    return [(a, b, c, d) for a, b, c, d in rows], total


def find_actor(session: Session, identity: str) -> Known:
    """Who has that identity.

    :raises NotFoundError: if nobody has.
    """
    rows = session.execute(
        select(ActorRow.name, ActorRow.kind, ActorRow.country, ActorRow.titles)
        .join(RecordRow, RecordRow.id == ActorRow.record_id)
        .where(ActorRow.identity == identity, RecordRow.current == 1)
    ).all()
    if not rows:
        raise NotFoundError("There is no such actor in the archive.")
    names = Counter(line(row.name) for row in rows)
    titles = Counter(
        title for row in rows for title in {line(t) for t in row.titles.split("; ") if t.strip()}
    )
    countries = Counter(row.country for row in rows if row.country)
    said = (
        select(func.count())
        .select_from(StatementRow)
        .join(ActorRow, ActorRow.id == StatementRow.speaker_id)
        .join(RecordRow, RecordRow.id == StatementRow.record_id)
        .where(ActorRow.identity == identity, RecordRow.current == 1)
    )
    return Known(
        identity, _most(names)[0][0], Counter(row.kind for row in rows).most_common(1)[0][0],
        countries.most_common(1)[0][0] if countries else None, _most(names), _most(titles),
        len(rows), session.scalar(said) or 0,
    )  # fmt: skip


def statements_by(session: Session, identity: str, *, limit: int, offset: int) -> list[int]:
    """Ids of the statements of an actor, the newest first."""
    found = (
        select(StatementRow.id)
        .join(ActorRow, ActorRow.id == StatementRow.speaker_id)
        .join(RecordRow, RecordRow.id == StatementRow.record_id)
        .where(ActorRow.identity == identity, RecordRow.current == 1)
        .order_by(func.coalesce(StatementRow.date, "").desc(), StatementRow.id)
    )
    return list(session.scalars(found.limit(limit).offset(offset)))


def stances_given(session: Session, identity: str) -> list[Standing]:
    """How the actor stands towards others, the most statements first."""
    return _stances(session, identity, given=True)


def stances_received(session: Session, identity: str) -> list[Standing]:
    """How others stand towards the actor, the most statements first."""
    return _stances(session, identity, given=False)


def _stances(session: Session, identity: str, *, given: bool) -> list[Standing]:
    speaker, target = aliased(ActorRow), aliased(ActorRow)
    own, other = (speaker, target) if given else (target, speaker)
    rows = session.execute(
        select(other.identity, func.min(other.name), StanceRow.polarity, func.count())
        .select_from(StanceRow)
        .join(StatementRow, StatementRow.id == StanceRow.statement_id)
        .join(RecordRow, RecordRow.id == StatementRow.record_id)
        .join(speaker, speaker.id == StatementRow.speaker_id)
        .join(target, target.id == StanceRow.target_id)
        .where(own.identity == identity, other.identity != identity, RecordRow.current == 1)
        .group_by(other.identity, StanceRow.polarity)
    ).all()
    found: dict[str, dict[str, int]] = {}
    names: dict[str, str] = {}
    for key, name, polarity, count in rows:
        names.setdefault(key, line(name))
        found.setdefault(key, {})[WORDS[polarity]] = count
    made = [Standing(key, names[key], **counts) for key, counts in found.items()]
    return sorted(made, key=lambda s: (-s.total, s.name))


def _most(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
