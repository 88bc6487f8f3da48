"""Gate: who asks is known before anything that was sent is read.

Written as plain ASGI: FastAPI takes a body apart before it asks who sent it.
"""

from __future__ import annotations

from fastapi import Request
from sqlalchemy.exc import DBAPIError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from memcon.errors import MemconError
from memcon.web.accounts.visitors import SAFE, Visitor, check_token, visitor_of
from memcon.web.api.problems import answer_to
from memcon.web.errors import SignInNeededError, WebError
from memcon.web.numbers import size_of

#: What somebody unknown may send forms to.
OPEN = frozenset({"/sign-in", "/sign-out", "/theme"})
#: Bytes of such a form: a name, a password, and where to go on to.
LARGEST_OPEN = 64_000


class Gate:
    """Wraps the app; turns away strangers and what they send."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        if scope["type"] != "http" or scope["method"] in SAFE:
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            visitor = await run_in_threadpool(visitor_of, request)
            receive = self._let_in(request, visitor, receive)
        except (MemconError, DBAPIError) as error:  # answered as the app itself would
            answer = await run_in_threadpool(answer_to, request, error)
            await answer(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _let_in(self, request: Request, visitor: Visitor, receive: Receive) -> Receive:
        """How to read what is sent.

        :raises WebError: if nothing of it is read.
        """
        check_token(request, visitor)
        path = request.url.path
        if visitor.role and path not in OPEN:
            return receive
        if path not in OPEN:
            raise SignInNeededError
        if "multipart/" in request.headers.get("content-type", "").lower():
            raise WebError(415, "Not taken", "Files are taken after signing in; send a plain form.")
        if (size_of(request.headers.get("content-length", "")) or 0) > LARGEST_OPEN:
            raise _too_large()
        return _counting(receive)


def _counting(receive: Receive) -> Receive:
    got = 0

    async def counting() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        if got > LARGEST_OPEN:
            raise HTTPException(413, f"At most {LARGEST_OPEN:,} bytes are taken here.")
        return message

    return counting


def _too_large() -> WebError:
    return WebError(413, "Too large", f"At most {LARGEST_OPEN:,} bytes are taken here.")
