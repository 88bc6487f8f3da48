"""Times: statements by month, and how they take sides."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from memcon.archive.tables import ActorRow, RecordRow, StanceRow, StatementRow, TopicRow


@dataclass(frozen=True, slots=True)
class Period:
    """A month, or a year where there are too many months.

    :param period: `2022-05` or `2022`.
    :param statements: all of that time; `positive` and `negative` of those with such a stance.
    """

    period: str
    statements: int
    documents: int
    positive: int
    negative: int


#: With more months than this, years are shown.
_MONTHS = 120


def timeline(
    session: Session, *, speaker: str = "", topic: str = "", since: str = "", until: str = ""
) -> list[Period]:
    """Statements by month, or by year over a long time, in the order of time.

    :param speaker: an actor's identity; `topic` likewise a topic's.
    """
    periods = _periods(session, 7, speaker, topic, since, until)
    if len(periods) > _MONTHS:
        periods = _periods(session, 4, speaker, topic, since, until)
    return periods


def _periods(
    session: Session, letters: int, speaker: str, topic: str, since: str, until: str
) -> list[Period]:
    period = func.substr(StatementRow.date, 1, letters)
    signs = (
        select(
            StanceRow.statement_id.label("id"),
            func.max(case((StanceRow.polarity > 0, 1), else_=0)).label("positive"),
            func.max(case((StanceRow.polarity < 0, 1), else_=0)).label("negative"),
        )
        .group_by(StanceRow.statement_id)
        .subquery()
    )
    wanted = (
        select(
            period, func.count(StatementRow.id), func.count(func.distinct(StatementRow.record_id)),
            func.coalesce(func.sum(signs.c.positive), 0), func.coalesce(func.sum(signs.c.negative), 0),
        )
        .join(RecordRow, RecordRow.id == StatementRow.record_id)
        .outerjoin(signs, signs.c.id == StatementRow.id)
        .where(RecordRow.current == 1, StatementRow.date.is_not(None))
        .group_by(period)
        .order_by(period)
    )  # fmt: skip
    if speaker:
        wanted = wanted.join(ActorRow, ActorRow.id == StatementRow.speaker_id).where(
            ActorRow.identity == speaker
        )
    if topic:
        of_topic = select(TopicRow.statement_id).where(TopicRow.identity == topic)
        wanted = wanted.where(StatementRow.id.in_(of_topic))
    if since:
        wanted = wanted.where(StatementRow.date >= since)
    if until:
        wanted = wanted.where(StatementRow.date <= until + "~")
    return [Period(*row) for row in session.execute(wanted)]
