"""What a program that was killed has left beside an output goes when the output is written again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from memcon.exchange import export
from memcon.leftovers import part_of, remove_leftovers
from tests.archive.conftest import MONDAY
from tests.cli.conftest import SAID


@pytest.fixture
def dead() -> int:
    """The number of a program that is not there any more."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait(timeout=60)
    return gone.pid


def test_only_parts_of_that_target_whose_programs_are_gone(folder: Path, dead: int) -> None:
    left = [f".out.{dead}.part", f".out.{os.getpid()}.part", ".out.99999999999999999999.part"]
    others = [
        f".out.{os.getppid()}.part", f".out.txt.{dead}.part", ".out.0.part", ".out.part",
        f".out.{dead}.part.txt", f"out.{dead}.part",
    ]  # fmt: skip
    for name in (*left, *others):
        Path(name).touch()
    assert part_of(Path("out")).name == f".out.{os.getpid()}.part"
    assert sorted(path.name for path in folder.iterdir()) == sorted(others)


def test_a_name_with_marks_that_patterns_have(folder: Path, dead: int) -> None:
    Path(f".a+(b.{dead}.part").touch()
    remove_leftovers(Path("a+(b"))
    assert list(folder.iterdir()) == []


def test_folders_go_and_what_a_link_points_at_stays(folder: Path, dead: int) -> None:
    Path("kept").mkdir()
    Path("kept/a.txt").touch()
    Path(f".out.{dead}.part").symlink_to("kept")
    Path(".in").mkdir()
    Path(f".in.{dead}.part/of").mkdir(parents=True)
    for name in ("out", "in"):
        remove_leftovers(Path(name))
    assert sorted(path.name for path in folder.iterdir()) == [".in", "kept"]
    assert Path("kept/a.txt").exists()


def test_a_folder_that_is_not_there_is_told_by_whoever_writes(folder: Path) -> None:
    assert part_of(Path("gone/out")).parent == Path("gone")


def test_where_asking_would_end_a_program_nothing_is_removed(
    folder: Path, dead: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path(f".out.{dead}.part").touch()
    target = Path("out")
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr("memcon.leftovers.os.name", "nt")
        remove_leftovers(target)
    assert Path(f".out.{dead}.part").exists()


@pytest.mark.parametrize("number", ["dead", "own"])
def test_reports_and_exports_leave_nothing_behind(
    folder: Path, memcon: Callable, dead: int, number: str
) -> None:
    # In a container a killed run and the next may have the same number.
    left = dead if number == "dead" else os.getpid()
    (folder / "a.txt").write_text(SAID, "utf-8")
    for name in ("page", "records", "tables"):
        Path(f".{name}.{left}.part").touch()
    assert memcon("read", "a.txt", "-f", "html", "-o", "page").exit_code == 0
    assert export([MONDAY], "jsonl", Path("records")) == 1
    assert export([MONDAY], "csv", Path("tables")) == 1
    assert sorted(p.name for p in folder.iterdir()) == ["a.txt", "page", "records", "tables"]
