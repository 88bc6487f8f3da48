"""`memcon compare`: the options; what it does is imported when it is done."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class View(StrEnum):
    """Forms in which a comparison is written."""

    TEXT = "text"
    JSON = "json"
    MD = "md"
    HTML = "html"
    CSV = "csv"


def compare(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="ACCOUNT...",
            help="Two or more accounts of one meeting: files as for memcon read, or a folder of them.",
            show_default=False,
        ),
    ],
    format: Annotated[
        View, typer.Option("--format", "-f", help="text is for a terminal.")
    ] = View.TEXT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there, not to standard output."),
    ] = None,
    force: Annotated[
        bool,
        typer.Option("--force", help="Compare even what is clearly not of one meeting."),
    ] = False,
) -> None:
    """Lay accounts of one meeting side by side.

    What all say, what one alone says, and where they differ: facts, statements, emphasis and wording,
    all cited to the character. It says nothing of which account is right.

    \b
    Exit codes:
      0    fine
      1    an account could not be read, or the output could not be written
      2    the command was used wrongly, or the accounts are clearly not of one
           meeting: no participant in common, or more than two days apart
    """  # noqa: D301 (the first backslash is for Click: leave the lines as they are)
    from memcon.cli.compare_run import run

    sys.exit(run(paths, format, output, force))
