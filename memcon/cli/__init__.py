"""The command line. Only what `--help` needs is imported here; the rest when it is used."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from memcon.cli.actors import actors
from memcon.cli.add import add
from memcon.cli.archive import archive
from memcon.cli.backup import backup
from memcon.cli.cite import cite
from memcon.cli.compare import compare
from memcon.cli.diff import diff
from memcon.cli.export import export
from memcon.cli.export_corrections import Export
from memcon.cli.forget import forget
from memcon.cli.import_ import import_
from memcon.cli.network import network
from memcon.cli.read import read
from memcon.cli.reread import reread
from memcon.cli.restore import restore
from memcon.cli.schema import schema
from memcon.cli.search import search
from memcon.cli.serve import serve
from memcon.cli.sql import sql
from memcon.cli.timeline import timeline
from memcon.cli.topics import topics

app = typer.Typer(
    name="memcon",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(read)
app.command()(schema)
app.command()(compare)
app.command()(diff)
app.command()(add)
app.command()(search)
app.command()(cite)
app.command()(timeline)
app.command()(network)
app.command()(topics)
app.command()(sql)
app.command()(reread)
app.command()(forget)
app.command()(backup)
app.command()(restore)
app.command(cls=Export)(export)
app.command("import")(import_)
app.add_typer(archive)
app.add_typer(serve)
app.add_typer(actors)


def _version(wanted: bool) -> None:
    if wanted:
        from memcon import __version__

        typer.echo(f"memcon {__version__}")
        raise typer.Exit


@app.callback()
def _memcon(
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Read reports of diplomatic meetings: who said what, cited to the character."""


def main() -> None:
    """Run the program; the way in for `memcon` and for `python -m memcon`."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
