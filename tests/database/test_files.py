"""The files of databases: for their owner alone, whatever rights new files have; others' are told of."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from memcon.archive import Archive
from memcon.database.files import make_file, make_folder, open_to_all
from memcon.registry import Registry
from tests.archive.conftest import MONDAY


@pytest.fixture(autouse=True)
def _careless() -> Iterator[None]:
    """New files may be read by everybody, as on most machines."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def rights(path: str | Path) -> int:
    return Path(path).stat().st_mode & 0o777


def test_an_archive_and_what_is_beside_it_are_the_owners_alone(folder: Path) -> None:
    with Archive("desk.db") as archive:
        archive.add(MONDAY)
        found = {path.name: rights(path) for path in folder.iterdir()}
    assert found == {"desk.db": 0o600, "desk.db-wal": 0o600, "desk.db-shm": 0o600}


def test_a_registry_is_too(folder: Path) -> None:
    with Registry("actors.db"):
        assert rights("actors.db") == rights("actors.db-wal") == 0o600


def test_the_users_own_folder_is_made_with_those_above_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MEMCON_DB", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "share"))
    Archive().close()
    assert rights("share") == rights("share/memcon") == 0o700
    assert rights("share/memcon/archive.db") == 0o600


def test_what_is_there_is_left_as_it_is(folder: Path) -> None:
    (folder / "kept").mkdir(mode=0o755)
    Path("kept/desk.db").write_bytes(b"kept")
    make_folder(Path("kept"))
    make_file(Path("kept/desk.db"))
    assert (rights("kept"), rights("kept/desk.db")) == (0o755, 0o644)
    assert Path("kept/desk.db").read_bytes() == b"kept"


def test_what_a_broken_link_points_at_is_made_too(folder: Path) -> None:
    Path("link.db").symlink_to("real.db")
    Archive("link.db").close()
    assert rights("real.db") == 0o600


def test_each_file_that_everybody_may_read_is_named(folder: Path) -> None:
    for name, mode in (("desk.db", 0o644), ("desk.db-wal", 0o600), ("desk.db-shm", 0o604)):
        Path(name).touch()
        Path(name).chmod(mode)
    assert open_to_all(Path("desk.db")) == [Path("desk.db"), Path("desk.db-shm")]
    # What a group shares is its own affair.
    Path("desk.db").chmod(0o660)
    assert open_to_all(Path("desk.db")) == [Path("desk.db-shm")]
    assert open_to_all(Path("gone.db")) == []
