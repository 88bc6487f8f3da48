"""The documented views: what charts and SQL are made from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from sqlalchemy import inspect, text

from memcon.archive import Archive
from tests.archive.conftest import MONDAY, entry, record

DOCS = Path(__file__).resolve().parents[2] / "docs" / "archive.md"


def rows(archive: Archive, sql: str) -> list[dict[str, Any]]:
    with archive.database.engine.connect() as connection:
        return [dict(row) for row in connection.execute(text(sql)).mappings()]


def test_statements_with_speaker_and_document(archive: Archive) -> None:
    archive.add(MONDAY)
    first, second = rows(archive, "SELECT * FROM archive_view_statements ORDER BY statement_id")
    assert (first["speaker"], first["act"], first["date"]) == ("Ana Quill", "refuse", "2031-03-03")
    assert first["speaker_identity"] == "person:ana quill"
    assert MONDAY.text[first["begins"] : first["ends"]] == first["words"]
    assert (second["speaker"], second["publisher"]) == ("Ruben Harnes", "The Velmar Courier")


def test_stances_topics_and_events(archive: Archive) -> None:
    archive.add(MONDAY)
    stances = rows(archive, "SELECT * FROM archive_view_stances ORDER BY statement_id")
    assert [(s["speaker"], s["target"], s["polarity"]) for s in stances] == [
        ("Ana Quill", "Kestria", -1), ("Ruben Harnes", "Ossel", 1),
    ]  # fmt: skip
    [topic] = rows(archive, "SELECT * FROM archive_view_topics")
    assert (topic["topic"], topic["topic_identity"]) == ("the strait", "the strait")
    [event] = rows(archive, "SELECT * FROM archive_view_events")
    assert (event["source"], event["target"], event["type"], event["score"]) == (
        "Ossel", "Kestria", "CONSULT", 1.0,
    )  # fmt: skip
    assert (event["source_identity"], event["date"]) == ("state:LU", "2031-03-03")


def test_superseded_versions_are_marked(archive: Archive) -> None:
    later = record(MONDAY.text.replace("over", "on"), name="monday.txt")
    for made in (MONDAY, later):
        archive.add(entry(made, "https://courier.example/monday"))
    documents = rows(archive, "SELECT * FROM archive_view_documents ORDER BY version")
    assert [(d["version"], d["is_newest"]) for d in documents] == [(1, 0), (2, 1)]
    marked = rows(archive, "SELECT DISTINCT is_current, text_sha256 FROM archive_view_statements")
    assert {(m["is_current"], m["text_sha256"]) for m in marked} == {
        (0, MONDAY.document.sha256), (1, later.document.sha256),
    }  # fmt: skip


def test_the_docs_name_every_view_and_every_column(archive: Archive) -> None:
    page = DOCS.read_text("utf-8")
    inspector = inspect(archive.database.engine)
    views = [name for name in inspector.get_view_names() if name.startswith("archive_view_")]
    assert len(views) == 5
    for view in views:
        [told] = re.findall(rf"^\| `{view}` \|.*$", page, re.MULTILINE)
        begun = [name.rstrip("…") for name in re.findall(r"`(\w+_?…)`", told)]
        named = set(re.findall(r"`(\w+)`", told))
        for column in (column["name"] for column in inspector.get_columns(view)):
            assert column in named or column.startswith(tuple(begun)), (view, column)
