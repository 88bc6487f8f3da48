"""Accounts: demanded where others can reach the app; passwords, roles, tokens, waits after failures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from memcon.web.accounts.users import add_user
from memcon.web.configuration import Configuration, is_local
from memcon.web.desk import Desk
from memcon.web.errors import ServeError, UnfitError
from memcon.web.serving import checked_app
from memcon.web.store.tables import SessionRow, Token, User
from tests.archive.conftest import BOTH
from tests.web.conftest import form, make_client
from tests.web.web_records import report

DATABASES = BOTH

PASSWORD = "a lamp for the harbour"
REPORT = report().document.sha256[:12]


@pytest.fixture
def with_users(web_db: Path) -> Path:
    """The archive with one user of each role."""
    desk = Desk(Configuration(db=web_db))
    for name, role in (("carla", "admin"), ("amal", "reviewer"), ("rita", "reader")):
        desk.database.write(lambda s, n=name, r=role: add_user(s, n, r, PASSWORD))  # type: ignore[misc]
    desk.close()
    return web_db


@pytest.fixture
def guarded(with_users: Path) -> Iterator[Any]:
    """A client of the app as others can reach it."""
    with make_client(with_users, host="0.0.0.0") as made:
        yield made


def sign_in(client: Any, name: str, password: str = PASSWORD) -> Any:
    return client.post("/sign-in", data=form(client, name=name, password=password, next="/search"))


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
    ],
)
def test_only_this_machine_is_local(host: str, local: bool) -> None:
    assert is_local(host) == local


def test_on_this_machine_it_just_opens(client: Any) -> None:
    assert client.get("/").status_code == 200
    assert client.get("/api/v1/me").json() == {"name": "local", "role": "admin"}


def test_elsewhere_it_does_not_start_without_users(web_db: Path) -> None:
    with pytest.raises(ServeError, match="add-user"):
        checked_app(Configuration(db=web_db, host="0.0.0.0", warm=False))


def test_with_users_it_asks_on_this_machine_too(with_users: Path) -> None:
    with make_client(with_users) as client:
        answer = client.get("/search?q=ferry")
        assert answer.status_code == 303
        assert answer.headers["location"] == "/sign-in?next=%2Fsearch%3Fq%3Dferry"


def test_signing_in_and_out(guarded: Any) -> None:
    assert sign_in(guarded, "Amal").headers["location"] == "/search"
    assert guarded.get("/search").status_code == 200
    guarded.post("/sign-out", data=form(guarded))
    assert guarded.get("/search").status_code == 303


def test_a_wrong_password_and_a_wrong_name_look_the_same(guarded: Any) -> None:
    answers = [sign_in(guarded, "amal", "a wrong one!"), sign_in(guarded, "nobody", "a wrong one!")]
    assert [a.status_code for a in answers] == [401, 401]
    assert all("name or the password is not right" in a.text for a in answers)


def test_after_five_failures_even_the_right_password_waits(guarded: Any) -> None:
    for _ in range(5):
        assert sign_in(guarded, "amal", "a wrong one!").status_code == 401
    assert sign_in(guarded, "amal").status_code == 429
    assert sign_in(guarded, "carla").status_code == 303


def test_a_reader_reads_and_corrects_nothing(guarded: Any) -> None:
    sign_in(guarded, "rita")
    shown = guarded.get(f"/documents/{REPORT}").text
    assert "Accept" not in shown
    answer = guarded.post(f"/documents/{REPORT}/accept", data=form(guarded, spans="185 246"))
    assert answer.status_code == 403
    assert guarded.get("/review").status_code == 403


def test_only_an_admin_sees_to_users(guarded: Any) -> None:
    sign_in(guarded, "amal")
    new = {"name": "eve", "role": "admin", "password": PASSWORD}
    assert guarded.post("/settings/users", data=form(guarded, **new)).status_code == 403
    assert "Add a user" not in guarded.get("/settings").text


def test_who_may_no_longer_sign_in_is_out_at_once(guarded: Any, with_users: Path) -> None:
    sign_in(guarded, "amal")
    with make_client(with_users, host="0.0.0.0") as admin:
        sign_in(admin, "carla")
        shown = admin.get("/settings").text
        assert "amal" in shown
        id = shown.partition("<b><bdi>amal")[0].rpartition('name="id" value="')[2].partition('"')[0]
        admin.post("/settings/users", data=form(admin, id=id, role="reviewer"))
    assert guarded.get("/search").status_code == 303


def test_the_last_admin_stays(guarded: Any) -> None:
    sign_in(guarded, "carla")
    shown = guarded.get("/settings").text
    id = shown.partition("<b><bdi>carla")[0].rpartition('name="id" value="')[2].partition('"')[0]
    answer = guarded.post("/settings/users", data=form(guarded, id=id, role="reader", active="yes"))
    assert answer.status_code == 422 and "last admin" in answer.text


def test_a_token_does_what_its_owner_may(guarded: Any) -> None:
    sign_in(guarded, "amal")
    shown = guarded.post(
        "/settings/tokens", data=form(guarded, name="notebook", scope="write")
    ).text
    secret = shown.partition('<code id="secret">')[2].partition("<")[0]
    assert secret.startswith("memcon_") and secret not in guarded.get("/settings").text
    guarded.cookies.clear()
    by_token = {"authorization": f"Bearer {secret}"}
    assert guarded.get("/api/v1/me", headers=by_token).json()["name"] == "amal"
    made = guarded.post(
        f"/api/v1/documents/{REPORT}/acceptances", json={"spans": [[185, 246]]}, headers=by_token
    )
    assert made.status_code == 201
    assert (
        guarded.get("/api/v1/me", headers={"authorization": "Bearer memcon_no"}).status_code == 401
    )


def test_a_session_alone_does_not_change_anything_by_the_api(guarded: Any) -> None:
    sign_in(guarded, "amal")
    answer = guarded.post(f"/api/v1/documents/{REPORT}/undo")
    assert answer.status_code == 403
    assert answer.headers["content-type"] == "application/problem+json"


def test_no_secret_is_kept_as_it_is(guarded: Any, with_users: Path) -> None:
    sign_in(guarded, "amal")
    guarded.post("/settings/tokens", data=form(guarded, name="notebook"))
    desk = Desk(Configuration(db=with_users))
    with desk.database.reading() as session:
        kept = [*session.scalars(select(SessionRow.digest)), *session.scalars(select(Token.digest))]
        assert all(len(digest) == 64 for digest in kept)
        assert guarded.cookies["memcon_session"] not in kept
        for password in session.scalars(select(User.password)):
            assert password and password.startswith("$argon2id$")
    desk.close()


def test_a_short_password_is_not_taken(with_users: Path) -> None:
    desk = Desk(Configuration(db=with_users))
    with pytest.raises(UnfitError, match="10 characters"):
        desk.database.write(lambda s: add_user(s, "eve", "reader", "short"))
    desk.close()


def test_https_makes_cookies_secure(with_users: Path) -> None:
    with make_client(with_users, secure=True) as client:
        answer = client.get("/sign-in")
        assert "; Secure" in answer.headers["set-cookie"]
        assert answer.headers["strict-transport-security"]
