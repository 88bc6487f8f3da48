"""`memcon cite`: the words at a place of the archive, as they are cited."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.archive_run import Db

if TYPE_CHECKING:
    from memcon.archive import Archive


class Style(StrEnum):
    """Styles of citations."""

    CHICAGO = "chicago"
    BIBTEX = "bibtex"
    RIS = "ris"
    W3C = "w3c"


def cite(
    places: Annotated[
        list[str],
        typer.Argument(
            metavar="ID",
            help="Places as memcon search names them, such as 3f2a9c1bd0e4:140-238: any words of a "
            "text, from one character to another.",
            show_default=False,
        ),
    ],
    style: Annotated[
        Style | None,
        typer.Option(
            "--style",
            help="Only this one: an entry of a bibliography (Chicago), of BibTeX, of RIS, or a Web "
            "Annotation (W3C) that selects the words.",
            show_default="all of them",
        ),
    ] = None,
    db: Db = None,
) -> None:
    """Print a citation of words in the archive.

    \b
    Exit codes:
      0    fine
      1    there is no such place, or no archive
      2    the command was used wrongly
    """  # noqa: D301 (the first backslash is for Click: leave the lines as they are)
    from memcon.cli.archive_run import run

    def command(archive: Archive) -> None:
        from memcon.archive import styles
        from memcon.cli.archive_output import put_text

        for place in places:
            citation = archive.cite(place)
            wanted = [style] if style else list(Style)
            put_text("\n\n".join(getattr(styles, s.value)(citation) for s in wanted) + "\n")

    run(db, command)
