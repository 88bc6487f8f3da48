"""A provider of identities: asked who has signed in (OpenID Connect Core 1.0, authorization code flow).

What the provider tells comes over a connection of our own; of what came by way of the browser nothing
is believed but the code, which is worth nothing without the verifier that we kept (PKCE, RFC 7636). Its
ID token must be signed by one of its keys and be made for us and for this sign-in: issuer, audience,
time and nonce are looked at (Core 3.1.3.7).
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from memcon.report.visible import line
from memcon.web.configuration import Oidc
from memcon.web.errors import NotAllowedError, WebError

_LOG = logging.getLogger(__name__)
_SCOPE = "openid profile email"
_DISCOVERY = "/.well-known/openid-configuration"
#: None of those that the client's secret or nothing at all would sign.
_ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
#: Seconds that clocks may differ by, and that an answer may take.
_LEEWAY, _PATIENCE = 120, 10
_LONGEST_NAME = 90


@dataclass(frozen=True, slots=True)
class Begun:
    """What is kept of a sign-in while the browser is with the provider; secret but for the state."""

    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Who has signed in.

    :param subject: the issuer, and the name that it never gives to anybody else.
    :param name: what to call them, if the name is free.
    """

    subject: str
    name: str


class Provider:
    """The provider that the server was started with.

    :raises WebError: if Authlib is not installed.
    """

    def __init__(self, oidc: Oidc) -> None:
        try:
            import authlib.integrations.httpx_client as library
            import joserfc  # noqa: F401 (asked for here, at the start, not at the first sign-in)
        except ImportError as error:
            raise WebError(
                500,
                "Authlib is missing",
                "OIDC needs Authlib; install it with pip install memcon[oidc]",
            ) from error
        self._oidc = oidc
        self._library = library

    def begin(self, back: str) -> tuple[str, Begun]:
        """Where to send the browser, and what to keep meanwhile.

        :param back: address of ours that the provider sends it back to.
        :raises WebError: if the provider does not answer.
        """
        from authlib.common.security import generate_token

        with self._asking(), self._client(back) as client:
            about = self._about(client)
            verifier, nonce = generate_token(48), generate_token(30)
            place, state = client.create_authorization_url(
                about["authorization_endpoint"], code_verifier=verifier, nonce=nonce
            )
            return place, Begun(state, nonce, verifier)

    def end(self, begun: Begun, code: str, back: str) -> Identity:
        """Who has signed in.

        :param code: that the browser brought back.
        :raises NotAllowedError: if the code or the ID token is not of this sign-in.
        :raises WebError: if the provider does not answer, or not as one.
        """
        with self._asking(), self._client(back) as client:
            about = self._about(client)
            # Basic is what providers take that do not tell.
            ways = about.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
            if self._oidc.client_secret and "client_secret_basic" not in ways:
                client.token_endpoint_auth_method = "client_secret_post"  # noqa: S105 (the name of a way)
            try:
                token = client.fetch_token(
                    about["token_endpoint"], grant_type="authorization_code", code=code,
                    code_verifier=begun.verifier,
                )  # fmt: skip
            except self._library.OAuthError as error:
                raise self._refused(line(str(error))) from error
            keys = _got(client, about["jwks_uri"], withhold_token=True)
            told = self._checked(token.get("id_token"), keys, about["issuer"], begun.nonce)
            if "userinfo_endpoint" in about:
                more = _got(client, about["userinfo_endpoint"])
                # Core 5.3.2: else somebody else's access token could have been slipped in.
                if more.get("sub") != told["sub"]:
                    raise self._refused("what it tells is of somebody else")
                told = {**more, **told}
        return Identity(f"{self._oidc.issuer} {told['sub']}", _name(told))

    def _client(self, back: str) -> Any:
        return self._library.OAuth2Client(
            self._oidc.client_id, self._oidc.client_secret, scope=_SCOPE, redirect_uri=back,
            code_challenge_method="S256", timeout=_PATIENCE,
        )  # fmt: skip

    def _about(self, client: Any) -> dict[str, Any]:
        """What the provider tells of itself (OpenID Connect Discovery 1.0)."""
        told = _got(client, self._oidc.issuer + _DISCOVERY, withhold_token=True)
        if str(told.get("issuer", "")).rstrip("/") != self._oidc.issuer:
            raise WebError(
                502,
                "Cannot sign in",
                f"{self._oidc.issuer} gives another name as its own; MEMCON_OIDC_ISSUER must be "
                "that one.",
            )
        return told

    def _checked(self, token: Any, keys: Any, issuer: str, nonce: str) -> dict[str, Any]:
        """The claims of an ID token."""
        from joserfc import jwt
        from joserfc.errors import JoseError
        from joserfc.jwk import KeySet

        wanted = jwt.JWTClaimsRegistry(
            leeway=_LEEWAY,
            iss={"essential": True, "value": issuer},
            aud={"essential": True, "value": self._oidc.client_id},
            nonce={"essential": True, "value": nonce},
            sub={"essential": True}, exp={"essential": True}, iat={"essential": True},
            azp={"value": self._oidc.client_id},
        )  # fmt: skip
        if not isinstance(token, str):
            raise self._refused("it gave no ID token")
        try:
            signed = jwt.decode(token, KeySet.import_key_set(keys), algorithms=_ALGORITHMS)
            wanted.validate(signed.claims)
        except JoseError as error:
            raise self._refused(
                f"its ID token is not for this sign-in: {line(str(error))}"
            ) from error
        return signed.claims

    def _refused(self, why: str) -> NotAllowedError:
        return NotAllowedError(f"Not signed in by {self._oidc.issuer}: {why}. Begin again.")

    @contextmanager
    def _asking(self) -> Iterator[None]:
        try:
            yield
        except WebError:
            raise
        # Authlib's client is httpx's or httpx2's, each with errors of its own, and what a broken
        # provider answers may have any shape.
        except Exception as error:
            _LOG.warning("%s could not be asked", self._oidc.issuer, exc_info=error)
            raise WebError(
                502,
                "Cannot sign in",
                f"{self._oidc.issuer} does not answer as a provider of identities "
                f"({type(error).__name__}); try again later, or sign in with a password.",
            ) from error


def _got(client: Any, address: str, **more: Any) -> dict[str, Any]:
    told = client.request("GET", address, **more).raise_for_status().json()
    if not isinstance(told, dict):
        raise ValueError(f"{address} is no JSON object")
    return told


def _name(told: Mapping[str, Any]) -> str:
    """What to call somebody; not by an e-mail address that the provider has not verified."""
    email = told.get("email") if told.get("email_verified") is True else None
    return line(str(told.get("preferred_username") or email or told["sub"]))[:_LONGEST_NAME]
