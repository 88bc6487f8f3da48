"""Tokens: for the API alone, for reading or writing, and for a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from memcon.web.accounts import sessions
from memcon.web.accounts.users import find_user
from memcon.web.configuration import Configuration
from memcon.web.desk import Desk
from memcon.web.errors import UnfitError
from memcon.web.store.tables import Token
from tests.archive.conftest import BOTH
from tests.web.conftest import form
from tests.web.people import PASSWORD, add_people, guarded, sign_in, token
from tests.web.web_records import report

DATABASES = BOTH
ACCEPT = f"/api/v1/documents/{report().document.sha256[:12]}/acceptances"
SPANS = {"spans": [[185, 246]]}


@pytest.fixture
def server(web_db: Path) -> Iterator[Any]:
    """A client of a server for others."""
    add_people(web_db)
    with guarded(web_db) as made:
        yield made


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/settings/tokens", {"name": "another"}),
        ("/settings/users", {"name": "eve", "role": "admin", "password": PASSWORD}),
        ("/settings/password", {"old": PASSWORD, "new": PASSWORD + "s"}),
        ("/search/kept", {"name": "x"}),
        ("/read", {"text": "“Yes,” said Ana."}),
    ],
)
def test_a_token_is_for_the_api_alone(server: Any, path: str, fields: dict[str, str]) -> None:
    program = token(server, "carla", scope="write")
    answer = server.post(path, data=form(server, **fields), headers=program)
    assert answer.status_code == 403 and "/api/v1/" in answer.text
    assert server.get("/settings", headers=program).status_code == 403
    assert server.get("/documents", headers=program).status_code == 403


def test_a_token_to_read_changes_nothing(server: Any) -> None:
    for about in ({"scope": "read"}, {}):
        program = token(server, "amal", **about)
        assert server.get("/api/v1/me", headers=program).status_code == 200
        assert server.post(ACCEPT, json=SPANS, headers=program).status_code == 403
    program = token(server, "amal", scope="write")
    assert server.post(ACCEPT, json=SPANS, headers=program).status_code == 201


def test_a_token_ends(server: Any, web_db: Path | str) -> None:
    program = token(server, "amal")
    assert server.get("/api/v1/me", headers=program).status_code == 200
    desk = Desk(Configuration(db=web_db))

    def age(session: Any) -> None:
        session.query(Token).update({"ends": "2020-01-01T00:00:00+00:00"})

    desk.database.write(age)
    desk.close()
    assert server.get("/api/v1/me", headers=program).status_code == 401


@pytest.mark.parametrize("about", [{"days": 0}, {"days": 10_000}, {"scope": "everything"}])
def test_what_a_token_cannot_be(server: Any, web_db: Path | str, about: dict[str, Any]) -> None:
    sign_in(server, "amal")
    answer = server.post("/settings/tokens", data=form(server, name="x", **about))
    assert answer.status_code == 422
    desk = Desk(Configuration(db=web_db))
    with desk.database.reading() as session, pytest.raises(UnfitError):
        user = find_user(session, "amal")
        assert user
        sessions.make_token(session, user, "x", **about)
    desk.close()
