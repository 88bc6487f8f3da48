"""A backup is of one moment, whoever writes meanwhile; and whoever is killed leaves no half of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from memcon.archive import Archive, ArchiveError
from memcon.archive.backup import back_up, open_backup, restore
from memcon.archive.backup.indexing import INDEX
from tests.archive.backup.conftest import rows_of
from tests.archive.conftest import FRIDAY, MONDAY, record

ROOT = Path(__file__).resolve().parents[3]


def test_what_others_write_meanwhile_is_not_in_it(bare: str, tmp_path: Path) -> None:
    added = []
    with Archive(bare) as archive, Archive(bare) as other:
        archive.add(MONDAY)
        before = rows_of(bare)

        def add_one(_table: str, _rows: int) -> None:
            # After every table somebody adds a document, which has rows in most of them.
            made = record(f"“Day {len(added)},” said Ana Quill of Ossel.", name=f"{len(added)}.txt")
            added.append(other.add(made))
            if len(added) == 1:
                spans = MONDAY.attributions[0].content
                other.correct(MONDAY.document.sha256, spans, "act", "promise", by="a clerk")

        back_up(archive.database, tmp_path / "desk.backup", add_one)
        assert set(added) == {"added"}
        assert len(added) > 10
    restore(tmp_path / "desk.backup", tmp_path / "new.db")
    assert rows_of(str(tmp_path / "new.db")) == before
    with Archive(tmp_path / "new.db") as again:
        assert again.check() == []
        assert again.search("negotiations").total == 1


def test_a_restoring_that_fails_late_changes_nothing(bare: str, backup: Path) -> None:
    class TroubleError(Exception):
        pass

    def told(table: str, _rows: int) -> None:
        if table == INDEX:
            raise TroubleError

    with pytest.raises(TroubleError):
        restore(backup, bare, told=told)
    assert [path.name for path in backup.parent.iterdir()] == ["desk.backup"]
    if "://" in bare:
        assert rows_of(bare) == {}
    restore(backup, bare)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "database or disk is full",
            "its disk is full or does not take it; make room and start again",
        ),
        (
            "server closed the connection",
            "the database says: server closed the connection; mend that",
        ),
    ],
)
def test_trouble_of_the_database_is_told(
    bare: str, backup: Path, monkeypatch: pytest.MonkeyPatch, said: str, told: str
) -> None:
    def fails(*_: object) -> None:
        raise DBAPIError("COPY", None, Exception(said))

    monkeypatch.setattr("memcon.archive.backup.filling.Filling.fill_index", fails)
    with pytest.raises(ArchiveError, match=told):
        restore(backup, bare)
    assert [path.name for path in backup.parent.iterdir()] == ["desk.backup"]


def test_a_file_that_somebody_else_makes_meanwhile_is_left(backup: Path, tmp_path: Path) -> None:
    def told(table: str, _rows: int) -> None:
        if table == INDEX:
            (tmp_path / "new.db").write_text("mine")

    with pytest.raises(ArchiveError, match=r"new\.db: another program has made it meanwhile"):
        restore(backup, tmp_path / "new.db", told=told)
    assert (tmp_path / "new.db").read_text() == "mine"
    assert len([*tmp_path.iterdir()]) == 2


KILLED = """
import os, signal, sys
from memcon.archive import Archive
from memcon.archive.backup import back_up, restore

def told(table, rows):
    if table == sys.argv[1]:
        os.kill(os.getpid(), signal.SIGKILL)

if sys.argv[2] == "restore":
    restore(sys.argv[3], sys.argv[4], told=told)
else:
    with Archive(sys.argv[3]) as archive:
        back_up(archive.database, sys.argv[4], told)
"""


def kill(*arguments: str) -> None:
    """Run one of them, killed at a table."""
    paths = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run([sys.executable, "-c", KILLED, *arguments], cwd=ROOT, env=paths)
    assert run.returncode == -signal.SIGKILL


@pytest.mark.parametrize("table", ["archive_statements", INDEX])
def test_whoever_is_killed_while_restoring_leaves_no_half(
    bare: str, filled: str, backup: Path, table: str
) -> None:
    kill(table, "restore", str(backup), bare)
    if "://" in bare:
        assert rows_of(bare) == {}
    else:
        assert not Path(bare).exists()
    restore(backup, bare)
    assert rows_of(bare) == rows_of(filled)
    # What the killed one has left is gone as well.
    assert not [path for path in backup.parent.iterdir() if path.name.startswith(".")]


def test_whoever_is_killed_while_backing_up_leaves_the_old_backup(
    filled: str, backup: Path, tmp_path: Path
) -> None:
    whole = backup.read_bytes()
    kill("archive_statements", "backup", filled, str(backup))
    kill("archive_statements", "backup", filled, str(tmp_path / "new.backup"))
    assert backup.read_bytes() == whole
    assert not (tmp_path / "new.backup").exists()


def test_several_restorings_at_once_are_one(bare: str, backup: Path, filled: str) -> None:
    root = {**os.environ, "PYTHONPATH": str(ROOT)}
    code = "import sys; from memcon.archive.backup import restore; restore(*sys.argv[1:])"
    command = [sys.executable, "-c", code, str(backup), bare]
    runs = [
        subprocess.Popen(command, cwd=ROOT, env=root, stderr=subprocess.DEVNULL) for _ in range(2)
    ]
    assert sorted(run.wait() for run in runs) == [0, 1]
    assert rows_of(bare) == rows_of(filled)


def test_large_rows_are_held_few_at_a_time(
    bare: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("writing", "reading"):
        monkeypatch.setattr(f"memcon.archive.backup.{module}._BUDGET", 200)
        monkeypatch.setattr(f"memcon.archive.backup.{module}._TOGETHER", 3)
    monkeypatch.setattr("memcon.archive.backup.indexing._TOGETHER", 2)
    at_once: list[int] = []
    with Archive(bare) as archive:
        many = [record(f"“Day {n},” said Ana Quill.", name=f"{n}.txt") for n in range(11)]
        archive.add_all([MONDAY, FRIDAY, *many])
        back_up(
            archive.database, tmp_path / "desk.backup", lambda _table, more: at_once.append(more)
        )
    assert max(at_once) == 3
    restore(tmp_path / "desk.backup", tmp_path / "new.db")
    assert rows_of(str(tmp_path / "new.db")) == rows_of(bare)
    with Archive(tmp_path / "new.db") as again, open_backup(tmp_path / "desk.backup") as opened:
        assert again.check() == []
        assert opened.manifest.documents == 13
