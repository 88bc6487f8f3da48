"""Throttle: after some failed attempts, a name and an address wait.

A name waits so that nobody tries many passwords on it; an address, so that nobody tries one password on
many names. An attempt is counted before the password is looked at, in the transaction that looks how
many there were: of many at once no more are tried than one after the other. Only digests are kept, since
people write passwords into the field for the name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, func, or_, select
from sqlalchemy.orm import Session

from memcon.web.accounts.callers import shared
from memcon.web.accounts.names import folded
from memcon.web.errors import WebError
from memcon.web.store.tables import Attempt

#: Failures in so long a time, of one name and of one address, after which there is a wait.
WINDOW = timedelta(minutes=15)
OF_NAME, OF_ADDRESS = 5, 30

#: What an attempt is counted under, and how many there may be of it.
Counted = tuple[str, int]


class TooManyError(WebError):
    """Too many attempts failed."""

    def __init__(self) -> None:
        super().__init__(
            429,
            "Too many attempts",
            "Too many attempts failed; try again in a quarter of an hour.",
            {"Retry-After": str(int(WINDOW.total_seconds()))},
        )


def of_sign_in(name: str, address: str) -> tuple[Counted, ...]:
    """What a sign-in is counted under."""
    return (
        (_key("name", folded(name)), OF_NAME),
        (_key("address", shared(address)), OF_ADDRESS),
    )


def of_change(user: int) -> tuple[Counted, ...]:
    """What a change of password is counted under: not the name, or a thief could lock its owner out."""
    return ((_key("change", str(user)), OF_NAME),)


def count(
    session: Session, under: Sequence[Counted], now: datetime | None = None
) -> tuple[int, ...]:
    """Count an attempt as failed; to be called in a transaction that writes.

    :returns: what `forgive` takes.
    :raises TooManyError: if too many failed lately.
    """
    at = now or datetime.now(UTC)
    since = (at - WINDOW).isoformat()
    # What lies ahead was counted before the clock was set back; a minute is for those who wait.
    ahead = (at + timedelta(minutes=1)).isoformat()
    session.execute(delete(Attempt).where(or_(Attempt.at < since, Attempt.at > ahead)))
    for key, most in under:
        failed = select(func.count()).where(Attempt.key == key, Attempt.at > since)
        if (session.scalar(failed) or 0) >= most:
            raise TooManyError
    rows = [Attempt(key=key, at=at.isoformat()) for key, _ in under]
    session.add_all(rows)
    session.flush()
    return tuple(row.id for row in rows)


def forgive(session: Session, counted: Sequence[int], under: Sequence[Counted]) -> None:
    """Take an attempt back that was none; the failures of its name (the first) are forgotten."""
    session.execute(delete(Attempt).where(Attempt.id.in_(counted)))
    session.execute(delete(Attempt).where(Attempt.key == under[0][0]))


def _key(kind: str, value: str) -> str:
    return hashlib.sha256(f"{kind} {value}".encode("utf-8", "surrogatepass")).hexdigest()
