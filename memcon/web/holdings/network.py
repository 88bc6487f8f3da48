"""The network: who takes a stance towards whom, counted over the archive."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from memcon.archive.tables import ActorRow, RecordRow, StanceRow, StatementRow
from memcon.report.visible import line


@dataclass(frozen=True, slots=True)
class Tie:
    """How often one actor takes a stance towards another."""

    source: str
    source_name: str
    target: str
    target_name: str
    positive: int
    neutral: int
    negative: int

    @property
    def statements(self) -> int:
        """All together."""
        return self.positive + self.neutral + self.negative

    @property
    def sign(self) -> float:
        """−1 (all negative) to 1 (all positive)."""
        return (self.positive - self.negative) / self.statements


def network(
    session: Session, *, actor: str = "", since: str = "", until: str = "", most: int = 150
) -> list[Tie]:
    """The ties with the most statements.

    :param actor: an identity: only ties that it is an end of.
    """
    speaker, target = aliased(ActorRow), aliased(ActorRow)
    wanted = (
        select(
            speaker.identity, func.min(speaker.name), target.identity, func.min(target.name),
            StanceRow.polarity, func.count(),
        )
        .select_from(StanceRow)
        .join(StatementRow, StatementRow.id == StanceRow.statement_id)
        .join(RecordRow, RecordRow.id == StatementRow.record_id)
        .join(speaker, speaker.id == StatementRow.speaker_id)
        .join(target, target.id == StanceRow.target_id)
        .where(RecordRow.current == 1, speaker.identity != target.identity)
        .group_by(speaker.identity, target.identity, StanceRow.polarity)
    )  # fmt: skip
    if actor:
        wanted = wanted.where(or_(speaker.identity == actor, target.identity == actor))
    if since:
        wanted = wanted.where(StatementRow.date >= since)
    if until:
        wanted = wanted.where(StatementRow.date <= until + "~")
    counts: dict[tuple[str, str], list[int]] = {}
    names: dict[str, str] = {}
    for source, source_name, other, other_name, polarity, count in session.execute(wanted):
        names.setdefault(source, line(source_name))
        names.setdefault(other, line(other_name))
        counts.setdefault((source, other), [0, 0, 0])[polarity + 1] += count
    ties = [
        Tie(a, names[a], b, names[b], positive, neutral, negative)
        for (a, b), (negative, neutral, positive) in counts.items()
    ]
    return sorted(ties, key=lambda t: (-t.statements, t.source, t.target))[:most]
