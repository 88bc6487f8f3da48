"""The tables of the archive, for SQLite and PostgreSQL alike.

Offsets are code points of the text of that SHA-256; spans are written `start end;start end`. Instants
are ISO 8601 in UTC, days ISO 8601, both as text: they sort as they follow each other everywhere.
What changes is changed by a migration (`memcon.archive.migrations`) that a test compares with this file.

An original is the bytes as they came; a text is what was taken from them, kept once however often it
was published. A document is what stands at an address; each text that stood there is a version of it,
and each time that bytes were had is a capture. Of each text there is one Record, that of the newest
engine; its actors, statements, stances, topics and events are kept as rows as well.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Table(DeclarativeBase):
    """Base of the archive's tables."""

    type_annotation_map = {str: String(), bytes: LargeBinary()}  # noqa: RUF012


class Setting(Table):
    """What holds for the whole archive; the row `writer` is what writers on a server wait for."""

    __tablename__ = "archive_settings"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Original(Table):
    """Bytes as they came, compressed (zlib); `sha256` and `size` are of what was compressed."""

    __tablename__ = "archive_originals"
    sha256: Mapped[str] = mapped_column(primary_key=True)
    size: Mapped[int] = mapped_column(BigInteger)
    media: Mapped[str]
    content: Mapped[bytes]


class Text(Table):
    """A text, in UTF-8 and compressed (zlib); `signature` is its MinHash, 32-bit little endian."""

    __tablename__ = "archive_texts"
    sha256: Mapped[str] = mapped_column(primary_key=True)
    length: Mapped[int]
    content: Mapped[bytes]
    signature: Mapped[bytes | None]
    added: Mapped[str]


class DocumentRow(Table):
    """What stands at an address; `key` is the address's SHA-256, since addresses may be very long."""

    __tablename__ = "archive_documents"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    address: Mapped[str]
    added: Mapped[str]


