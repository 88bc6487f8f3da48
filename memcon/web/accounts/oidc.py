"""OIDC: signing in by a provider of identities. Somebody new may read; an admin gives other roles."""

from __future__ import annotations

import hmac
import json
from hashlib import sha256
from urllib.parse import quote, unquote

from fastapi import FastAPI, Request
from fastapi.responses import Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from memcon.report.visible import line
from memcon.web.accounts import sessions
from memcon.web.accounts.names import reserved
from memcon.web.accounts.provider import Begun, Identity, Provider
from memcon.web.accounts.users import add_user, any_users, find_user
from memcon.web.accounts.visitors import AtDesk
from memcon.web.configuration import Oidc
from memcon.web.desk import Desk
from memcon.web.errors import NotAllowedError
from memcon.web.pages.rendering import local_path, to
from memcon.web.pages.signing import signed_in
from memcon.web.policy import cookie
from memcon.web.store.tables import User

_COOKIE = "memcon_oidc"
#: Seconds that somebody may take at the provider's.
_PATIENCE = 600


def add_oidc(app: FastAPI, oidc: Oidc, *, secure: bool) -> None:
    """Let the app's users sign in so.

    :param secure: whether browsers reach the app by https.
    :raises WebError: if Authlib is not installed.
    """
    provider = Provider(oidc)

    def back(request: Request) -> str:
        # Behind a proxy the request itself comes by http.
        base = request.base_url.replace(scheme="https") if secure else request.base_url
        return f"{base}oidc/end"

    @app.get("/oidc/begin", include_in_schema=False)
    def begin(request: Request, desk: AtDesk, next: str = "/") -> Response:
        _check_users(desk)
        place, begun = provider.begin(back(request))
        kept = quote(json.dumps([begun.state, begun.nonce, begun.verifier, local_path(next)]))
        answer = to(place)
        signed = f"{_signature(desk.secret, kept)}.{kept}"
        answer.headers.append(
            "Set-Cookie", cookie(_COOKIE, signed, secure=secure, seconds=_PATIENCE)
        )
        return answer

    @app.get("/oidc/end", include_in_schema=False)
    def end(
        request: Request, desk: AtDesk, state: str = "", code: str = "", error: str = ""
    ) -> Response:
        _check_users(desk)
        begun, onward = _kept(request, desk.secret)
        if not hmac.compare_digest(begun.state.encode(), state.encode()):
            raise NotAllowedError("The sign-in was begun elsewhere; begin again.")
        if error or not code:
            raise NotAllowedError(
                f"Not signed in by {oidc.issuer}: {line(error)[:80] or 'it gave no code'}."
            )
        who = provider.end(begun, code, back(request))
        secret = desk.database.write(lambda session: sessions.start(session, _user(session, who)))
        answer = signed_in(secure, secret, onward)
        # What was begun is ended: its state is worth nothing from now on.
        answer.headers.append("Set-Cookie", cookie(_COOKIE, "", secure=secure, seconds=0))
        return answer


def _check_users(desk: Desk) -> None:
    """Somebody new becomes a reader: were they the first, nobody could ever give roles.

    :raises NotAllowedError: if there are no users yet.
    """
    with desk.database.reading() as session:
        if not any_users(session):
            raise NotAllowedError(
                "There are no users yet; add an admin first, with memcon serve add-user NAME."
            )


def _kept(request: Request, secret: str) -> tuple[Begun, str]:
    """What the browser's cookie keeps of a sign-in, and where to go on to."""
    signature, _, kept = request.cookies.get(_COOKIE, "").partition(".")
    if not hmac.compare_digest(signature.encode(), _signature(secret, kept).encode()):
        raise NotAllowedError("The sign-in took too long, or was begun elsewhere; begin again.")
    state, nonce, verifier, onward = json.loads(unquote(kept))
    return Begun(state, nonce, verifier), onward


def _user(session: Session, who: Identity) -> User:
    user = session.scalar(select(User).where(User.subject == who.subject))
    if user is None:
        # A name that somebody else has here already is not taken over.
        names = (who.name if not i else f"{who.name} {i + 1}" for i in range(10_000))
        name = next(n for n in names if not reserved(n) and find_user(session, n) is None)
        user = add_user(session, name, "reader", None, who.subject)
    if not user.active:
        raise NotAllowedError("This account may no longer sign in.")
    return user


def _signature(secret: str, kept: str) -> str:
    return hmac.new(secret.encode(), f"oidc {kept}".encode(), sha256).hexdigest()
