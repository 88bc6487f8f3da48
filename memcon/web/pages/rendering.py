"""Rendering: templates filled in; words of documents reach a page through Jinja's escaping alone."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from memcon import __version__
from memcon.report.visible import line, visible
from memcon.web.accounts.visitors import form_token, visitor_of

THEMES = ("auto", "light", "dark")
#: Cookie that keeps the choice of light or dark.
THEME = "memcon_theme"


@cache
def environment() -> Environment:
    """The templates, with the filters that they use."""
    made = Environment(
        loader=PackageLoader("memcon.web"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters |= {
        "visible": visible,
        "line": line,
        "count": _count,
        "day": _day,
        "quoted": _quoted,
    }
    made.globals |= {
        "asset": asset,
        "plainly": line,
        "safe_link": safe_link,
        "address": address,
        "version": __version__,
    }
    return made


def page(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """A page."""
    return HTMLResponse(fill(request, template, status=status, **context), status_code=status)


def fill(request: Request, template: str, **context: Any) -> str:
    """The text of a page, or of a part of one."""
    theme = request.cookies.get(THEME, "auto")
    return (
        environment()
        .get_template(template)
        .render(
            request=request,
            visitor=visitor_of(request),
            csrf=form_token(request),
            theme=theme if theme in THEMES else "auto",
            here=request.url.path,
            whole=str(request.url),
            today=datetime.now(UTC).date().isoformat(),
            with_accounts=visitor_of(request).user is not None,
            **context,
        )
    )


def part(template: str, **context: Any) -> Markup:
    """A part of a page that is the same for whoever asks, so that it can be kept."""
    return Markup(environment().get_template(template).render(**context))  # noqa: S704 (escaped by the template)


def to(place: str, *, request: Request | None = None) -> Response:
    """Go on to another page; within a page that htmx loaded as well."""
    if request is not None and request.headers.get("hx-request"):
        return Response(status_code=204, headers={"HX-Redirect": place})
    return RedirectResponse(place, status_code=303)


def address(path: str, **query: Any) -> str:
    """A path of ours with its query; what is empty is left out."""
    given = [
        (key, value)
        for key, values in query.items()
        for value in (values if isinstance(values, list | tuple) else [values])
        if value not in (None, "", False)
    ]
    return path + (f"?{urlencode(given)}" if given else "")


def safe_link(url: str | None) -> str | None:
    """An address that can be linked to; any other scheme (javascript:, data:) could act."""
    return url if (url or "").startswith(("https://", "http://")) else None


def local_path(given: str) -> str:
    """Where to go on to; only a place of our own."""
    fine = given.startswith("/") and not given.startswith(("//", "/\\")) and "\\" not in given
    return given if fine and given.isprintable() else "/"


@cache
def asset(name: str) -> str:
    """The address of one of our files, which changes when the file does."""
    data = files("memcon.web").joinpath("static", *name.split("/")).read_bytes()
    return f"/static/{quote(name)}?v={hashlib.sha256(data).hexdigest()[:12]}"


def _count(number: int, noun: str, nouns: str = "") -> str:
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"


def _day(instant: str | None) -> str:
    return (instant or "")[:10]


def _quoted(value: str) -> str:
    return quote(value, safe="")
