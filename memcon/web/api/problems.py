"""Problems: errors as `application/problem+json` (RFC 9457) for programs, as pages for people."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from sqlalchemy.exc import DataError, DBAPIError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from memcon.archive import ArchiveError, QueryError
from memcon.errors import MemconError
from memcon.report.visible import line
from memcon.web.accounts.visitors import NOBODY, desk_of
from memcon.web.away import AFTER, AWAY, away
from memcon.web.errors import SignInNeededError, WebError
from memcon.web.pages.rendering import page, to

API = "/api/"
_TITLES = {404: "Not found", 405: "Not possible here", 400: "Not understood"}


class Problem(BaseModel):
    """A problem, in the terms of RFC 9457."""

    title: str
    status: int
    detail: str = ""
    errors: list[dict[str, Any]] = []


#: For operations' descriptions: the errors that any of them may answer with.
DOCUMENTED: dict[int | str, dict[str, Any]] = {
    status: {"description": words, "content": {"application/problem+json": {
        "schema": {"$ref": "#/components/schemas/Problem"}}}}
    for status, words in (
        (400, "The request is not understood."), (401, "No valid token or session."),
        (403, "The role does not suffice, or the request comes from another site."),
        (404, "There is no such thing."), (413, "More was sent than is taken."),
        (422, "What was sent cannot be used."), (429, "Too many attempts failed."),
        (503, "The database does not answer, or too much is asked for at once; Retry-After tells when."),
    )
}  # fmt: skip


def answer_problems(app: FastAPI) -> None:
    """Have the app answer errors so."""
    for kind in (WebError, MemconError, DBAPIError, ClientDisconnect):
        app.exception_handler(kind)(answer_to)

    @app.exception_handler(HTTPException)
    def of_http(request: Request, error: HTTPException) -> Response:
        title = _TITLES.get(error.status_code, "Not possible")
        detail = "There is no such page." if error.status_code == 404 else str(error.detail)
        headers = dict(error.headers or {})
        if error.status_code == 405 and request.url.path.startswith(API):
            # The router names the methods of one operation only.
            headers = {"Allow": ", ".join(_allowed(app, request.url.path))}
        return _answer(request, error.status_code, title, detail, headers=headers)

    @app.exception_handler(RequestValidationError)
    def of_validation(request: Request, error: RequestValidationError) -> Response:
        errors = [
            {"place": ".".join(map(str, e["loc"])), "message": line(str(e["msg"]))}
            for e in error.errors()
        ]
        detail = "; ".join(f"{e['place']}: {e['message']}" for e in errors)
        return _answer(request, 422, "Cannot be used", detail, errors)

    app.exception_handler(Exception)(answer_to)


def answer_to(request: Request, error: Exception) -> Response:
    """What is answered if something goes wrong; a database's or a file's address is never in it."""
    if isinstance(error, ClientDisconnect):
        # Nobody is there to read it, and nothing is wrong here that the log would have to tell.
        return Response(status_code=400)
    if isinstance(error, WebError):
        return _answer(request, error.status, error.title, error.detail, headers=error.headers)
    if isinstance(error, DataError) or isinstance(error.__cause__, DataError):
        return _answer(request, 400, "Not understood", "This holds characters that cannot be kept.")
    if away(error):
        request.state.visitor = NOBODY  # who asks cannot be looked up for the page either
        return _answer(request, 503, "Not now", AWAY, headers={"Retry-After": str(AFTER)})
    if isinstance(error, MemconError):
        fine = isinstance(error, ArchiveError) and not isinstance(error, QueryError)
        label = desk_of(request).archive.label
        words = line(str(error)).removeprefix(f"{label}: ").replace(label, "the archive")
        return _answer(request, 404 if fine else 422, "Cannot be done", words)
    # What went wrong stands in the server's log; a stranger need not know it.
    words = "memcon failed on this; the server's log has the reason."
    return _answer(request, 500, "Something went wrong", words)


def _allowed(app: FastAPI, path: str) -> list[str]:
    """The methods of all operations that an address of the API has."""
    paths = app.openapi()["paths"]
    # One that is written out (/jobs/files) goes before one that it would also fit (/jobs/{id}).
    for described in sorted(paths, key=lambda known: known != path):
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", described), path):
            return sorted(method.upper() for method in paths[described])
    return ["GET"]


def _answer(
    request: Request,
    status: int,
    title: str,
    detail: str,
    errors: list[dict[str, Any]] | None = None,
    headers: dict[str, str] | None = None,
) -> Response:
    if request.url.path.startswith(API):
        kept = {"WWW-Authenticate": "Bearer", **(headers or {})} if status == 401 else headers
        return JSONResponse(
            Problem(title=title, status=status, detail=detail, errors=errors or []).model_dump(),
            status_code=status,
            media_type="application/problem+json",
            headers=kept,
        )
    if status == SignInNeededError().status and request.method == "GET":
        onward = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return to(f"/sign-in?next={quote(onward, safe='')}", request=request)
    if request.headers.get("hx-request"):
        # Shown as it is in the page's line for messages.
        return Response(
            detail, status_code=status, media_type="text/plain; charset=utf-8", headers=headers
        )
    try:
        shown: Response = page(
            request, "problem.html.j2", status=status, title=title, detail=detail
        )
    except Exception as error:
        # The page names its visitor, who is looked up in the database: that may be what is away.
        if not away(error):
            raise
        request.state.visitor = NOBODY
        shown = page(request, "problem.html.j2", status=status, title=title, detail=detail)
    shown.headers.update(headers or {})
    return shown
