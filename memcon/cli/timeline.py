"""`memcon timeline`: its options. What it does is imported when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.archive_run import Db
from memcon.cli.charting import (
    About,
    Act,
    By,
    Format,
    Genre,
    Output,
    Period,
    Publisher,
    Since,
    Speaker,
    Topic,
    Until,
)

if TYPE_CHECKING:
    from memcon.archive import Archive


def timeline(
    speaker: Speaker = "",
    about: About = "",
    act: Act = "",
    topic: Topic = "",
    publisher: Publisher = "",
    genre: Genre = "",
    since: Since = "",
    until: Until = "",
    by: By = Period.MONTH,
    dyads: Annotated[
        int,
        typer.Option("--dyads", "-n", min=1, max=100, metavar="N", help="Pairs drawn at most."),
    ] = 8,
    format: Format = None,
    output: Output = None,
    db: Db = None,
) -> None:
    """Show who speaks of whom over time, and the conflict–cooperation score.

    \b
    Exit codes:
      0    fine, also if nothing is found
      1    the archive or the question was not in order, or the output could not
           be written; the reason is told on standard error
      2    the command was used wrongly
    """  # noqa: D301 (the first backslash is for Click: leave the lines as they are)
    from memcon.cli.archive_run import run
    from memcon.cli.charting import Chart, form_of, put

    form = form_of(format, output)

    def command(archive: Archive) -> None:
        from memcon.archive import Query
        from memcon.charts import terminal, vega
        from memcon.charts import timeline as charted
        from memcon.cli.messages import tell

        query = Query(
            speaker=speaker, about=about, act=act, topic=topic, publisher=publisher, genre=genre,
            since=since, until=until,
        )  # fmt: skip
        told = charted.timeline(archive.parts(query), by.value)
        if told.undated:
            tell(f"{told.undated} statements and events have no date and are left out")
        chart = Chart(
            title="Statements and conflict–cooperation over time",
            empty=not told.points,
            tables=lambda: [terminal.timeline_table(told, dyads=dyads)],
            columns=(
                "period", "source", "source_kind", "target", "target_kind", "statements",
                "positive", "negative", "events", "score",
            ),
            rows=lambda: (
                (p.period.isoformat(), p.source.name, p.source.kind, p.target.name, p.target.kind,
                 p.statements, p.positive, p.negative, p.events, p.score)
                for p in told.points
            ),
            spec=lambda: vega.timeline_chart(told, dyads=dyads),
        )  # fmt: skip
        put(archive, chart, form, output)

    run(db, command)
