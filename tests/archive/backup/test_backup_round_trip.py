"""What was backed up is there again: every row, every hit, in either database."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from sqlalchemy import create_engine, insert, select, text

from memcon.archive import Archive, ArchiveError, Query
from memcon.archive.backup import back_up, open_backup, restore
from memcon.archive.backup.owners import owners
from memcon.archive.database import Database, open_database, where
from memcon.archive.tables import Text
from memcon.registry import Registry
from memcon.web.store import tables as web
from tests.archive.backup.conftest import embed, fill, index_of, rows_of
from tests.archive.conftest import FRIDAY, MONDAY, record
from tests.archive.harm import damage

QUESTIONS = (
    "strait", "negotiations", Query("", speaker="Ana Quill"), Query("", speaker="Tomas Ardane"),
    Query("", act="refuse"), Query("", act="promise"), Query("lighthouse"),
    Query("", stance="positive", about="Ossel"), Query("", publisher="Courier"), Query("sale"),
)  # fmt: skip


def hits(address: str) -> list[Any]:
    """What the questions find, by words and by words and meaning."""
    with Archive(address, create=False, embed=embed) as archive:
        asked = [(question, meaning) for question in QUESTIONS for meaning in (False, True)]
        return [archive.search(question, meaning=meaning).hits for question, meaning in asked]


def save(address: str, file: Path) -> None:
    """Back an archive up."""
    with Archive(address, create=False) as archive:
        back_up(archive.database, file)


def test_every_row_and_every_hit_is_there_again(bare: str, filled: str, backup: Path) -> None:
    manifest = restore(backup, bare)
    assert rows_of(bare) == rows_of(filled)
    assert hits(bare) == hits(filled)
    assert any(found for found in hits(bare))
    with Archive(bare, create=False) as archive:
        assert archive.check() == []
    again = backup.with_name("again.backup")
    back = str(backup.with_name("back.db"))
    save(bare, again)
    with open_backup(again) as opened:
        # The same lines from either database, so that two backups can be compared.
        assert opened.manifest.parts == manifest.parts
    restore(again, back)
    assert rows_of(back) == rows_of(filled)
    assert index_of(back) == index_of(filled)


def test_one_that_was_made_in_the_other_database(bare: str, tmp_path: Path) -> None:
    fill(bare)
    save(bare, tmp_path / "desk.backup")
    restore(tmp_path / "desk.backup", tmp_path / "new.db")
    assert rows_of(str(tmp_path / "new.db")) == rows_of(bare)
    assert hits(str(tmp_path / "new.db")) == hits(bare)


def test_it_goes_on_from_there(bare: str, backup: Path) -> None:
    restore(backup, bare)
    with Archive(bare) as archive:
        assert archive.add(FRIDAY) == "same text"
        assert archive.add(record("“It goes on,” said Ana Quill.")) == "added"
        sha256, spans = FRIDAY.document.sha256, FRIDAY.attributions[0].content
        archive.correct(sha256, spans, "act", "promise", by="a clerk")
        assert archive.check() == []
        user = {"name": "dora", "folded": "dora", "role": "reader", "active": 1, "added": ""}
        with archive.database.engine.begin() as connection:
            connection.execute(insert(web.User).values(**user))
            assert connection.scalars(select(web.User.id).order_by(web.User.id)).all() == [7, 8]
        with Registry(archive.database.engine) as registry:
            assert registry.add(record("“So do we,” said Ruben Harnes."))


def test_without_registry_and_web_app_they_are_not_made(bare: str, tmp_path: Path) -> None:
    with Archive(bare) as archive:
        archive.add(MONDAY)
        manifest = back_up(archive.database, tmp_path / "desk.backup")
    assert set(manifest.versions) == {"archive"}
    restore(tmp_path / "desk.backup", tmp_path / "new.db")
    assert rows_of(str(tmp_path / "new.db")) == rows_of(bare)


def test_an_archive_with_nothing_in_it_takes_one(bare: str, filled: str, backup: Path) -> None:
    Archive(bare).close()
    restore(backup, bare)
    assert rows_of(bare) == rows_of(filled)
    # Now there is something in it.
    with pytest.raises(
        ArchiveError, match="there is something in it already; a backup is restored"
    ):
        restore(backup, bare)
    assert rows_of(bare) == rows_of(filled)


def test_one_of_an_older_version_is_renewed(bare: str, tmp_path: Path) -> None:
    archive, *_ = owners()
    old = tmp_path / "old.db"
    engine = open_database(old).engine
    with engine.begin() as connection:
        # The first version's own tables, with a document in them.
        for view in ("documents", "topics", "stances", "events", "statements"):
            connection.execute(text(f"DROP VIEW archive_view_{view}"))
        for table in reversed(archive.metadata.sorted_tables):
            table.drop(connection)
        for table in ("archive_index", "archive_version"):
            connection.execute(text(f"DROP TABLE {table}"))
        archive.make(connection, "0001")
        connection.execute(insert(Text).values(sha256="0", length=1, content=b"", added=""))
    manifest = back_up(Database(engine, "old"), tmp_path / "old.backup")
    engine.dispose()
    assert manifest.versions == {"archive": "0001"}
    restore(tmp_path / "old.backup", bare)
    with Archive(bare, create=False) as renewed:
        assert not renewed.holds("0")
        with renewed.database.engine.connect() as connection:
            assert connection.scalars(select(Text.sha256)).all() == ["0"]


def test_what_was_damaged_before_comes_along_and_is_told(bare: str, tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        archive.add_all([MONDAY, FRIDAY])
        damage(archive, MONDAY, content=b"junk")
        before = archive.check()
        back_up(archive.database, tmp_path / "desk.backup")
    met: list[Any] = []
    restore(tmp_path / "desk.backup", bare, damaged=met.append)
    with Archive(bare, create=False) as archive:
        assert archive.check() == ["2 statements that are not in the index", *before]
        assert archive.search("lighthouse").total == 2
    assert [str(error) for error in met] == before


def test_what_sqlite_takes_for_words_is_kept_as_it_is(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        archive.add(MONDAY)
        with archive.database.engine.begin() as connection:
            for change in ("content = 'junk'", "genre = x'00ff'"):
                connection.exec_driver_sql(f"UPDATE archive_records SET {change}")
        back_up(archive.database, tmp_path / "desk.backup")
    restore(tmp_path / "desk.backup", tmp_path / "b.db")
    engines = [create_engine(where(tmp_path / name)) for name in ("a.db", "b.db")]
    found = []
    for engine in engines:
        with engine.connect() as connection:
            asked = "SELECT content, genre FROM archive_records"
            found.append(connection.exec_driver_sql(asked).all())
        engine.dispose()
    assert found == [[("junk", b"\x00\xff")]] * 2


def test_the_files_are_for_their_owner_alone(tmp_path: Path, backup: Path) -> None:
    before = os.umask(0)
    try:
        restore(backup, tmp_path / "new.db")
        save(str(tmp_path / "new.db"), tmp_path / "new.backup")
    finally:
        os.umask(before)
    for name in ("new.db", "new.backup"):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "desk.backup",
        "new.backup",
        "new.db",
    ]


def test_it_can_be_read_without_memcon(backup: Path) -> None:
    with ZipFile(backup) as packed:
        names = packed.namelist()
        [line] = packed.read("archive_settings.jsonl").splitlines()
    assert names[0] == "memcon-backup"
    assert names[-1] == "manifest.json"
    assert line == b'["writer",""]'
