"""Gate: who asks is known before anything that was sent is read, and what is read is bounded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import HTTPException, Request

from memcon.web.api import bodies
from memcon.web.api.bodies import taken_apart
from memcon.web.gate import LARGEST_OPEN
from tests.web.conftest import form
from tests.web.people import add_people, guarded, sign_in


@pytest.fixture
def stranger(web_db: Path) -> Iterator[Any]:
    """A client of whom nothing is known."""
    add_people(web_db)
    with guarded(web_db) as made:
        yield made


@pytest.fixture
def nothing_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads a body, fails."""

    async def read(self: Request, *given: Any, **more: Any) -> Any:
        raise AssertionError("a stranger's body was read")

    for way in ("body", "json", "_get_form"):
        monkeypatch.setattr(Request, way, read)
        if hasattr(bodies._Bounded, way):
            monkeypatch.setattr(bodies._Bounded, way, read)


@pytest.mark.parametrize(
    ("path", "sent", "status"),
    [
        ("/api/v1/jobs", {"content": b"[" + b"[]," * 9_000 + b"[]]"}, 401),
        ("/api/v1/jobs/files", {"files": {"files": ("x.txt", b"x" * 9_000)}}, 401),
        ("/api/v1/documents/0123456789ab/corrections", {"json": {}}, 401),
        ("/read", {"files": {"files": ("x.txt", b"x" * 9_000)}}, 401),
        ("/read", {"data": {"text": "x"}}, 401),
        ("/settings/password", {"data": {"old": "x"}}, 401),
        ("/settings/users", {"data": {"name": "eve"}}, 401),
        ("/search/kept", {"data": {"name": "x"}}, 401),
        ("/codings", {"data": {"name": "x"}}, 401),
        ("/review/accept", {"data": {"text": "x"}}, 401),
        ("/nothing", {"data": {"text": "x"}}, 401),
        ("/sign-in", {"files": {"name": ("x.txt", b"x")}}, 415),
        ("/theme", {"files": {"name": ("x.txt", b"x")}}, 415),
        ("/sign-in", {"data": {"name": "x" * LARGEST_OPEN}}, 413),
    ],
)
def test_nothing_of_a_strangers_is_read(
    stranger: Any, nothing_read: None, path: str, sent: dict[str, Any], status: int
) -> None:
    assert stranger.post(path, **sent).status_code == status


def test_what_comes_without_a_size_is_counted_while_it_comes(stranger: Any) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(9):
            yield b"name=" + b"x" * (LARGEST_OPEN // 4) + b"&"

    answer = stranger.post(
        "/sign-in", content=pieces(),
        headers={"content-type": "application/x-www-form-urlencoded"},
    )  # fmt: skip
    assert answer.status_code == 413


def test_who_has_signed_in_hands_files_in(stranger: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    sign_in(stranger, "rita")
    token = form(stranger)["csrf"]
    answer = stranger.post(
        "/api/v1/jobs/files", files={"files": ("x.txt", b"x" * 90_000)},
        headers={"x-csrf-token": token},
    )  # fmt: skip
    assert answer.status_code == 202


def test_a_body_of_json_is_bounded(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert client.post("/api/v1/jobs", json={"text": "[,{" * 5_000}).status_code == 202
    nested = b"[" + b"[]," * 5_000 + b"[]]"
    told = {"content-type": "application/json"}
    assert client.post("/api/v1/jobs", content=nested, headers=told).status_code == 413
    monkeypatch.setattr(bodies, "LARGEST", 1_000)
    assert client.post("/api/v1/jobs", json={"text": "x" * 1_000}).status_code == 413


@pytest.mark.parametrize("body", [b'{"a": "[[[,,,"}', b'["\\"[,", "\\\\"]', b"[1, 2]", b'"x"'])
def test_brackets_within_a_text_are_none(body: bytes) -> None:
    assert taken_apart(body) == json.loads(body)


@pytest.mark.parametrize("body", [b'"' + b'\\"' * 200_000, b'"\\', b"", b"[" * 1_000])
def test_an_unfinished_body_is_refused_in_one_pass(body: bytes) -> None:
    with pytest.raises((json.JSONDecodeError, HTTPException, RecursionError)):
        taken_apart(body)
