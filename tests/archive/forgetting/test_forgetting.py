"""Forgetting: nothing is left of a document, or of what somebody said, in any table or file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import MetaData, select, text

from memcon.archive import Archive, ArchiveError, Entry, Query
from memcon.archive.entry import unpack
from memcon.archive.forgetting.blacking import BLACK, blacked
from memcon.record import Record
from memcon.registry import Registry
from memcon.spans import Spans
from memcon.web.configuration import Configuration
from memcon.web.desk import Desk
from memcon.web.review.log import SharedLog
from tests.archive.conftest import FRIDAY, MONDAY, archive, bare, entry, made, record, schema, url

__all__ = ["archive", "bare", "made", "schema", "url"]

SECRET = "negotiations on the strait"
AGAIN = record(
    "“The negotiations on the strait are over,” said Ana Quill.\n“We wait,” said Ruben Harnes.\n",
    name="again.txt",
)


def everything(archive: Archive) -> str:
    """All that stands in the tables of the database, what is packed unpacked."""
    found = MetaData()
    found.reflect(archive.database.engine)
    cells = []
    with archive.database.engine.connect() as connection:
        for table in found.tables.values():
            for row in connection.execute(select(table)):
                for cell in row:
                    if isinstance(cell, bytes):
                        try:
                            cell = unpack(cell).decode("utf-8", "replace")
                        except Exception:
                            cell = cell.decode("latin-1")
                    cells.append(str(cell))
        cells += [str(row) for row in connection.execute(text("SELECT * FROM archive_index"))]
    return "\n".join(cells)


def add(archive: Archive, *records: Record) -> None:
    for number, one in enumerate(records):
        vectors = np.full((len(one.attributions), 384), 0.05, dtype=np.float32)
        had = entry(one, f"https://courier.example/{number}")
        archive.add(Entry(one.document, one, had.origin, vectors))


def test_a_document_leaves_nothing_but_a_tombstone(archive: Archive) -> None:
    add(archive, MONDAY, FRIDAY)
    archive.correct(
        MONDAY.document.sha256, MONDAY.attributions[0].content, "topics", "pilotage", by="amal"
    )
    assert archive.forget("https://courier.example/0", by="carla", why="asked to") == (1, 0)
    left = everything(archive)
    for words in (SECRET, "Talks in Velmar", "Velmar Courier", "pilotage", "courier.example/0"):
        assert words not in left
    assert archive.check() == []
    assert [d.newest.name for d in archive.documents()] == ["friday.txt"]
    stones = archive.forgotten()
    assert {(s.by, s.why, s.sha256) for s in stones} == {
        ("carla", "asked to", MONDAY.document.sha256)
    }


def test_what_was_forgotten_is_refused_when_it_comes_again(archive: Archive) -> None:
    add(archive, MONDAY)
    archive.forget(1, by="carla", why="asked to")
    with pytest.raises(ArchiveError, match=r"forgotten on 20.*\(asked to\)"):
        add(archive, MONDAY)
    # The same bytes, whatever text is taken from them.
    with pytest.raises(ArchiveError, match="not added again"):
        archive.add(entry(FRIDAY, "https://courier.example/2", MONDAY.text.encode()))


def test_a_text_of_another_document_as_well_stays(archive: Archive) -> None:
    add(archive, MONDAY, MONDAY)
    assert archive.forget("https://courier.example/0", by="carla") == (0, 1)
    assert archive.check() == []
    [hit, *_] = archive.search(Query(words="strait")).hits
    assert "The negotiations on the strait" in hit.words


def test_versions_go_together(archive: Archive) -> None:
    archive.add(entry(MONDAY, "https://courier.example/0"))
    archive.add(entry(FRIDAY, "https://courier.example/0"))
    assert archive.forget(1, by="carla") == (2, 0)
    assert archive.documents() == [] and archive.check() == []


def test_what_somebody_said_is_blacked_out(archive: Archive) -> None:
    add(archive, MONDAY, FRIDAY, AGAIN)
    monday = MONDAY.document.sha256
    for field, at in (("act", 0), ("act", 1)):
        content = MONDAY.attributions[at].content
        archive.correct(monday, content, field, "warn", by="amal", why=f"number {at}")
    said = archive.said_by("ana QUILL")
    assert [s.statements for s in said] == [1, 1, 1]
    now = [archive.forget_said(s, by="carla", why="asked to") for s in said]
    left = everything(archive)
    for words in (SECRET, "Nobody will negotiate", "negoti strait", "number 0"):
        assert words not in left
    assert "number 1" in left and "said Ana Quill" in left and "We thank Ossel" in left
    assert archive.check() == [] and archive.said_by("Ana Quill") == []
    assert archive.search(Query(words="strait")).hits == []
    [kept, *_] = archive.search(Query(words="thank Ossel")).hits
    assert (kept.sha256, kept.act) == (now[0], "warn")
    old, new = MONDAY, archive.record(now[0])
    assert len(new.text) == len(old.text) and new.text.count(BLACK) > 30
    assert [a.content for a in new.attributions] == [MONDAY.attributions[1].content]
    with pytest.raises(ArchiveError, match="not added again"):
        add(archive, MONDAY)


def test_what_lies_beside_goes_as_well(bare: str) -> None:
    with Archive(bare) as archive:
        add(archive, MONDAY, FRIDAY)
    desk = Desk(Configuration(db=bare))
    SharedLog(desk).accept(MONDAY.document.sha256, MONDAY.attributions[0].content, "amal")
    desk.close()
    with Registry(bare) as registry:
        registry.add_all([MONDAY, FRIDAY])
    with Archive(bare) as archive:
        archive.forget("https://courier.example/0", by="carla")
        left = everything(archive)
        assert SECRET not in left and "amal" not in left
        assert "lighthouse" in left
        assert archive.check() == []


def test_nothing_is_left_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    with Archive(path) as archive:
        add(archive, MONDAY, FRIDAY)
        [one, *_] = archive.said_by("Ana Quill")
        archive.forget_said(one, by="carla")
        archive.scrub()
    files = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    # Words are kept as such in the statements, and as stems in the index.
    assert SECRET.encode() not in files and b"negoti on the strait" not in files
    assert b"thank" in files


def test_scrubbing_keeps_what_is_there(archive: Archive) -> None:
    add(archive, MONDAY, FRIDAY)
    archive.forget(1, by="carla")
    archive.scrub()
    assert archive.check() == []
    assert len(archive.search(Query(words="fishing")).hits) == 1


PLACES = list(range(0, len(MONDAY.text), 7))


@given(st.lists(st.sampled_from(PLACES), min_size=2, max_size=6, unique=True).map(sorted))
@settings(max_examples=60, deadline=None)
def test_a_record_without_any_words_is_sound(cuts: list[int]) -> None:
    spans: Spans = tuple(zip(cuts[::2], cuts[1::2], strict=False))
    made = blacked(MONDAY, spans)
    inside = {i for start, end in spans for i in range(start, end)}
    for i, (was, now) in enumerate(zip(MONDAY.text, made.text, strict=True)):
        assert now == (BLACK if i in inside and not was.isspace() else was)
    assert Record.from_json(made.to_json(), made.text) == made
