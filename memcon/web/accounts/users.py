"""Users: made, found, changed. There is no user that nobody made, and no password that nobody chose."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from memcon.registry.judgements import now
from memcon.report.visible import line
from memcon.web.accounts.names import folded, reserved
from memcon.web.accounts.passwords import hashed
from memcon.web.accounts.roles import ROLES
from memcon.web.errors import UnfitError
from memcon.web.store.tables import SessionRow, Token, User

_LONGEST = 100


def any_users(session: Session) -> bool:
    """Whether anybody has an account."""
    return session.scalar(select(User.id).limit(1)) is not None


def all_users(session: Session) -> Sequence[User]:
    """Everybody who has an account, by name."""
    return session.scalars(select(User).order_by(User.name)).all()


def find_user(session: Session, name: str) -> User | None:
    """The user of that name, however it is capitalised."""
    return session.scalar(select(User).where(User.folded == folded(name)))


def add_user(
    session: Session, name: str, role: str, password: str | None, subject: str | None = None
) -> User:
    """Make an account.

    :param password: None only for who signs in by a provider of identities, `subject`.
    :raises UnfitError: if the name is taken reserved or empty, or the password too short.
    """
    name = line(name)
    if not name or len(name) > _LONGEST:
        raise UnfitError(f"A user's name has 1 to {_LONGEST} characters.")
    if reserved(name):
        raise UnfitError(f"Nobody may be called {name}: memcon calls those so who need no account.")
    if find_user(session, name) is not None:
        raise UnfitError(f"There is a user {name} already.")
    if password is None and subject is None:
        raise UnfitError("A user needs a password.")
    user = User(
        name=name, folded=folded(name), subject=subject,
        password=None if password is None else hashed(password), role=checked(role), active=1,
        added=now(),
    )  # fmt: skip
    session.add(user)
    session.flush()
    return user


def set_password(session: Session, user: User, password: str) -> None:
    """Give a user another password; all browsers must sign in again."""
    keep_password(session, user, hashed(password))


def keep_password(session: Session, user: User, hash: str) -> None:
    """Keep the hash of a user's new password; all browsers must sign in again."""
    user.password = hash
    end_sessions(session, user)


def set_role(session: Session, user: User, role: str, *, active: bool) -> None:
    """Change what a user may do.

    :raises UnfitError: if nobody would be left who could see to users.
    """
    admins = select(func.count()).where(User.role == "admin", User.active == 1, User.id != user.id)
    if (checked(role) != "admin" or not active) and not session.scalar(admins):
        raise UnfitError("This is the last admin; make another one first.")
    user.role = role
    user.active = int(active)
    if not active:
        end_sessions(session, user)


def end_sessions(session: Session, user: User) -> None:
    """Sign a user out everywhere, programs included."""
    for row in session.scalars(select(SessionRow).where(SessionRow.user_id == user.id)):
        session.delete(row)
    for token in session.scalars(select(Token).where(Token.user_id == user.id)):
        token.revoked = token.revoked or now()


def checked(role: str) -> str:
    """The role, if it is one.

    :raises UnfitError: if not.
    """
    if role not in ROLES:
        raise UnfitError(f"A role is one of {', '.join(ROLES)}.")
    return role
