"""`memcon timeline`: its options. What it does is imported when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli import charting
from memcon.cli.archive_run import Db

if TYPE_CHECKING:
    from memcon.archive import Archive
    from memcon.archive.errors import OnDamage


def timeline(
    speaker: charting.Speaker = "",
    about: charting.About = "",
    act: charting.Act = "",
    topic: charting.Topic = "",
    publisher: charting.Publisher = "",
    genre: charting.Genre = "",
    since: charting.Since = "",
    until: charting.Until = "",
    by: charting.By = charting.Period.MONTH,
    dyads: Annotated[
        int,
        typer.Option("--dyads", "-n", min=1, max=100, metavar="N", help="Pairs drawn at most."),
    ] = 8,
    format: charting.Format = None,
    output: charting.Output = None,
    db: Db = None,
) -> None:
    """Show who speaks of whom over time, and the conflict–cooperation score.

    \b
    Exit codes:
      0    fine, also if nothing is found
      1    the archive or the question was not in order, or the output could not
           be written; or Records are damaged, and the others shown; the reason
           is told on standard error
      2    the command was used wrongly
    """  # noqa: D301 (the first backslash is for Click: leave the lines as they are)

    def chart(archive: Archive, damaged: OnDamage) -> charting.Chart:
        from memcon.archive import Query
        from memcon.charts import terminal, vega
        from memcon.charts import timeline as charted
        from memcon.cli.messages import tell

        query = Query(
            speaker=speaker, about=about, act=act, topic=topic, publisher=publisher, genre=genre,
            since=since, until=until,
        )  # fmt: skip
        told = charted.timeline(archive.parts(query, damaged), by.value)
        if told.undated:
            tell(f"{told.undated} statements and events have no date and are left out")
        return charting.Chart(
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

    charting.draw(db, format, output, chart)
