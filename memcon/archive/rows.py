"""Rows: a Record as rows of the tables, with the ids that they will have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, TableClause, func, insert, select
from sqlalchemy.orm import Session

from memcon.actors.statenames import state_called
from memcon.archive.corrections import written
from memcon.archive.index import Indexer, add_to_index
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
from memcon.archive.terms import name_words, stems
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
        self.rows: dict[type[Table], list[dict[str, Any]]] = {table: [] for table in _ORDER}
        self.index: list[dict[str, Any]] = []
        greatest = select(*(select(func.max(t.id)).scalar_subquery() for t in _NUMBERED))
        taken = session.execute(greatest).one()
        self._last = {t: number or 0 for t, number in zip(_NUMBERED, taken, strict=True)}

    def id(self, table: type[Table]) -> int:
        """The next id of a table."""
        self._last[table] += 1
        return self._last[table]

    def add(self, table: type[Table], **row: Any) -> None:
        """Add a row of a table."""
        self.rows[table].append(row)

    def write(self) -> None:
        """Write all rows, those first that others refer to."""
        for table in _ORDER:
            if self.rows[table]:
                _insert(self.session.connection(), table, self.rows[table])
        add_to_index(self.session, self.index)


def _insert(connection: Connection, table: type[Table], rows: list[dict[str, Any]]) -> None:
    """Insert rows by the driver's own `executemany`; SQLAlchemy's way takes as long again a row."""
    made = insert(cast(TableClause, table.__table__)).values(rows[0]).compile(connection.engine)
    names = made.positiontup
    if names is None:
        connection.exec_driver_sql(str(made), rows)
    else:
        connection.exec_driver_sql(str(made), [tuple([row[n] for n in names]) for row in rows])


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
        rows.add(ActorRow, **_actor(actor, actors[actor.id], record_id))
    ids = _add_statements(rows, record, record_id, actors)
    if searched:
        indexer = Indexer(record, publisher)
        for a, statement in pairs(record):
            rows.index.append({"rowid": ids[a.id], "terms": indexer.terms(a, statement)})
    for a in record.attributions:
        content = vectors.get(written(a.content))
        if content is not None:
            rows.add(Vector, statement_id=ids[a.id], content=content)
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


def _actor(actor: Actor, id: int, record_id: int) -> dict[str, Any]:
    return {
        "id": id, "record_id": record_id, "key": actor.id, "name": actor.name, "kind": actor.kind,
        "country": actor.country, "identity": identity(actor), "titles": "; ".join(actor.titles),
    }  # fmt: skip


def _add_statements(
    rows: Rows, record: Record, record_id: int, actors: dict[str, int]
) -> dict[str, int]:
    lines = Lines(record.text)
    ids: dict[str, int] = {}
    for a, s in pairs(record):
        ids[a.id] = id = rows.id(StatementRow)
        begins, ends = a.content[0][0], a.content[-1][1]
        rows.add(
            StatementRow,
            id=id, record_id=record_id, key=s.id, attribution=a.id, parent=a.parent,
            speaker_id=actors.get(a.speaker or ""), addressee_id=actors.get(a.addressee or ""),
            type=a.type, act=s.act, speech_act=s.speech_act, date=record.document.date,
            begins=begins, ends=ends, line=lines.place(begins).line, source_spans=written(a.source),
            cue_spans=written(a.cue), content_spans=written(a.content),
            words=record.words(a.content), confidence=a.confidence,
        )  # fmt: skip
        for number, stance in enumerate(s.stances):
            rows.add(
                StanceRow, statement_id=id, number=number, target_id=actors[stance.target],
                polarity=stance.polarity, evidence_spans=written(stance.evidence),
                confidence=stance.confidence,
            )  # fmt: skip
        for number, topic in enumerate(s.topics):
            same = " ".join(stems(topic))
            rows.add(TopicRow, statement_id=id, number=number, topic=topic, identity=same)
    return ids


def _add_events(
    rows: Rows, record: Record, record_id: int, actors: dict[str, int], ids: dict[str, int]
) -> None:
    for event in record.events:
        id = rows.id(EventRow)
        rows.add(
            EventRow,
            id=id, record_id=record_id, statement_id=ids.get(event.attribution or ""),
            key=event.id, type=event.type, mode=event.mode, modality=event.modality,
            date=event.date, place=event.place, spans=written(event.span),
            words=record.words(event.span), score=event.score, confidence=event.confidence,
        )  # fmt: skip
        roles: defaultdict[str, dict[int, None]] = defaultdict(dict)
        for role, keys in (("source", event.sources), ("target", event.targets)):
            for key in keys:
                roles[role][actors[key]] = None
        for role, found in roles.items():
            for actor in found:
                rows.add(EventActorRow, event_id=id, role=role, actor_id=actor)


def statement_ids(session: Session, records: Sequence[int]) -> list[int]:
    """Ids of the statements of those Records."""
    found = select(StatementRow.id).where(StatementRow.record_id.in_(records))
    return list(session.scalars(found))
