"""Asking: who may call an operation, how lists are parted, and when nothing has changed."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel

from memcon.web.accounts.visitors import (
    SAFE,
    Reader,
    Reviewer,
    Visitor,
    form_token,
)
from memcon.web.errors import NotAllowedError

#: A year, month or day; none is given by an empty one.
Day = Annotated[
    str,
    Query(
        pattern=r"^((00(0[1-9]|[1-9][0-9])|0[1-9][0-9]{2}|[1-9][0-9]{3})"
        r"(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?$"
    ),
]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list."""

    limit: int
    offset: int


def part(
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Part:
    """The part that is asked for."""
    return Part(limit, offset)


InPart = Annotated[Part, Depends(part)]


def check_call(request: Request, visitor: Visitor) -> Visitor:
    """Let a call pass that no page of another site can have made.

    :raises NotAllowedError: if a browser's session is used without the token of our forms.
    """
    if request.method in SAFE or visitor.by_token or visitor.user is None:
        return visitor
    given = request.headers.get("x-csrf-token", "")
    if not hmac.compare_digest(given.encode(), form_token(request).encode()):
        raise NotAllowedError("Send a token of yours as Authorization: Bearer, or X-CSRF-Token.")
    return visitor


def reading_caller(request: Request, visitor: Reader) -> Visitor:
    """A reader."""
    return check_call(request, visitor)


def reviewing_caller(request: Request, visitor: Reviewer) -> Visitor:
    """A reviewer."""
    return check_call(request, visitor)


Caller = Annotated[Visitor, Depends(reading_caller)]
ReviewingCaller = Annotated[Visitor, Depends(reviewing_caller)]


def next_part(request: Request, part: Part, shown: int, total: int) -> str | None:
    """Address of the next part."""
    if part.offset + shown >= total or not shown:
        return None
    url = request.url.include_query_params(offset=part.offset + shown, limit=part.limit)
    return url.path + "?" + url.query


def listing(request: Request, part: Part, items: Sequence[Any], total: int) -> dict[str, Any]:
    """A part of a list, for `Listing`."""
    return {
        "items": items, "total": total, "limit": part.limit, "offset": part.offset,
        "next": next_part(request, part, len(items), total),
    }  # fmt: skip


def unless_known(request: Request, content: BaseModel) -> Response:
    """The answer with its ETag; 304 without it if the caller has it already."""
    body = content.model_dump_json().encode("utf-8", "backslashreplace")
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    given = {part.strip() for part in request.headers.get("if-none-match", "").split(",")}
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if tag in given or f"W/{tag}" in given:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)
