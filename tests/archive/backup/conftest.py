"""A database with something in every table that somebody may have: archive, registry and web app."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sqlalchemy import MetaData, create_engine, insert, select, text
from sqlalchemy.engine import Engine

from memcon.archive import Archive
from memcon.archive.backup import back_up
from memcon.archive.database import where
from memcon.registry import Registry
from memcon.web.store import migration
from memcon.web.store import tables as web
from tests.archive.conftest import FRIDAY, MONDAY, entry, record

#: The same place on three days: what is not the newest is kept, and not searched.
FIRST = record(
    "“The lighthouse is for sale,” said Ana Quill.", name="notice.txt", date="2031-05-01"
)
SECOND = record("“Nothing is for sale,” said Ana Quill.", name="notice.txt", date="2031-05-02")
PLACE = "https://ossel.example/notice"
ODD = record(
    "“Ünïcode 🙂 “ “” said Ana Quill, of \u202eOssel.", name="odd 🙂.txt", title='"{"base64"'
)
AT = "2031-05-03T10:00:00Z"


def embed(texts: Any) -> Any:
    """A vector for a text: its length tells which."""
    out = np.zeros((len(texts), 384), dtype=np.float32)
    for row, words in enumerate(texts):
        out[row, len(words) % 384] = 1
    return out


def fill(address: str) -> None:
    """Put something into every table that somebody may have."""
    with Archive(address, embed=embed) as archive:
        for made in (MONDAY, FRIDAY, ODD):
            words = [made.words(a.content) for a in made.attributions]
            whole = entry(made, f"file:///{made.document.name}")
            archive.add(replace(whole, vectors=embed(words)))
        for made in (FIRST, SECOND):
            archive.add(entry(made, PLACE, etag='"1"'))
        sha256, spans = MONDAY.document.sha256, MONDAY.attributions[0].content
        archive.correct(sha256, spans, "speaker", "Tomas Ardane", by="a clerk", why="the tape")
        undone = archive.correct(sha256, spans, "act", "promise", by="a clerk")
        archive.take_back(undone.id, by="another clerk", why="a slip")
        engine = archive.database.engine
        with Registry(engine) as registry:
            registry.add_all([MONDAY, FRIDAY])
        migration.migrate(engine, address)
        _fill_web(engine)


def _fill_web(engine: Engine) -> None:
    rows: list[tuple[type[web.Table], dict[str, Any]]] = [
        (web.Setting, {"key": "key", "value": "a secret"}),
        (web.User, {"id": 7, "name": "carla", "folded": "carla", "role": "admin", "active": 1,
                    "added": AT}),
        (web.SessionRow, {"digest": "0", "user_id": 7, "started": AT, "ends": AT}),
        (web.Job, {"id": "j", "kind": "add", "state": "waiting", "asked": "{}", "outcome": "",
                   "done": 0, "total": 1, "doing": "", "author": "carla", "added": AT, "tries": 0}),
        (web.Upload, {"job_id": "j", "number": 0, "name": "a.bin", "content": bytes(range(256))}),
        (web.Coding, {"id": 3, "name": "acts", "author": "carla", "added": AT}),
        (web.Judgement, {"id": 5, "coding_id": 3, "text_sha256": "0", "spans": "0 1",
                         "field": "act", "author": "carla", "at": AT, "why": ""}),
        (web.Judgement, {"id": 6, "coding_id": 3, "text_sha256": "0", "spans": "0 1",
                         "field": "act", "author": "carla", "at": AT, "why": "", "undoes": 5}),
    ]  # fmt: skip
    with engine.begin() as connection:
        for table, values in rows:
            connection.execute(insert(table).values(**values))


def rows_of(address: str) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of all tables but the index's, in some order that is the same in every database."""
    engine = create_engine(where(address))
    known = MetaData()
    known.reflect(engine, resolve_fks=False)
    out = {}
    with engine.connect() as connection:
        for name, table in sorted(known.tables.items()):
            if not name.startswith("archive_index"):
                columns = [table.c[column] for column in sorted(table.c.keys())]
                out[name] = sorted(map(tuple, connection.execute(select(*columns))), key=repr)
    engine.dispose()
    return out


def index_of(address: str) -> list[tuple[int, str]]:
    """The index as the database shows it."""
    engine = create_engine(where(address))
    with engine.connect() as connection:
        terms = "terms" if engine.dialect.name == "sqlite" else "CAST(terms AS text)"
        asked = text(f"SELECT rowid, {terms} FROM archive_index ORDER BY rowid")
        found = [(row[0], row[1]) for row in connection.execute(asked)]
    engine.dispose()
    return found


@pytest.fixture(scope="session")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup that is made once, of a file of SQLite's."""
    folder = tmp_path_factory.mktemp("filled")
    fill(str(folder / "filled.db"))
    with Archive(folder / "filled.db") as archive:
        back_up(archive.database, folder / "filled.backup")
    return folder


@pytest.fixture
def filled(filled_once: Path) -> str:
    """The address of the database that `backup` is of, which is only looked at."""
    return str(filled_once / "filled.db")


@pytest.fixture
def backup(filled_once: Path, tmp_path: Path) -> Iterator[Path]:
    """A backup of it, which may be harmed."""
    copy = tmp_path / "desk.backup"
    copy.write_bytes((filled_once / "filled.backup").read_bytes())
    yield copy
