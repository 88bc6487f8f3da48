"""The database: where it is, and what is said when it cannot be used."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.schema import CreateTable

from memcon.errors import RegistryError
from memcon.registry import Registry
from memcon.registry.database import where
from memcon.registry.tables import VERSION, EntryRow, Table
from tests.registry.conftest import FULL, SHORT


def refusal(place: str | Path, *, create: bool = True) -> str:
    """What is said of a database that cannot be opened."""
    with pytest.raises(RegistryError) as refused:
        Registry(place, create=create)
    return str(refused.value)


def test_a_path_and_an_address_name_the_same_file(folder: Path) -> None:
    with Registry("actors.db") as registry:
        registry.add(FULL)
    with Registry("sqlite:///actors.db", create=False) as registry:
        assert len(registry.actors()) == 1


def test_without_a_path_it_is_where_the_environment_says(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEMCON_DB", "there.db")
    assert where().database == "there.db"
    assert where("here.db").database == "here.db"
    monkeypatch.delenv("MEMCON_DB")
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
    with Registry() as registry:
        assert registry.label.endswith("actors.db")
        assert Path(registry.label).exists()


def test_it_is_written_ahead_and_checks_references(folder: Path) -> None:
    with Registry("actors.db") as registry, registry._database.reading() as session:
        connection = session.connection()
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_its_tables_can_be_made_in_postgresql() -> None:
    made = [
        str(CreateTable(table).compile(dialect=postgresql.dialect()))
        for table in Table.metadata.sorted_tables
    ]
    assert len(made) == 11
    assert not any(word in table for table in made for word in ("AUTOINCREMENT", "BLOB"))


def test_an_empty_file_becomes_a_registry(folder: Path) -> None:
    Path("actors.db").touch()
    with Registry("actors.db") as registry:
        assert registry.actors() == []


def test_a_registry_that_is_not_there_is_not_made_for_reading(folder: Path) -> None:
    assert refusal("gone.db", create=False) == (
        "gone.db: there is no registry yet; make it with memcon actors add, or name the right one "
        "with --db"
    )
    assert not Path("gone.db").exists()


def test_a_file_that_is_no_database(folder: Path) -> None:
    Path("notes.txt").write_text("The lamps stay lit. " * 100)
    assert "notes.txt: it is not a database; give another one with --db" in refusal("notes.txt")
    assert Path("notes.txt").read_text().startswith("The lamps")


def test_the_database_of_another_program(folder: Path) -> None:
    other = sqlite3.connect("other.db")
    other.execute("CREATE TABLE tides (height REAL)")
    other.close()
    assert refusal("other.db").startswith("other.db: it is the database of another program")
    [table] = sqlite3.connect("other.db").execute("SELECT name FROM sqlite_master").fetchall()
    assert table == ("tides",)


def test_a_database_of_a_newer_version(folder: Path) -> None:
    Registry("actors.db").close()
    newer = sqlite3.connect("actors.db")
    newer.execute("UPDATE registry_settings SET value = '9'")
    newer.commit()
    newer.close()
    assert refusal("actors.db") == (
        f"actors.db: its tables are of version 9, this memcon knows version {VERSION}; install a "
        "newer memcon, or give another one with --db"
    )


def test_a_damaged_database(folder: Path) -> None:
    with Registry("actors.db") as registry:
        registry.add(FULL)
    data = bytearray(Path("actors.db").read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    Path("actors.db").write_bytes(data)
    with pytest.raises(RegistryError, match=r"actors\.db: it is damaged; put back a copy"):
        Registry("actors.db").actors()


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("no/such/folder/actors.db", "check that the folder is there"),
        (".", "it cannot be opened"),
        ("oracular://there", "there is no driver for this kind of database"),
        ("://", "it is no address of a database"),
        ("sqlite://actors.db", "it is no address of a database"),
    ],
)
def test_places_that_are_none(folder: Path, place: str, message: str) -> None:
    assert message in refusal(place)


def test_one_that_can_be_read_only(folder: Path) -> None:
    with Registry("actors.db") as registry:
        registry.add(FULL)
    with Registry("sqlite:///file:actors.db?mode=ro&uri=true") as registry:
        assert len(registry.actors()) == 1
        with pytest.raises(RegistryError, match="it can be read only"):
            registry.add(SHORT)


def test_one_that_another_program_holds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.registry.database.PATIENCE", 0.1)
    with Registry("actors.db") as registry:
        other = sqlite3.connect("actors.db")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RegistryError, match="another program was writing to it"):
            registry.add(FULL)
        assert registry.actors() == []  # Readers go on meanwhile.
        other.rollback()
        other.close()
        assert registry.add(FULL)


class Other(DeclarativeBase):
    """Tables of an archive that keeps the registry's beside its own."""


class Shelf(Other):
    """A table that is not the registry's."""

    __tablename__ = "shelves"
    id: Mapped[int] = mapped_column(primary_key=True)


def test_an_engine_is_shared_with_other_tables(folder: Path) -> None:
    engine = create_engine("sqlite:///archive.db")
    Other.metadata.create_all(engine)
    with Registry(engine) as registry:
        registry.add(FULL)
    # It is not closed with the registry, and sees what that has written.
    with Session(engine) as session:
        session.add(Shelf())
        session.commit()
        assert session.scalar(select(func.count()).select_from(EntryRow)) == 1
    with Registry(engine) as registry, Registry("archive.db", create=False) as by_path:
        assert registry.add(SHORT)
        assert by_path.actors() == registry.actors()
    engine.dispose()


def test_tables_of_another_program_of_the_same_names_are_left_alone(folder: Path) -> None:
    engine = create_engine("sqlite:///other.db")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE documents (height REAL)")
    with pytest.raises(RegistryError, match="it is the database of another program"):
        Registry(engine)
    engine.dispose()


OPEN_WHEN_TOLD = """
import sys
from pathlib import Path
from memcon.registry.database import open_database
sys.stdin.readline()
open_database(Path(sys.argv[1])).close()
"""


def test_several_programs_may_make_it_at_the_same_moment(tmp_path: Path) -> None:
    for round in range(5):
        command = [sys.executable, "-c", OPEN_WHEN_TOLD, str(tmp_path / f"actors{round}.db")]
        runs = [subprocess.Popen(command, stdin=subprocess.PIPE) for _ in range(3)]
        for run in runs:
            assert run.stdin is not None
            run.stdin.write(b"now\n")
            run.stdin.flush()
        assert [run.wait(timeout=60) for run in runs] == [0, 0, 0]
        for run in runs:
            run.stdin.close()  # type: ignore[union-attr]
