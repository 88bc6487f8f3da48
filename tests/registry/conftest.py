"""Invented documents whose actors are given, as a Record would hold them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine

from memcon.document import Document
from memcon.record import Actor, Engine, Record
from memcon.registry import Entry, Held, Registry
from memcon.registry.tables import Table

Maker = Callable[..., Record]


def actor(name: str, *titles: str, kind: str = "person", **more: Any) -> dict[str, Any]:
    """An actor of a document; its mentions are where the text has the name."""
    return {"name": name, "titles": titles, "kind": kind, **more}


def record(
    text: str,
    *actors: dict[str, Any],
    date: str | None = None,
    version: str = "1",
    name: str = "a.txt",
) -> Record:
    """A Record of the text with those actors."""
    made = []
    for number, told in enumerate(actors, start=1):
        mentions = tuple(m.span() for m in re.finditer(re.escape(told["name"]), text))
        made.append(Actor(id=f"p{number}", mentions=mentions, **told))
    return Record(
        document=Document(name=name, text=text, date=date),
        actors=tuple(made),
        engine=Engine(version=version, model="sha256:0"),
    )


def entry(id: int, name: str, *titles: str, **more: Any) -> Entry:
    """An entry of a document of its own."""
    told: dict[str, Any] = {
        "key": "p1", "kind": "person", "country": None, "gender": None, "names": (),
        "identifiers": (), "source": f"{id}.txt", "date": "2024-07-03", "reading": id, "sha256": f"{id}",
    }  # fmt: skip
    held = tuple(Held(words, "2024-07-03") for words in titles)
    return Entry(id=id, name=name, titles=held, **{**told, **more})


#: One day Norvane's minister has a full name, another day a last name and the office only.
FULL = record(
    "Foreign Minister Tomas Ardane met the pilots in Corran.",
    actor("Tomas Ardane", "Foreign Minister"),
    date="2024-07-03",
    name="wednesday.txt",
)
SHORT = record(
    "The call was short, Foreign Minister Ardane said. Mr. Ardane will come again.",
    actor("Ardane", "Foreign Minister", "Mr"),
    date="2024-07-17",
    name="later.txt",
)


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    """A registry that is empty: of SQLite, or of the server whose address MEMCON_TEST_DB gives."""
    server = os.environ.get("MEMCON_TEST_DB")
    if server:
        engine = create_engine(server)
        Table.metadata.drop_all(engine)
        engine.dispose()
    with Registry(server or tmp_path / "actors.db") as opened:
        yield opened


@pytest.fixture
def two_days(registry: Registry) -> Registry:
    """A registry of the two documents: entry 1 is the full name, entry 2 the last name."""
    for made in (FULL, SHORT):
        registry.add(made)
    return registry
