"""Options that the commands for charts share, and how a chart is put out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import RenderableType

    from memcon.archive import Archive
    from memcon.archive.errors import OnDamage


class Form(StrEnum):
    """Forms in which a chart is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    HTML = "html"
    SVG = "svg"
    PNG = "png"


class Period(StrEnum):
    """How time is cut."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


def _option(*names: str, metavar: str, help: str) -> Any:
    return typer.Option(*names, metavar=metavar, help=help, show_default=False)


Speaker = Annotated[
    str,
    _option(
        "--speaker", "-s", metavar="NAME",
        help="Who says or does it: words of a name or title; of a state, or its ISO code, all who "
        "are of it.",
    ),
]  # fmt: skip
About = Annotated[str, _option("--about", metavar="NAME", help="Who is spoken of or acted on.")]
Act = Annotated[
    str, _option("--act", metavar="ACT", help="What is done by saying it: thank, warn, refuse …")
]
Topic = Annotated[str, _option("--topic", metavar="WORDS", help="What it is about.")]
Publisher = Annotated[str, _option("--publisher", metavar="NAME", help="Who published it.")]
Genre = Annotated[
    str,
    _option(
        "--genre", metavar="GENRE", help="report, readout, joint statement or transcript."
    ),
]  # fmt: skip
Since = Annotated[
    str, _option("--since", metavar="DATE", help="First day, as 2015, 2015-11 or 2015-11-30.")
]
Until = Annotated[str, _option("--until", metavar="DATE", help="Last day, likewise.")]
By = Annotated[Period, typer.Option("--by", help="How long a period is.")]
Format = Annotated[
    Form | None,
    typer.Option(
        "--format",
        "-f",
        help="json is Vega-Lite, csv the numbers; without it what --output ends in, else text.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    _option("--output", "-o", metavar="PATH", help="A file, instead of standard output."),
]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart in all its forms, each made when it is asked for.

    :param empty: whether there is nothing to show.
    :param rows: of the table whose header is `columns`.
    :param spec: as Vega-Lite.
    """

    title: str
    empty: bool
    tables: Callable[[], Sequence[RenderableType]]
    columns: Sequence[str]
    rows: Callable[[], Iterable[Sequence[Any]]]
    spec: Callable[[], dict[str, Any]]


def form_of(format: Form | None, output: Path | None) -> Form:
    """The form that is asked for, or the one that the file's ending names.

    :raises typer.BadParameter: if a picture would go to a terminal.
    """
    ending = output.suffix.lower().lstrip(".") if output else ""
    form = format or (Form(ending) if ending in tuple(Form) else Form.TEXT)
    if form is Form.PNG and output is None and sys.stdout.isatty():
        raise typer.BadParameter("a terminal cannot show a PNG; name a file with --output")
    return form


def draw(
    db: str | None,
    format: Form | None,
    output: Path | None,
    chart: Callable[[Archive, OnDamage], Chart],
) -> None:
    """Put out a chart of the archive, and end the program with its exit code.

    :param chart: is given the archive, and what tells of Records that are damaged.
    """
    from memcon.cli.archive_run import run

    form = form_of(format, output)

    def command(archive: Archive) -> int:
        from memcon.cli.damage import Damage

        damage = Damage()
        put(archive, chart(archive, damage), form, output)
        return 1 if damage.count else 0

    run(db, command)


def put(archive: Archive, chart: Chart, form: Form, output: Path | None) -> None:
    """Write a chart to the file, else to standard output.

    :raises OutputError: if the file cannot be written.
    """
    from memcon.cli.archive_output import put_bytes
    from memcon.errors import OutputError

    if output is not None and archive.database.is_kept_in(output):
        raise OutputError(f"{output} is the archive itself; give another --output")
    data = _data(chart, form, to_file=output is not None)
    if output is None:
        put_bytes(data)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise OutputError(f"{output} cannot be written: {why}; give another --output") from error


def _data(chart: Chart, form: Form, *, to_file: bool) -> bytes:
    if form is Form.TEXT:
        return _text(chart, to_file).encode("utf-8", "backslashreplace")
    if form is Form.CSV:
        return _csv(chart).encode("utf-8")
    from memcon.charts.drawing import drawn

    return drawn(chart.spec(), f".{form.value}", chart.title)


def _text(chart: Chart, to_file: bool) -> str:
    import io

    from rich.console import Console

    if chart.empty:
        return "Nothing is found.\n"
    out = io.StringIO()
    terminal = sys.stdout is not None and sys.stdout.isatty() and not to_file
    console = Console(file=out, width=None if terminal else 120, highlight=False, markup=False)
    for number, table in enumerate(chart.tables()):
        if number:
            console.print()
        console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _csv(chart: Chart) -> str:
    import csv
    import io

    from memcon.report.table import guarded

    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(chart.columns)
    for row in chart.rows():
        writer.writerow(["" if v is None else guarded(v) if isinstance(v, str) else v for v in row])
    return out.getvalue()
