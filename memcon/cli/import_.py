"""`memcon import`: another tool's files as Records, in JSON Lines."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """Formats that can be read back."""

    JSONL = "jsonl"
    PARQUET = "parquet"
    BRAT = "brat"
    CAS = "cas"
    DNA = "dna"
    JSONLD = "jsonld"


def import_(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="A file, or a folder of files.", show_default=False, exists=True
        ),
    ],
    format: Annotated[
        Format, typer.Option("--format", "-f", help="docs/exchange.md says what each carries.")
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there, not to standard output."),
    ] = None,
) -> None:
    """Read the files of another tool, and write Records as JSON Lines.

    Each line has a Record and its text; “memcon export” takes such a file too.

    \b
    Exit codes:
      0    fine
      1    the file is not in that format, or the output could not be written
      2    the command was used wrongly
    """  # noqa: D301 (the first backslash is for Click: leave the lines as they are)
    from memcon.cli.messages import give_up, tell
    from memcon.cli.output import STANDARD_OUTPUT, told_of
    from memcon.cli.whole import write_whole
    from memcon.errors import MemconError, OutputError
    from memcon.exchange import export, import_records
    from memcon.exchange.jsonl import line

    records = import_records(path, format)
    try:
        if output is not None:
            export(records, "jsonl", output)
            return
        for record in records:
            with told_of(STANDARD_OUTPUT):
                write_whole(sys.stdout.buffer, f"{line(record)}\n".encode("ascii"))
    except BrokenPipeError:
        give_up(sys.stdout)
    except MemconError as error:
        tell(str(error))
        if isinstance(error, OutputError) and output is None:
            give_up(sys.stdout)
        sys.exit(1)
