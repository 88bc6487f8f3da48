"""Oddities: what no browser sends, and a database that does not answer, are told without a traceback."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import anyio
import pytest
from sqlalchemy.exc import OperationalError

from memcon.archive.errors import ArchiveError, ConnectionLostError
from memcon.web import Configuration, make_app
from memcon.web.numbers import row_id, size_of
from memcon.web.policy import HEADERS
from memcon.web.reading import jobs
from tests.archive.conftest import BOTH
from tests.web.conftest import embed, form
from tests.web.people import add_people, guarded, sign_in

DATABASES = BOTH
LONG, SUPERSCRIPT = "9" * 30, "²"


def told(answer: Any) -> bool:
    """Whether an answer tells a browser all that the policy has."""
    return all(answer.headers.get(name) == value for name, value in HEADERS.items())


@pytest.mark.parametrize("host", ["[", "[::1", "a b", "x:99999999", "x@y", "[zz]", "a/b", "x:y"])
def test_a_host_that_is_none_is_not_understood(client: Any, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 400 and told(answer)


@pytest.mark.parametrize("origin", ["http://[", "http://[::1", "null", "["])
def test_an_origin_that_is_none_is_another_site(client: Any, origin: str) -> None:
    answer = client.post("/theme", data=form(client, theme="dark"), headers={"origin": origin})
    assert answer.status_code == 403 and told(answer)


@pytest.mark.parametrize("id", [LONG, SUPERSCRIPT, "0", "-1", "x", "9" * 5_000])
def test_an_id_that_no_row_has_is_not_found(web_db: Path | str, id: str) -> None:
    add_people(web_db)
    with guarded(web_db) as client:
        assert client.get(f"/codings/{id}").status_code == 303
        sign_in(client, "carla")
        for path in (
            f"/codings/{id}",
            f"/codings/{id}/documents/x",
            f"/codings/{id}/agreement.csv",
        ):
            assert client.get(path).status_code == 404
        for path in (f"/codings/{id}/done", f"/codings/{id}/settle"):
            assert client.post(path, data=form(client)).status_code == 404
        for path, fields, status in (
            ("/settings/tokens", {"gone": id}, 303),
            ("/search/kept", {"gone": id}, 303),
            ("/settings/users", {"id": id, "role": "reader"}, 404),
        ):
            assert client.post(path, data=form(client, **fields)).status_code == status


@pytest.mark.parametrize(
    ("given", "id"), [("1", 1), ("2147483647", 2147483647), ("2147483648", None), ("", None)]
)
def test_ids(given: str, id: int | None) -> None:
    assert row_id(given) == id


@pytest.mark.parametrize(("given", "size"), [("12", 12), ("²", None), ("", None), ("+1", None)])
def test_sizes(given: str, size: int | None) -> None:
    assert size_of(given) == size


def test_sizes_of_thousands_of_digits_are_large() -> None:
    assert (size_of("9" * 5_000) or 0) > 10**20


@pytest.mark.parametrize(
    ("method", "path", "content_type"),
    [
        ("POST", "/sign-in", b"application/x-www-form-urlencoded"),
        ("POST", "/read", b"multipart/form-data; boundary=x"),
        ("POST", "/api/v1/jobs", b"application/json"),
        ("POST", "/api/v1/jobs/files", b"multipart/form-data; boundary=x"),
    ],
)
def test_who_hangs_up_leaves_no_traceback(
    web_db: Path | str,
    caplog: pytest.LogCaptureFixture,
    method: str,
    path: str,
    content_type: bytes,
) -> None:
    app = make_app(Configuration(db=web_db, warm=False, embed=embed))
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method,
        "path": path, "raw_path": path.encode(), "query_string": b"", "root_path": "",
        "scheme": "http", "server": ("127.0.0.1", 80), "client": ("127.0.0.1", 1),
        "headers": [(b"host", b"127.0.0.1"), (b"content-type", content_type)],
    }  # fmt: skip
    sent: list[Any] = []
    coming = iter([{"type": "http.request", "body": b"--x\r\n", "more_body": True}])

    async def receive() -> Any:
        return next(coming, {"type": "http.disconnect"})

    async def send(message: Any) -> None:
        sent.append(message)

    # In a thread of its own: where a browser is driven in the tests, this one has its event loop.
    with caplog.at_level(logging.WARNING), ThreadPoolExecutor(1) as thread:
        thread.submit(anyio.run, app, scope, receive, send).result()
    app.state.desk.close()
    assert sent[0]["status"] == 400
    assert not caplog.records


def test_the_page_of_a_failure_has_the_policy(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise RuntimeError("/srv/secret")

    monkeypatch.setattr("memcon.web.pages.start.list_texts", fails)
    answer = client.get("/")
    assert answer.status_code == 500 and told(answer) and "secret" not in answer.text


@pytest.mark.parametrize("path", ["/", "/nothing", "/healthy", "/api/v1/nothing", "/static/no"])
def test_every_answer_has_the_policy(client: Any, path: str) -> None:
    assert told(client.get(path)) and told(client.get(path, headers={"host": "x.example"}))


@pytest.fixture(params=["archive", "driver", "cause"])
def away(
    request: pytest.FixtureRequest, client: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Any]:
    """A client of an app whose database does not answer any more."""
    driver = OperationalError("SELECT 1", {}, Exception("secret-host refused"))
    caused = ArchiveError("secret-host: it is locked")
    caused.__cause__ = driver
    error = {"archive": ConnectionLostError("secret-host: away"), "driver": driver, "cause": caused}

    @contextmanager
    def none() -> Iterator[Any]:
        raise error[request.param]
        yield

    database = client.app.state.desk.database
    for way in ("reading", "writing"):
        monkeypatch.setattr(database, way, none)
    monkeypatch.setattr("memcon.archive.database.PATIENCE", 0.0)
    yield client


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"), ("GET", "/sign-in"), ("GET", "/documents"), ("GET", "/api/v1/me"),
        ("GET", "/api/v1/documents"), ("GET", "/nothing"), ("POST", "/api/v1/jobs"),
        ("POST", "/sign-in"), ("POST", "/read"), ("GET", "/ready"),
    ],
)  # fmt: skip
def test_a_database_that_is_away_is_told_of_without_its_address(
    away: Any, method: str, path: str
) -> None:
    answer = away.request(method, path, headers={"accept": "*/*"})
    assert answer.status_code == (404 if path == "/nothing" else 503)
    assert "secret-host" not in answer.text and told(answer)
    if answer.status_code == 503:
        assert int(answer.headers["retry-after"]) > 0


def test_who_watches_over_it_is_told(away: Any) -> None:
    answer = away.get("/healthy")
    assert answer.status_code == 200 and "database does not answer" in answer.text


def test_a_database_that_answers_is_told_of(client: Any) -> None:
    assert [client.get(path).text for path in ("/healthy", "/ready")] == ["yes\n", "yes\n"]


def test_an_error_of_the_archive_does_not_name_its_place(
    client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    label = client.app.state.desk.archive.label

    def fails(*_: Any, **__: Any) -> None:
        raise ArchiveError(f"{label}: it is damaged, see {label}")

    monkeypatch.setattr(jobs, "latest", fails)
    answer = client.get("/api/v1/jobs")
    assert answer.status_code == 404 and label not in answer.text and "damaged" in answer.text
