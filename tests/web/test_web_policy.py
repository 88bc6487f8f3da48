"""Policy: which requests are answered, and which forms are taken."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.conftest import form


def test_another_host_name_is_not_answered(client: Any) -> None:
    answer = client.get("/", headers={"host": "attacker.example"})
    assert answer.status_code == 421


@pytest.mark.parametrize(
    "sent", [{"origin": "https://attacker.example"}, {"sec-fetch-site": "cross-site"}]
)
def test_a_form_of_another_site_is_refused(client: Any, sent: dict[str, str]) -> None:
    answer = client.post("/theme", data=form(client, theme="dark"), headers=sent)
    assert answer.status_code == 403


def test_a_form_without_our_token_is_refused(client: Any) -> None:
    assert client.post("/read", data={"text": "“Yes,” said Ana."}).status_code == 403
    assert client.post("/read", data={"text": "x", "csrf": "0" * 64}).status_code == 403


def test_the_token_is_of_the_browser_that_was_given_it(client: Any) -> None:
    given = form(client, theme="dark")
    client.cookies.clear()
    assert client.post("/theme", data=given).status_code == 403


def test_more_than_is_taken_is_refused_while_it_comes(web_db: Any) -> None:
    from tests.web.conftest import make_client

    with make_client(web_db, largest=1000) as client:
        answer = client.post("/api/v1/jobs", content=b"x" * 7_000_000)
        assert answer.status_code == 413

        def pieces() -> Any:
            for _ in range(8):
                yield b"x" * 1_000_000

        answer = client.post(
            "/api/v1/jobs", content=pieces(), headers={"content-type": "application/json"}
        )
        assert answer.status_code in (400, 413)


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(client: Any) -> None:
    kept = client.get("/").headers["set-cookie"]
    assert "HttpOnly" in kept and "SameSite=Lax" in kept
