"""Discourse Network Analyzer (.dna): a file of DNA 3, which is a SQLite database.

An attribution becomes statements of the type “DNA Statement” over its content, from the first
character to the last: one for each topic and for each stance that is for or against, or one without a
concept. `person` or `organization` is the speaker; of a person's state the organization is told.
`concept` is a topic, or the actor that a stance is towards (its attribute Type is `topic` or `actor`).
`agreement` is the stance; of a topic, no if the act is one against (refuse, deny, condemn …) and else
yes, since DNA has no third value.

Offsets are UTF-16 code units of the text with LF as line end, as DNA's text window counts; the table
of statements in DNA shows shifted words behind an astral character, since SQLite counts otherwise.
The coder is Admin, the password `memcon`.

Not carried: gaps in a content; source, cue, type, nesting, addressee and confidence of attributions;
mentions; statements but for topics and stances; neutral stances; events; the meeting; the engine;
what is longer than 190 characters in a name or title; line ends.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from memcon.charts.positions import AGAINST
from memcon.exchange.dna_tables import ATTRIBUTES, LONGEST, SHORT_TEXTS, create
from memcon.exchange.lineends import Unified
from memcon.exchange.utf16 import Units
from memcon.record import Actor, Record

PASSWORD = "memcon"  # noqa: S105 (the files want one; it keeps nothing)
_STATES = ("state", "government")


class Coded(NamedTuple):
    """A statement of DNA's; `start` and `stop` in UTF-16 code units."""

    start: int
    stop: int
    person: str
    organization: str
    concept: str
    agreement: bool


def write(records: Iterable[Record], path: Path, password: str = PASSWORD) -> int:
    """Write a new file; returns how many documents."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    try:
        # A file that is not whole is thrown away: nothing need be safe in between.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        with connection:
            create(connection, password)
            file = _File(connection)
            count = 0
            for count, record in enumerate(records, start=1):
                file.add(record, count)
        return count
    finally:
        connection.close()


def label(words: str) -> str:
    """Words as DNA shows them in a list: on one line, not longer than it allows."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def coded(record: Record) -> Iterator[Coded]:
    """The statements of a Record, in the order of its attributions."""
    unified = Unified(record.text)
    units = Units(unified.text)
    actors = {actor.id: actor for actor in record.actors}
    states = {a.country: a.name for a in reversed(record.actors) if a.kind in _STATES and a.country}
    read: dict[str, list[Any]] = {}
    for statement in record.statements:
        read.setdefault(statement.attribution, []).append(statement)
    for a in record.attributions:
        start, end = a.content[0][0], a.content[-1][1]
        # The LF of a CRLF alone is the line end itself.
        start, end = unified.span((start, end)) or unified.span((start - 1, end)) or (0, 1)
        place = units.of(start), units.of(end)
        speaker = actors.get(a.speaker or "")
        person = label(speaker.name) if speaker and speaker.kind == "person" else ""
        body = "" if speaker is None else speaker.name
        if speaker and speaker.kind == "person":
            body = states.get(speaker.country or "", speaker.country or "")
        concepts = [c for s in read.get(a.id, ()) for c in _concepts(s, actors)]
        for concept, agreement in dict.fromkeys(concepts or [("", True)]):
            yield Coded(place[0], place[1], person, label(body), label(concept), agreement)


def _concepts(statement: Any, actors: dict[str, Actor]) -> Iterator[tuple[str, bool]]:
    for topic in statement.topics:
        yield topic, statement.act not in AGAINST
    for stance in statement.stances:
        if stance.polarity:
            yield actors[stance.target].name, stance.polarity > 0


class _File:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._entities: dict[tuple[int, str], int] = {}
        rows = connection.execute(
            "SELECT VariableId, AttributeVariable, ID FROM ATTRIBUTEVARIABLES"
        )
        self._attributes = {(variable, name): id for variable, name, id in rows}
        for variable in SHORT_TEXTS:
            self._entity(variable, "")

    def add(self, record: Record, number: int) -> None:
        self._document(record, number)
        people = {label(a.name): a for a in reversed(record.actors)}
        topics = {label(topic) for s in record.statements for topic in s.topics}
        for statement in coded(record):
            insert = (
                "INSERT INTO STATEMENTS (StatementTypeId, DocumentId, Start, Stop, Coder) VALUES"
            )
            id = self._insert(f"{insert} (1, ?, ?, ?, 1)", number, statement.start, statement.stop)
            for variable in SHORT_TEXTS:
                name = getattr(statement, variable)
                actor = people.get(name)
                if variable == "concept" and name:
                    told = {"Type": "topic" if name in topics else "actor"}
                else:
                    told = _about(actor) if actor else {}
                entity = self._entity(variable, name, told)
                self._insert("INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) "
                             "VALUES (?, ?, ?)", id, SHORT_TEXTS[variable], entity)  # fmt: skip
            self._insert("INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (?, 4, ?)",
                         id, int(statement.agreement))  # fmt: skip

    def _document(self, record: Record, number: int) -> None:
        about = record.document
        seconds, told = _seconds(about.date)
        notes = {"name": about.name, "url": about.url, "language": about.language,
                 "date": None if told else about.date or "none"}  # fmt: skip
        notes = {key: value for key, value in notes.items() if value is not None}
        self._insert(
            "INSERT INTO DOCUMENTS (ID, Title, Text, Coder, Source, Notes, Type, Date) "
            "VALUES (?, ?, ?, 1, ?, ?, ?, ?)",
            number, label(about.title or about.name), Unified(record.text).text,
            label(about.publisher or ""), json.dumps(notes, ensure_ascii=False), about.genre or "",
            seconds,
        )  # fmt: skip

    def _entity(self, variable: str, value: str, told: dict[str, str] | None = None) -> int:
        key = (SHORT_TEXTS[variable], value)
        if key not in self._entities:
            insert = "INSERT INTO ENTITIES (VariableId, Value, Red, Green, Blue) VALUES"
            self._entities[key] = id = self._insert(f"{insert} (?, ?, 0, 0, 0)", *key)
            for attribute in ATTRIBUTES:
                self._insert(
                    "INSERT INTO ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue) "
                    "VALUES (?, ?, ?)",
                    id, self._attributes[key[0], attribute], label((told or {}).get(attribute, "")),
                )  # fmt: skip
        return self._entities[key]

    def _insert(self, statement: str, *values: Any) -> int:
        return self._connection.execute(statement, values).lastrowid or 0


def _about(actor: Actor) -> dict[str, str]:
    country = [f"country {actor.country}"] if actor.country else []
    return {"Type": actor.kind, "Notes": "; ".join((*country, *actor.titles)),
            "Alias": "; ".join(f"{k}:{v}" for k, v in actor.identifiers.items())}  # fmt: skip


def _seconds(date: str | None) -> tuple[int, bool]:
    """The day in seconds since 1970, and whether that tells all of it; DNA asks for some day."""
    try:
        day = datetime.fromisoformat(date or "").replace(tzinfo=UTC)
    except ValueError:
        return 0, False
    return int(day.timestamp()), day.date().isoformat() == date
