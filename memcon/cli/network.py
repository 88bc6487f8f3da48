"""`memcon network`: its options. What it does is imported when it is done."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli import charting
from memcon.cli.archive_run import Db

if TYPE_CHECKING:
    from memcon.archive import Archive
    from memcon.archive.errors import OnDamage


class Measure(StrEnum):
    """Measures of actors; those of `memcon.charts.measures`."""

    PAGERANK = "pagerank"
    BETWEENNESS = "betweenness"
    CLOSENESS = "closeness"
    DEGREE = "degree"
    SPEAKS = "speaks"
    SPOKEN_OF = "spoken-of"
    CLUSTERING = "clustering"
    CORE = "core"
    COMMUNITY = "community"


class Normalisation(StrEnum):
    """Discourse networks (Leifeld 2017)."""

    CONGRUENCE = "congruence"
    CONFLICT = "conflict"
    SUBTRACT = "subtract"


class Divisor(StrEnum):
    """What the weights of a discourse network are divided by."""

    NO = "no"
    AVERAGE = "average"
    JACCARD = "jaccard"
    COSINE = "cosine"


def network(
    speaker: charting.Speaker = "",
    about: charting.About = "",
    act: charting.Act = "",
    topic: charting.Topic = "",
    publisher: charting.Publisher = "",
    genre: charting.Genre = "",
    since: charting.Since = "",
    until: charting.Until = "",
    measure: Annotated[
        Measure | None,
        typer.Option(
            "--measure",
            metavar="MEASURE",
            help="Rank the actors by pagerank, betweenness, closeness, degree, speaks, spoken-of, "
            "clustering, core or community.",
            show_default=False,
        ),
    ] = None,
    normalisation: Annotated[
        Normalisation | None,
        typer.Option(
            "--normalisation",
            help="Instead of who speaks of whom: who agrees with whom (Leifeld's discourse network).",
            show_default=False,
        ),
    ] = None,
    divide: Annotated[
        Divisor,
        typer.Option(
            "--divide",
            help="With --normalisation: by what, since who speaks much agrees with many.",
        ),
    ] = Divisor.AVERAGE,
    most: Annotated[
        int, typer.Option("--rows", "-n", min=1, max=100_000, metavar="N", help="Rows of text.")
    ] = 20,
    format: charting.Format = None,
    output: charting.Output = None,
    db: Db = None,
) -> None:
    """Show who speaks of whom and how, or who agrees with whom.

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
        from memcon.cli.network_chart import agreeing, speaking

        query = Query(
            speaker=speaker, about=about, act=act, topic=topic, publisher=publisher, genre=genre,
            since=since, until=until,
        )  # fmt: skip
        parts = archive.parts(query, damaged)
        by = measure.value if measure else None
        return (
            agreeing(parts, normalisation.value, divide.value, by, most)
            if normalisation
            else speaking(parts, by, most)
        )

    charting.draw(db, format, output, chart)
