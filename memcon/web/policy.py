"""Policy: what browsers are told with every answer, and which requests are not answered at all.

Written as plain ASGI, so that nothing is copied on its way.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from memcon.web.accounts.visitors import BROWSER, SAFE, from_elsewhere
from memcon.web.configuration import LOCAL_NAMES, Configuration
from memcon.web.numbers import size_of

#: Nothing is run, shown or asked that is not ours; nothing in a page itself is run.
CONTENT_SECURITY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
        "font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "form-action 'self'",
        "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'",
    )
)  # fmt: skip
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # With no-referrer browsers would not say where a form comes from either.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
}

# A name, an IPv4 address or an IPv6 one in brackets, and a port; all else makes libraries raise.
_HOST = re.compile(r"(?:[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{0,5})?")
#: Bytes of a form beside its files.
_AROUND = 6_000_000


class Policy:
    """Wraps the app."""

    def __init__(self, app: ASGIApp, configuration: Configuration) -> None:
        self._app = app
        self._configuration = configuration
        self._names = frozenset(configuration.names) or (
            LOCAL_NAMES if configuration.local else frozenset()
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if self._configuration.secure:
            # Behind its proxy the request itself comes by http.
            scope["scheme"] = "https"
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, self._sending(scope, send))
            return
        sending = self._sending(scope, send)
        await self._app(scope, self._counting(receive), sending)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        given = headers.get("host", "")
        if given and not _HOST.fullmatch(given):
            return PlainTextResponse("The Host is no name of a host.", status_code=400)
        host = urlsplit(f"//{given}").hostname or ""
        named = f"[{host}]" if ":" in host else host
        # A page of another site whose name leads here (DNS rebinding) asks under that name.
        if self._names and named not in self._names and host not in self._names:
            return PlainTextResponse(
                f"This server does not answer for {quote(host, safe='.:')}.", status_code=421
            )
        if scope["method"] not in SAFE and from_elsewhere(Request(scope)):
            return PlainTextResponse("The request comes from another site.", status_code=403)
        size = size_of(headers.get("content-length", ""))
        if size is not None and size > self._configuration.largest + _AROUND:
            return self._too_large()
        return None

    def _too_large(self) -> PlainTextResponse:
        largest = self._configuration.largest
        return PlainTextResponse(f"At most {largest:,} bytes are taken at once.", status_code=413)

    def _counting(self, receive: Receive) -> Receive:
        """What is sent, as long as it is not too much: a size need not be told beforehand."""
        got = 0

        async def counting() -> Message:
            nonlocal got
            message = await receive()
            got += len(message.get("body", b""))
            if got > self._configuration.largest + _AROUND:
                # Met by whoever reads the body, and answered as any other problem.
                raise HTTPException(413, "More was sent than is taken at once.")
            return message

        return counting

    def _sending(self, scope: Scope, send: Send) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if self._configuration.secure:
                    headers.setdefault("Strict-Transport-Security", "max-age=31536000")
                if not scope["path"].startswith("/static/"):
                    headers.setdefault(
                        "Cache-Control", "no-store" if _private(scope) else "no-cache"
                    )
                    headers.add_vary_header("Cookie")
                state = scope.get("state") or {}
                if state.get("new_browser"):
                    headers.append("Set-Cookie", cookie(
                        BROWSER, state["browser"], secure=self._configuration.secure
                    ))  # fmt: skip
            await send(message)

        return sending


def _private(scope: Scope) -> bool:
    return scope["path"].startswith(("/sign-in", "/settings"))


def cookie(name: str, value: str, *, secure: bool, seconds: int = 30 * 86400) -> str:
    """A cookie that no script sees, and that no other site's page can have sent."""
    kept = f"{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}"
    return kept + ("; Secure" if secure else "")
