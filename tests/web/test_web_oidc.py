"""Signing in by a provider of identities, with one that runs on this machine."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from sqlalchemy import select

from memcon.web.accounts.users import add_user, find_user
from memcon.web.configuration import Configuration, Oidc
from memcon.web.desk import Desk
from memcon.web.store.tables import User
from tests.web.conftest import form, make_client

pytest.importorskip("authlib", reason="pip install memcon[oidc]")
provided = pytest.importorskip("tests.web.identity_provider")

PASSWORD = "a lamp for the harbour"


@pytest.fixture
def desk(web_db: Path) -> Iterator[Desk]:
    """The archive, with an admin."""
    made = Desk(Configuration(db=web_db))
    made.database.write(lambda s: add_user(s, "carla", "admin", PASSWORD))
    yield made
    made.close()


@pytest.fixture
def provider() -> Iterator[Any]:
    """The provider."""
    with provided.providing() as made:
        yield made


@pytest.fixture
def app(desk: Desk, web_db: Path, provider: Any) -> Iterator[Any]:
    """A client of the app, which knows the provider."""
    oidc = Oidc(provider.issuer, provided.CLIENT, provided.SECRET)
    with make_client(web_db, host="0.0.0.0", oidc=oidc) as made:
        yield made


def begun(app: Any, next: str = "/search?q=ferry") -> str:
    """Begin, sign in at the provider's; the address that it sends the browser back to."""
    place = app.get("/oidc/begin", params={"next": next}).headers["location"]
    back = httpx.get(place).headers["location"]
    assert back.startswith("http://127.0.0.1/oidc/end?")
    return back


def users(desk: Desk) -> dict[str, str]:
    """Names and roles."""
    with desk.database.reading() as session:
        return {user.name: user.role for user in session.scalars(select(User))}


def test_somebody_new_signs_in_and_may_read(app: Any, desk: Desk) -> None:
    assert "/oidc/begin?next=" in app.get("/sign-in").text
    answer = app.get(begun(app))
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=ferry")
    assert app.get("/api/v1/me").json() == {"name": "ilka", "role": "reader"}
    assert app.get("/review").status_code == 403
    assert users(desk) == {"carla": "admin", "ilka": "reader"}


def test_who_comes_again_is_the_same_user_under_any_name(
    app: Any, desk: Desk, provider: Any
) -> None:
    app.get(begun(app))
    app.post("/sign-out", data=form(app))
    provider.who = {"sub": "7", "preferred_username": "ilka-orr"}
    app.get(begun(app))
    assert app.get("/api/v1/me").json()["name"] == "ilka"


def test_a_name_that_is_taken_is_not_taken_over(app: Any, desk: Desk, provider: Any) -> None:
    provider.who = {"sub": "8", "preferred_username": "Carla"}
    app.get(begun(app))
    assert app.get("/api/v1/me").json() == {"name": "Carla 2", "role": "reader"}


@pytest.mark.parametrize(
    ("claims", "name"),
    [
        ({"email": "ilka@talvik.example", "email_verified": True}, "ilka@talvik.example"),
        # Anybody can write somebody else's address into an account.
        ({"email": "carla@talvik.example", "email_verified": False}, "9"),
        ({"email": "carla@talvik.example"}, "9"),
    ],
)
def test_nobody_is_called_by_an_address_that_was_not_verified(
    app: Any, provider: Any, claims: dict[str, Any], name: str
) -> None:
    provider.who = {"sub": "9", **claims}
    app.get(begun(app))
    assert app.get("/api/v1/me").json()["name"] == name


def test_it_asks_with_pkce_and_a_new_nonce_each_time(app: Any, provider: Any) -> None:
    begun(app), begun(app)
    one, other = provider.asked
    assert one["code_challenge_method"] == "S256" and one["scope"].split()[0] == "openid"
    for secret in ("state", "nonce", "code_challenge"):
        assert len(one[secret]) >= 30 and one[secret] != other[secret]


@pytest.mark.parametrize("state", ["", "another", "ßtate", None])
def test_a_wrong_state_is_refused(app: Any, desk: Desk, state: str | None) -> None:
    code = parse_qs(urlsplit(begun(app)).query)["code"][0]
    given = {"code": code} if state is None else {"code": code, "state": state}
    answer = app.get("/oidc/end", params=given)
    assert answer.status_code == 403 and "begun elsewhere" in answer.text
    assert "ilka" not in users(desk)


def test_a_sign_in_that_another_browser_began_is_refused(app: Any, desk: Desk) -> None:
    back = begun(app)
    app.cookies.clear()
    assert app.get(back).status_code == 403
    app.cookies.set("memcon_oidc", "0" * 64 + ".%5B%22a%22%5D")
    assert app.get(back).status_code == 403
    assert "ilka" not in users(desk)


def test_a_code_of_another_sign_in_is_refused(app: Any, desk: Desk) -> None:
    stolen = parse_qs(urlsplit(begun(app)).query)["code"][0]
    own = parse_qs(urlsplit(begun(app)).query)["state"][0]
    # The verifier that we kept is not the one that this code was asked for with.
    answer = app.get("/oidc/end", params={"state": own, "code": stolen})
    assert answer.status_code == 403 and "invalid_grant" in answer.text


def test_a_sign_in_is_good_once(app: Any) -> None:
    back = begun(app)
    assert app.get(back).status_code == 303
    assert app.get(back).status_code == 403


