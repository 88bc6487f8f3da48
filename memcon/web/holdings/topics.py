"""Topics: what is spoken of, how often, by how many, and since when."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from memcon.archive.tables import ActorRow, RecordRow, StatementRow, TopicRow


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic over the archive.

    :param first: day of the first dated statement; `last` of the last.
    """

    identity: str
    name: str
    statements: int
    documents: int
    speakers: int
    first: str | None
    last: str | None


def topics(
    session: Session, words: str = "", *, limit: int = 50, offset: int = 0
) -> tuple[list[Topic], int]:
    """The topics with the most statements first, and how many there are."""
    wanted = (
        select(
            TopicRow.identity, func.min(TopicRow.topic),
            func.count(StatementRow.id).label("statements"),
            func.count(func.distinct(StatementRow.record_id)),
            func.count(func.distinct(ActorRow.identity)), func.min(StatementRow.date),
            func.max(StatementRow.date),
        )
        .join(StatementRow, StatementRow.id == TopicRow.statement_id)
        .join(RecordRow, RecordRow.id == StatementRow.record_id)
        .outerjoin(ActorRow, ActorRow.id == StatementRow.speaker_id)
        .where(RecordRow.current == 1, TopicRow.identity != "")
        .group_by(TopicRow.identity)
    )  # fmt: skip
    if words.strip():
        wanted = wanted.where(TopicRow.topic.icontains(words.strip(), autoescape=True))
    total = session.scalar(select(func.count()).select_from(wanted.subquery())) or 0
    ordered = wanted.order_by(func.count(StatementRow.id).desc(), TopicRow.identity)
    return [Topic(*row) for row in session.execute(ordered.limit(limit).offset(offset))], total
