"""A provider of identities on this machine, as OpenID Connect has them; it can be told to be wrong."""

from __future__ import annotations

import base64
import hashlib
import secrets
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET = "memcon at Talvik", "a secret: of the client & ours"


@dataclass
class IdentityProvider:
    """Who signs in next, and what is wrong with the answers.

    :param who: claims about the user.
    :param claims: put over those of the ID token; None takes one away.
    :param told: put over what the discovery document says; None takes it away.
    """

    who: dict[str, Any] = field(default_factory=lambda: {"sub": "7", "preferred_username": "ilka"})
    claims: dict[str, Any] = field(default_factory=dict)
    told: dict[str, Any] = field(default_factory=dict)
    userinfo: dict[str, Any] = field(default_factory=dict)
    denies: bool = False
    signed_by: Any = None
    algorithm: str = "RS256"
    issuer: str = ""
    asked: list[dict[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.key = _key()
        self._codes: dict[str, dict[str, str]] = {}
        self._access: dict[str, dict[str, Any]] = {}

    @property
    def app(self) -> Starlette:
        """The provider's own server."""
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._discovery),
                Route("/authorize", self._authorize),
                Route("/token", self._token, methods=["POST"]),
                Route("/keys", self._keys),
                Route("/userinfo", self._userinfo),
            ]
        )

    async def _discovery(self, _: Request) -> Response:
        told = {
            "issuer": self.issuer, "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token", "jwks_uri": f"{self.issuer}/keys",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "response_types_supported": ["code"], "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"], **self.told,
        }  # fmt: skip
        return JSONResponse({key: value for key, value in told.items() if value is not None})

    async def _authorize(self, request: Request) -> Response:
        """Signs whoever asks in, as if they had given a password here."""
        asked = dict(request.query_params)
        self.asked.append(asked)
        fine = (
            asked.get("response_type") == "code"
            and asked.get("client_id") == CLIENT
            and "openid" in asked.get("scope", "").split()
            and asked.get("code_challenge_method") == "S256"
            and asked.get("state")
            and asked.get("nonce")
        )
        if not fine:
            return JSONResponse({"error": "invalid_request"}, status_code=400)
        if self.denies:
            back = {"error": "access_denied", "state": asked["state"]}
        else:
            code = secrets.token_urlsafe()
            self._codes[code] = asked
            back = {"code": code, "state": asked["state"]}
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(back)}", status_code=302)

    async def _token(self, request: Request) -> Response:
        form = dict(await request.form())
        ways = self.told.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        if "client_secret_basic" in ways:
            # Authlib puts the two together as they are; RFC 6749 2.3.1 would have them escaped.
            given = base64.b64decode(request.headers.get("authorization", "")[6:]).decode()
        else:
            given = f"{form.get('client_id')}:{form.get('client_secret')}"
        if given != f"{CLIENT}:{SECRET}":
            return JSONResponse({"error": "invalid_client"}, status_code=401)
        # A code is good once.
        asked = self._codes.pop(str(form.get("code")), None)
        digest = hashlib.sha256(str(form.get("code_verifier")).encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (
            asked is None
            or asked["redirect_uri"] != form.get("redirect_uri")
            or asked["code_challenge"] != challenge
            or form.get("grant_type") != "authorization_code"
        ):
            return JSONResponse({"error": "invalid_grant"}, status_code=400)
        access = secrets.token_urlsafe()
        self._access[access] = self.who
        now = int(time.time())
        claims = {
            "iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300,
            "nonce": asked["nonce"], "sub": self.who["sub"], **self.claims,
        }  # fmt: skip
        made = jwt.encode(
            {"alg": self.algorithm, "kid": "lamp"},
            {key: value for key, value in claims.items() if value is not None},
            self.signed_by or self.key,
            algorithms=[self.algorithm],
        )
        return JSONResponse(
            {"access_token": access, "token_type": "Bearer", "expires_in": 300, "id_token": made}
        )

    async def _keys(self, _: Request) -> Response:
        return JSONResponse(KeySet([self.key]).as_dict(private=False))

    async def _userinfo(self, request: Request) -> Response:
        who = self._access.get(request.headers.get("authorization", "").removeprefix("Bearer "))
        return JSONResponse({**who, **self.userinfo}) if who else Response(status_code=401)


@cache
def _key() -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": "lamp", "use": "sig"})


@contextmanager
def providing() -> Iterator[IdentityProvider]:
    """A provider that answers on this machine."""
    provider = IdentityProvider()
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        provider.issuer = f"http://127.0.0.1:{listening.getsockname()[1]}"
        server = uvicorn.Server(uvicorn.Config(provider.app, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        try:
            yield provider
        finally:
            server.should_exit = True
            thread.join(10)
