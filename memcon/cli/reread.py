"""`memcon reread`: documents of the archive read again by the engine that is installed now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.archive_run import Db

if TYPE_CHECKING:
    from memcon.archive import Archive


def reread(
    db: Db = None,
    by_words: Annotated[
        bool, typer.Option("--by-words", help="Do not work out the meaning of statements.")
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
    """Read again what an older engine has read.

    The old Record of a document is kept until the new one is in. Corrections
    that reviewers made stay, and are of the statement with the same words; those
    for which there is none any more are told.

    \b
    Exit codes:
      0    fine
      1    some documents failed, each named on standard error, and keep their
           old Record; or the archive cannot be written
      2    the command was used wrongly
      130  interrupted (Ctrl-C); what was read again is kept
    """  # noqa: D301 (the first backslash is for Click: leave the lines as they are)
    from memcon.cli.archive_run import run

    def command(archive: Archive) -> int:
        from memcon.cli.reread_run import Rereading

        return Rereading(archive, quiet=quiet, threads=threads, meaning=not by_words)()

    run(db, command, writes=True)
