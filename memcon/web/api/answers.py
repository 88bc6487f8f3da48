"""Answers: the forms of what the API gives."""

from __future__ import annotations

from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Item = TypeVar("Item")


class Listing(BaseModel, Generic[Item]):
    """A part of a list.

    :param total: how many there are; of a search at most those that were counted.
    :param next: address of the next part; None behind the last.
    """

    items: list[Item]
    total: int
    limit: int
    offset: int
    next: str | None = None


class DocumentLine(BaseModel):
    """A document in a list."""

    model_config = ConfigDict(from_attributes=True)

    sha256: str
    document: int
    name: str
    title: str | None
    publisher: str | None
    url: str | None
    date: str | None
    genre: str | None
    added: str
    statements: int


class Came(BaseModel):
    """How a text came to a document: by whom, and the address that it is merely said to have stood at."""

    model_config = ConfigDict(from_attributes=True)

    document: int
    address: str
    how: str | None
    by: str | None
    said_at: str | None
    at: str


class WholeDocument(BaseModel):
    """A document with its Record, how its text came, and the text if that was asked for."""

    sha256: str
    record: dict[str, Any]
    came: list[Came] = []
    text: str | None = None


class Statement(BaseModel):
    """A statement that was found."""

    id: str
    sha256: str
    document: int
    name: str
    title: str | None
    publisher: str | None
    url: str | None
    url_claimed: bool
    date: str | None
    spans: list[tuple[int, int]]
    line: int
    words: str
    type: str
    speaker: str | None
    addressee: str | None
    act: str | None
    speech_act: str | None
    stances: list[tuple[str, int]]
    topics: list[str]
    confidence: float
    by_words: bool
    likeness: float | None


class FacetCounts(BaseModel):
    """How many of what was found are of each kind."""

    model_config = ConfigDict(from_attributes=True)

    name: str
    counts: list[tuple[str, int]]


class Found(Listing[Statement]):
    """What a search found, with its facets; `more` if there are more than were counted."""

    more: bool
    facets: list[FacetCounts]


class ActorLine(BaseModel):
    """An actor in a list."""

    identity: str
    name: str
    kind: str
    statements: int


class StandingLine(BaseModel):
    """How often somebody takes a stance towards somebody."""

    model_config = ConfigDict(from_attributes=True)

    identity: str
    name: str
    positive: int
    neutral: int
    negative: int


class WholeActor(BaseModel):
    """An actor over all documents."""

    identity: str
    name: str
    kind: str
    country: str | None
    names: list[tuple[str, int]]
    titles: list[tuple[str, int]]
    documents: int
    statements: int
    given: list[StandingLine]
    received: list[StandingLine]


class CorrectionLine(BaseModel):
    """A row of the log of corrections."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    sha256: str
    spans: list[tuple[int, int]]
    field: str
    old: str | None
    new: str | None
    author: str
    at: str
    why: str
    undoes: int | None


class NewCorrection(BaseModel):
    """A correction: of the statement at these spans, this field, to this value.

    `field` and `value` are as docs/archive.md has them; a null value takes away what was there.
    """

    model_config = ConfigDict(extra="forbid")

    spans: list[tuple[int, int]] = Field(min_length=1, max_length=100)
    field: str = Field(max_length=40)
    value: str | None = Field(default=None, max_length=2000)
    why: str = Field(default="", max_length=200)


class NewAcceptance(BaseModel):
    """That the statement at these spans is right."""

    model_config = ConfigDict(extra="forbid")

    spans: list[tuple[int, int]] = Field(min_length=1, max_length=100)


class Undone(BaseModel):
    """What was taken back, in words."""

    undone: str


#: For descriptions: one of two properties, and of the other nothing.
_NOTHING: dict[str, Any] = {"enum": [None, ""]}
_TEXT: dict[str, Any] = {"type": "string", "pattern": r"\S"}
_URL: dict[str, Any] = {"type": "string", "minLength": 1}
_TEXT_OR_URL: dict[str, Any] = {
    "oneOf": [
        {"required": ["text"], "properties": {"text": _TEXT, "url": _NOTHING}},
        {"required": ["url"], "properties": {"url": _URL, "text": _NOTHING}},
    ]
}


class NewJob(BaseModel):
    """Something to be read: a text, or an address."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=_TEXT_OR_URL)

    text: str | None = Field(default=None, max_length=5_000_000)
    url: str | None = Field(default=None, max_length=4_000)
    title: str | None = Field(default=None, max_length=500)
    publisher: str | None = Field(default=None, max_length=500)
    date: str | None = Field(default=None, pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    stood: str | None = Field(
        default=None, max_length=4_000, description="The address at which the text stood."
    )


class JobState(BaseModel):
    """A job."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    kind: str
    state: str
    done: int
    total: int
    doing: str
    added: str
    ended: str | None
    documents: list[Annotated[list[str], Field(min_length=3, max_length=3)]]
    failures: list[Annotated[list[str], Field(min_length=2, max_length=2)]]


class CitationForms(BaseModel):
    """A citation in four forms."""

    id: str
    chicago: str
    bibtex: str
    ris: str
    w3c: dict[str, Any]


class PeriodLine(BaseModel):
    """A month or year."""

    model_config = ConfigDict(from_attributes=True)

    period: str
    statements: int
    documents: int
    positive: int
    negative: int


class TieLine(BaseModel):
    """How often one actor takes a stance towards another."""

    model_config = ConfigDict(from_attributes=True)

    source: str
    source_name: str
    target: str
    target_name: str
    positive: int
    neutral: int
    negative: int


class TopicLine(BaseModel):
    """A topic over the archive."""

    model_config = ConfigDict(from_attributes=True)

    identity: str
    name: str
    statements: int
    documents: int
    speakers: int
    first: str | None
    last: str | None


class WaitingLine(BaseModel):
    """A statement that waits for a reviewer."""

    statement: Statement
    coded_apart: int


class Me(BaseModel):
    """Who asks."""

    name: str
    role: str
