"""Reading a .dna file of Discourse Network Analyzer 3: coded by people, or written by memcon.

A statement with a person or an organization becomes an attribution; those of one place and speaker are
one. A concept is a topic; if its attribute Type is `actor`, it is somebody to have a stance towards.
Agreement to a topic that a person coded becomes the act “support”, disagreement “oppose”. Whether an
attribution is direct is read off the quotation marks in its words.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from memcon.document import Document, Genre
from memcon.exchange.errors import ExchangeError
from memcon.exchange.imported import engine
from memcon.exchange.utf16 import Units
from memcon.language.quotations import find_quotations
from memcon.record import ActorKind, Record

_VALUES = """
    SELECT s.ID, s.Start, s.Stop, v.Variable, e.Value, b.Value, e.ID
    FROM STATEMENTS s JOIN VARIABLES v ON v.StatementTypeId = s.StatementTypeId
    LEFT JOIN DATASHORTTEXT t ON t.StatementId = s.ID AND t.VariableId = v.ID
    LEFT JOIN ENTITIES e ON e.ID = t.Entity
    LEFT JOIN DATABOOLEAN b ON b.StatementId = s.ID AND b.VariableId = v.ID
    WHERE s.DocumentId = ? AND v.Variable IN ('person', 'organization', 'concept', 'agreement')
    ORDER BY s.ID, v.ID
"""
_ATTRIBUTES = """
    SELECT x.EntityId, a.AttributeVariable, x.AttributeValue
    FROM ATTRIBUTEVALUES x JOIN ATTRIBUTEVARIABLES a ON a.ID = x.AttributeVariableId
"""
_DOCUMENTS = "SELECT ID, Title, Text, Source, Notes, Type, Date FROM DOCUMENTS ORDER BY ID"


def read(path: Path) -> Iterator[Record]:
    """The Record of each document.

    :raises ExchangeError: if it is no file of DNA 3.
    """
    if not path.is_file():
        raise ExchangeError(f"{path}: there is no such file")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            settings = dict(connection.execute("SELECT Property, Value FROM SETTINGS"))
            version = settings.get("version", "of no known version")
            if not version.startswith("3"):
                raise ExchangeError(f"{path}: the file is of DNA {version}; open it in DNA 3 first")
            told: dict[int, dict[str, str]] = {}
            for entity, attribute, value in connection.execute(_ATTRIBUTES):
                told.setdefault(entity, {})[attribute] = value
            for row in connection.execute(_DOCUMENTS):
                values = connection.execute(_VALUES, row[:1]).fetchall()
                yield _Coded(row, values, told).record()
    except sqlite3.Error as error:
        raise ExchangeError(f"{path}: no file of DNA 3: {error}") from error
    except ValidationError as error:
        raise ExchangeError(f"{path}: a document makes no sound Record: {error}") from error


class _Coded:
    """A document and its statements."""

    def __init__(self, row: tuple[Any, ...], values: list[Any], told: dict[int, dict[str, str]]):
        self._row = row
        self._told = told
        self._actors: dict[str, dict[str, Any]] = {}
        self._statements: dict[int, dict[str, Any]] = {}
        for id, start, stop, variable, value, agreement, entity in values:
            statement = self._statements.setdefault(id, {"place": (start, stop), "entities": {}})
            statement[variable] = agreement if variable == "agreement" else value or ""
            statement["entities"][variable] = entity

    def record(self) -> Record:
        """The Record.

        :raises pydantic.ValidationError: if it would not be sound.
        """
        document = self._document()
        units = Units(document.text)
        attributions: dict[tuple[Any, ...], dict[str, Any]] = {}
        read: dict[tuple[str, str | None], dict[str, Any]] = {}
        for coded in self._statements.values():
            person, body = coded.get("person", ""), coded.get("organization", "")
            content = (units.back(coded["place"][0]), units.back(coded["place"][1]))
            speaker = self._actor("person", person, coded) if person else None
            # A country's code is no name of a body.
            if body and not re.fullmatch("[A-Z]{2}", body):
                organization = self._actor("organization", body, coded)
                speaker = speaker or organization
            attribution = attributions.setdefault((content, speaker), {
                "id": f"a{len(attributions) + 1}", "content": (content,), "confidence": 1.0,
                "type": quoted(document.text[slice(*content)]), "speaker": speaker,
            })  # fmt: skip
            self._concept(coded, attribution["id"], read)
        return Record.model_validate({
            "schema": 1, "document": document, "attributions": list(attributions.values()),
            "actors": list(self._actors.values()), "statements": list(read.values()),
            "engine": engine("Discourse Network Analyzer"),
        })  # fmt: skip

    def _concept(
        self, coded: dict[str, Any], id: str, read: dict[tuple[str, str | None], dict[str, Any]]
    ) -> None:
        concept, agreement = coded.get("concept", ""), coded.get("agreement", 1)
        if not concept:
            return
        type = self._told.get(coded["entities"]["concept"], {}).get("Type")
        act = None if type in ("topic", "actor") else "support" if agreement else "oppose"
        statement = read.setdefault((id, act), {
            "id": f"s{len(read) + 1}", "attribution": id, "act": act, "topics": [], "stances": [],
        })  # fmt: skip
        if type == "actor":
            target = self._actor("concept", concept, coded)
            stance = {"target": target, "polarity": 1 if agreement else -1, "evidence": ()}
            statement["stances"].append(stance)
        elif concept not in statement["topics"]:
            statement["topics"].append(concept)

    def _actor(self, variable: str, name: str, coded: dict[str, Any]) -> str:
        told = self._told.get(coded["entities"][variable], {})
        if name not in self._actors:
            kind = told.get("Type") if told.get("Type") in get_args(ActorKind) else None
            notes = [note for note in told.get("Notes", "").split("; ") if note]
            country = notes.pop(0)[8:] if notes and notes[0].startswith("country ") else None
            pairs = (
                pair.partition(":") for pair in told.get("Alias", "").split("; ") if ":" in pair
            )
            self._actors[name] = {
                "id": f"p{len(self._actors) + 1}", "name": name, "mentions": (),
                "kind": kind or ("person" if variable == "person" else "organisation"),
                "titles": notes, "country": country, "identifiers": {k: v for k, _, v in pairs},
            }  # fmt: skip
        return str(self._actors[name]["id"])

    def _document(self) -> Document:
        _, title, text, source, notes, type, seconds = self._row
        try:
            about = json.loads(notes)
            about = about if isinstance(about, dict) else {}
        except ValueError:
            about = {}
        date = about.get("date", _day(seconds))
        name = about.get("name")
        return Document(
            name=name or title, text=text, title=None if title == name else title,
            publisher=source or None, url=about.get("url"), language=about.get("language"),
            date=None if date == "none" else date,
            genre=type if type in get_args(Genre) else None,
        )  # fmt: skip


def _day(seconds: int) -> str | None:
    """The day of a time in seconds since 1970; None if no calendar has it."""
    try:
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).date().isoformat()
    except (OverflowError, TypeError):
        return None


def quoted(words: str) -> str:
    """The type of an attribution whose content these words are, by their quotation marks."""
    inside = [q.span for q in find_quotations(words) if q.depth == 0]
    if not inside:
        return "indirect"
    bounds = [0, *(bound for span in inside for bound in span), len(words)]
    outside = "".join(words[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True))
    return "mixed" if outside.strip() else "direct"
