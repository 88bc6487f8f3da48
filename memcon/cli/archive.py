"""`memcon archive`: what is in the archive. What the commands do is imported when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.actors import Form, Table
from memcon.cli.archive_run import Db, run

if TYPE_CHECKING:
    from memcon.archive import Archive

_EXIT_CODES = """
    \b
    Exit codes:
      0    fine
      1    there is no archive or no such document, or the archive is not in
           order; the reason is told on standard error
      2    the command was used wrongly
"""

archive = typer.Typer(
    name="archive",
    help="List documents, compare their versions, give their originals, check the archive.\n"
    + _EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)

Document = Annotated[
    str,
    typer.Argument(
        metavar="DOCUMENT",
        help="Its number, its address, or the SHA-256 of its text (twelve letters will do).",
        show_default=False,
    ),
]


@archive.command()
def documents(
    words: Annotated[
        str,
        typer.Argument(
            metavar="WORDS", help="In the title, name, publisher or address.", show_default=False
        ),
    ] = "",
    format: Annotated[Table, typer.Option("--format", "-f", help="json is one list.")] = Table.TEXT,
    db: Db = None,
) -> None:
    """List the documents."""

    def command(opened: Archive) -> None:
        from memcon.cli.archive_show import show_documents

        show_documents(opened, words, format.value)

    run(db, command)


@archive.command()
def versions(
    document: Document,
    format: Annotated[Form, typer.Option("--format", "-f", help="json is one list.")] = Form.TEXT,
    db: Db = None,
) -> None:
    """List the versions of a document, and the documents that are nearly the same."""

    def command(opened: Archive) -> None:
        from memcon.cli.archive_show import show_versions

        show_versions(opened, document, format.value)

    run(db, command)


@archive.command()
def diff(
    document: Document,
    before: Annotated[
        int | None,
        typer.Argument(metavar="VERSION", help="The earlier one.", show_default="the last but one"),
    ] = None,
    after: Annotated[
        int | None,
        typer.Argument(metavar="VERSION", help="The later one.", show_default="the last"),
    ] = None,
    db: Db = None,
) -> None:
    """Show what changed between two versions, paragraph by paragraph."""

    def command(opened: Archive) -> None:
        from memcon.cli.archive_show import show_difference

        show_difference(opened, document, before, after)

    run(db, command)


@archive.command()
def text(document: Document, db: Db = None) -> None:
    """Print the text of a document's newest version, into which all places point."""

    def command(opened: Archive) -> None:
        from memcon.cli.archive_output import put_bytes

        sha256 = opened.versions(document)[-1].sha256
        put_bytes(opened.text(sha256).encode("utf-8", "surrogatepass"))

    run(db, command)


@archive.command()
def original(document: Document, db: Db = None) -> None:
    """Write a document's newest version as it came, byte for byte, to standard output."""

    def command(opened: Archive) -> None:
        from memcon.cli.archive_output import put_bytes

        put_bytes(opened.original(opened.versions(document)[-1].original_sha256))

    run(db, command)


@archive.command()
def corrections(
    document: Document,
    format: Annotated[Form, typer.Option("--format", "-f", help="json is one list.")] = Form.TEXT,
    db: Db = None,
) -> None:
    """List what reviewers corrected in a document."""

    def command(opened: Archive) -> None:
        from memcon.cli.archive_show import show_corrections

        show_corrections(opened, document, format.value)

    run(db, command)


@archive.command()
def check(db: Db = None) -> None:
    """Check that the archive is whole: its file, its index, its texts, originals and Records."""

    def command(opened: Archive) -> int:
        from memcon.cli.messages import tell

        found = opened.check()
        for problem in found:
            tell(f"{opened.label}: {problem}")
        if not found:
            print(f"{opened.label}: all is in order")
        return 1 if found else 0

    run(db, command)
