"""`memcon read`: the options, and what happens in which order."""

from __future__ import annotations

import sys
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from memcon.cli.web_options import TAKEN, Most, Offline, Pause, Private, collector

if TYPE_CHECKING:
    from memcon.topics import Topics


class Format(StrEnum):
    """Forms in which Records are written."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"
    HTML = "html"


class Show(StrEnum):
    """What is shown instead of a Record."""

    LAYOUT = "layout"


#: Forms in which blocks are shown.
_SHOWN = (Format.TEXT, Format.JSON, Format.JSONL)
#: Forms that hold one document, and what to use for more.
_SINGLE = {
    Format.JSON: "use --format jsonl, which writes one Record a line",
    Format.HTML: "read them one by one, or use --format md or jsonl",
}


def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help=TAKEN,
            show_default=False,
        ),
    ],
    format: Annotated[
        Format, typer.Option("--format", "-f", help="text is the report for a terminal.")
    ] = Format.TEXT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there, not to standard output."),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress and no summary; failures are named.")
    ] = False,
    threads: Annotated[
        int | None,
        typer.Option(
            "--threads",
            min=1,
            metavar="N",
            help="Threads to use; the output is the same.",
            show_default="2",
        ),
    ] = None,
    topics: Annotated[
        Path | None,
        typer.Option(
            "--topics",
            metavar="FILE",
            help="A list of topics of your own (YAML: name, terms, parent), which takes precedence "
            "over those found.",
        ),
    ] = None,
    show: Annotated[
        Show | None,
        typer.Option(
            "--show",
            help="Print the blocks in which memcon sees the text, instead of reading it "
            "(as text, json or jsonl).",
        ),
    ] = None,
    offline: Offline = False,
    pause: Pause = 1.0,
    most: Most = None,
    private: Private = False,
) -> None:
    """Read documents and tell who said what.

    A file or an address that holds several documents (a ZIP archive, a web
    archive, a mail with files, a feed, a sitemap, JSON Lines) gives a Record for
    each: as text one after the other, as jsonl one a line.

    \b
    Exit codes:
      0    fine, also if whoever reads the output stops before its end
      1    some documents failed, each named on standard error with the reason,
           and the others are written; or the output could not be written
      2    the command was used wrongly
      130  interrupted (Ctrl-C); JSON Lines and CSV written so far are valid
    """  # noqa: D301 (the first backslash is for Click: leave the lines as they are)
    from memcon.cli.own_output import leave_out_own_output

    if paths.count("-") > 1:
        _usage("standard input (-) can be read once only")
    if show is not None and format not in _SHOWN:
        _usage(f"--show {show} has the forms text, json and jsonl, not {format}")
    listed = _listed(topics) if topics is not None else None
    with collector(pause=pause, most=most, offline=offline, private=private) as collecting:
        places = leave_out_own_output(collecting.find(paths), paths, output)
        items = collecting.documents(places)
        remedy = _SINGLE.get(format)
        if remedy:
            first = list(islice(items, 2))
            if len(first) > 1:
                _usage(
                    f"--format {format} holds one document, and there are several here; {remedy}"
                )
            items = chain(first, items)
        if show is Show.LAYOUT:
            from memcon.cli.layout_show import show_layout

            sys.exit(show_layout(items, format, output))
        from memcon.cli.run import Run

        code = Run(format, output, quiet, threads, listed).over(items, places)
    sys.exit(code)


def _listed(path: Path) -> Topics:
    """The list of topics, before any document is read: a mistake in it is one in the command."""
    from memcon.topics import Topics, TopicsError

    try:
        return Topics.load(path)
    except TopicsError as problem:
        _usage(str(problem))


def _usage(message: str) -> NoReturn:
    raise typer.BadParameter(message)
