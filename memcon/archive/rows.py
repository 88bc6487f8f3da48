"""Rows: a Record as rows of the tables, with the ids that they will have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from memcon.actors.statenames import state_called
from memcon.archive.corrections import written
from memcon.archive.index import Indexer, index_insertion, index_rows
from memcon.archive.tables import (
    ActorRow,
    Band,
    Capture,
    DocumentRow,
    EventActorRow,
    EventRow,
    Likeness,
    Original,
    RecordRow,
    StanceRow,
    StatementRow,
    Table,
    Text,
    TopicRow,
    Vector,
    Version,
)
from memcon.archive.terms import name_words, topic_identity
from memcon.archive.vectors import packed
from memcon.record import Actor, Attribution, Record, Statement
from memcon.report.place import Lines

#: Tables in the order in which their rows refer to each other.
_ORDER: tuple[type[Table], ...] = (
    Original, Text, DocumentRow, Version, Capture, RecordRow, ActorRow, StatementRow, StanceRow,
    TopicRow, EventRow, EventActorRow, Vector, Band, Likeness,
)  # fmt: skip
_NUMBERED = (DocumentRow, Version, Capture, RecordRow, ActorRow, StatementRow, EventRow)


class Rows:
    """Rows that are to be written together, with ids given out by whoever writes: there is only one."""

    def __init__(self, session: Session) -> None:
        """Look which ids are taken."""
        self.session = session
        self.rows: dict[type[Table], list[tuple[Any, ...]]] = {table: [] for table in _ORDER}
        self.index: list[tuple[int, str]] = []
        greatest = select(*(select(func.max(t.id)).scalar_subquery() for t in _NUMBERED))
        taken = session.execute(greatest).one()
        self._last = {t: number or 0 for t, number in zip(_NUMBERED, taken, strict=True)}

    def id(self, table: type[Table]) -> int:
        """The next id of a table."""
        self._last[table] += 1
        return self._last[table]

    def add(self, table: type[Table], *row: Any) -> None:
        """Add a row of a table: its values, in the order of `columns`."""
        self.rows[table].append(row)

    def write(self) -> None:
        """Write all rows, those first that others refer to."""
        connection = self.session.connection()
        mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
        for sql, rows in self.statements(mark):
            # The driver's own `executemany`: SQLAlchemy's way takes as long again a row.
            connection.exec_driver_sql(sql, rows)

    def statements(self, mark: str) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
        """SQL and the rows that it inserts, in the order in which they refer to each other.

        :param mark: what stands for a value, as the driver wants it.
        """
        for table in _ORDER:
            if self.rows[table]:
                yield insertion(table, mark), self.rows[table]
        if self.index:
            yield index_insertion(mark), index_rows(self.index, mark)


@cache
def columns(table: type[Table]) -> tuple[str, ...]:
    """Names of the columns of a table, in the order in which `memcon.archive.tables` has them."""
    return tuple(column.name for column in table.__table__.columns)


def insertion(table: type[Table], mark: str) -> str:
    """SQL that inserts a row.

    :param mark: what stands for a value, as the driver wants it.
    """
    names = columns(table)
    marks = ", ".join([mark] * len(names))
    return f"INSERT INTO {table.__tablename__} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 (names of our own; values are bound)


def add_parts(
    rows: Rows,
    record: Record,
    record_id: int,
    publisher: str | None,
    vectors: Mapping[str, bytes],
    *,
    searched: bool = True,
) -> None:
    """Add the rows of a Record's actors, statements and events, and the terms of the statements.

    :param vectors: packed ones, under the spans of the contents, as far as there are any.
    :param searched: whether the statements are to be found.
    """
    actors = {actor.id: rows.id(ActorRow) for actor in record.actors}
    for actor in record.actors:
        rows.add(
            ActorRow, actors[actor.id], record_id, actor.id, actor.name, actor.kind, actor.country,
            identity(actor), "; ".join(actor.titles),
        )  # fmt: skip
    indexer = Indexer(record, publisher) if searched else None
    ids = _add_statements(rows, record, record_id, actors, vectors, indexer)
    _add_events(rows, record, record_id, actors, ids)


def by_content(record: Record, vectors: NDArray[np.float32] | None) -> dict[str, bytes]:
    """Packed vectors under the spans of the contents, by which they outlive corrections.

    :param vectors: of the attributions, in their order, `(attributions, 384)`; None for none.
    """
    if vectors is None or not len(vectors):
        return {}
    spans = (written(a.content) for a in record.attributions)
    return dict(zip(spans, packed(vectors), strict=True))


def pairs(record: Record) -> list[tuple[Attribution, Statement]]:
    """Each attribution with its statement; where nothing was read of it, an empty one."""
    statements = {s.attribution: s for s in record.statements}
    return [
        (a, statements.get(a.id) or Statement(id=a.id, attribution=a.id))
        for a in record.attributions
    ]


def identity(actor: Actor) -> str:
    """What is the same for the same name and kind in all documents: `person:ana quill`, `state:IS`."""
    if actor.kind == "state":
        state = state_called(actor.name)
        code = state.code if state else actor.country
        if code:
            return f"state:{code}"
    return f"{actor.kind}:{' '.join(name_words(actor.name))}"


def _add_statements(
    rows: Rows,
    record: Record,
    record_id: int,
    actors: dict[str, int],
    vectors: Mapping[str, bytes],
    indexer: Indexer | None,
) -> dict[str, int]:
    text, date = record.text, record.document.date
    lines = Lines(text)
    # One look for each list: there are thirty statements in a document, and 50,000 rows in a transaction.
    statements, stances, topics, kept = (
        rows.rows[table].append for table in (StatementRow, StanceRow, TopicRow, Vector)
    )
    ids: dict[str, int] = {}
    for a, s in pairs(record):
        ids[a.id] = id = rows.id(StatementRow)
        begins, ends = a.content[0][0], a.content[-1][1]
        content = written(a.content)
        statements((
            id, record_id, s.id, a.id, a.parent, actors.get(a.speaker or ""),
            actors.get(a.addressee or ""), a.type, s.act, s.speech_act, date, begins, ends,
            lines.place(begins).line, written(a.source), written(a.cue), content,
            text[begins:ends] if len(a.content) == 1 else record.words(a.content), a.confidence,
        ))  # fmt: skip
        for number, stance in enumerate(s.stances):
            stances((
                id, number, actors[stance.target], stance.polarity, written(stance.evidence),
                stance.confidence,
            ))  # fmt: skip
        for number, topic in enumerate(s.topics):
            topics((id, number, topic, topic_identity(topic)))
        if indexer is not None:
            rows.index.append((id, indexer.terms(a, s)))
        vector = vectors.get(content)
        if vector is not None:
            kept((id, vector))
    return ids


def _add_events(
    rows: Rows, record: Record, record_id: int, actors: dict[str, int], ids: dict[str, int]
) -> None:
    for event in record.events:
        id = rows.id(EventRow)
        rows.add(
            EventRow, id, record_id, ids.get(event.attribution or ""), event.id, event.type,
            event.mode, event.modality, event.date, event.place, written(event.span),
            record.words(event.span), event.score, event.confidence,
        )  # fmt: skip
        roles: defaultdict[str, dict[int, None]] = defaultdict(dict)
        for role, keys in (("source", event.sources), ("target", event.targets)):
            for key in keys:
                roles[role][actors[key]] = None
        for role, found in roles.items():
            for actor in found:
                rows.add(EventActorRow, id, role, actor)


def statement_ids(session: Session, records: Sequence[int]) -> list[int]:
    """Ids of the statements of those Records."""
    found = select(StatementRow.id).where(StatementRow.record_id.in_(records))
    return list(session.scalars(found))
