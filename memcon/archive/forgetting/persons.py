"""Persons: all that somebody said, forgotten, while the rest of the documents stays."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from memcon.archive.correcting import load_corrections
from memcon.archive.corrections import apply, read_spans
from memcon.archive.decoding import digest
from memcon.archive.entry import pack
from memcon.archive.forgetting.beside import forget_beside
from memcon.archive.forgetting.blacking import blacked
from memcon.archive.forgetting.removing import (
    remove_corrections,
    remove_likenesses,
    remove_originals,
)
from memcon.archive.forgetting.tombstones import bury
from memcon.archive.loading import load_record
from memcon.archive.neighbours import bands, signature
from memcon.archive.renewal import remake
from memcon.archive.tables import (
    ActorRow,
    Band,
    Capture,
    Correction,
    Original,
    RecordRow,
    StatementRow,
    Text,
    Vector,
    Version,
)
from memcon.record import Record
from memcon.registry.judgements import now
from memcon.spans import Spans, merge, overlap

_MEDIA = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says in a text.

    :param sha256: of the text; `spans` are of all contents, in code points.
    :param statements: how many contents these are.
    """

    sha256: str
    name: str
    spans: Spans
    statements: int


def said_by(session: Session, name: str) -> list[Said]:
    """What the actors of a name say, text by text; as reviewers corrected it.

    :param name: the whole name, whatever its case.
    """
    wanted = " ".join(name.split()).casefold()
    rows = session.execute(
        select(RecordRow.text_sha256, Version.title, Version.name)
        .join(Version, Version.id == RecordRow.version_id)
        .where(
            RecordRow.id.in_(
                select(ActorRow.record_id)
                .join(StatementRow, StatementRow.speaker_id == ActorRow.id)
                .where(func.lower(ActorRow.name).in_({wanted, name.lower()}))
            )
        )
        .order_by(RecordRow.id)
    )
    out = []
    for sha256, title, called in rows:
        log = load_corrections(session, [sha256]).get(sha256, [])
        record, _ = apply(load_record(session, sha256), log)
        contents = _contents(record, wanted)
        if contents:
            spans = merge(span for content in contents for span in content)
            out.append(Said(sha256, title or called, spans, len(contents)))
    return out


def _contents(record: Record, wanted: str) -> list[Spans]:
    ids = {actor.id for actor in record.actors if actor.name.casefold() == wanted}
    return [a.content for a in record.attributions if a.speaker in ids]


def forget_said(session: Session, said: Said, by: str, why: str) -> str:
    """Black the words out of a text, and of all that was made of them.

    :returns: the digest of the text as it is now.
    """
    old = said.sha256
    record = blacked(load_record(session, old), said.spans)
    new = record.document.sha256
    row = session.scalar(select(RecordRow).where(RecordRow.text_sha256 == old))
    assert row is not None
    _forget_vectors(session, row.id, said.spans)
    _add_text(session, record)
    originals = _move(session, old, new)
    data = record.to_json().encode()
    row.text_sha256, row.content, row.sha256, row.added = new, pack(data), digest(data), now()
    session.flush()
    _move_corrections(session, old, new, said.spans)
    remake(session, new, load_corrections(session, [new]).get(new, []))
    remove_likenesses(session, old)
    forget_beside(session, old)
    session.execute(delete(Text).where(Text.sha256 == old))
    gone = remove_originals(session, originals)
    bury(session, "text", {old}, by, why)
    bury(session, "original", gone - {old}, by, why)
    return new


def _forget_vectors(session: Session, record: int, spans: Spans) -> None:
    """Remove the meaning of contents that have some of the words."""
    found = session.execute(
        select(StatementRow.id, StatementRow.content_spans).where(StatementRow.record_id == record)
    )
    gone = [id for id, content in found if overlap(read_spans(content), spans)]
    session.execute(delete(Vector).where(Vector.statement_id.in_(gone)))


def _add_text(session: Session, record: Record) -> None:
    text, sha256 = record.text, record.document.sha256
    data = text.encode("utf-8", "surrogatepass")
    content, made = pack(data), signature(text)
    session.add(Text(sha256=sha256, length=len(text), content=content, signature=made, added=now()))
    session.add(Original(sha256=sha256, size=len(data), media=_MEDIA, content=content))
    session.flush()
    for value in set(bands(made)) if made else ():
        session.add(Band(value=value, text_sha256=sha256))


def _move(session: Session, old: str, new: str) -> set[str]:
    """Let versions and captures of a text be of another.

    :returns: digests of the originals that the captures were of.
    """
    versions = list(session.scalars(select(Version.id).where(Version.text_sha256 == old)))
    captured = Capture.version_id.in_(versions)
    originals = set(session.scalars(select(Capture.original_sha256).where(captured)))
    # Without what a server tells changes by, the page is asked for whole, and refused if it is the same.
    session.execute(
        update(Capture).where(captured).values(original_sha256=new, etag=None, modified=None)
    )
    session.execute(update(Version).where(Version.id.in_(versions)).values(text_sha256=new))
    return originals


def _move_corrections(session: Session, old: str, new: str, spans: Spans) -> None:
    found = list(session.scalars(select(Correction).where(Correction.text_sha256 == old)))
    remove_corrections(session, [c.id for c in found if overlap(read_spans(c.spans), spans)])
    session.execute(update(Correction).where(Correction.text_sha256 == old).values(text_sha256=new))
