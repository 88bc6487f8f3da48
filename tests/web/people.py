"""People with accounts in an archive, and how they sign in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from memcon.web.accounts.users import add_user
from memcon.web.configuration import Configuration
from memcon.web.desk import Desk
from tests.web.conftest import form, make_client

PASSWORD = "a lamp for the harbour"
ROLES = {"carla": "admin", "amal": "reviewer", "beth": "reviewer", "rita": "reader"}


def add_people(db: Path | str, roles: dict[str, str] = ROLES) -> None:
    """An account for each."""
    desk = Desk(Configuration(db=db))
    for name, role in roles.items():
        desk.database.write(lambda s, n=name, r=role: add_user(s, n, r, PASSWORD))  # type: ignore[misc]
    desk.close()


@contextmanager
def guarded(db: Path | str, **more: Any) -> Iterator[Any]:
    """A client of the app as others can reach it."""
    with make_client(db, **{"host": "0.0.0.0", **more}) as made:
        yield made


def sign_in(client: Any, name: str, password: str = PASSWORD, **more: Any) -> Any:
    """Sign the client in, whoever was before."""
    client.cookies.clear()
    sent = form(client, name=name, password=password, next="/search")
    return client.post("/sign-in", data=sent, **more)


def token(client: Any, name: str, **about: Any) -> dict[str, str]:
    """The header with a new token of somebody's; no session is left."""
    sign_in(client, name)
    shown = client.post("/settings/tokens", data=form(client, name="notebook", **about)).text
    client.cookies.clear()
    secret = shown.partition('<code id="secret">')[2].partition("<")[0]
    return {"authorization": f"Bearer {secret}"}
