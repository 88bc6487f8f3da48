"""Signing in and out, by password or by a provider of identities."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from memcon.web.accounts import sessions, throttle
from memcon.web.accounts.callers import caller_of
from memcon.web.accounts.passwords import fits
from memcon.web.accounts.users import find_user
from memcon.web.accounts.visitors import SESSION, Anybody, AtDesk, Posted, field
from memcon.web.pages.rendering import THEME, THEMES, local_path, page, to
from memcon.web.policy import cookie

router = APIRouter(include_in_schema=False)


@router.get("/sign-in")
def form(request: Request, desk: AtDesk, visitor: Anybody, next: str = "/") -> Response:
    """The form."""
    if visitor.role:
        return to(local_path(next))
    return page(
        request, "sign_in.html.j2", next=local_path(next), problem="", oidc=desk.configuration.oidc
    )


@router.post("/sign-in")
def sign_in(request: Request, form: Posted, desk: AtDesk) -> Response:
    """Sign a browser in."""
    name, password = field(form, "name").strip()[:200], field(form, "password")[:2000]
    onward = local_path(field(form, "next", "/"))
    counted = throttle.of_sign_in(name, caller_of(request, desk.configuration.proxies))
    rows = desk.database.write(lambda session: throttle.count(session, counted))
    with desk.database.reading() as session:
        user = find_user(session, name)
        kept = user.password if user and user.active else None
    # Not within a transaction: it takes a while on purpose.
    right = fits(kept, password)

    def let_in(session: Session) -> str | None:
        # Looked up anew: the password may have been changed, or the account closed, meanwhile.
        found = find_user(session, name)
        if found is None or not found.active or found.password != kept:
            return None
        throttle.forgive(session, rows, counted)
        return sessions.start(session, found)

    secret = desk.database.write(let_in) if right else None
    if secret is None:
        problem = "The name or the password is not right."
        return page(
            request, "sign_in.html.j2", status=401, next=onward, problem=problem,
            oidc=desk.configuration.oidc,
        )  # fmt: skip
    return signed_in(desk.configuration.secure, secret, onward)


def signed_in(secure: bool, secret: str, onward: str) -> Response:
    """On to the page, with the cookie."""
    answer = to(onward)
    seconds = int(sessions.LASTS.total_seconds())
    answer.headers.append("Set-Cookie", cookie(SESSION, secret, secure=secure, seconds=seconds))
    return answer


@router.post("/sign-out")
def sign_out(request: Request, form: Posted, desk: AtDesk) -> Response:
    """Sign a browser out."""
    secret = request.cookies.get(SESSION, "")
    if secret:
        desk.database.write(lambda session: sessions.end(session, secret))
    answer = to("/sign-in")
    answer.headers.append(
        "Set-Cookie", cookie(SESSION, "", secure=desk.configuration.secure, seconds=0)
    )
    return answer


@router.post("/theme")
def theme(request: Request, form: Posted, desk: AtDesk) -> Response:
    """Light, dark, or as the system has it."""
    chosen = field(form, "theme")
    answer = to(local_path(field(form, "next", "/")))
    if chosen in THEMES:
        kept = cookie(THEME, chosen, secure=desk.configuration.secure, seconds=400 * 86400)
        answer.headers.append("Set-Cookie", kept)
    return answer
