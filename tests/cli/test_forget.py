"""`memcon forget`: it shows what it is about, asks, and leaves a log."""

from __future__ import annotations

from pathlib import Path

from tests.cli.archive_runs import Run, desk, two_days

__all__ = ["desk", "two_days"]


def test_nothing_is_forgotten_unless_it_is_confirmed(two_days: Run) -> None:
    asked = two_days("forget", "1")
    assert asked.exit_code == 1
    assert "monday.txt, 1 version" in asked.stdout
    assert (
        asked.stderr == "memcon: nothing was forgotten: nobody is there to confirm it; give --yes\n"
    )
    assert "monday.txt" in two_days("archive", "documents").stdout


def test_a_document(two_days: Run) -> None:
    done = two_days("forget", "1", "--yes", "--by", "carla", "--why", "asked to")
    assert done.stdout.endswith("1 text forgotten: desk.db\n") and done.exit_code == 0
    assert "monday.txt" not in two_days("archive", "documents").stdout
    log = two_days("forget", "--log").stdout
    assert "by carla  asked to" in log and "strait" not in log
    again = two_days("add", "--by-words", "monday.txt")
    assert again.exit_code == 1
    assert "monday.txt: it was forgotten on 20" in again.stderr


def test_what_somebody_said(folder: Path, two_days: Run) -> None:
    done = two_days("forget", "--speaker", "Ruben Harnes", "-y")
    assert done.stdout.endswith("2 statements in 2 texts forgotten: desk.db\n")
    assert two_days("archive", "check").exit_code == 0
    assert "Ruben Harnes" not in two_days("search", "ossel").stdout
    assert b"Fishing dues" not in (folder / "desk.db").read_bytes()
    nobody = two_days("forget", "--speaker", "Ruben Harnes", "-y")
    assert (nobody.exit_code, "nobody of the name" in nobody.stderr) == (1, True)


def test_a_document_or_a_speaker(two_days: Run) -> None:
    assert two_days("forget").exit_code == 2
    assert two_days("forget", "1", "--speaker", "Ana Quill").exit_code == 2
    assert two_days("forget", "999", "-y").exit_code == 1
