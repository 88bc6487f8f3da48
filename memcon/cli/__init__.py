"""The command line. Only what `--help` needs is imported here; the rest when it is used."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from memcon.cli.actors import actors
from memcon.cli.read import read
from memcon.cli.schema import schema

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
