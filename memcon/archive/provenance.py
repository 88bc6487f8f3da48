"""Provenance: how a text came to the archive, by whom, and where it is said to have stood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from memcon.archive.tables import Capture, DocumentRow, Version
from memcon.report.visible import line

#: What is shown of each way; one that is not known has no words.
_WORDS = {
    "fetched": "fetched",
    "pasted": "pasted",
    "uploaded": "uploaded",
    "file": "read from a file",
    "imported": "imported",
}


@dataclass(frozen=True, slots=True)
class Provenance:
    """How a text came to be what stands in a document.

    :param address: of the document.
    :param how: one of `memcon.archive.entry.How`; None if it is not known.
    :param by: the user who added it first; None if nobody is known.
    :param said_at: the address that it is said to have stood at, which memcon has not looked up.
    :param at: instant of the first capture, ISO 8601 in UTC.
    """

    document: int
    address: str
    how: str | None
    by: str | None
    said_at: str | None
    at: str

    @property
    def words(self) -> str:
        """Such as “pasted by rita”, in visible form; empty if nothing is known."""
        return told(self.how, self.by)


def told(how: str | None, by: str | None, said_at: str | None = None) -> str:
    """Such as “pasted by rita; said to have stood at https://…”; empty if nothing is known."""
    done = _WORDS.get(how or "", "")
    if by:
        done = f"{done or 'added'} by {line(by)}"
    claim = f"said to have stood at {line(said_at)}" if said_at else ""
    return "; ".join(filter(None, (done, claim)))


def claimed(session: Session, versions: Iterable[tuple[Version, str]]) -> set[int]:
    """Ids of the versions whose `url` is only what those who added them, or the texts themselves, say.

    The others were had there: their document's address is that of their `url`, and at least once nobody
    had to say so.

    :param versions: each with the address of its document.
    """
    named = [(v.id, v.url.partition("#")[0] == line(a)) for v, a in versions if v.url]
    there = {id for id, same in named if same}
    asked = select(Capture.version_id).where(
        Capture.version_id.in_(there), Capture.said_at.is_(None)
    )
    had = set(session.scalars(asked)) if there else set()
    return {id for id, _ in named} - had


def provenances(session: Session, sha256: str, most: int = 20) -> list[Provenance]:
    """How a text came to each document that it is a version of, the first added first.

    :param most: documents that are told of; one text can have been handed in under many names.
    """
    first = (
        select(func.min(Capture.id))
        .join(Version, Version.id == Capture.version_id)
        .where(Version.text_sha256 == sha256)
        .group_by(Version.document_id)
    )
    rows = session.execute(
        select(
            DocumentRow.id, DocumentRow.address, Capture.how, Capture.added_by, Capture.said_at,
            Capture.at,
        )
        .join(Version, Version.id == Capture.version_id)
        .join(DocumentRow, DocumentRow.id == Version.document_id)
        .where(Capture.id.in_(first))
        .order_by(Capture.id)
        .limit(most)
    )  # fmt: skip
    return [Provenance(*row) for row in rows]
