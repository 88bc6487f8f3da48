"""Names of users: capitals of any alphabet make no difference, and one is the app's own."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from memcon.web.accounts import sessions
from memcon.web.accounts.names import folded, reserved
from memcon.web.accounts.oidc import _user
from memcon.web.accounts.provider import Identity
from memcon.web.accounts.users import add_user, find_user
from memcon.web.configuration import Configuration
from memcon.web.desk import Desk
from memcon.web.errors import UnfitError
from memcon.web.store.migration import migrate
from memcon.web.store.tables import User
from tests.archive.conftest import BOTH
from tests.web.people import PASSWORD, add_people, guarded, sign_in
from tests.web.web_records import report

DATABASES = BOTH
REPORT = report().document.sha256[:12]


@pytest.fixture
def desk(web_db: Path) -> Iterator[Desk]:
    """A desk on the archive."""
    made = Desk(Configuration(db=web_db))
    yield made
    made.close()


@pytest.mark.parametrize("written", ["Émile", "ÉMILE", "émile", "E\u0301mile", " émile "])
def test_a_name_beyond_ascii_signs_in(web_db: Path | str, written: str) -> None:
    add_people(web_db, {"carla": "admin", "Émile": "reader"})
    with guarded(web_db) as client:
        assert sign_in(client, written).status_code == 303
        assert client.get("/api/v1/me").json()["name"] == "Émile"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Émile", "ÉMILE"), ("Émile", "E\u0301mile"), ("Strauß", "STRAUSS"), ("Жанна", "ЖАННА")],
)
def test_two_names_that_differ_in_capitals_are_one(desk: Desk, one: str, other: str) -> None:
    desk.database.write(lambda s: add_user(s, one, "reader", PASSWORD).id)
    with pytest.raises(UnfitError, match="already"):
        desk.database.write(lambda s: add_user(s, other, "reader", PASSWORD).id)


@pytest.mark.parametrize("name", ["local", "Local", " LOCAL ", "ｌocal"])
def test_nobody_is_called_local(desk: Desk, name: str) -> None:
    assert reserved(name)
    with pytest.raises(UnfitError, match="Nobody may be called"):
        desk.database.write(lambda s: add_user(s, name, "reader", PASSWORD).id)


def test_nor_is_who_comes_by_a_provider(desk: Desk) -> None:
    who = Identity("https://id.example 1", "Local")
    made = desk.database.write(lambda s: _user(s, who).name)
    assert made == "Local 2"


def test_an_account_of_that_name_needs_the_token_of_forms(web_db: Path | str, desk: Desk) -> None:
    add_people(web_db)

    def rename(session: Any) -> str:
        user = find_user(session, "amal")
        user.name = "local"
        return sessions.start(session, user)

    secret = desk.database.write(rename)
    with guarded(web_db) as client:
        client.cookies.set("memcon_session", secret)
        spans = {"spans": [[185, 246]]}
        answer = client.post(f"/api/v1/documents/{REPORT}/acceptances", json=spans)
        assert answer.status_code == 403


def test_names_of_an_older_version_are_folded(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'old.db'}")
    first = importlib.import_module("memcon.web.store.migrations.versions.0001_first")
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext

    with engine.begin() as connection:
        with Operations.context(MigrationContext.configure(connection)):
            first.upgrade()
        connection.execute(text("CREATE TABLE web_version (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(text("INSERT INTO web_version VALUES ('0001')"))
        for id, name in enumerate(["Émile", "ÉMILE", "local", "Amal"], 1):
            connection.execute(
                text("INSERT INTO web_users VALUES (:id, :name, '', NULL, 'reader', 1, '')"),
                {"id": id, "name": name},
            )
    migrate(engine, "old")
    migrate(engine, "old")
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT name, folded FROM web_users ORDER BY id")).all()
    engine.dispose()
    assert [tuple(row) for row in rows] == [
        ("Émile", "émile"), ("ÉMILE", "émile #2"), ("local #3", "local #3"), ("Amal", "amal"),
    ]  # fmt: skip
    assert User.__table__.c.folded.unique and folded("Émile") == "émile"
