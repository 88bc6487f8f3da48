"""`memcon diff`: one speaker over time."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Sheet(StrEnum):
    """Forms in which a difference is written."""

    TEXT = "text"
    JSON = "json"


def diff(
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD", help="An earlier document, or a folder of them.", show_default=False
        ),
    ],
    new: Annotated[
        str,
        typer.Argument(
            metavar="NEW", help="A later document, or a folder of them.", show_default=False
        ),
    ],
    speaker: Annotated[
        str,
        typer.Option("--speaker", "-s", metavar="NAME", help="Whose words.", show_default=False),
    ],
    format: Annotated[
        Sheet, typer.Option("--format", "-f", help="text is for a terminal.")
    ] = Sheet.TEXT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there, not to standard output."),
    ] = None,
) -> None:
    """Tell which phrases of a speaker were dropped, added, hardened or softened.

    A phrase is hardened by a stronger act (urged, then demanded), or where a hedge, a condition or an
    exception is gone; the reverse softens it. The same rules hold for every speaker.

    \b
    Exit codes:
      0    fine
      1    a document could not be read, the speaker says nothing in one of the
           two, or the output could not be written
      2    the command was used wrongly
    """  # noqa: D301 (the first backslash is for Click: leave the lines as they are)
    from memcon.cli.compare_run import FAILED, put, read_all
    from memcon.cli.messages import tell
    from memcon.errors import MemconError

    earlier, later = read_all([old]), read_all([new])
    if earlier is None or later is None:
        sys.exit(FAILED)
    from memcon.comparison.standing import diff as compare_speaker
    from memcon.comparison.standing_view import print_difference

    try:
        difference = compare_speaker(earlier, later, speaker)
        code = put(
            (lambda: difference.to_json(indent=2) + "\n") if format == "json" else None,
            lambda console: print_difference(difference, console),
            output,
        )
    except MemconError as error:
        tell(str(error))
        code = FAILED
    sys.exit(code)
