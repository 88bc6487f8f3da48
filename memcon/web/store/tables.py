"""The tables of the web app, for SQLite and PostgreSQL alike, beside those of the archive.

They refer to the archive's by digests and spans, never by ids, so that both can change apart. Instants
are ISO 8601 in UTC, as text. Of secrets (sessions, tokens) only the SHA-256 is kept.
"""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Table(DeclarativeBase):
    """Base of the web app's tables."""

    type_annotation_map = {str: String(), bytes: LargeBinary()}  # noqa: RUF012


class Setting(Table):
    """What holds for the whole app, such as the key that form tokens are made with."""

    __tablename__ = "web_settings"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class User(Table):
    """Somebody with an account.

    :param folded: the name as it is looked for, however it is capitalised.
    :param password: hash by argon2id; None for who signs in by a provider of identities only.
    :param subject: `issuer subject` of that provider's.
    :param active: 0 for who may no longer sign in; accounts are never deleted, since what their
        owners corrected names them.
    """

    __tablename__ = "web_users"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    folded: Mapped[str] = mapped_column(unique=True)
    password: Mapped[str | None]
    subject: Mapped[str | None] = mapped_column(unique=True)
    role: Mapped[str]
    active: Mapped[int]
    added: Mapped[str]


class SessionRow(Table):
    """A browser that somebody has signed in with; `digest` is of the cookie."""

    __tablename__ = "web_sessions"
    digest: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("web_users.id"), index=True)
    started: Mapped[str]
    ends: Mapped[str]


class Token(Table):
    """A secret by which a program acts for a user; `digest` is of it.

    :param scope: `read` or `write`.
    :param ends: when it holds no longer; None for those made before tokens ended.
    """

    __tablename__ = "web_tokens"
    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("web_users.id"), index=True)
    name: Mapped[str]
    added: Mapped[str]
    revoked: Mapped[str | None]
    scope: Mapped[str] = mapped_column(default="write")
    ends: Mapped[str | None]


class Attempt(Table):
    """A sign-in that failed; `key` is the digest of a name or of an address."""

    __tablename__ = "web_attempts"
    __table_args__ = (Index("ix_web_attempts_key_at", "key", "at"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    at: Mapped[str]


class Job(Table):
    """Long work: asked for, taken by a worker, done or failed. A restarted server goes on with it.

    :param asked: what is to be done, JSON.
    :param outcome: what became of it, JSON: documents and failures.
    :param worker: who has taken it; `beat` is when that one last said that it lives.
    """

    __tablename__ = "web_jobs"
    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    asked: Mapped[str]
    outcome: Mapped[str]
    done: Mapped[int]
    total: Mapped[int]
    doing: Mapped[str]
    author: Mapped[str]
    added: Mapped[str]
    ended: Mapped[str | None]
    worker: Mapped[str | None]
    beat: Mapped[str | None]
    tries: Mapped[int]


class Upload(Table):
    """Bytes that a job is to read; they go when it has ended."""

    __tablename__ = "web_uploads"
    job_id: Mapped[str] = mapped_column(ForeignKey("web_jobs.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    content: Mapped[bytes]


class Search(Table):
    """A search that somebody keeps; `asked` is its address's query."""

    __tablename__ = "web_searches"
    __table_args__ = (UniqueConstraint("author", "name"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    author: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    asked: Mapped[str]
    added: Mapped[str]


class Coding(Table):
    """Texts that two or more coders work on, none of them seeing what the others do."""

    __tablename__ = "web_codings"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    author: Mapped[str]
    added: Mapped[str]


class CodingText(Table):
    """A text of a coding."""

    __tablename__ = "web_coding_texts"
    coding_id: Mapped[int] = mapped_column(ForeignKey("web_codings.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    text_sha256: Mapped[str] = mapped_column(index=True)


class Coder(Table):
    """Who takes part in a coding; `ended` is when the coder said that all is done."""

    __tablename__ = "web_coders"
    coding_id: Mapped[int] = mapped_column(ForeignKey("web_codings.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    ended: Mapped[str | None]


class Judgement(Table):
    """What a reviewer found: rows are only added.

    Outside a coding the one field is `accepted`: a statement is right as it stands; what is wrong is
    corrected in the archive's own log. Inside a coding the fields are the archive's and `accepted`.

    :param spans: of the statement's content, as in the archive's corrections.
    :param undoes: id of the judgement that this one takes back.
    """

    __tablename__ = "web_judgements"
    __table_args__ = (Index("ix_web_judgements_place", "coding_id", "text_sha256"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    coding_id: Mapped[int | None] = mapped_column(ForeignKey("web_codings.id"))
    text_sha256: Mapped[str] = mapped_column(index=True)
    spans: Mapped[str]
    field: Mapped[str]
    old: Mapped[str | None]
    new: Mapped[str | None]
    author: Mapped[str]
    at: Mapped[str]
    why: Mapped[str]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("web_judgements.id"))


class Adjudication(Table):
    """What was settled between coders; `correction` is the row in the archive's log, if one was needed.

    :param item: the disagreement's key, see `memcon.web.review.disagreements`.
    """

    __tablename__ = "web_adjudications"
    __table_args__ = (Index("ix_web_adjudications_coding", "coding_id", "text_sha256"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    coding_id: Mapped[int] = mapped_column(ForeignKey("web_codings.id"))
    text_sha256: Mapped[str]
    item: Mapped[str]
    chosen: Mapped[str]
    value: Mapped[str | None]
    author: Mapped[str]
    at: Mapped[str]
    correction: Mapped[int | None]
