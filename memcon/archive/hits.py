"""Hits: statements that were found, each with its document, day, place and exact words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from memcon.archive.corrections import read_spans
from memcon.archive.provenance import claimed
from memcon.archive.tables import (
    ActorRow,
    DocumentRow,
    RecordRow,
    StanceRow,
    StatementRow,
    TopicRow,
    Version,
)
from memcon.spans import Spans


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that was found.

    :param id: of the place of its words, for `memcon cite`: it outlives a newer reading.
    :param document: id of the document by which it is cited; `name`, `title`, `publisher`, `url` and
        `date` are that one's.
    :param url_claimed: whether `url` is only what whoever added the document says, and memcon did not
        have it from there.
    :param also: addresses of other documents with the same text.
    :param spans: of the content, in code points of the text `sha256`.
    :param words: the content's own, a gap shown as “ … ”.
    :param stances: names of targets with −1, 0 or 1.
    :param by_words: whether it has the words that were asked for.
    :param likeness: of its meaning to what was asked for, if that was near.
    """

    id: str
    statement: int
    document: int
    name: str
    title: str | None
    publisher: str | None
    url: str | None
    url_claimed: bool
    address: str
    date: str | None
    also: tuple[str, ...]
    sha256: str
    spans: Spans
    line: int
    words: str
    type: str
    speaker: str | None
    addressee: str | None
    act: str | None
    speech_act: str | None
    stances: tuple[tuple[str, int], ...]
    topics: tuple[str, ...]
    confidence: float
    by_words: bool = True
    likeness: float | None = None


def place_id(sha256: str, spans: Spans) -> str:
    """The name of a place: twelve letters of the text's digest, and where the words begin and end."""
    return f"{sha256[:12]}:{spans[0][0]}-{spans[-1][1]}"


def load_hits(session: Session, found: Sequence[tuple[int, bool, float | None]]) -> list[Hit]:
    """The statements of those ids, in their order, with whether and how near they were found."""
    ids = [id for id, _, _ in found]
    if not ids:
        return []
    speaker, addressee = aliased(ActorRow), aliased(ActorRow)
    rows = session.execute(
        select(
            StatementRow, RecordRow.text_sha256, Version, DocumentRow.address, speaker.name,
            addressee.name,
        )
        .join(RecordRow, RecordRow.id == StatementRow.record_id)
        .join(Version, Version.id == RecordRow.version_id)
        .join(DocumentRow, DocumentRow.id == Version.document_id)
        .outerjoin(speaker, speaker.id == StatementRow.speaker_id)
        .outerjoin(addressee, addressee.id == StatementRow.addressee_id)
        .where(StatementRow.id.in_(ids))
    ).all()  # fmt: skip
    stances = _stances(session, ids)
    topics = _topics(session, ids)
    also = _also(session, {row[1] for row in rows})
    only_said = claimed(session, {row[2].id: (row[2], row[3]) for row in rows}.values())
    made: dict[int, dict[str, Any]] = {}
    for s, sha256, version, address, says, hears in rows:
        spans = read_spans(s.content_spans)
        made[s.id] = {
            "id": place_id(sha256, spans), "statement": s.id, "document": version.document_id,
            "name": version.name, "title": version.title, "publisher": version.publisher,
            "url": version.url, "url_claimed": version.id in only_said, "address": address,
            "date": version.date,
            "also": tuple(a for d, a in also[sha256] if d != version.document_id),
            "sha256": sha256, "spans": spans, "line": s.line, "words": s.words, "type": s.type,
            "speaker": says, "addressee": hears, "act": s.act, "speech_act": s.speech_act,
            "stances": stances[s.id], "topics": topics[s.id], "confidence": s.confidence,
        }  # fmt: skip
    return [
        Hit(**made[id], by_words=words, likeness=likeness)
        for id, words, likeness in found
        if id in made
    ]


def _stances(session: Session, ids: Sequence[int]) -> dict[int, tuple[tuple[str, int], ...]]:
    out: defaultdict[int, tuple[tuple[str, int], ...]] = defaultdict(tuple)
    rows = session.execute(
        select(StanceRow.statement_id, ActorRow.name, StanceRow.polarity)
        .join(ActorRow, ActorRow.id == StanceRow.target_id)
        .where(StanceRow.statement_id.in_(ids))
        .order_by(StanceRow.statement_id, StanceRow.number)
    )
    for id, name, polarity in rows:
        out[id] += ((name, polarity),)
    return out


def _topics(session: Session, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    out: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    rows = session.execute(
        select(TopicRow.statement_id, TopicRow.topic)
        .where(TopicRow.statement_id.in_(ids))
        .order_by(TopicRow.statement_id, TopicRow.number)
    )
    for id, topic in rows:
        out[id] += (topic,)
    return out


def _also(session: Session, texts: set[str]) -> dict[str, list[tuple[int, str]]]:
    """Of each text, the documents that it is a version of."""
    out: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    rows = session.execute(
        select(Version.text_sha256, DocumentRow.id, DocumentRow.address)
        .join(DocumentRow, DocumentRow.id == Version.document_id)
        .where(Version.text_sha256.in_(texts))
        .distinct()
        .order_by(DocumentRow.id)
    )
    for sha256, id, address in rows:
        out[sha256].append((id, address))
    return out
