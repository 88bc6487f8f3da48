"""Judgements: who said, when and why, that two entries are one actor, are two, or may be either.

They are only added. One that was wrong is undone by another, and so can the undoing be.
The pattern is that of nomenklatura's resolver (opensanctions.org).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from memcon.registry.tables import JudgementRow
from memcon.report.visible import line

Verdict = Literal["same", "different", "unsure"]
#: Who judges when a rule does.
RULES = "memcon"
#: What a Judgement holds, in its own order.
_COLUMNS = (
    JudgementRow.id, JudgementRow.verdict, JudgementRow.left_id, JudgementRow.right_id,
    JudgementRow.undoes_id, JudgementRow.by, JudgementRow.at, JudgementRow.why, JudgementRow.rule,
)  # fmt: skip


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
    rows: Iterable[Any] = session.execute(select(*_COLUMNS).order_by(JudgementRow.id))
    return [Judgement(*row) for row in rows]


def add_judgement(
    session: Session, verdict: Verdict, left: int, right: int, by: str, why: str, rule: str | None
) -> Judgement:
    """Write a judgement of two entries into the log; who calls has checked that it may stand."""
    pair = {"left_id": min(left, right), "right_id": max(left, right)}
    row = JudgementRow(verdict=verdict, by=line(by), at=now(), why=line(why), rule=rule, **pair)
    return _added(session, row)


def add_undoing(session: Session, undoes: int, by: str, why: str) -> Judgement:
    """Write into the log that a judgement is undone."""
    row = JudgementRow(verdict="undo", undoes_id=undoes, by=line(by), at=now(), why=line(why))
    return _added(session, row)


def now() -> str:
    """The present instant, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _added(session: Session, row: JudgementRow) -> Judgement:
    session.add(row)
    session.flush()
    return Judgement(*(getattr(row, column.key) for column in _COLUMNS))
