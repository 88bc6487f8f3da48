"""`memcon sql`: its options. What it does is imported when it is done."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.archive_run import Db

if TYPE_CHECKING:
    from memcon.archive import Archive


class Format(StrEnum):
    """Forms in which rows are written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def sql(
    query: Annotated[
        str | None,
        typer.Argument(
            metavar="QUERY",
            help="One query in DuckDB's SQL; without it the views and their columns are listed. "
            "docs/archive.md tells what they hold.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="json is a list of objects.")
    ] = Format.TEXT,
    db: Db = None,
) -> None:
    """Ask the archive in SQL, by DuckDB, read-only.

    \b
    Exit codes:
      0    fine
      1    the archive or the query was not in order; the reason is told on
           standard error
      2    the command was used wrongly
    """  # noqa: D301 (the first backslash is for Click: leave the lines as they are)
    from memcon.cli.archive_run import run
    from memcon.cli.sql_output import put_answer, put_views

    def command(archive: Archive) -> None:
        if query is None:
            put_views(archive.views(), format.value)
        else:
            put_answer(archive.sql(query), format.value)

    run(db, command)
