"""`memcon serve`: the web app, and its users. What it does is imported when it is done."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated

import typer

from memcon.cli.archive_run import Db

serve = typer.Typer(
    name="serve",
    help="Open the archive in a browser.",
    invoke_without_command=True,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@serve.callback()
def start(
    context: typer.Context,
    host: Annotated[
        str,
        typer.Option(
            "--host",
            metavar="ADDRESS",
            help="Address to listen on. Any but this computer's own needs users: see add-user.",
        ),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, metavar="N")] = 8765,
    name: Annotated[
        list[str] | None,
        typer.Option(
            "--name",
            metavar="HOST",
            help="Host name under which browsers ask for it; others are not answered.",
            show_default=False,
        ),
    ] = None,
    https: Annotated[
        bool,
        typer.Option(
            "--https", help="A proxy in front of it speaks https: cookies are sent by that only."
        ),
    ] = False,
    proxy: Annotated[
        list[str] | None,
        typer.Option(
            "--proxy",
            metavar="ADDRESS",
            help="Address or network of a proxy in front of it: its X-Forwarded-For tells who asks. "
            "No other's is believed.",
            show_default=False,
        ),
    ] = None,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open a browser when it is ready.")
    ] = False,
    db: Db = None,
) -> None:
    """Open the archive in a browser: read, search, compare, review.

    On this computer alone it needs no users and just opens. For others to reach
    it, add users first; no password is there that nobody chose. With
    MEMCON_OIDC_ISSUER, MEMCON_OIDC_CLIENT and MEMCON_OIDC_SECRET users may
    also sign in by a provider of identities.

    \b
    Exit codes:
      0    stopped (Ctrl-C)
      1    it could not be started; the reason is told on standard error
      2    the command was used wrongly
    """  # noqa: D301 (the first backslash is for Click: leave the lines as they are)
    if context.invoked_subcommand:
        return
    from memcon.web.serving import run

    _warn_if_open_to_all(db)
    raise typer.Exit(
        run(
            host, port, tuple(name or ()), https=https, proxies=tuple(proxy or ()),
            open_browser=open_browser, db=db,
        )
    )  # fmt: skip


@serve.command("add-user")
def add_user(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the user is called.")],
    role: Annotated[
        str,
        typer.Option(
            "--role",
            metavar="ROLE",
            help="reader, reviewer or admin. The first user must be an admin.",
        ),
    ] = "admin",
    db: Db = None,
) -> None:
    """Add a user; the password is asked for, or read from standard input.

    \b
    Exit codes:
      0    fine
      1    the user could not be added; the reason is told on standard error
      2    the command was used wrongly
    """  # noqa: D301
    from memcon.web.serving import add

    _warn_if_open_to_all(db)
    raise typer.Exit(add(name, role, db))


def _warn_if_open_to_all(db: str | None) -> None:
    from memcon.archive.database import where
    from memcon.cli.openness import warn_if_open_to_all
    from memcon.database.address import file_of
    from memcon.errors import MemconError

    # What is no address is told when it is opened.
    with suppress(MemconError):
        warn_if_open_to_all(file_of(where(db)))
