"""`memcon export`: documents, or Records that were kept, in the format of another tool."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from memcon.collecting import Collector, Failure, Given, Loaded
    from memcon.record import Record


class Format(StrEnum):
    """Formats of other tools."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    BRAT = "brat"
    CAS = "cas"
    DNA = "dna"
    JSONLD = "jsonld"
    TEI = "tei"
    CONLL = "conll"
    FTM = "ftm"
    GEXF = "gexf"
    GRAPHML = "graphml"


def export(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Files and folders as for “memcon read”; a .jsonl file that “memcon export” or "
            "“memcon import” wrote is taken as it is, and not read again.",
            show_default=False,
        ),
    ],
    format: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"One of {', '.join(Format)}; docs/exchange.md says what each carries.",
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="A file; for csv, parquet, brat, cas and tei an empty or new folder.",
        ),
    ],
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No summary; failures are named.")
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
) -> None:
    """Write documents as other tools read them.

    The output is whole or not there. What reviewers corrected in the archive is
    written by “memcon export corrections”, which has a --help of its own.

    \b
    Exit codes:
      0    fine
      1    some documents failed, each named on standard error with the reason,
           and the others are written; or the output could not be written
      2    the command was used wrongly
      130  interrupted (Ctrl-C); nothing is written
    """  # noqa: D301 (the first backslash is for Click: leave the lines as they are)
    from memcon.cli.messages import tell
    from memcon.cli.own_output import leave_out_own_output
    from memcon.cli.web_options import collector
    from memcon.errors import MemconError
    from memcon.exchange import export as write

    if paths.count("-") > 1:
        raise typer.BadParameter("standard input (-) can be read once only")
    collecting = collector()
    places = leave_out_own_output(collecting.find(paths), paths, output)
    failures: list[Failure] = []

    def report(failure: Failure) -> None:
        failures.append(failure)
        tell(f"{failure.label}: {failure.reason}")

    try:
        count = write(_records(collecting, places, threads, report), format, output)
    except KeyboardInterrupt:
        tell(f"interrupted, nothing written to {output}")
        sys.exit(130)
    except MemconError as error:
        tell(str(error))
        sys.exit(1)
    finally:
        collecting.close()
    if not quiet:
        kept = f"{count} document{'' if count == 1 else 's'}"
        tell(f"{kept} written to {output}" if count else f"nothing written to {output}")
    sys.exit(1 if failures else 0)


def _records(
    collecting: Collector,
    places: list[Given | Failure],
    threads: int | None,
    report: Callable[[Failure], None],
) -> Iterator[Record]:
    """The Records of all places, in their order: those that are kept, and those to be read."""
    from memcon.exchange import import_records

    for kept, some in groupby(places, key=_holds_records):
        if kept:
            for place in some:
                yield from import_records(place.path, "jsonl")  # type: ignore[union-attr, arg-type]
        else:
            yield from _read(collecting.documents(some), threads, report)


def _read(
    items: Iterator[Loaded | Failure], threads: int | None, report: Callable[[Failure], None]
) -> Iterator[Record]:
    from memcon.cli.attempts import attempt

    for _, record in attempt(items, threads, report):
        yield record


def _holds_records(place: Given | Failure) -> bool:
    """Whether the first line of a JSON Lines file that is not blank is one of ours."""
    import json

    from memcon.exchange.jsonl import holds_record

    path = getattr(place, "path", None)
    if path is None or path.suffix.lower() not in (".jsonl", ".ndjson") or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return holds_record(json.loads(next((line for line in file if line.strip()), b"0")))
    except (OSError, ValueError, RecursionError):
        return False
