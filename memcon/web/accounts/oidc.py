"""OIDC: signing in by a provider of identities, with Authlib (the authorization code flow with PKCE).

The provider is asked itself, over its own connection, who has signed in (its userinfo endpoint); nothing
that came by way of the browser is believed. Somebody new may read; an admin gives other roles.
"""

from __future__ import annotations

import hmac
import json
from hashlib import sha256
from typing import Any
from urllib.parse import quote, unquote

from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from memcon.report.visible import line
from memcon.web.accounts import sessions
from memcon.web.accounts.users import add_user, find_user
from memcon.web.accounts.visitors import AtDesk
from memcon.web.configuration import Configuration, Oidc
from memcon.web.errors import NotAllowedError, WebError
from memcon.web.pages.rendering import local_path
from memcon.web.pages.signing import signed_in
from memcon.web.policy import cookie
from memcon.web.store.tables import User

_COOKIE = "memcon_oidc"
_SCOPE = "openid profile email"


def add_oidc(app: FastAPI, configuration: Configuration) -> None:
    """Let the app's users sign in so.

    :raises WebError: if Authlib is not installed.
    """
    try:
        from authlib.common.security import generate_token
        from authlib.integrations.httpx_client import OAuth2Client
    except ImportError as error:
        raise WebError(
            500,
            "Authlib is missing",
            "OIDC needs Authlib; install it with pip install memcon[oidc]",
        ) from error
    provider = configuration.oidc
    assert provider is not None

    def client(request: Request, **more: Any) -> OAuth2Client:
        return OAuth2Client(
            provider.client_id, provider.client_secret, scope=_SCOPE, timeout=20,
            redirect_uri=str(request.base_url) + "oidc/end", code_challenge_method="S256", **more,
        )  # fmt: skip

    @app.get("/oidc/begin", include_in_schema=False)
    def begin(request: Request, desk: AtDesk, next: str = "/") -> Response:
        verifier = generate_token(48)
        with client(request) as asking:
            place, state = asking.create_authorization_url(
                _about(provider)["authorization_endpoint"], code_verifier=verifier
            )
        kept = quote(json.dumps([state, verifier, local_path(next)]))
        answer = RedirectResponse(place, status_code=303)
        signed = f"{_signature(desk.secret, kept)}.{kept}"
        answer.headers.append(
            "Set-Cookie", cookie(_COOKIE, signed, secure=configuration.secure, seconds=600)
        )
        return answer

    @app.get("/oidc/end", include_in_schema=False)
    def end(request: Request, desk: AtDesk) -> Response:
        signature, _, kept = request.cookies.get(_COOKIE, "").partition(".")
        if not hmac.compare_digest(signature.encode(), _signature(desk.secret, kept).encode()):
            raise NotAllowedError("The sign-in took too long, or was begun elsewhere; begin again.")
        state, verifier, onward = json.loads(unquote(kept))
        if not hmac.compare_digest(state, request.query_params.get("state", "")):
            raise NotAllowedError("The sign-in was begun elsewhere; begin again.")
        about = _about(provider)
        with client(request, state=state) as asking:
            asking.fetch_token(
                about["token_endpoint"],
                authorization_response=str(request.url),
                code_verifier=verifier,
            )
            who = asking.get(about["userinfo_endpoint"]).raise_for_status().json()

        def change(session: Session) -> str:
            return sessions.start(session, _user(session, provider, who))

        return signed_in(configuration.secure, desk.database.write(change), onward)


def _about(provider: Oidc) -> dict[str, Any]:
    """What the provider tells of itself (OpenID Connect Discovery 1.0)."""
    import httpx

    answer = httpx.get(f"{provider.issuer}/.well-known/openid-configuration", timeout=20)
    told: dict[str, Any] = answer.raise_for_status().json()
    if told.get("issuer", "").rstrip("/") != provider.issuer:
        raise WebError(502, "Cannot sign in", "The provider of identities gives another name.")
    return told


def _user(session: Session, provider: Oidc, who: dict[str, Any]) -> User:
    subject = f"{provider.issuer} {who['sub']}"
    user = session.scalar(select(User).where(User.subject == subject))
    if user is None:
        wanted = line(str(who.get("preferred_username") or who.get("email") or who["sub"]))[:90]
        # A name that somebody else has here already is not taken over.
        names = (wanted if not i else f"{wanted} {i + 1}" for i in range(10_000))
        name = next(n for n in names if find_user(session, n) is None)
        user = add_user(session, name, "reader", None, subject)
    if not user.active:
        raise NotAllowedError("This account may no longer sign in.")
    return user


def _signature(secret: str, kept: str) -> str:
    return hmac.new(secret.encode(), f"oidc {kept}".encode(), sha256).hexdigest()
