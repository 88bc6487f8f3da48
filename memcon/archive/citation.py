"""Citation: what is needed to cite the words at a place of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from memcon.archive.corrections import read_spans
from memcon.archive.errors import ArchiveError
from memcon.archive.hits import place_id
from memcon.archive.loading import load_text
from memcon.archive.provenance import claimed
from memcon.archive.tables import ActorRow, DocumentRow, RecordRow, StatementRow, Text, Version
from memcon.report.place import Lines, Place
from memcon.spans import Spans

_PLACE = re.compile(r"([0-9a-f]{6,64}):(\d{1,9})-(\d{1,9})")
#: Characters before and behind the words that a quotation selector gives, to find them again by.
_AROUND = 32


@dataclass(frozen=True, slots=True)
class Citation:
    """Words at a place of a document.

    :param id: of the place; the same whatever engine has read the text.
    :param spans: of the words, in code points of the text `sha256`.
    :param words: at each of the spans; `before` and `behind` are what stands next to them.
    :param place: line and column of the first character, from 1.
    :param url_claimed: whether `url` is only what whoever added the text says, and memcon did not have it
        from there.
    :param speaker: who says it, if the words are a statement's.
    :param accessed: day on which the text was added, ISO 8601.
    """

    id: str
    sha256: str
    spans: Spans
    words: tuple[str, ...]
    before: tuple[str, ...]
    behind: tuple[str, ...]
    place: Place
    name: str
    title: str | None
    publisher: str | None
    url: str | None
    url_claimed: bool
    address: str
    date: str | None
    accessed: str
    speaker: str | None

    @property
    def source(self) -> str:
        """The address to cite: where memcon had the text, else where it is said to have stood."""
        return self.address if self.url is None or self._had_elsewhere else self.url

    @property
    def source_claimed(self) -> bool:
        """Whether that address is only what whoever added the text says."""
        return self.url_claimed and not self._had_elsewhere

    @property
    def _had_elsewhere(self) -> bool:
        return self.url_claimed and self.address.startswith(("http:", "https:"))


def cite(session: Session, place: str) -> Citation:
    """What is needed to cite the words at a place.

    :param place: as hits name it, `3f2a9c1bd0e4:140-238`; or the number of a statement.
    :raises ArchiveError: if there is no such place.
    """
    given = place.strip()
    match = _PLACE.fullmatch(given)
    if match:
        sha256 = _text(session, match[1])
        begins, ends = int(match[2]), int(match[3])
        at = (StatementRow.begins == begins) & (StatementRow.ends == ends)
        statement = _statement(session, at & (RecordRow.text_sha256 == sha256))
        spans: Spans = read_spans(statement[0]) if statement else ((begins, ends),)
    elif given.isascii() and given.isdigit() and len(given) < 10:
        statement = _statement(session, StatementRow.id == int(given))
        if statement is None:
            raise ArchiveError(f"there is no statement {given}; memcon search gives their places")
        sha256, spans = statement[2], read_spans(statement[0])
    else:
        raise ArchiveError(
            f"{given}: it is no place; write it as memcon search does, such as 3f2a9c1bd0e4:140-238"
        )
    text = load_text(session, sha256)
    if not 0 <= spans[0][0] < spans[-1][1] <= len(text):
        raise ArchiveError(f"{given}: the text has {len(text)} characters, and none there")
    version, address = _version(session, sha256)
    return Citation(
        id=place_id(sha256, spans), sha256=sha256, spans=spans,
        words=tuple(text[start:end] for start, end in spans),
        before=tuple(text[max(0, start - _AROUND) : start] for start, _ in spans),
        behind=tuple(text[end : end + _AROUND] for _, end in spans),
        place=Lines(text).place(spans[0][0]), name=version.name, title=version.title,
        publisher=version.publisher, url=version.url,
        url_claimed=bool(claimed(session, [(version, address)])), address=address, date=version.date,
        accessed=version.added[:10], speaker=statement[1] if statement else None,
    )  # fmt: skip


def _text(session: Session, beginning: str) -> str:
    """The digest that begins so."""
    found = session.scalars(
        select(Text.sha256).where(Text.sha256.startswith(beginning, autoescape=True)).limit(2)
    ).all()
    if not found:
        raise ArchiveError(f"there is no text {beginning} in the archive")
    if len(found) > 1:
        raise ArchiveError(f"{beginning}: several texts begin so; give more of the digest")
    return found[0]


def _statement(session: Session, where: object) -> tuple[str, str | None, str] | None:
    row = session.execute(
        select(StatementRow.content_spans, ActorRow.name, RecordRow.text_sha256)
        .join(RecordRow, RecordRow.id == StatementRow.record_id)
        .outerjoin(ActorRow, ActorRow.id == StatementRow.speaker_id)
        .where(where)  # type: ignore[arg-type]
        .order_by(StatementRow.id)
        .limit(1)
    ).one_or_none()
    return (row[0], row[1], row[2]) if row else None


def _version(session: Session, sha256: str) -> tuple[Version, str]:
    row = session.execute(
        select(Version, DocumentRow.address)
        .join(DocumentRow, DocumentRow.id == Version.document_id)
        .join(RecordRow, RecordRow.version_id == Version.id)
        .where(RecordRow.text_sha256 == sha256)
    ).one_or_none()
    if row is None:
        raise ArchiveError(
            f"the text {sha256[:12]} has no document in the archive; memcon archive check"
        )
    return row[0], row[1]
