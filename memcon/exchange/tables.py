"""A Record as flat tables: what CSV, Parquet and data frames are made of.

Each table has a row for each part of its kind, and a column `record` that joins it to the others: the
number of the Record in the export, from 0. Column names are those of the Record. What is there for
reading only (words at the spans, names of actors) stands in columns of its own, named in
`Table.readable`, so that whoever reads the tables back can leave it alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from memcon.record import Record
from memcon.report.place import Lines

#: `spans` is a list of `(start, end)` in code points, `span` one; `map` is from string to string.
Kind = Literal["string", "integer", "number", "boolean", "span", "spans", "strings", "map"]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of parts.

    :param columns: kind of each, in order.
    :param rows: of a Record, each with all columns; what is not known is None.
    :param readable: columns that the others tell already.
    """

    name: str
    columns: Mapping[str, Kind]
    rows: Callable[[Record], Iterator[Row]]
    readable: frozenset[str] = frozenset()


def _documents(record: Record) -> Iterator[Row]:
    meeting = record.meeting
    yield {
        **record.document.model_dump(), "text": record.text,
        "participants": meeting.participants, "meeting_date": meeting.date,
        "place": meeting.place, "duration": meeting.duration, "format": meeting.format,
        "gifts": meeting.gifts, "engine": record.engine.version, "model": record.engine.model,
    }  # fmt: skip


def _attributions(record: Record) -> Iterator[Row]:
    lines = Lines(record.text)
    names = {actor.id: actor.name for actor in record.actors}
    read = {statement.attribution: statement for statement in reversed(record.statements)}
    for a in record.attributions:
        statement = read.get(a.id)
        yield {
            "document": record.document.name, **dict(a), "speaker_name": names.get(a.speaker or ""),
            "addressee_name": names.get(a.addressee or ""), "source_words": record.words(a.source),
            "cue_words": record.words(a.cue), "content_words": record.words(a.content),
            "line": lines.place(a.content[0][0]).line,
            "speech_act": statement.speech_act if statement else None,
            "act": statement.act if statement else None,
            "topics": statement.topics if statement else (),
        }  # fmt: skip


def _actors(record: Record) -> Iterator[Row]:
    return ({"document": record.document.name, **dict(actor)} for actor in record.actors)


def _mentions(record: Record) -> Iterator[Row]:
    for actor in record.actors:
        forms = actor.forms or (None,) * len(actor.mentions)
        for span, form in zip(actor.mentions, forms, strict=True):
            yield {"actor": actor.id, "span": span, "form": form, "name": actor.name,
                   "words": record.words((span,))}  # fmt: skip


def _titles(record: Record) -> Iterator[Row]:
    for actor in record.actors:
        for title in actor.title_spans:
            yield {"actor": actor.id, "name": actor.name, **dict(title)}


def _statements(record: Record) -> Iterator[Row]:
    contents = {a.id: record.words(a.content) for a in record.attributions}
    return (
        {"document": record.document.name, **dict(s), "content_words": contents[s.attribution]}
        for s in record.statements
    )


def _stances(record: Record) -> Iterator[Row]:
    names = {actor.id: actor.name for actor in record.actors}
    holders = {a.id: names.get(a.speaker or "") for a in record.attributions}
    for statement in record.statements:
        for stance in statement.stances:
            yield {"statement": statement.id, **dict(stance),
                   "holder_name": holders[statement.attribution],
                   "target_name": names[stance.target],
                   "evidence_words": record.words(stance.evidence)}  # fmt: skip


def _events(record: Record) -> Iterator[Row]:
    return (
        {"document": record.document.name, **dict(event), "words": record.words(event.span)}
        for event in record.events
    )


def _roles(record: Record) -> Iterator[Row]:
    return (dict(role) for role in record.meeting.roles)


def _facts(record: Record) -> Iterator[Row]:
    return (dict(fact) for fact in record.meeting.facts)


_DOCUMENTS: dict[str, Kind] = {
    "name": "string", "sha256": "string", "title": "string", "publisher": "string",
    "url": "string", "date": "string", "genre": "string", "language": "string",
    "encoding": "string", "participants": "strings", "meeting_date": "string", "place": "string",
    "duration": "string", "format": "string", "gifts": "strings", "engine": "string",
    "model": "string", "text": "string",
}  # fmt: skip
_ATTRIBUTIONS: dict[str, Kind] = {
    "document": "string", "id": "string", "parent": "string", "type": "string",
    "speaker": "string", "speaker_name": "string", "addressee": "string",
    "addressee_name": "string", "source_words": "string", "cue_words": "string",
    "content_words": "string", "speech_act": "string", "act": "string", "topics": "strings",
    "source": "spans", "cue": "spans", "content": "spans", "line": "integer",
    "confidence": "number",
}  # fmt: skip
_STATEMENTS: dict[str, Kind] = {
    "document": "string", "id": "string", "attribution": "string", "content_words": "string",
    "speech_act": "string", "act": "string", "topics": "strings", "act_evidence": "spans",
    "conditions": "spans", "exceptions": "spans", "negations": "spans", "commitments": "spans",
    "insertions": "spans",
}  # fmt: skip
_EVENTS: dict[str, Kind] = {
    "document": "string", "id": "string", "type": "string", "mode": "string",
    "modality": "string", "sources": "strings", "targets": "strings", "date": "string",
    "place": "string", "words": "string", "span": "spans", "attribution": "string",
    "score": "number", "confidence": "number",
}  # fmt: skip

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("documents", _DOCUMENTS, _documents),
        Table("attributions", _ATTRIBUTIONS, _attributions, frozenset((
            "document", "speaker_name", "addressee_name", "source_words", "cue_words",
            "content_words", "line", "speech_act", "act", "topics"))),
        Table("actors", {"document": "string", "id": "string", "name": "string", "kind": "string",
                         "titles": "strings", "country": "string", "identifiers": "map"},
              _actors, frozenset(("document",))),
        Table("mentions", {"actor": "string", "name": "string", "words": "string", "span": "span",
                           "form": "string"}, _mentions, frozenset(("name", "words"))),
        Table("titles", {"actor": "string", "name": "string", "words": "string", "span": "span",
                         "how": "string", "date": "string"}, _titles, frozenset(("name",))),
        Table("statements", _STATEMENTS, _statements, frozenset(("document", "content_words"))),
        Table("stances", {"statement": "string", "holder_name": "string", "target": "string",
                          "target_name": "string", "polarity": "integer",
                          "evidence_words": "string", "evidence": "spans",
                          "confidence": "number", "mention": "span"},
              _stances, frozenset(("holder_name", "target_name", "evidence_words"))),
        Table("events", _EVENTS, _events, frozenset(("document", "words"))),
        Table("roles", {"actor": "string", "role": "string", "words": "string", "span": "span"},
              _roles),
        Table("facts", {"kind": "string", "words": "string", "span": "span", "value": "string",
                        "approximate": "boolean", "giver": "string", "receiver": "string"}, _facts),
    )
}  # fmt: skip


def rows(table: Table, record: Record, number: int) -> Iterator[dict[str, Any]]:
    """The rows of a Record, each with `record` and all columns of the table, in their order."""
    for row in table.rows(record):
        yield {"record": number, **{column: row[column] for column in table.columns}}
