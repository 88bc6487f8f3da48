"""`memcon backup` and `memcon restore`: what they print, and how they end."""

from __future__ import annotations

from pathlib import Path

import pytest

from memcon.archive import Archive
from memcon.cli import rows_progress
from tests.archive.conftest import FRIDAY, MONDAY
from tests.archive.harm import damage
from tests.cli.archive_runs import Run, desk, two_days

__all__ = ["desk", "two_days"]


def test_there_and_back(two_days: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    result = two_days("backup", "desk.backup")
    assert result.exit_code == 0
    assert result.stdout.startswith("desk.backup: 2 documents, ")
    assert result.stdout.endswith(" MB\n")
    found = two_days("search", "strait").stdout
    result = two_days("restore", "desk.backup", "--db", "new.db")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("new.db: 2 documents, ")
    assert result.stdout.endswith(" tables restored\n")
    monkeypatch.setenv("MEMCON_DB", "new.db")
    assert two_days("search", "strait").stdout == found
    assert two_days("archive", "check").stdout == "new.db: all is in order\n"


def test_quietly(two_days: Run) -> None:
    for command in (("backup", "desk.backup"), ("restore", "desk.backup", "--db", "new.db")):
        result = two_days(*command, "--quiet")
        assert (result.exit_code, result.output) == (0, "")


def test_what_is_refused_is_one_line(two_days: Run, folder: Path) -> None:
    assert two_days("backup", "desk.backup").exit_code == 0
    data = (folder / "desk.backup").read_bytes()
    (folder / "cut.backup").write_bytes(data[:-1])
    for arguments, told in (
        (("restore", "cut.backup", "--db", "new.db"),
         "cut.backup: it is cut short or was altered, nothing was taken from it; use another copy"),
        (("restore", "monday.txt", "--db", "new.db"),
         "monday.txt: it is no backup of memcon's; name a file that memcon backup wrote"),
        (("restore", "desk.backup"),
         "desk.db: there is something in it already; a backup is restored into an empty database or "
         "a new file only, give one with --db"),
        (("restore", "desk.backup", "--db", "://"),
         "://: it is no address of a database; write postgresql://USER@SERVER/NAME, or a path"),
        (("backup", "monday.txt"),
         "monday.txt: it is there and is no backup of memcon's; give another name"),
        (("backup", "new.backup", "--db", "no.db"),
         "no.db: there is no archive yet; make it with memcon add, or name the right one with --db"),
    ):  # fmt: skip
        result = two_days(*arguments)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr == f"memcon: {told}\n"
    assert not (folder / "new.db").exists()


def test_a_record_that_was_damaged_before_is_named(desk: Run) -> None:
    with Archive("desk.db") as archive:
        archive.add_all([MONDAY, FRIDAY])
        damage(archive, MONDAY, content=b"junk")
    assert desk("backup", "desk.backup").exit_code == 0
    result = desk("restore", "desk.backup", "--db", "new.db")
    assert result.exit_code == 1
    assert result.stdout.startswith("new.db: 2 documents, ")
    assert result.stderr.startswith(
        f"memcon: the Record of the text {MONDAY.document.sha256[:12]}: "
    )
    assert result.stderr.endswith("; until then its statements are not searched\n")


def test_progress_is_shown_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with rows_progress.told_of_rows(shown=True) as told:
        told("archive_texts", 5_000)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with rows_progress.told_of_rows(shown=True) as told:
        told("archive_texts", 999)
        told("archive_texts", 4_001)
        told("archive_topics", 2_000)
    assert "archive_topics" in capsys.readouterr().err
