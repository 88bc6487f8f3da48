"""Databases: made on first use, of a known version, and told of in words when something is wrong."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

import memcon.archive.migrations as migrations
from memcon.archive import Archive, ArchiveError, ConnectionLostError
from memcon.archive.database import open_database, where
from memcon.archive.migration import HEAD, VERSIONS
from memcon.archive.tables import Table
from memcon.registry import Registry
from tests.archive.conftest import FRIDAY, MONDAY, record
from tests.archive.harm import damage


def refusal(where: str, *, create: bool = True) -> str:
    with pytest.raises(ArchiveError) as error:
        Archive(where, create=create)
    return str(error.value)


def test_it_is_made_on_first_use_and_found_again(bare: str) -> None:
    with Archive(bare) as archive:
        archive.add(MONDAY)
    with Archive(bare, create=False) as again:
        assert again.record(MONDAY.document.sha256) == MONDAY


def test_the_tables_are_those_of_the_models(bare: str) -> None:
    database = open_database(bare)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = compare_metadata(context, Table.metadata)
    database.close()
    ours = [
        change
        for change in found
        # The index of terms is not a model, nor are Alembic's own table and FTS5's.
        if not (
            change[0] == "remove_table" and change[1].name.startswith(("archive_index", VERSIONS))
        )
        and not (change[0] == "remove_index" and change[1].table.name == "archive_index")
    ]
    assert ours == []


def test_the_newest_migration_is_the_version_that_is_looked_for() -> None:
    folder = Path(next(iter(migrations.__path__)))
    assert ScriptDirectory(str(folder)).get_current_head() == HEAD


def test_one_of_an_older_version_is_renewed(bare: str) -> None:
    with Archive(bare) as archive:
        archive.add_all([MONDAY, FRIDAY])
        damage(archive, FRIDAY, content=b"junk")
        with archive.database.engine.begin() as connection:
            connection.execute(text("DROP INDEX ix_archive_records_current"))
            connection.execute(text("ALTER TABLE archive_records DROP COLUMN sha256"))
            for column in ("how", "added_by", "said_at"):
                connection.execute(text(f"ALTER TABLE archive_captures DROP COLUMN {column}"))
            connection.execute(text("DROP TABLE archive_forgotten"))
            connection.execute(text(f"UPDATE {VERSIONS} SET version_num = '0001'"))
    with Archive(bare) as archive:
        indexes = inspect(archive.database.engine).get_indexes("archive_records")
        # The Records that were there have digests now, and what was damaged before is not passed off.
        [problem] = archive.check()
        damage(archive, MONDAY, sha256="0")
        assert len(archive.check()) == 2
    assert FRIDAY.document.sha256[:12] in problem
    assert "ix_archive_records_current" in {index["name"] for index in indexes}


def test_one_of_a_newer_version_is_refused_with_its_number(bare: str) -> None:
    database = open_database(bare)
    with database.engine.begin() as connection:
        connection.execute(text(f"UPDATE {VERSIONS} SET version_num = '9042'"))
    database.close()
    message = refusal(bare)
    assert "its tables are of version 9042, this memcon knows versions up to" in message
    assert "install a newer memcon" in message


def test_only_a_few_files_know_which_database_it_is() -> None:
    # All queries but those of the index and the check are the same for both.
    root = Path(migrations.__path__[0]).parent
    knowing = {path.name for path in root.glob("*.py") if "dialect.name" in path.read_text()}
    assert knowing == {"checking.py", "database.py", "index.py", "migration.py"}


def test_the_default_place_and_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MEMCON_DB", raising=False)
    assert str(where().database).endswith("archive.db")
    monkeypatch.setenv("MEMCON_DB", "postgresql://desk@server/archive")
    assert where().drivername == "postgresql+psycopg"
    assert where("a.db").database == "a.db"


def test_none_where_there_must_be_one(folder: Path) -> None:
    assert "there is no archive yet; make it with memcon add" in refusal("a.db", create=False)
    assert not (folder / "a.db").exists()


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("no/such/folder/a.db", "check that the folder is there"),
        ("://", "it is no address of a database"),
        ("mysql://there/x", "there is no driver|is kept in SQLite or PostgreSQL"),
        ("postgresql://nobody@127.0.0.1:9/x", "the server of the database cannot be reached"),
    ],
)
def test_places_that_are_none(folder: Path, place: str, message: str) -> None:
    with pytest.raises(ArchiveError, match=message):
        Archive(place)


def test_a_file_that_is_no_database(folder: Path) -> None:
    (folder / "a.db").write_text("a shopping list, long enough to be read as a head " * 30)
    assert "it is not a database" in refusal("a.db")


def test_the_database_of_another_program_is_left_alone(folder: Path) -> None:
    with sqlite3.connect("other.db") as other:
        other.execute("CREATE TABLE shelves (id INTEGER)")
    assert "it is the database of another program" in refusal("other.db")


def test_the_registry_of_actors_may_be_in_the_same_file(folder: Path) -> None:
    with Registry("one.db") as registry, Archive("one.db") as archive:
        registry.add(MONDAY)
        archive.add(MONDAY)
        assert archive.check() == []
    with Registry("one.db", create=False) as registry:
        assert registry.actors()


def test_one_that_can_be_read_only(folder: Path) -> None:
    with Archive("a.db") as archive:
        archive.add(MONDAY)
    with Archive("sqlite:///file:a.db?mode=ro&uri=true") as archive:
        assert archive.search("strait").total == 1
        with pytest.raises(ArchiveError, match="it can be read only"):
            archive.add(FRIDAY)


def test_a_read_only_disk(folder: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    (folder / "disk").mkdir(mode=0o500)
    assert "is yours to write to" in refusal("disk/a.db")


def test_a_full_disk_keeps_what_was_added_before(folder: Path) -> None:
    with Archive("a.db") as archive:
        archive.add(MONDAY)
        with archive.database.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
        long = record("“It rains,” said Ana Quill. " + " ".join(map(str, range(30_000))))
        with pytest.raises(ArchiveError, match="the disk is full; make room and start again"):
            archive.add(long)
        assert archive.search("strait").total == 1
        assert archive.check() == []
    with Archive("a.db") as archive:
        assert archive.add(long) == "added"


def test_one_that_another_program_writes_to(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.archive.database.PATIENCE", 0.1)
    with Archive("a.db") as archive:
        other = sqlite3.connect("a.db")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(
            ArchiveError, match=r"another program was writing to it for more than 0\.1"
        ):
            archive.add(MONDAY)
        assert archive.documents() == []  # Readers go on meanwhile.
        other.rollback()
        other.close()
        assert archive.add(MONDAY) == "added"


ADD_WHEN_TOLD = """
import sys
from memcon.archive import Archive
from tests.archive.conftest import record
sys.stdin.readline()
with Archive(sys.argv[1]) as archive:
    for n in range(12):
        archive.add(record(f"“Day {n},” said Ana Quill of Ossel.", name=f"{n}.txt"))
