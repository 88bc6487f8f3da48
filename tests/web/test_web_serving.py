"""Serving: what is warned of and what is refused before a server listens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from memcon.web import serving
from memcon.web.errors import ServeError
from tests.web.people import add_people


@pytest.fixture
def never_served(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Configurations of servers that would have been started."""
    made: list[Any] = []
    monkeypatch.setattr("uvicorn.Server.run", lambda self, sockets: made.append(self.config))
    return made


@pytest.mark.parametrize(
    ("host", "https", "warned"),
    [("0.0.0.0", False, True), ("0.0.0.0", True, False), ("127.0.0.1", False, False)],
)
def test_without_https_others_are_warned_of(
    web_db: Path,
    never_served: list[Any],
    capsys: pytest.CaptureFixture[str],
    host: str,
    https: bool,
    warned: bool,
) -> None:
    add_people(web_db)
    assert serving.run(host, 0, (), https=https, db=str(web_db)) == 0
    assert ("without https" in capsys.readouterr().err) == warned
    # Whose X-Forwarded-For is believed is the app's own matter.
    assert never_served[0].proxy_headers is False


def test_a_proxy_that_is_no_address_is_refused(
    web_db: Path, never_served: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert serving.run("127.0.0.1", 0, (), proxies=("a proxy",), db=str(web_db)) == 1
    assert "--proxy a proxy" in capsys.readouterr().err and not never_served


@pytest.mark.parametrize(
    ("issuer", "fine"),
    [
        ("https://id.example", True), ("http://127.0.0.1:8080/realm", True),
        ("http://localhost", True), ("http://[::1]:80", True), ("http://id.example", False),
        ("http://10.0.0.7", False), ("HTTP://id.example", False), ("ftp://localhost", False),
        ("http://[", False), ("id.example", False), ("http://127.0.0.1@id.example", False),
    ],
)  # fmt: skip
def test_a_provider_is_asked_by_https(
    monkeypatch: pytest.MonkeyPatch, issuer: str, fine: bool
) -> None:
    monkeypatch.setenv("MEMCON_OIDC_ISSUER", issuer)
    monkeypatch.setenv("MEMCON_OIDC_CLIENT", "memcon")
    if fine:
        made = serving.oidc_of()
        assert made and made.issuer == issuer
    else:
        with pytest.raises(ServeError, match="https://"):
            serving.oidc_of()
