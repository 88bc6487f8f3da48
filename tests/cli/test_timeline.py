"""`memcon timeline`: dyads over time, in all forms, and what they are narrowed to."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from memcon.archive import Archive
from tests.archive.conftest import FRIDAY, MONDAY
from tests.cli.archive_runs import Run, desk

__all__ = ["desk"]


@pytest.fixture
def kept(folder: Path, desk: Run) -> Run:
    """`memcon` on an archive of two days of talks."""
    with Archive("desk.db") as archive:
        archive.add_all([MONDAY, FRIDAY])
    return desk


def dyads(output: str) -> list[tuple[str, str]]:
    return [(row["source"], row["target"]) for row in csv.DictReader(io.StringIO(output))]


def test_dyads_for_a_terminal_and_a_spreadsheet(kept: Run) -> None:
    assert "Ossel → Kestria" in kept("timeline").stdout
    assert dyads(kept("timeline", "-f", "csv").stdout) == [
        ("Ana Quill", "Kestria"), ("Ruben Harnes", "Ossel"), ("Ossel", "Kestria"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--speaker", "Quill"], [("Ana Quill", "Kestria")]),
        (["--speaker", "LU"], [("Ossel", "Kestria")]),
        (["--about", "Ossel"], [("Ruben Harnes", "Ossel")]),
        (["--act", "thank"], [("Ruben Harnes", "Ossel")]),
        (["--publisher", "ministry"], []),
        (["--until", "2031-02"], []),
    ],
)
def test_it_is_narrowed(kept: Run, options: list[str], found: list[tuple[str, str]]) -> None:
    assert dyads(kept("timeline", "-f", "csv", *options).stdout) == found


def test_pictures_go_by_the_name_of_the_file(kept: Run) -> None:
    for name, begins in (("a.svg", b"<svg"), ("a.png", b"\x89PNG"), ("a.html", b"<!DOCTYPE")):
        assert kept("timeline", "-o", name).exit_code == 0
        assert Path(name).read_bytes().startswith(begins)
    assert json.loads(kept("timeline", "-f", "json").stdout)["$schema"].endswith("v6.json")


def test_what_cannot_be_done(kept: Run) -> None:
    assert kept("timeline", "--since", "soon").stderr.startswith("memcon: soon is no date")
    assert "the archive itself" in kept("timeline", "-o", "desk.db").stderr
    assert kept("timeline", "--since", "2040").stdout == "Nothing is found.\n"
