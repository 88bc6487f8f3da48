"""Sessions and tokens: secrets by which a browser or a program is known again; only digests are kept."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from memcon.registry.judgements import now
from memcon.report.visible import line
from memcon.web.errors import UnfitError
from memcon.web.store.tables import SessionRow, Token, User

#: How long a browser stays signed in.
LASTS = timedelta(days=14)
#: By which a token is recognised for one, in logs and by scanners for secrets.
PREFIX = "memcon_"
#: What a token is for: to look things up alone, or to change them as well.
READ, WRITE = SCOPES = ("read", "write")
#: Days that a token holds, if nothing else is said, and at most.
DAYS, MOST_DAYS = 90, 366


def digest(secret: str) -> str:
    """What is kept of a secret; it has 256 random bits, so that a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def start(session: Session, user: User) -> str:
    """Sign a browser in.

    :returns: the secret, for its cookie.
    """
    secret = secrets.token_urlsafe(32)
    at = datetime.now(UTC)
    session.execute(delete(SessionRow).where(SessionRow.ends < at.isoformat()))
    session.add(
        SessionRow(
            digest=digest(secret), user_id=user.id, started=at.isoformat(),
            ends=(at + LASTS).isoformat(),
        )
    )  # fmt: skip
    return secret


def end(session: Session, secret: str) -> None:
    """Sign a browser out."""
    session.execute(delete(SessionRow).where(SessionRow.digest == digest(secret)))


def user_of_session(session: Session, secret: str) -> User | None:
    """Who signed in with that browser, if it still holds."""
    return session.scalar(
        select(User)
        .join(SessionRow, SessionRow.user_id == User.id)
        .where(
            SessionRow.digest == digest(secret), SessionRow.ends > datetime.now(UTC).isoformat(),
            User.active == 1,
        )
    )  # fmt: skip


def make_token(
    session: Session, user: User, name: str, scope: str = WRITE, days: int = DAYS
) -> str:
    """A token for a program of the user's.

    :param scope: what it is for.
    :param days: how long it holds, from 1 to 366.
    :returns: the secret, which is shown this once.
    :raises UnfitError: if one of them cannot be.
    """
    name = line(name)
    if scope not in SCOPES:
        raise UnfitError(f"A token is to {' or to '.join(SCOPES)}.")
    if not 0 < days <= MOST_DAYS:
        raise UnfitError(f"A token holds for 1 to {MOST_DAYS} days.")
    if not 0 < len(name) <= 100:
        raise UnfitError("Give the token a name of 1 to 100 characters: what it is for.")
    secret = PREFIX + secrets.token_urlsafe(32)
    ends = (datetime.now(UTC) + timedelta(days=days)).isoformat()
    session.add(
        Token(
            digest=digest(secret), user_id=user.id, name=name, added=now(), revoked=None,
            scope=scope, ends=ends,
        )
    )  # fmt: skip
    return secret


def user_of_token(session: Session, secret: str) -> tuple[User, str] | None:
    """Whose token it is and what it is for, if it still holds."""
    if not secret.startswith(PREFIX):
        return None
    at = datetime.now(UTC).isoformat()
    row = session.execute(
        select(User, Token.scope)
        .join(Token, Token.user_id == User.id)
        .where(Token.digest == digest(secret), Token.revoked.is_(None), User.active == 1)
        .where(Token.ends.is_(None) | (Token.ends > at))
    ).one_or_none()
    return None if row is None else (row[0], row[1])
