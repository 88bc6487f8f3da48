"""Judgements: who said, when and why, that two entries are one actor, are two, or may be either.

They are only added. One that was wrong is undone by another, and so can the undoing be.
The pattern is that of nomenklatura's resolver (opensanctions.org).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from memcon.registry.tables import JudgementRow

Verdict = Literal["same", "different", "unsure"]
#: Who judges when a rule does.
RULES = "memcon"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One row of the log.

    :param verdict: on `left` and `right`, ids of entries; or `undo`, of the judgement `undoes`.
    :param at: instant, ISO 8601 in UTC.
    :param rule: the automatic rule that judged; None if somebody did.
    """

    id: int
    verdict: Verdict | Literal["undo"]
    left: int | None
    right: int | None
    undoes: int | None
    by: str
    at: str
    why: str
    rule: str | None = None

    @property
    def pair(self) -> tuple[int, int]:
        """The two entries, the smaller id first.

        :raises TypeError: if it is an undoing, which has none.
        """
        if self.left is None or self.right is None:
            raise TypeError(f"judgement {self.id} undoes another and has no entries")
        return min(self.left, self.right), max(self.left, self.right)


def standing(log: Iterable[Judgement]) -> list[Judgement]:
    """Those that nothing undoes, in their order; undoings are not among them."""
    judgements = sorted(log, key=lambda j: j.id)
    gone = undone(judgements)
    return [j for j in judgements if j.undoes is None and j.id not in gone]


def undone(log: Iterable[Judgement]) -> dict[int, int]:
    """Ids of the judgements and undoings that are undone, each with what undoes it.

    An undoing that is itself undone does not count: what it undid stands again.
    """
    out: dict[int, int] = {}
    # What undoes comes later than what it undoes, and so is settled first.
    for judgement in sorted(log, key=lambda j: j.id, reverse=True):
        if judgement.undoes is not None and judgement.id not in out:
            out[judgement.undoes] = judgement.id
    return out


def load_judgements(session: Session) -> list[Judgement]:
    """The whole log, the oldest first."""
    return [
        _judgement(row) for row in session.scalars(select(JudgementRow).order_by(JudgementRow.id))
    ]


def add_judgement(
    session: Session, verdict: Verdict, left: int, right: int, by: str, why: str, rule: str | None
) -> Judgement:
    """Write a judgement of two entries into the log; who calls has checked that it may stand."""
    pair = {"left_id": min(left, right), "right_id": max(left, right)}
    return _added(
        session, JudgementRow(verdict=verdict, by=by, at=now(), why=why, rule=rule, **pair)
    )


def add_undoing(session: Session, undoes: int, by: str, why: str) -> Judgement:
    """Write into the log that a judgement is undone."""
    return _added(session, JudgementRow(verdict="undo", undoes_id=undoes, by=by, at=now(), why=why))


def now() -> str:
    """The present instant, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _added(session: Session, row: JudgementRow) -> Judgement:
    session.add(row)
    session.flush()
    return _judgement(row)


def _judgement(row: JudgementRow) -> Judgement:
    return Judgement(
        id=row.id,
        verdict=row.verdict,  # type: ignore[arg-type]
        left=row.left_id,
        right=row.right_id,
        undoes=row.undoes_id,
        by=row.by,
        at=row.at,
        why=row.why,
        rule=row.rule,
    )
