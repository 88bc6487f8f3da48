"""The tables of the registry. Rows are only ever added: none is changed, none is taken away.

Nothing here is SQLite's own, so that the archive may keep the same tables in PostgreSQL. Instants are
ISO 8601 in UTC, as text: they sort as they follow each other, in every database.
"""

from __future__ import annotations

from sqlalchemy import ForeignKey, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

#: Version of these tables; it changes when a program of the old version would go wrong.
VERSION = 1


class Table(DeclarativeBase):
    """Base of the registry's tables."""

    type_annotation_map = {str: String(), bytes: LargeBinary(), int: Integer()}  # noqa: RUF012


class Setting(Table):
    """What holds for the whole database: the version of its tables under `schema`."""

    __tablename__ = "registry_settings"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Text(Table):
    """A document's text, in UTF-8 as its digest is of, so that sentences can be cited."""

    __tablename__ = "texts"
    sha256: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes]


class Document(Table):
    """Where a text came from, as it was first added; `date` is of publication."""

    __tablename__ = "documents"
    sha256: Mapped[str] = mapped_column(ForeignKey("texts.sha256"), primary_key=True)
    name: Mapped[str]
    title: Mapped[str | None]
    publisher: Mapped[str | None]
    url: Mapped[str | None]
    date: Mapped[str | None] = mapped_column(index=True)
    genre: Mapped[str | None]
    added: Mapped[str]


class Reading(Table):
    """A document read by one engine; the newest reading is the one that counts."""

    __tablename__ = "readings"
    __table_args__ = (UniqueConstraint("sha256", "version", "model"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(ForeignKey("documents.sha256"), index=True)
    version: Mapped[str]
    model: Mapped[str]
    added: Mapped[str]


class Import(Table):
    """A file of entities that was imported; `form` is `ftm` or `wikidata`."""

    __tablename__ = "imports"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    form: Mapped[str]
    by: Mapped[str]
    added: Mapped[str]


class EntryRow(Table):
    """An actor of one reading, or an entity of one import: what identity is judged of.

    `key` is the actor's id in its Record, or the entity's in its source; `digest` tells whether an
    entity has changed since it was last imported.
    """

    __tablename__ = "entries"
    __table_args__ = (
        UniqueConstraint("reading_id", "key"),
        UniqueConstraint("import_id", "key"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    reading_id: Mapped[int | None] = mapped_column(ForeignKey("readings.id"), index=True)
    import_id: Mapped[int | None] = mapped_column(ForeignKey("imports.id"), index=True)
    key: Mapped[str] = mapped_column(index=True)
    digest: Mapped[str | None]
    name: Mapped[str]
    kind: Mapped[str]
    country: Mapped[str | None]
    gender: Mapped[str | None]


class NameRow(Table):
    """A form of an entry's name, other than its first."""

    __tablename__ = "entry_names"
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), index=True)
    words: Mapped[str]


class TitleRow(Table):
    """A title of an entry; the span and `how` are those of the Record, if it gives them."""

    __tablename__ = "entry_titles"
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), index=True)
    words: Mapped[str]
    start: Mapped[int | None]
    end: Mapped[int | None]
    how: Mapped[str | None]
    date: Mapped[str | None]


class MentionRow(Table):
    """Where a document means the entry, in code points of its text."""

    __tablename__ = "entry_mentions"
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), index=True)
    start: Mapped[int]
    end: Mapped[int]
    form: Mapped[str | None]


class IdentifierRow(Table):
    """An identifier of an entry under a scheme: `wikidata`, `ftm`."""

    __tablename__ = "entry_identifiers"
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), index=True)
    scheme: Mapped[str]
    value: Mapped[str]


class JudgementRow(Table):
    """Somebody's judgement of two entries, or, if `verdict` is `undo`, of an earlier judgement."""

    __tablename__ = "judgements"
    id: Mapped[int] = mapped_column(primary_key=True)
    verdict: Mapped[str]
    left_id: Mapped[int | None] = mapped_column(ForeignKey("entries.id"), index=True)
    right_id: Mapped[int | None] = mapped_column(ForeignKey("entries.id"), index=True)
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("judgements.id"))
    by: Mapped[str]
    at: Mapped[str]
    why: Mapped[str]
    rule: Mapped[str | None]
