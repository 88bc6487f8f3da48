"""Problems: errors as `application/problem+json` (RFC 9457) for programs, as pages for people."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from memcon.archive import ArchiveError, QueryError
from memcon.errors import MemconError
from memcon.report.visible import line
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
        (422, "What was sent cannot be used."),
    )
}  # fmt: skip


def answer_problems(app: FastAPI) -> None:
    """Have the app answer errors so."""

    @app.exception_handler(WebError)
    def of_web(request: Request, error: WebError) -> Response:
        return _answer(request, error.status, error.title, error.detail)

    @app.exception_handler(MemconError)
    def of_memcon(request: Request, error: MemconError) -> Response:
        status = 422 if isinstance(error, QueryError) else 404
        if not isinstance(error, ArchiveError):
            status = 422
        return _answer(request, status, "Cannot be done", line(str(error)))

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

    @app.exception_handler(Exception)
    def of_anything(request: Request, error: Exception) -> Response:
        # What went wrong stands in the server's log; a stranger need not know it.
        return _answer(
            request,
            500,
            "Something went wrong",
            "memcon failed on this; the server's log has the reason.",
        )


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
        return Response(detail, status_code=status, media_type="text/plain; charset=utf-8")
    return page(request, "problem.html.j2", status=status, title=title, detail=detail)
