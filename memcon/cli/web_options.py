"""Options of commands that take documents from the web, and the collector that they ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from memcon.collecting import Collector
    from memcon.collecting.collect import Visited

#: What commands take that read documents, for their help.
TAKEN = (
    "Files (text, HTML, PDF, DOCX, EML, JSON, JSON Lines, ZIP of these, RSS, Atom, WARC, WACZ; with "
    "the extra “ocr” scans, as PDF, PNG, JPEG or TIFF), folders (read to the bottom, hidden files and "
    "pictures left out), addresses of pages, feeds and sitemaps (https://…), or - for standard input."
)

Offline = Annotated[
    bool,
    typer.Option("--offline", help="Ask nothing of the web: of feeds, take what stands in them."),
]
Pause = Annotated[
    float,
    typer.Option("--pause", min=0.0, metavar="SECONDS", help="Between two requests to one server."),
]
Most = Annotated[
    int | None,
    typer.Option(
        "--most",
        min=1,
        metavar="N",
        help="Pages of each feed or sitemap at most.",
        show_default="all",
    ),
]
Private = Annotated[
    bool,
    typer.Option(
        "--private",
        help="Ask also what pages, feeds and sitemaps lead to on this machine and in private networks; "
        "what is named itself is asked in any case.",
    ),
]


def collector(
    visited: Visited | None = None,
    *,
    pause: float = 1.0,
    most: int | None = None,
    offline: bool = False,
    private: bool = False,
) -> Collector:
    """What gives the documents of paths and addresses.

    :param visited: what is known of an address from before.
    :param private: whether pages may lead to this machine and to private networks.
    """
    from memcon.collecting import Collector
    from memcon.sources.openness import Guard, by_proxy

    # A proxy looks names up itself, and knows what it may be asked for.
    free = private or offline or by_proxy()
    guard = None if free else Guard()
    return Collector(visited, pause=pause, most=most, offline=offline, guard=guard)
