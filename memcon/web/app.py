"""The app: desk, worker, pages and API put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Any

from fastapi import FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import Response
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from memcon import __version__
from memcon.web import away
from memcon.web.accounts.visitors import Anybody
from memcon.web.api import documents as api_documents
from memcon.web.api import jobs as api_jobs
from memcon.web.api import overviews as api_overviews
from memcon.web.api import statements as api_statements
from memcon.web.api.problems import DOCUMENTED, Problem, answer_problems
from memcon.web.configuration import Configuration
from memcon.web.desk import Desk
from memcon.web.gate import Gate
from memcon.web.pages import (
    actors,
    codings,
    comparing,
    documents,
    overviews,
    reviewing,
    search,
    settings,
    signing,
    start,
)
from memcon.web.pages.rendering import page
from memcon.web.policy import Policy
from memcon.web.reading.worker import Worker

#: A page is some hundred kilobytes; what is smaller than this gains nothing from being packed.
_WORTH_PACKING = 1_500


class Assets(StaticFiles):
    """Our own files. Their addresses change with them, so that a browser may keep them for good."""

    def file_response(self, *given: Any, **more: Any) -> Response:
        """A file, with how long it may be kept."""
        answer = super().file_response(*given, **more)
        scope: Scope = more.get("scope") or given[2]
        forever = b"v=" in scope.get("query_string", b"")
        answer.headers["Cache-Control"] = (
            "public, max-age=31536000, immutable" if forever else "no-cache"
        )
        return answer


class _App(FastAPI):
    """The app with the policy around all of it: the page of a failure is told no less than others."""

    def __init__(self, configuration: Configuration, **more: Any) -> None:
        super().__init__(**more)
        self._configuration = configuration

    def build_middleware_stack(self) -> ASGIApp:
        """What each request goes through."""
        return Policy(super().build_middleware_stack(), self._configuration)


def build(configuration: Configuration) -> FastAPI:
    """The app.

    :raises memcon.archive.ArchiveError: if the archive cannot be opened.
    """
    desk = Desk(configuration)
    worker = Worker(desk)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        worker.start()
        yield
        worker.stop()
        desk.close()

    app = _App(
        configuration,
        title="memcon", version=__version__, lifespan=lifespan, docs_url=None, redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        description="Who said what, cited to the character. Offsets are Unicode code points, end "
        "exclusive, into the text of the SHA-256 given.",
    )  # fmt: skip
    app.state.desk, app.state.worker = desk, worker
    answer_problems(app)
    for module in (api_documents, api_statements, api_overviews, api_jobs):
        app.include_router(module.router, prefix="/api/v1", responses=DOCUMENTED)
    for part in (
        start, search, actors, comparing, overviews, codings, reviewing, documents, settings, signing,
    ):  # fmt: skip
        app.include_router(part.router)
    app.mount("/static", Assets(directory=str(files("memcon.web") / "static")), name="static")
    _describe(app)
    app.add_middleware(GZipMiddleware, minimum_size=_WORTH_PACKING, compresslevel=4)
    app.add_middleware(Gate)
    if configuration.oidc:
        from memcon.web.accounts.oidc import add_oidc

        add_oidc(app, configuration.oidc, secure=configuration.secure)
    return app


def _describe(app: FastAPI) -> None:
    """The OpenAPI description, and a page of it that asks no other host for anything."""

    def described() -> dict[str, Any]:
        if not app.openapi_schema:
            made = get_openapi(
                title=app.title, version=app.version, description=app.description, routes=app.routes
            )
            parts = made.setdefault("components", {})
            parts.setdefault("schemas", {})["Problem"] = Problem.model_json_schema()
            parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
            made["security"] = [{"token": []}, {}]
            app.openapi_schema = made
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]

    @app.get("/api", include_in_schema=False)
    def api(request: Request, visitor: Anybody) -> Response:
        return page(request, "api.html.j2", api=app.openapi())

    app.include_router(away.router)
