"""Documents: what stands at an address, its versions, what changed, and what is nearly the same."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from memcon.archive.entry import key_of
from memcon.archive.errors import ArchiveError
from memcon.archive.loading import load_text
from memcon.archive.tables import Capture, DocumentRow, Likeness, Version
from memcon.report.visible import paragraphs


@dataclass(frozen=True, slots=True)
class VersionOf:
    """A version of a document.

    :param number: from 1, in the order in which they were added.
    :param sha256: of its text; `original_sha256` of the bytes that it was last taken from.
    :param captured: how many times bytes with this text were had.
    :param how: it came first, one of `memcon.archive.entry.How`; None if it is not known.
    :param by: the user who added it first; None if nobody is known.
    :param said_at: the address that it is said to have stood at, which nobody has looked up.
    """

    document: int
    number: int
    sha256: str
    original_sha256: str
    captured: int
    name: str
    title: str | None
    publisher: str | None
    url: str | None
    date: str | None
    added: str
    how: str | None = None
    by: str | None = None
    said_at: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A document by its newest version, with how many there are."""

    id: int
    address: str
    versions: int
    newest: VersionOf


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between two versions, paragraph by paragraph.

    :param lines: as of a unified diff (`diff -u`): those that begin with - are only in the earlier
        version, those with + only in the later one.
    """

    before: VersionOf
    after: VersionOf
    lines: list[str]


def find_document(session: Session, document: str | int) -> int:
    """The id of a document.

    :param document: its id, its address, or the digest of a text of its, or twelve letters of it.
    :raises ArchiveError: if there is no such document.
    """
    given = str(document)
    if given.isascii() and given.isdigit() and len(given) < 10:
        found = session.scalar(select(DocumentRow.id).where(DocumentRow.id == int(given)))
    else:
        found = session.scalar(select(DocumentRow.id).where(DocumentRow.key == key_of(given)))
    if found is None and len(given) >= 12:
        by_text = Version.text_sha256.startswith(given, autoescape=True)
        found = session.scalar(select(func.min(Version.document_id)).where(by_text))
    if found is None:
        raise ArchiveError(f"there is no document {given}; memcon archive documents lists them")
    return found


def versions(session: Session, document: str | int) -> list[VersionOf]:
    """The versions of a document, the first first.

    :raises ArchiveError: if there is no such document.
    """
    id = find_document(session, document)
    return _versions(session, [id])[id]


def list_documents(session: Session, name: str = "") -> list[Listed]:
    """The documents, in the order of their ids; with a name, those that have it somewhere."""
    asked = select(DocumentRow.id, DocumentRow.address).order_by(DocumentRow.id)
    if name:
        columns = (Version.name, Version.title, Version.publisher, DocumentRow.address)
        has = or_(*(column.icontains(name, autoescape=True) for column in columns))
        asked = asked.where(
            DocumentRow.id.in_(
                select(Version.document_id)
                .join(DocumentRow, DocumentRow.id == Version.document_id)
                .where(has)
            )
        )
    rows = session.execute(asked).all()
    known = _versions(session, [id for id, _ in rows])
    return [Listed(id, address, len(known[id]), known[id][-1]) for id, address in rows]


def difference(
    session: Session, document: str | int, before: int | None, after: int | None
) -> Difference:
    """What changed between two versions of a document; without numbers, the last two.

    :raises ArchiveError: if there are no such versions.
    """
    known = {version.number: version for version in versions(session, document)}
    last = max(known)
    second = after if after is not None else last
    first = before if before is not None else second - 1
    for number in (first, second):
        if number not in known:
            only = "one version" if last == 1 else f"versions 1 to {last}"
            raise ArchiveError(f"document {known[last].document} has {only}, and no {number}")
    old, new = known[first], known[second]
    left, right = (list(paragraphs(load_text(session, v.sha256))) for v in (old, new))
    one, other = (f"version {v.number} ({v.added})" for v in (old, new))
    lines = difflib.unified_diff(left, right, one, other, lineterm="", n=1)
    return Difference(old, new, list(lines))


def neighbours(session: Session, sha256: str) -> list[tuple[str, float]]:
    """Digests of the texts that are nearly the same, with the likeness, the most alike first."""
    rows = session.execute(
        select(Likeness.left_sha256, Likeness.right_sha256, Likeness.likeness).where(
            or_(Likeness.left_sha256 == sha256, Likeness.right_sha256 == sha256)
        )
    )
    found = [(right if left == sha256 else left, alike) for left, right, alike in rows]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


def visited(session: Session, place: str) -> tuple[str | None, str | None] | None:
    """`ETag` and `Last-Modified` of the last capture of a place; None if there is none."""
    row = session.execute(
        select(Capture.etag, Capture.modified)
        .where(Capture.key == key_of(place))
        .order_by(Capture.id.desc())
        .limit(1)
    ).one_or_none()
    return (row[0], row[1]) if row else None


def _versions(session: Session, ids: list[int]) -> dict[int, list[VersionOf]]:
    out: dict[int, list[VersionOf]] = {id: [] for id in ids}
    last = (
        select(
            Capture.version_id,
            func.max(Capture.id).label("id"),
            func.count().label("number"),
            func.min(Capture.id).label("first"),
        )
        .group_by(Capture.version_id)
        .subquery()
    )
    first = aliased(Capture)
    asked = (
        select(
            Version,
            Capture.original_sha256,
            last.c.number,
            first.how,
            first.added_by,
            first.said_at,
        )
        .join(last, last.c.version_id == Version.id)
        .join(Capture, Capture.id == last.c.id)
        .join(first, first.id == last.c.first)
        .order_by(Version.document_id, Version.number)
    )
    if len(ids) < 1000:
        asked = asked.where(Version.document_id.in_(ids))
    for v, original, captured, *came in session.execute(asked):
        if v.document_id in out:
            out[v.document_id].append(
                VersionOf(
                    v.document_id, v.number, v.text_sha256, original, captured, v.name, v.title,
                    v.publisher, v.url, v.date, v.added, *came,
                )
            )  # fmt: skip
    return out