class Version(Table):
    """A text that stood at the address of a document; the one of the highest number is the newest."""

    __tablename__ = "archive_versions"
    __table_args__ = (UniqueConstraint("document_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("archive_documents.id"))
    number: Mapped[int]
    text_sha256: Mapped[str] = mapped_column(ForeignKey("archive_texts.sha256"), index=True)
    name: Mapped[str]
    title: Mapped[str | None]
    publisher: Mapped[str | None] = mapped_column(index=True)
    url: Mapped[str | None]
    date: Mapped[str | None] = mapped_column(index=True)
    added: Mapped[str]


class Capture(Table):
    """Bytes had from a place at an instant; `key` is the place's SHA-256.

    `how` is one of `memcon.archive.entry.How`, None for a place of which that cannot be told;
    `added_by` is a user's name; `said_at` is an address that the bytes claim, and were not had from.
    """

    __tablename__ = "archive_captures"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(index=True)
    place: Mapped[str]
    original_sha256: Mapped[str] = mapped_column(ForeignKey("archive_originals.sha256"))
    version_id: Mapped[int] = mapped_column(ForeignKey("archive_versions.id"), index=True)
    at: Mapped[str]
    etag: Mapped[str | None]
    modified: Mapped[str | None]
    how: Mapped[str | None]
    added_by: Mapped[str | None]
    said_at: Mapped[str | None]


class RecordRow(Table):
    """The Record of a text, in JSON, compressed (zlib), by the engine named.

    `sha256` is that of the JSON; of a Record that was damaged before there were digests, it is empty.
    `version_id` is the version that it is cited by: the first that is the newest of its document.
    `current` is 0 if there is none such, since all documents that had this text have a newer one; it is
    then not searched, and cited by the first version of all.
    """

    __tablename__ = "archive_records"
    id: Mapped[int] = mapped_column(primary_key=True)
    text_sha256: Mapped[str] = mapped_column(ForeignKey("archive_texts.sha256"), unique=True)
    version: Mapped[str]
    model: Mapped[str]
    version_id: Mapped[int] = mapped_column(ForeignKey("archive_versions.id"), index=True)
    genre: Mapped[str | None]
    date: Mapped[str | None]
    current: Mapped[int] = mapped_column(index=True)
    added: Mapped[str]
    content: Mapped[bytes]
    sha256: Mapped[str] = mapped_column(server_default="")


class ActorRow(Table):
    """An actor of a Record; `identity` is the same for the same name and kind in all documents."""

    __tablename__ = "archive_actors"
    id: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[int] = mapped_column(ForeignKey("archive_records.id"), index=True)
    key: Mapped[str]
    name: Mapped[str]
    kind: Mapped[str]
    country: Mapped[str | None]
    identity: Mapped[str] = mapped_column(index=True)
    titles: Mapped[str]


class StatementRow(Table):
    """A statement of a Record with its attribution, corrected where a reviewer corrected it.

    `begins` and `ends` are of the whole content, `line` that of its start, from 1; `words` are the
    content's own, a gap shown as “ … ”.
    """

    __tablename__ = "archive_statements"
    __table_args__ = (Index("ix_archive_statements_speaker_date", "speaker_id", "date"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[int] = mapped_column(ForeignKey("archive_records.id"), index=True)
    key: Mapped[str]
    attribution: Mapped[str]
    parent: Mapped[str | None]
    speaker_id: Mapped[int | None] = mapped_column(ForeignKey("archive_actors.id"))
    addressee_id: Mapped[int | None] = mapped_column(ForeignKey("archive_actors.id"), index=True)
    type: Mapped[str]
    act: Mapped[str | None]
    speech_act: Mapped[str | None]
    date: Mapped[str | None] = mapped_column(index=True)
    begins: Mapped[int]
    ends: Mapped[int]
    line: Mapped[int]
    source_spans: Mapped[str]
    cue_spans: Mapped[str]
    content_spans: Mapped[str]
    words: Mapped[str]
    confidence: Mapped[float]


class StanceRow(Table):
    """How the speaker of a statement stands towards an actor: −1, 0 or 1."""

    __tablename__ = "archive_stances"
    statement_id: Mapped[int] = mapped_column(ForeignKey("archive_statements.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    target_id: Mapped[int] = mapped_column(ForeignKey("archive_actors.id"), index=True)
    polarity: Mapped[int]
    evidence_spans: Mapped[str]
    confidence: Mapped[float]


class TopicRow(Table):
    """What a statement is about; `identity` is the same for the same words in all documents."""

    __tablename__ = "archive_topics"
    statement_id: Mapped[int] = mapped_column(ForeignKey("archive_statements.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[str]
    identity: Mapped[str] = mapped_column(index=True)


class EventRow(Table):
    """An event of a Record; `score` is conflict to cooperation, −10 to 10."""

    __tablename__ = "archive_events"
    id: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[int] = mapped_column(ForeignKey("archive_records.id"), index=True)
    statement_id: Mapped[int | None] = mapped_column(
        ForeignKey("archive_statements.id"), index=True
    )
    key: Mapped[str]
    type: Mapped[str]
    mode: Mapped[str]
    modality: Mapped[str]
    date: Mapped[str | None] = mapped_column(index=True)
    place: Mapped[str | None]
    spans: Mapped[str]
    words: Mapped[str]
    score: Mapped[float | None]
    confidence: Mapped[float]


class EventActorRow(Table):
    """Who does an event, or to whom it is done: `role` is `source` or `target`."""

    __tablename__ = "archive_event_actors"
    event_id: Mapped[int] = mapped_column(ForeignKey("archive_events.id"), primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)
    actor_id: Mapped[int] = mapped_column(
        ForeignKey("archive_actors.id"), primary_key=True, index=True
    )


class Vector(Table):
    """The meaning of a statement: 384 numbers of 8 bits, 127 for 1 (`memcon.archive.vectors`)."""

    __tablename__ = "archive_vectors"
    statement_id: Mapped[int] = mapped_column(ForeignKey("archive_statements.id"), primary_key=True)
    content: Mapped[bytes]


class Band(Table):
    """A part of a text's MinHash; texts that share one may be alike (`memcon.archive.neighbours`)."""

    __tablename__ = "archive_bands"
    value: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    text_sha256: Mapped[str] = mapped_column(
        ForeignKey("archive_texts.sha256"), primary_key=True, index=True
    )


class Likeness(Table):
    """Two texts that are nearly the same, the smaller SHA-256 first; `likeness` is 0 to 1."""

    __tablename__ = "archive_likenesses"
    left_sha256: Mapped[str] = mapped_column(ForeignKey("archive_texts.sha256"), primary_key=True)
    right_sha256: Mapped[str] = mapped_column(
        ForeignKey("archive_texts.sha256"), primary_key=True, index=True
    )
    likeness: Mapped[float]


class Correction(Table):
    """What a reviewer changed in a statement; rows are only added.

    :param spans: of the statement's content when it was corrected: by them it is found again.
    :param field: see `memcon.archive.corrections.FIELDS`.
    :param undoes: id of the correction that this one takes back.
    """

    __tablename__ = "archive_corrections"
    id: Mapped[int] = mapped_column(primary_key=True)
    text_sha256: Mapped[str] = mapped_column(ForeignKey("archive_texts.sha256"), index=True)
    spans: Mapped[str]
    field: Mapped[str]
    old: Mapped[str | None]
    new: Mapped[str | None]
    author: Mapped[str]
    at: Mapped[str]
    why: Mapped[str]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("archive_corrections.id"))


class Forgotten(Table):
    """That a text, or bytes that texts were taken from, was forgotten; rows are only added.

    :param kind: `text` or `original`.
    :param sha256: its digest, by which it is refused when it comes again.
    """

    __tablename__ = "archive_forgotten"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    sha256: Mapped[str] = mapped_column(index=True)
    at: Mapped[str]
    by: Mapped[str]
    why: Mapped[str]
