"""`memcon add`: its options. What it does is imported when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.archive_run import Db
from memcon.cli.web_options import TAKEN, Most, Offline, Pause, Private

if TYPE_CHECKING:
    from memcon.archive import Archive


def add(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help=TAKEN,
            show_default=False,
        ),
    ],
    db: Db = None,
    offline: Offline = False,
    pause: Pause = 1.0,
    most: Most = None,
    private: Private = False,
    by_words: Annotated[
        bool,
        typer.Option(
            "--by-words",
            help="Do not work out the meaning of statements: quicker, but they are then found by "
            "their words only.",
        ),
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress and no summary; failures are named.")
    ] = False,
    threads: Annotated[
        int | None,
        typer.Option(
            "--threads", min=1, metavar="N", help="Threads to read with.", show_default="2"
        ),
    ] = None,
) -> None:
    """Add documents to the archive, which is made if there is none.

    Each document is kept with the bytes it came as, read, and made ready to be
    searched. What is there already is left alone: an interrupted run goes on
    where it was when it is started again.

    \b
    Exit codes:
      0    fine
      1    some documents failed, each named on standard error with the reason,
           and the others are added; or the archive cannot be written
      2    the command was used wrongly
      130  interrupted (Ctrl-C); what was added is kept
    """  # noqa: D301 (the first backslash is for Click: leave the lines as they are)
    from memcon.cli.add_run import Adding
    from memcon.cli.archive_run import run

    if paths.count("-") > 1:
        raise typer.BadParameter("standard input (-) can be read once only")

    def command(archive: Archive) -> int:
        adding = Adding(archive, quiet=quiet, threads=threads, meaning=not by_words)
        return adding.over(paths, pause=pause, most=most, offline=offline, private=private)

    run(db, command, create=True)
