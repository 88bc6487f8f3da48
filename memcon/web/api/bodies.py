"""Bodies of JSON: bounded while they come, and taken apart in a thread, not where all others wait."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import HTTPException, Request
from fastapi.responses import Response
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool

#: Bytes of a body: a text of 5 million characters, each of up to four bytes, and what is told of it.
LARGEST = 21_000_000
#: Values of a body: a correction of 100 spans has some 300.
MOST_VALUES = 2_000
# A text may hold brackets and commas; an unfinished one goes to the end, so that none is begun twice.
_TEXT = re.compile(rb'"[^"\\]*+(?:\\.?+[^"\\]*+)*+"?', re.DOTALL)


class Bounded(APIRoute):
    """A route whose body of JSON is bounded."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, given a request that reads so."""
        handle = super().get_route_handler()

        async def bounded(request: Request) -> Response:
            if "multipart/" in request.headers.get("content-type", "").lower():
                return await handle(request)
            return await handle(_Bounded(request.scope, request.receive))

        return bounded


class _Bounded(Request):
    async def body(self) -> bytes:
        if not hasattr(self, "_body"):
            pieces, size = [], 0
            async for piece in self.stream():
                size += len(piece)
                if size > LARGEST:
                    raise HTTPException(
                        413, f"At most {LARGEST:,} bytes of JSON are taken; send a file instead."
                    )
                pieces.append(piece)
            self._body = b"".join(pieces)
        return self._body

    async def json(self) -> Any:
        if not hasattr(self, "_json"):
            self._json = await run_in_threadpool(taken_apart, await self.body())
        return self._json


def taken_apart(body: bytes) -> Any:
    """What a body of JSON holds.

    :raises HTTPException: if it holds more values than anything that is asked for here.
    :raises json.JSONDecodeError: if it is no JSON.
    """
    bare = _TEXT.sub(b"", body)
    if sum(bare.count(sign) for sign in (b"[", b"{", b",")) > MOST_VALUES:
        raise HTTPException(413, f"At most {MOST_VALUES:,} values are taken in a body of JSON.")
    return json.loads(body)
