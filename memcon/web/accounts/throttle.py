"""Throttle: after some failed sign-ins, a name and an address wait.

A name waits so that nobody tries many passwords on it; an address, so that nobody tries one password on
many names. Only digests are kept, since people write passwords into the field for the name.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from memcon.web.errors import WebError
from memcon.web.store.tables import Attempt

#: Failures in so long a time, of one name and of one address, after which there is a wait.
WINDOW = timedelta(minutes=15)
OF_NAME, OF_ADDRESS = 5, 30


class TooManyError(WebError):
    """Too many sign-ins failed."""

    def __init__(self) -> None:
        super().__init__(
            429, "Too many attempts", "Too many sign-ins failed; try again in a quarter of an hour."
        )


def check(session: Session, name: str, address: str, now: datetime | None = None) -> None:
    """Let an attempt pass.

    :raises TooManyError: if too many failed lately.
    """
    since = ((now or datetime.now(UTC)) - WINDOW).isoformat()
    for key, most in ((_key("name", name), OF_NAME), (_key("address", address), OF_ADDRESS)):
        failed = select(func.count()).where(Attempt.key == key, Attempt.at > since)
        if (session.scalar(failed) or 0) >= most:
            raise TooManyError


def failed(session: Session, name: str, address: str, now: datetime | None = None) -> None:
    """Write down a failure."""
    at = now or datetime.now(UTC)
    session.execute(delete(Attempt).where(Attempt.at < (at - WINDOW).isoformat()))
    for key in (_key("name", name), _key("address", address)):
        session.add(Attempt(key=key, at=at.isoformat()))


def passed(session: Session, name: str) -> None:
    """Forget the failures of a name."""
    session.execute(delete(Attempt).where(Attempt.key == _key("name", name)))


def _key(kind: str, value: str) -> str:
    return hashlib.sha256(f"{kind} {value.casefold()}".encode()).hexdigest()
