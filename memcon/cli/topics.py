"""`memcon topics`: its options. What it does is imported when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli import charting
from memcon.cli.archive_run import Db
from memcon.cli.search import Attitude

if TYPE_CHECKING:
    from memcon.archive import Archive
    from memcon.archive.errors import OnDamage


def topics(
    speaker: charting.Speaker = "",
    about: charting.About = "",
    stance: Annotated[
        Attitude | None,
        typer.Option(
            "--stance", help="Of the speaker; towards --about, if given.", show_default=False
        ),
    ] = None,
    act: charting.Act = "",
    topic: charting.Topic = "",
    publisher: charting.Publisher = "",
    genre: charting.Genre = "",
    since: charting.Since = "",
    until: charting.Until = "",
    by: charting.By = charting.Period.MONTH,
    most: Annotated[
        int,
        typer.Option("--topics", "-n", min=1, max=1000, metavar="N", help="Topics at most."),
    ] = 12,
    format: charting.Format = None,
    output: charting.Output = None,
    db: Db = None,
) -> None:
    """Show what is spoken of over time.

    \b
    Exit codes:
      0    fine, also if nothing is found
      1    the archive or the question was not in order, or the output could not
           be written; the reason is told on standard error
      2    the command was used wrongly
    """  # noqa: D301 (the first backslash is for Click: leave the lines as they are)

    def chart(archive: Archive, _damaged: OnDamage) -> charting.Chart:
        from memcon.archive import Query
        from memcon.charts import terminal, vega
        from memcon.charts.topics import topics_of
        from memcon.cli.messages import tell

        query = Query(
            speaker=speaker, about=about, stance=stance.value if stance else None, act=act,
            topic=topic, publisher=publisher, genre=genre, since=since, until=until,
        )  # fmt: skip
        told = topics_of(archive.spoken(query), by.value, most)
        if told.undated:
            tell(f"{told.undated} statements have no date and are left out")
        return charting.Chart(
            title="Topics over time",
            empty=not told.shares,
            tables=lambda: [terminal.topics_table(told)],
            columns=("period", "topic", "statements", "documents"),
            rows=lambda: (
                (s.period.isoformat(), s.topic, s.statements, s.documents) for s in told.shares
            ),
            spec=lambda: vega.topics_chart(told),
        )

    charting.draw(db, format, output, chart)
