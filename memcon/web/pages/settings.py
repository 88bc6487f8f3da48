"""Settings: one's own password and tokens; for admins, users and what the archive holds."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from memcon.archive.tables import Correction, RecordRow, StatementRow
from memcon.registry.judgements import now
from memcon.web.accounts import throttle
from memcon.web.accounts.passwords import fits, hashed
from memcon.web.accounts.roles import ROLES
from memcon.web.accounts.sessions import DAYS, MOST_DAYS, READ, SCOPES, make_token
from memcon.web.accounts.users import add_user, all_users, keep_password, set_password, set_role
from memcon.web.accounts.visitors import Admin, AtDesk, Posted, Reader, Visitor, field
from memcon.web.desk import Desk
from memcon.web.errors import NotFoundError, UnfitError
from memcon.web.numbers import row_id
from memcon.web.pages.rendering import page, to
from memcon.web.store.tables import Token, User

router = APIRouter(include_in_schema=False, prefix="/settings")


@router.get("")
def settings(request: Request, desk: AtDesk, visitor: Reader) -> Response:
    """All settings that the visitor may see."""
    return _shown(request, desk, visitor)


@router.post("/password")
def password(request: Request, form: Posted, desk: AtDesk, visitor: Reader) -> Response:
    """Another password."""
    counted = throttle.of_change(visitor.user or 0)
    rows = desk.database.write(lambda s: throttle.count(s, counted))
    with desk.database.reading() as session:
        kept = _user(session, visitor.user).password
    if not fits(kept, field(form, "old")[:2000]):
        raise UnfitError("The present password is not right.")
    # Not within a transaction: it takes a while on purpose.
    new = hashed(field(form, "new"))

    def change(session: Session) -> None:
        throttle.forgive(session, rows, counted)
        keep_password(session, _user(session, visitor.user), new)

    desk.database.write(change)
    return to("/sign-in")


@router.post("/tokens")
def tokens(request: Request, form: Posted, desk: AtDesk, visitor: Reader) -> Response:
    """A token more, which is shown once; or one less."""
    gone = field(form, "gone")
    if gone:

        def revoke(session: Session) -> None:
            token = session.get(Token, row_id(gone) or 0)
            if token is not None and token.user_id == visitor.user:
                token.revoked = token.revoked or now()

        desk.database.write(revoke)
        return to("/settings#tokens")
    name, scope = field(form, "name"), field(form, "scope", READ)
    days = row_id(field(form, "days", str(DAYS))) or 0
    secret = desk.database.write(lambda s: make_token(s, _user(s, visitor.user), name, scope, days))
    return _shown(request, desk, visitor, secret=secret)


@router.post("/users")
def users(request: Request, form: Posted, desk: AtDesk, visitor: Admin) -> Response:
    """An account more, or one changed."""
    id, role = field(form, "id"), field(form, "role")
    if not id:
        name, secret = field(form, "name"), field(form, "password")

        def make(session: Session) -> None:
            first = session.scalar(select(User.id).limit(1)) is None
            if first and role != "admin":
                raise UnfitError("The first user must be an admin; nobody could add others else.")
            add_user(session, name, role, secret)

        desk.database.write(make)
        return to("/settings#users")
    active = field(form, "active") == "yes"

    def change(session: Session) -> None:
        user = _user(session, row_id(id))
        set_role(session, user, role, active=active)
        if field(form, "password"):
            set_password(session, user, field(form, "password"))

    desk.database.write(change)
    return to("/settings#users")


def _shown(request: Request, desk: Desk, visitor: Visitor, secret: str = "") -> Response:
    with desk.database.reading() as session:
        everybody = all_users(session) if visitor.may("admin") else []
        own = session.scalars(
            select(Token).where(Token.user_id == (visitor.user or 0), Token.revoked.is_(None))
        ).all()
        counts = {
            name: session.scalar(select(func.count()).select_from(table)) or 0
            for name, table in (
                ("documents", RecordRow), ("statements", StatementRow), ("corrections", Correction),
            )
        }  # fmt: skip
        session.expunge_all()
    return page(
        request, "settings.html.j2", users=everybody, tokens=own, secret=secret, roles=ROLES,
        scopes=SCOPES, days=DAYS, most_days=MOST_DAYS, counts=counts, label=desk.archive.label,
        local=visitor.user is None,
    )  # fmt: skip


def _user(session: Session, id: int | None) -> User:
    user = session.get(User, id) if id else None
    if user is None:
        raise NotFoundError("There is no such user; tokens and passwords belong to accounts.")
    return user
