"""The web app: the archive in a browser, to be read, corrected, compared and drawn.

    memcon serve

or, under any ASGI server, the app that `memcon.web.make_app(Configuration(…))` makes. docs/web.md
tells more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.web.configuration import Configuration

if TYPE_CHECKING:
    from fastapi import FastAPI

__all__ = ["Configuration", "make_app"]


def make_app(configuration: Configuration | None = None) -> FastAPI:
    """The app; what it is made of is loaded only here.

    :raises memcon.archive.ArchiveError: if the archive cannot be opened.
    """
    from memcon.web.app import build

    return build(configuration or Configuration())
