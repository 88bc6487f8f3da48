"""`memcon forget`: a document, or what somebody said, taken out of the archive for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.archive_run import Db

if TYPE_CHECKING:
    from memcon.archive import Archive


def forget(
    document: Annotated[
        str | None,
        typer.Argument(
            metavar="DOCUMENT",
            help="Its number, its address, or the SHA-256 of its text (twelve letters will do).",
            show_default=False,
        ),
    ] = None,
    speaker: Annotated[
        str | None,
        typer.Option(
            "--speaker",
            metavar="NAME",
            help="Instead of a document: all that whoever bears this whole name says.",
            show_default=False,
        ),
    ] = None,
    why: Annotated[
        str, typer.Option("--why", metavar="WORDS", help="For the log.", show_default=False)
    ] = "",
    by: Annotated[
        str | None,
        typer.Option(
            "--by", metavar="NAME", help="Who forgets, for the log.", show_default="your user name"
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    log: Annotated[
        bool, typer.Option("--log", help="Only list what was forgotten, by digests.")
    ] = False,
    db: Db = None,
) -> None:
    """Forget a document, or all that somebody said. It cannot be undone.

    A document goes with its versions, originals, statements, corrections, and
    what the web app and the registry keep of it. Of what somebody said the
    words are blacked out in the text, which is then its own original, and all
    that was made of them goes; the rest of the document stays where it was.
    The same text or file is not added again. Backups are not touched.

    \b
    Exit codes:
      0    fine
      1    there is nothing of the kind, it was not confirmed, or the archive
           cannot be written
      2    the command was used wrongly
    """  # noqa: D301 (the first backslash is for Click: leave the lines as they are)
    from memcon.cli.archive_run import run

    if not log and (document is None) == (speaker is None):
        raise typer.BadParameter("give a document, or --speaker and a name")

    def command(archive: Archive) -> int:
        from memcon.cli.forget_run import Forgetting, show_log

        if log:
            return show_log(archive)
        forgetting = Forgetting(archive, by=by, why=why, sure=yes)
        if document is not None:
            return forgetting.document(document)
        return forgetting.said_by(speaker or "")

    run(db, command, writes=not log)
