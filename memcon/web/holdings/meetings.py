"""Other accounts: texts that may be of the same meeting, by days and by who is in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import distinct, func, select
from sqlalchemy.orm import Session

from memcon.archive.documents import neighbours
from memcon.archive.tables import ActorRow, RecordRow
from memcon.web.holdings.documents import Listed, texts_of

#: A readout comes out within some days of the meeting.
_DAYS = 7
#: Actors that two accounts must share, named in both.
_SHARED = 2
_MOST = 20
#: Kinds whose names say who met; groups and populations are in too many texts.
_KINDS = ("person", "state", "government", "organisation")


@dataclass(frozen=True, slots=True)
class Account:
    """A text, and why it may be of the same meeting."""

    text: Listed
    shared: tuple[str, ...]
    alike: float | None


def other_accounts(session: Session, sha256: str) -> list[Account]:
    """Texts that may be of the meeting that this one is of, the likeliest first."""
    own = session.execute(
        select(RecordRow.id, RecordRow.date).where(RecordRow.text_sha256 == sha256)
    ).one_or_none()
    if own is None:
        return []
    alike = dict(neighbours(session, sha256))
    named = select(ActorRow.identity).where(ActorRow.record_id == own.id, ActorRow.kind.in_(_KINDS))
    shared = (
        select(RecordRow.text_sha256, func.count(distinct(ActorRow.identity)))
        .join(ActorRow, ActorRow.record_id == RecordRow.id)
        .where(RecordRow.id != own.id, RecordRow.current == 1, ActorRow.identity.in_(named))
        .group_by(RecordRow.text_sha256)
        .having(func.count(distinct(ActorRow.identity)) >= _SHARED)
        .order_by(func.count(distinct(ActorRow.identity)).desc(), RecordRow.text_sha256)
        .limit(_MOST)
    )
    if own.date:
        shared = shared.where(RecordRow.date.between(*_around(own.date)))
    counted = [digest for digest, _ in session.execute(shared)]
    texts = texts_of(session, list({*counted, *alike}))
    out = [
        Account(text, _names(session, own.id, digest), alike.get(digest))
        for digest, text in texts.items()
        if digest != sha256
    ]
    return sorted(out, key=lambda a: (-(a.alike or 0), -len(a.shared), a.text.label))


def _names(session: Session, record: int, sha256: str) -> tuple[str, ...]:
    there = (
        select(ActorRow.identity)
        .join(RecordRow, RecordRow.id == ActorRow.record_id)
        .where(RecordRow.text_sha256 == sha256)
    )
    own = select(ActorRow.name).where(
        ActorRow.record_id == record, ActorRow.identity.in_(there), ActorRow.kind.in_(_KINDS)
    )
    return tuple(session.scalars(own.order_by(ActorRow.id).limit(6)))


def _around(day: str) -> tuple[str, str]:
    """The days around a day; of a month or a year that one itself."""
    try:
        middle = date.fromisoformat(day)
    except ValueError:
        return day, day + "~"
    some = timedelta(days=_DAYS)
    return (middle - some).isoformat(), (middle + some).isoformat()
