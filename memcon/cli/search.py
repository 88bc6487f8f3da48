"""`memcon search`: its options. What it does is imported when it is done."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.archive_run import Db

if TYPE_CHECKING:
    from memcon.archive import Archive


class Format(StrEnum):
    """Forms in which hits are written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class Attitude(StrEnum):
    """Stances."""

    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"


def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS",
            help="All must be in the statement, in any form; also '\"in this order\"', begin*, and "
            "'word -without'. What means the like is found as well.",
            show_default=False,
        ),
    ] = None,
    speaker: Annotated[
        str,
        typer.Option(
            "--speaker",
            "-s",
            metavar="NAME",
            help="Who says it: words of a name or title; of a state, or its ISO code, all who are "
            "of it.",
            show_default=False,
        ),
    ] = "",
    about: Annotated[
        str,
        typer.Option("--about", metavar="NAME", help="Who is spoken of or to.", show_default=False),
    ] = "",
    addressee: Annotated[
        str, typer.Option("--to", metavar="NAME", help="Whom it is said to.", show_default=False)
    ] = "",
    stance: Annotated[
        Attitude | None,
        typer.Option(
            "--stance", help="Of the speaker; towards --about, if given.", show_default=False
        ),
    ] = None,
    act: Annotated[
        str,
        typer.Option(
            "--act",
            metavar="ACT",
            help="What is done by it: thank, warn, refuse …",
            show_default=False,
        ),
    ] = "",
    speech_act: Annotated[
        str,
        typer.Option(
            "--speech-act",
            metavar="CLASS",
            help="assertive, directive, commissive, expressive or declarative.",
            show_default=False,
        ),
    ] = "",
    topic: Annotated[
        str, typer.Option("--topic", metavar="WORDS", help="What it is about.", show_default=False)
    ] = "",
    type: Annotated[
        str,
        typer.Option(
            "--type", metavar="TYPE", help="direct, indirect or mixed.", show_default=False
        ),
    ] = "",
    publisher: Annotated[
        str,
        typer.Option("--publisher", metavar="NAME", help="Who published it.", show_default=False),
    ] = "",
    genre: Annotated[
        str,
        typer.Option(
            "--genre",
            metavar="GENRE",
            help="report, readout, joint statement or transcript.",
            show_default=False,
        ),
    ] = "",
    since: Annotated[
        str,
        typer.Option(
            "--since",
            metavar="DATE",
            help="First day, as 2015, 2015-11 or 2015-11-30.",
            show_default=False,
        ),
    ] = "",
    until: Annotated[
        str, typer.Option("--until", metavar="DATE", help="Last day, likewise.", show_default=False)
    ] = "",
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, max=1000, metavar="N", help="Hits at most.")
    ] = 20,
    offset: Annotated[
        int, typer.Option("--offset", min=0, metavar="N", help="Hits to leave out before them.")
    ] = 0,
    by_words: Annotated[
        bool, typer.Option("--by-words", help="Only what has the words, not what means the like.")
    ] = False,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="json is one object, with the counts.")
    ] = Format.TEXT,
    db: Db = None,
) -> None:
    """Search the archive for what was said.

    \b
    Exit codes:
      0    fine, also if nothing is found
      1    the archive or the question was not in order; the reason is told on
           standard error
      2    the command was used wrongly
    """  # noqa: D301 (the first backslash is for Click: leave the lines as they are)
    from memcon.cli.archive_run import run
    from memcon.cli.search_output import put

    def command(archive: Archive) -> None:
        from memcon.archive import Query

        query = Query(
            words=" ".join(words or ()), speaker=speaker, about=about, addressee=addressee,
            stance=stance.value if stance else None, act=act, speech_act=speech_act, topic=topic,
            type=type, publisher=publisher, genre=genre, since=since, until=until,
        )  # fmt: skip
        results = archive.search(query, limit=limit, offset=offset, meaning=not by_words)
        put(results, format.value, offset)

    run(db, command)