HOUR = 3600


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ({"nonce": "of another sign-in"}, "nonce"),
        ({"nonce": None}, "nonce"),
        ({"aud": "another client"}, "aud"),
        ({"aud": ["another client", "a third"]}, "aud"),
        ({"aud": None}, "aud"),
        ({"aud": [provided.CLIENT, "another client"], "azp": "another client"}, "azp"),
        ({"iss": "https://elsewhere.example"}, "iss"),
        ({"exp": int(time.time()) - HOUR}, "expired"),
        ({"iat": int(time.time()) + HOUR}, "in the future"),
        ({"sub": None}, "sub"),
    ],
)
def test_an_id_token_that_is_not_for_this_sign_in_is_refused(
    app: Any, desk: Desk, provider: Any, claims: dict[str, Any], told: str
) -> None:
    provider.claims = claims
    answer = app.get(begun(app))
    assert answer.status_code == 403
    assert "not for this sign-in" in answer.text and told in answer.text
    assert users(desk) == {"carla": "admin"}


def test_an_id_token_for_several_is_taken(app: Any, provider: Any) -> None:
    provider.claims = {"aud": [provided.CLIENT, "another client"], "azp": provided.CLIENT}
    assert app.get(begun(app)).status_code == 303


@pytest.mark.filterwarnings("ignore:JWS algorithm")  # that the provider signs by none is the point
def test_an_id_token_that_somebody_else_signed_is_refused(
    app: Any, desk: Desk, provider: Any
) -> None:
    from joserfc.jwk import OctKey, RSAKey

    provider.signed_by = RSAKey.generate_key(2048)
    assert app.get(begun(app)).status_code == 403
    # By the client's secret anybody could sign who knows it.
    provider.signed_by, provider.algorithm = OctKey.import_key(provided.SECRET * 2), "HS256"
    assert app.get(begun(app)).status_code == 403
    provider.algorithm = "none"
    assert app.get(begun(app)).status_code == 403
    assert users(desk) == {"carla": "admin"}


def test_what_the_provider_tells_of_somebody_else_is_refused(
    app: Any, desk: Desk, provider: Any
) -> None:
    provider.userinfo = {"sub": "1", "preferred_username": "carla"}
    assert app.get(begun(app)).status_code == 403
    assert users(desk) == {"carla": "admin"}


def test_a_provider_without_userinfo_and_basic_serves_as_well(app: Any, provider: Any) -> None:
    provider.told = {
        "userinfo_endpoint": None, "token_endpoint_auth_methods_supported": ["client_secret_post"],
    }  # fmt: skip
    provider.claims = {"preferred_username": "ilka"}
    app.get(begun(app))
    assert app.get("/api/v1/me").json()["name"] == "ilka"


def test_who_is_denied_at_the_provider_is_told(app: Any, provider: Any) -> None:
    provider.denies = True
    answer = app.get(begun(app))
    assert answer.status_code == 403 and "access_denied" in answer.text


def test_who_may_no_longer_sign_in_does_not(app: Any, desk: Desk) -> None:
    app.get(begun(app))

    def change(session: Any) -> None:
        find_user(session, "ilka").active = 0

    desk.database.write(change)
    app.cookies.clear()
    answer = app.get(begun(app))
    assert answer.status_code == 403 and "may no longer sign in" in answer.text
    assert app.get("/search").status_code == 303


def test_the_first_user_is_not_made_by_a_sign_in(web_db: Path, provider: Any) -> None:
    # It would be a reader, and nobody could ever make it more.
    oidc = Oidc(provider.issuer, provided.CLIENT, provided.SECRET)
    with make_client(web_db, oidc=oidc) as app:
        answer = app.get("/oidc/begin")
        assert answer.status_code == 403 and "add-user" in answer.text
        assert app.get("/api/v1/me").json()["role"] == "admin"


def test_behind_https_the_way_back_is_https(desk: Desk, web_db: Path, provider: Any) -> None:
    oidc = Oidc(provider.issuer, provided.CLIENT, provided.SECRET)
    with make_client(web_db, oidc=oidc, secure=True) as app:
        answer = app.get("/oidc/begin")
        back = parse_qs(urlsplit(answer.headers["location"]).query)["redirect_uri"]
        assert back == ["https://127.0.0.1/oidc/end"]
        assert "; Secure" in answer.headers["set-cookie"]


def test_where_to_go_on_to_is_a_place_of_ours(app: Any) -> None:
    assert app.get(begun(app, "https://elsewhere.example/")).headers["location"] == "/"


def test_a_provider_that_is_down_is_told_of(desk: Desk, web_db: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        issuer = f"http://127.0.0.1:{free.getsockname()[1]}"
    with make_client(web_db, oidc=Oidc(issuer, "x", "y")) as app:
        answer = app.get("/oidc/begin")
        assert answer.status_code == 502
        assert f"{issuer} does not answer" in answer.text and "with a password" in answer.text


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"issuer": "https://elsewhere.example"}, "another name"),
        ({"authorization_endpoint": None}, "does not answer as a provider"),
    ],
)
def test_one_that_is_no_such_provider_is_told_of(
    app: Any, provider: Any, told: dict[str, Any], words: str
) -> None:
    provider.told = told
    answer = app.get("/oidc/begin")
    assert answer.status_code == 502 and words in answer.text


def test_one_that_breaks_while_somebody_signs_in_is_told_of(
    app: Any, desk: Desk, provider: Any
) -> None:
    back = begun(app)
    provider.told = {"token_endpoint": f"{provider.issuer}/gone"}
    assert app.get(back).status_code == 502
    assert users(desk) == {"carla": "admin"}
