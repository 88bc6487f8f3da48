"""`memcon restore`: its options. What it does is imported when it is done."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

Into = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="PATH",
        help="The new archive: a file, or an address such as postgresql://USER@SERVER/NAME, with "
        "nothing in it. Without it that of MEMCON_DB, else a file of your own.",
        show_default=False,
    ),
]


def restore(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A file that memcon backup wrote.", show_default=False),
    ],
    db: Into = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress and no summary.")
    ] = False,
) -> None:
    """Make an archive of a backup, in SQLite or PostgreSQL.

    Every byte of the file is compared with its digest first. The archive is
    there when all is in it; until then, and if anything fails, nothing is
    changed.

    \b
    Exit codes:
      0    fine
      1    the file is no backup, is cut or was altered, or there is something
           in the database already: the reason is told on standard error; or
           Records were damaged before the backup was written: each is named,
           all is restored, and only their statements are not searched
      2    the command was used wrongly
      130  interrupted (Ctrl-C); nothing was changed
    """  # noqa: D301 (the first backslash is for Click: leave the lines as they are)
    from memcon.archive.backup import restore
    from memcon.archive.database import where
    from memcon.cli.messages import tell
    from memcon.cli.openness import warn_if_open_to_all
    from memcon.cli.rows_progress import summary, told_of_rows
    from memcon.database.address import file_of, label_of
    from memcon.errors import MemconError

    damaged: list[MemconError] = []
    try:
        warn_if_open_to_all(file_of(where(db)))
        with told_of_rows(shown=not quiet) as told:
            manifest = restore(file, db, damaged=damaged.append, told=told)
        label = label_of(where(db))
    except MemconError as error:
        tell(str(error))
        sys.exit(1)
    for one in damaged:
        tell(f"{one}; until then its statements are not searched")
    if not quiet:
        print(f"{label}: {summary(manifest)} restored")
    sys.exit(1 if damaged else 0)
