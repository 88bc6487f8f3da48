"""Sessions on a database of SQLite's: readers go on, writers take turns, errors are put in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, select, text
from sqlalchemy.exc import DBAPIError

from memcon.database.meanings import Meanings
from memcon.database.sessions import Sessions
from memcon.database.sqlite import set_up
from memcon.errors import MemconError


class LampError(MemconError):
    """The lamps cannot be looked up."""


class LampsGoneError(LampError):
    """The server of the lamps went away."""


MEANINGS = Meanings(LampError, (("too dark", "it is too dark; light a lamp"),), LampsGoneError)
PATIENCE = 0.1


@pytest.fixture
def engine(folder: Path) -> Iterator[Engine]:
    made = create_engine("sqlite:///lamps.db", connect_args={"timeout": PATIENCE})
    set_up(made, PATIENCE, "cache_size=-4096")
    with made.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE lamps (name TEXT)")
    yield made
    made.dispose()


@pytest.fixture
def lamps(engine: Engine) -> Sessions:
    in_words = partial(MEANINGS.in_words, patience=PATIENCE)
    return Sessions(engine, "lamps.db", turn=select(text("1")), in_words=in_words)


def names(lamps: Sessions) -> list[str]:
    with lamps.reading() as session:
        return list(session.scalars(text("SELECT name FROM lamps")))


def test_every_connection_is_set_up(lamps: Sessions) -> None:
    with lamps.reading() as session:
        found = [
            session.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "foreign_keys", "cache_size")
        ]
    assert found == ["wal", 1, -4096]


def test_an_engine_that_is_set_up_twice_begins_once(engine: Engine, lamps: Sessions) -> None:
    # A registry of actors uses the engine of an archive, which has set it up already.
    set_up(engine, PATIENCE)
    assert names(lamps) == []


def test_all_is_kept_or_nothing(lamps: Sessions) -> None:
    with lamps.writing() as session:
        session.execute(text("INSERT INTO lamps VALUES ('Velmar')"))
    with pytest.raises(ZeroDivisionError), lamps.writing() as session:
        session.execute(text("INSERT INTO lamps VALUES ('Ossel')"))
        raise ZeroDivisionError
    assert names(lamps) == ["Velmar"]


def test_who_writes_has_the_file_from_the_start_and_readers_go_on(lamps: Sessions) -> None:
    with lamps.writing():
        other = sqlite3.connect("lamps.db", timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        assert other.execute("SELECT count(*) FROM lamps").fetchone() == (0,)
        other.close()


def test_a_second_writer_is_told_after_a_while(lamps: Sessions) -> None:
    other = sqlite3.connect("lamps.db")
    other.execute("BEGIN IMMEDIATE")
    said = (
        r"lamps\.db: another program was writing to it for more than 0\.1 seconds; wait, or end it"
    )
    with pytest.raises(LampError, match=said), lamps.writing():
        pass
    other.close()


def test_its_own_file_is_known_by_any_name(lamps: Sessions) -> None:
    Path("other.db").touch()
    Path("same.db").symlink_to("lamps.db")
    assert lamps.is_kept_in(Path("lamps.db"))
    assert lamps.is_kept_in(Path("same.db"))
    assert not lamps.is_kept_in(Path("other.db"))
    assert not lamps.is_kept_in(Path("gone.db"))


def test_an_engine_of_others_is_left_open(engine: Engine, lamps: Sessions) -> None:
    pool = engine.pool
    Sessions(
        engine, "lamps.db", turn=select(text("1")), in_words=MEANINGS.in_words, shared=True  # type: ignore[arg-type]
    ).close()  # fmt: skip
    assert engine.pool is pool
    lamps.close()
    assert engine.pool is not pool


@pytest.mark.parametrize(
    ("said", "error", "told"),
    [
        ("file is not a database", LampError, "it is not a database; give another one with --db"),
        ("too dark in here", LampError, "it is too dark; light a lamp"),
        ("connection refused", LampsGoneError, "cannot be reached (connection refused); start it"),
        ("a moth", LampError, "the database says: a moth; mend that, or give another one"),
    ],
)
def test_what_a_driver_says_is_put_in_words(said: str, error: type[Exception], told: str) -> None:
    with pytest.raises(LampError) as raised, MEANINGS.in_words("lamps.db", PATIENCE):
        raise DBAPIError("SELECT 1", {}, Exception(said))
    assert type(raised.value) is error
    assert told in str(raised.value)


def test_where_nobody_asks_again_a_lost_server_is_an_error_like_others() -> None:
    plain = Meanings(LampError).in_words("lamps.db", PATIENCE)
    with pytest.raises(LampError, match="the database says: connection refused"), plain:
        raise DBAPIError("SELECT 1", {}, Exception("connection refused"))


def test_a_disk_that_fails_is_told_of_in_small_letters() -> None:
    said = r"lamps\.db: permission denied; give another one"
    with pytest.raises(LampError, match=said), MEANINGS.in_words("lamps.db", PATIENCE):
        raise PermissionError(13, "Permission denied")
