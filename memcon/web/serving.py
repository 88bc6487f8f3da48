"""Serving: the app started as a program, and its first users made."""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress
from getpass import getpass
from urllib.parse import urlsplit

from sqlalchemy import select

from memcon.errors import MemconError
from memcon.web.configuration import Configuration, Oidc, is_local
from memcon.web.errors import ServeError

FINE, FAILED = 0, 1


def run(
    host: str,
    port: int,
    names: tuple[str, ...],
    *,
    https: bool = False,
    proxies: tuple[str, ...] = (),
    open_browser: bool = False,
    db: str | None = None,
) -> int:
    """Serve until it is stopped.

    :returns: the exit code.
    """
    from memcon.cli.messages import tell

    try:
        configuration = Configuration(
            db=db, host=host, names=names, secure=https, proxies=checked_proxies(proxies),
            oidc=oidc_of(),
        )  # fmt: skip
        listening = listen(host, port)
        app = checked_app(configuration)
    except MemconError as error:
        tell(str(error))
        return FAILED
    if not (configuration.local or https):
        tell(
            f"{host} can be reached by others without https: passwords and cookies can be read on the "
            "way; put a proxy that speaks https in front of it, and give --https"
        )
    import uvicorn

    shown = f"[{host}]" if ":" in host else host
    address = f"{'https' if https else 'http'}://{shown}:{listening.getsockname()[1]}/"
    print(f"memcon is at {address} (stop it with Ctrl-C)", flush=True)
    if open_browser:
        import webbrowser

        webbrowser.open(address)
    server = uvicorn.Server(
        # --proxy says whose X-Forwarded-For is believed; uvicorn would believe this machine's.
        uvicorn.Config(
            app, log_level="warning", server_header=False, proxy_headers=False,
            timeout_graceful_shutdown=5,
        )
    )  # fmt: skip
    with suppress(KeyboardInterrupt):
        server.run(sockets=[listening])
    return FINE


def checked_app(configuration: Configuration):  # type: ignore[no-untyped-def]
    """The app; not without users where others can reach it.

    :raises ServeError: if there are none.
    """
    from memcon.web import make_app
    from memcon.web.accounts.users import any_users

    app = make_app(configuration)
    if not configuration.local:
        with app.state.desk.database.reading() as session:
            if not any_users(session):
                app.state.desk.close()
                raise ServeError(
                    f"{configuration.host} can be reached by others, and there are no users yet; add one "
                    "with memcon serve add-user NAME, or leave --host out"
                )
    return app


def listen(host: str, port: int) -> socket.socket:
    """A socket at the address.

    :raises ServeError: if it cannot be listened on.
    """
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
        family, kind, protocol, _, place = found[0]
        made = socket.socket(family, kind, protocol)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(place)
        # From now on browsers wait for the first answer, and are not turned away.
        made.listen(512)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise ServeError(
            f"{host}:{port} cannot be listened on: {why}; give another --port or --host"
        ) from error
    return made


def checked_proxies(given: tuple[str, ...]) -> tuple[str, ...]:
    """The proxies, if they are addresses.

    :raises ServeError: if one is none.
    """
    from memcon.web.accounts.callers import networks

    for proxy in given:
        try:
            networks([proxy])
        except ValueError as error:
            raise ServeError(
                f"--proxy {proxy}: it is no address; give one such as 127.0.0.1, or a network such as "
                "10.0.0.0/24"
            ) from error
    return given


def oidc_of() -> Oidc | None:
    """The provider of identities that the environment names.

    :raises ServeError: if it would be asked without https, by other than this machine.
    """
    issuer = os.environ.get("MEMCON_OIDC_ISSUER", "").rstrip("/")
    client = os.environ.get("MEMCON_OIDC_CLIENT", "")
    secret = os.environ.get("MEMCON_OIDC_SECRET", "")
    if issuer and not issuer.startswith("https://") and not _loopback(issuer):
        raise ServeError(
            f"MEMCON_OIDC_ISSUER={issuer}: who signs in would be told without https, and could be made "
            "up on the way; give its https:// address"
        )
    return Oidc(issuer, client, secret) if issuer and client else None


def _loopback(issuer: str) -> bool:
    try:
        parts = urlsplit(issuer)
        return parts.scheme == "http" and is_local(parts.hostname or "")
    except ValueError:
        return False


def add(name: str, role: str, db: str | None) -> int:
    """Make a user.

    :returns: the exit code.
    """
    from memcon.cli.messages import tell
    from memcon.web.accounts.users import add_user
    from memcon.web.desk import Desk
    from memcon.web.store.tables import User

    try:
        desk = Desk(Configuration(db=db))
        try:
            with desk.database.reading() as session:
                first = session.scalar(select(User.id).limit(1)) is None
            if first and role != "admin":
                raise ServeError("the first user must be an admin; give --role admin")
            password = _password()
            desk.database.write(lambda session: add_user(session, name, role, password).name)
        finally:
            desk.close()
    except MemconError as error:
        tell(str(error))
        return FAILED
    print(f"{name} may sign in as {role}: {desk.archive.label}")
    return FINE


def _password() -> str:
    """The new password.

    :raises ServeError: if the two that were typed differ.
    """
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass("Password (10 characters or more): ")
    if getpass("Once more: ") != first:
        raise ServeError("the two passwords are not the same; nobody was added")
    return first
