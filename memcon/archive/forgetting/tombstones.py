"""Tombstones: that something was forgotten, by whom, when and why. Rows are only added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from memcon.archive.tables import Forgotten
from memcon.registry.judgements import now
from memcon.report.visible import line


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A text, or bytes that texts were taken from, which the archive has forgotten.

    :param kind: `text` or `original`.
    :param sha256: its digest.
    :param at: instant, ISO 8601 in UTC.
    """

    kind: str
    sha256: str
    at: str
    by: str
    why: str


def tombstones(session: Session) -> list[Tombstone]:
    """All, the oldest first."""
    rows = session.scalars(select(Forgotten).order_by(Forgotten.id))
    return [Tombstone(row.kind, row.sha256, row.at, row.by, row.why) for row in rows]


def forgotten(session: Session, digests: Iterable[str]) -> dict[str, Tombstone]:
    """Those of the digests that are forgotten."""
    asked = select(Forgotten).where(Forgotten.sha256.in_(set(digests)))
    return {
        row.sha256: Tombstone(row.kind, row.sha256, row.at, row.by, row.why)
        for row in session.scalars(asked)
    }


def bury(session: Session, kind: str, digests: Iterable[str], by: str, why: str) -> None:
    """Add tombstones."""
    id = session.scalar(select(func.max(Forgotten.id))) or 0
    for number, sha256 in enumerate(sorted(set(digests)), start=1):
        session.add(
            Forgotten(
                id=id + number, kind=kind, sha256=sha256, at=now(), by=line(by), why=line(why)
            )
        )
    session.flush()
