"""`memcon backup`: its options. What it does is imported when it is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.archive_run import Db

if TYPE_CHECKING:
    from memcon.archive import Archive


def backup(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="The file to write, for its owner alone; a backup that is there is replaced.",
            show_default=False,
        ),
    ],
    db: Db = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress and no summary.")
    ] = False,
) -> None:
    """Write all that is in the archive into one file, while others go on using it.

    Documents, Records, corrections, and the registry of actors and the web
    app's accounts, judgements and codings if they are in the same database: as
    they were at one moment. “memcon restore” makes an archive of it, in SQLite
    or PostgreSQL.

    \b
    Exit codes:
      0    fine
      1    there is no archive, or the file could not be written: the reason is
           told on standard error, and a backup of that name is as it was
      2    the command was used wrongly
      130  interrupted (Ctrl-C)
    """  # noqa: D301 (the first backslash is for Click: leave the lines as they are)
    from memcon.cli.archive_run import run

    def command(archive: Archive) -> None:
        from memcon.archive.backup import back_up
        from memcon.cli.rows_progress import summary, told_of_rows

        with told_of_rows(shown=not quiet) as told:
            manifest = back_up(archive.database, file, told)
        if not quiet:
            print(f"{file}: {summary(manifest)}, {file.stat().st_size / 1e6:,.2f} MB")

    run(db, command)
