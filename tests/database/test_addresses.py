"""Addresses of databases: what was named, else `MEMCON_DB`, else a file of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from memcon.database.address import address, file_of, label_of, make_own


def test_a_path_or_an_address_of_a_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/quill")
    assert address("desk.db", "own.db").database == "desk.db"
    assert address("~/desk.db", "own.db").database == "/home/quill/desk.db"
    assert address("postgresql://quill@velmar/desk", "own.db").host == "velmar"


def test_without_a_name_the_variable_and_then_the_own_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEMCON_DB", "team.db")
    assert address(None, "own.db").database == "team.db"
    monkeypatch.delenv("MEMCON_DB")
    assert str(address(None, "own.db").database).endswith("/memcon/own.db")


@pytest.mark.parametrize("place", ["://", "postgresql://velmar:door/desk"])
def test_what_looks_like_an_address_and_is_none(place: str) -> None:
    with pytest.raises(ValueError, match=place):
        address(place, "own.db")


@pytest.mark.parametrize(
    ("url", "file", "label"),
    [
        ("sqlite:///desk.db", Path("desk.db"), "desk.db"),
        ("sqlite:///:memory:", None, "sqlite:///%3Amemory%3A"),
        ("sqlite://", None, "sqlite://"),
        ("sqlite:///file:desk.db?mode=ro&uri=true", None, "sqlite:///file%3Adesk.db?mode=ro&uri=true"),
        ("postgresql://quill:lamp@velmar/desk", None, "postgresql://quill:***@velmar/desk"),
    ],
)  # fmt: skip
def test_messages_call_it_by_its_file_and_tell_no_password(
    url: str, file: Path | None, label: str
) -> None:
    assert file_of(make_url(url)) == file
    assert label_of(make_url(url)) == label


def test_only_the_folder_of_the_own_file_is_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MEMCON_DB", raising=False)
    make_own("named/desk.db", Path("named/desk.db"))
    assert not Path("named").exists()
    make_own(None, Path("own/desk.db"))
    assert Path("own/desk.db").is_file()
