"""`memcon topics`: what is spoken of over time."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from memcon.archive import Archive
from tests.archive.conftest import FRIDAY, MONDAY
from tests.cli.archive_runs import Run, desk

__all__ = ["desk"]


def found(run: Run, *options: str) -> list[tuple[str, str]]:
    with Archive("desk.db") as archive:
        archive.add_all([MONDAY, FRIDAY])
    rows = csv.DictReader(io.StringIO(run("topics", "-f", "csv", *options).stdout))
    return [(row["period"], row["topic"]) for row in rows]


def test_topics_over_time(folder: Path, desk: Run) -> None:
    assert found(desk) == [
        ("2031-03-01", "the strait"), ("2031-04-01", "fishing dues"), ("2031-04-01", "lighthouse"),
    ]  # fmt: skip


def test_they_are_narrowed(folder: Path, desk: Run) -> None:
    assert found(desk, "--speaker", "Quill", "--since", "2031-04") == [("2031-04-01", "lighthouse")]
    assert found(desk, "--about", "Kestria", "--stance", "negative", "--by", "year") == [
        ("2031-01-01", "the strait")
    ]
    assert found(desk, "--until", "2031-03", "--act", "offer") == []
