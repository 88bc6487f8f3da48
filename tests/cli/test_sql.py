"""`memcon sql`: the archive asked in DuckDB's SQL."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from memcon.archive import Archive
from tests.archive.conftest import MONDAY
from tests.cli.archive_runs import Run, desk

__all__ = ["desk"]


@pytest.fixture
def kept(folder: Path, desk: Run) -> Run:
    """`memcon` on an archive of a day of talks."""
    with Archive("desk.db") as archive:
        archive.add(MONDAY)
    return desk


def test_rows(kept: Run) -> None:
    query = "SELECT speaker, target, polarity FROM archive_view_stances ORDER BY polarity"
    assert json.loads(kept("sql", query, "-f", "json").stdout) == [
        {"speaker": "Ana Quill", "target": "Kestria", "polarity": -1},
        {"speaker": "Ruben Harnes", "target": "Ossel", "polarity": 1},
    ]
    lines = kept("sql", query, "-f", "csv").stdout.splitlines()
    assert lines[1] == "Ana Quill,Kestria,-1"
    assert kept("sql", query).stdout.endswith("\n2 rows\n")


def test_what_is_not_known_is_null(kept: Run) -> None:
    query = "SELECT statement_id, event_date, score FROM archive_view_events"
    [row] = json.loads(kept("sql", query, "-f", "json").stdout)
    assert row == {"statement_id": None, "event_date": None, "score": 1.0}


def test_views_are_listed(kept: Run) -> None:
    lines = kept("sql").stdout.splitlines()
    assert "archive_view_topics" in lines
    assert "  polarity             BIGINT" in lines


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELEC 1", "DuckDB says: Parser Error"),
        ("DROP TABLE archive_view_topics", "give one query that asks and changes nothing"),
        ("SELECT 1; SELECT 2", "give one query"),
        ("SELECT * FROM read_csv('desk.db')", "DuckDB says: Permission Error"),
    ],
)
def test_what_cannot_be_asked(kept: Run, query: str, message: str) -> None:
    result = kept("sql", query)
    assert (result.exit_code, message in result.stderr) == (1, True)
