"""Files that can only be read are searched all the same, and nothing is written beside them.

Root may write to whatever has its rights taken away, so what the system would say of them is made up.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from memcon.archive import Archive, ArchiveError
from memcon.database.readonly import is_read_only, reader_of
from memcon.errors import RegistryError
from memcon.registry import Registry
from tests.archive.conftest import FRIDAY, MONDAY

Protect = Callable[..., None]


@pytest.fixture
def protect(monkeypatch: pytest.MonkeyPatch) -> Protect:
    """Let the system say that these cannot be written to."""

    def names(*protected: str) -> None:
        found = {Path(name).absolute() for name in protected}
        allowed = os.access

        def access(path: str | Path, mode: int) -> bool:
            there = not mode & os.W_OK or Path(path).absolute() not in found
            return there and allowed(path, mode)

        monkeypatch.setattr(os, "access", access)

    return names


@pytest.fixture
def desk(folder: Path) -> Iterator[Path]:
    """The only file of an archive."""
    with Archive("desk.db") as archive:
        archive.add(MONDAY)
    assert [path.name for path in folder.iterdir()] == ["desk.db"]
    yield folder


@pytest.mark.parametrize("what", ["desk.db", "."])
def test_an_archive_is_searched_checked_and_not_written_to(
    desk: Path, protect: Protect, what: str
) -> None:
    protect(what)
    with Archive("desk.db", create=False) as archive:
        assert archive.database.is_read_only
        assert archive.search("strait").total == 1
        assert archive.record(MONDAY.document.sha256) == MONDAY
        assert archive.check() == []
        with pytest.raises(ArchiveError, match=r"desk\.db: it can be read only; ask for the right"):
            archive.add(FRIDAY)
        assert [path.name for path in desk.iterdir()] == ["desk.db"]


def test_a_name_with_marks_that_addresses_have(desk: Path, protect: Protect) -> None:
    (desk / "desk.db").rename("50% of? #1.db")
    protect("50% of? #1.db")
    with Archive("50% of? #1.db", create=False) as archive:
        assert archive.search("strait").total == 1


def test_what_somebody_else_adds_meanwhile_is_found(desk: Path, protect: Protect) -> None:
    with Archive("desk.db") as writer:
        writer.add(FRIDAY)
        assert (desk / "desk.db-wal").stat().st_size
        protect("desk.db")
        with Archive("desk.db") as archive:
            assert len(archive.documents()) == 2


def test_what_was_added_last_is_never_left_out_in_silence(desk: Path, protect: Protect) -> None:
    (desk / "desk.db-wal").write_bytes(b"a log")
    protect(".")
    with pytest.raises(
        ArchiveError, match=r"what was added last still is .* copy both to a folder"
    ):
        Archive("desk.db")


def test_a_registry_is_read_too(folder: Path, protect: Protect) -> None:
    with Registry("actors.db") as registry:
        registry.add(MONDAY)
    protect(".")
    with Registry("actors.db", create=False) as registry:
        assert registry.actors()
        with pytest.raises(RegistryError, match="it can be read only"):
            registry.add(FRIDAY)


def test_sqlite_knows_that_it_can_only_be_read(desk: Path, protect: Protect) -> None:
    protect(".")
    reader = reader_of(Path("desk.db"), 1)
    assert reader
    opened = reader()
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        opened.execute("DELETE FROM archive_records")
    opened.close()


def test_one_of_an_older_version_cannot_be_renewed(desk: Path, protect: Protect) -> None:
    with sqlite3.connect("desk.db") as old:
        old.execute("ALTER TABLE archive_records DROP COLUMN sha256")
        old.execute("UPDATE archive_version SET version_num = '0002'")
    old.close()
    protect(".")
    with pytest.raises(ArchiveError, match="it can be read only"):
        Archive("desk.db")


def test_what_can_be_written_to_is_opened_as_ever(desk: Path, protect: Protect) -> None:
    assert reader_of(Path("desk.db"), 1) is None
    assert reader_of(Path("gone.db"), 1) is None
    assert reader_of(None, 1) is None
    # Whoever has the file open has made what is beside it: the folder need not be written to.
    protect(".")
    assert is_read_only(Path("desk.db"))
    for ending in ("wal", "shm"):
        (desk / f"desk.db-{ending}").touch()
    assert not is_read_only(Path("desk.db"))
