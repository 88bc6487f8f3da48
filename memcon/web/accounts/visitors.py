"""Visitors: who makes a request, and whether the form that it sends is one of ours.

A form carries a token that only our pages know: an HMAC of the browser's cookie. Browsers also say where
a request comes from (Origin, Sec-Fetch-Site); what comes from elsewhere is refused.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from sqlalchemy.orm import Session
from starlette.datastructures import FormData

from memcon.web.accounts.names import LOCAL
from memcon.web.accounts.roles import Role, reaches
from memcon.web.accounts.sessions import WRITE, user_of_session, user_of_token
from memcon.web.accounts.users import any_users
from memcon.web.desk import Desk
from memcon.web.errors import NotAllowedError, SignInNeededError, WebError

#: Cookies: of a browser that has signed in, and of any browser.
SESSION, BROWSER = "memcon_session", "memcon_browser"
SAFE = {"GET", "HEAD", "OPTIONS"}
#: Where tokens of programs are taken.
PROGRAMS = "/api/v1/"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who makes a request.

    :param name: of the user; LOCAL where no accounts are needed, "" for nobody.
    :param user: id of the account, if there is one.
    :param by_token: whether a program asks, by a token of the user's.
    :param scope: what that token is for.
    """

    name: str
    role: str
    user: int | None = None
    by_token: bool = False
    scope: str = WRITE

    def may(self, role: Role) -> bool:
        """Whether the visitor may do what needs that role."""
        return reaches(self.role, role)


NOBODY = Visitor("", "")


def desk_of(request: Request) -> Desk:
    """The desk that the app serves."""
    desk: Desk = request.app.state.desk
    return desk


def visitor_of(request: Request) -> Visitor:
    """Who makes the request; worked out once."""
    known = getattr(request.state, "visitor", None)
    if known is None:
        desk = desk_of(request)
        with desk.database.reading() as session:
            known = request.state.visitor = _visitor(request, desk, session)
    found: Visitor = known
    return found


def _visitor(request: Request, desk: Desk, session: Session) -> Visitor:
    kind, _, secret = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        found = user_of_token(session, secret.strip())
        if found is None:
            return NOBODY
        owner, scope = found
        return Visitor(owner.name, owner.role, owner.id, by_token=True, scope=scope)
    if desk.configuration.local and not any_users(session):
        return Visitor(LOCAL, "admin")
    user = user_of_session(session, request.cookies.get(SESSION, ""))
    return Visitor(user.name, user.role, user.id) if user else NOBODY


def check_token(request: Request, visitor: Visitor) -> None:
    """Let a program do what its token is for: nothing on pages, where accounts are seen to.

    :raises NotAllowedError: if it is for less.
    """
    if not visitor.by_token:
        return
    if not request.url.path.startswith(PROGRAMS):
        raise NotAllowedError(f"Tokens are for {PROGRAMS}; sign in by a browser for this.")
    if request.method not in SAFE and visitor.scope != WRITE:
        raise NotAllowedError("This token may only read; make one that may write.")


def _needing(role: Role):  # type: ignore[no-untyped-def]
    def needed(request: Request, visitor: Annotated[Visitor, Depends(visitor_of)]) -> Visitor:
        check_token(request, visitor)
        if not visitor.role:
            raise SignInNeededError
        if not visitor.may(role):
            raise NotAllowedError(f"This needs the role {role}; yours is {visitor.role}.")
        return visitor

    return needed


AtDesk = Annotated[Desk, Depends(desk_of)]
Anybody = Annotated[Visitor, Depends(visitor_of)]
Reader = Annotated[Visitor, Depends(_needing("reader"))]
Reviewer = Annotated[Visitor, Depends(_needing("reviewer"))]
Admin = Annotated[Visitor, Depends(_needing("admin"))]


def browser_of(request: Request) -> str:
    """The secret of the browser; a new one if it has none, which the answer then gives it."""
    known = getattr(request.state, "browser", None)
    if known is None:
        known = request.cookies.get(BROWSER) or ""
        if len(known) < 40:
            known = secrets.token_urlsafe(32)
            request.state.new_browser = True
        request.state.browser = known
    found: str = known
    return found


def form_token(request: Request) -> str:
    """The token that forms of the page carry."""
    bound = f"{browser_of(request)} {request.cookies.get(SESSION, '')}"
    return hmac.new(desk_of(request).secret.encode(), bound.encode(), hashlib.sha256).hexdigest()


async def posted(request: Request) -> FormData:
    """The form that was sent.

    :raises WebError: if it is not one of our pages'.
    """
    form = await request.form(max_files=1000, max_part_size=8 * 1024 * 1024)
    given = request.headers.get("x-csrf-token") or form.get("csrf") or ""
    if not isinstance(given, str) or not hmac.compare_digest(
        given.encode("utf-8", "surrogatepass"), form_token(request).encode()
    ):
        raise WebError(
            403, "Not sent", "The page was open for too long, or is not memcon's; load it again."
        )
    return form


Posted = Annotated[FormData, Depends(posted)]


def field(form: FormData, name: str, default: str = "") -> str:
    """A field of a form as text, line breaks as a page has them."""
    value = form.get(name, default)
    return value.replace("\r\n", "\n") if isinstance(value, str) else default


def from_elsewhere(request: Request) -> bool:
    """Whether a browser says that the request was made by another site's page."""
    if request.headers.get("sec-fetch-site") in ("cross-site", "same-site"):
        return True
    origin = request.headers.get("origin")
    try:
        return bool(origin) and urlsplit(origin).netloc != request.headers.get("host", "")
    except ValueError:  # no address at all: not one of our pages'
        return True