"""


def test_several_programs_may_make_it_and_add_at_the_same_moment(bare: str) -> None:
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", ADD_WHEN_TOLD, bare]
    paths = {**os.environ, "PYTHONPATH": str(root)}
    runs = [subprocess.Popen(command, stdin=subprocess.PIPE, cwd=root, env=paths) for _ in range(2)]
    for run in runs:
        assert run.stdin is not None
        run.stdin.write(b"now\n")
        run.stdin.close()
    assert [run.wait(timeout=120) for run in runs] == [0, 0]
    with Archive(bare) as archive:
        assert len(archive.documents()) == 12
        assert archive.check() == []


def test_a_lost_connection_is_taken_up_again_and_nothing_is_twice(url: str) -> None:
    if "://" not in url:
        pytest.skip("a file is not lost")
    with Archive(url) as archive, Archive(url) as admin:
        archive.add(MONDAY)
        calls = []

        def change(session: object) -> str:
            """Add a document; the first time the server ends the connection in the middle of it."""
            from memcon.archive import Entry
            from memcon.archive.adding import add_entries

            [outcome] = add_entries(session, [Entry.of(FRIDAY)])  # type: ignore[arg-type]
            calls.append(outcome)
            if len(calls) == 1:
                own = session.scalar(text("SELECT pg_backend_pid()"))  # type: ignore[attr-defined]
                with admin.database.engine.connect() as connection:
                    connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": own})
            return outcome

        assert archive.database.write(change) == "added"
        assert calls == ["added", "added"]
        assert len(archive.documents()) == 2
        assert archive.check() == []


def test_a_server_that_was_restarted_is_asked_again(url: str) -> None:
    if "://" not in url:
        pytest.skip("a file is not restarted")
    with Archive(url) as archive, Archive(url) as admin:
        archive.add(MONDAY)
        assert archive.holds(MONDAY.document.sha256)
        with admin.database.engine.connect() as connection:
            ended = (
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
                "AND state = 'idle' AND query LIKE '%archive_records%'"
            )
            connection.execute(text(ended))
        assert archive.holds(MONDAY.document.sha256)
        assert not archive.known("nowhere", "0")


def test_a_server_that_stays_away_ends_the_run(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.archive.database.PATIENCE", 0.3)
    with Archive(url) as archive:

        def change(session: object) -> None:
            raise ConnectionLostError("gone")

        with pytest.raises(ConnectionLostError, match="gone"):
            archive.database.write(change)
