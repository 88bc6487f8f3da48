"""Documents: one forgotten with all its versions."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from memcon.archive.adding import settle_current
from memcon.archive.documents import find_document
from memcon.archive.forgetting.beside import forget_beside
from memcon.archive.forgetting.removing import remove_originals, remove_text
from memcon.archive.forgetting.tombstones import bury
from memcon.archive.tables import Capture, DocumentRow, RecordRow, Version


def forget_document(session: Session, document: str | int, by: str, why: str) -> tuple[int, int]:
    """Forget a document; a text that stands in another document as well stays there.

    :returns: how many texts are forgotten, and how many stay for other documents.
    :raises ArchiveError: if there is no such document.
    """
    id = find_document(session, document)
    own = select(Version.id).where(Version.document_id == id)
    texts = set(session.scalars(select(Version.text_sha256).where(Version.document_id == id)))
    others = select(Version.text_sha256).where(
        Version.text_sha256.in_(texts), Version.document_id != id
    )
    kept = set(session.scalars(others))
    originals = set(
        session.scalars(select(Capture.original_sha256).where(Capture.version_id.in_(own)))
    )
    for sha256 in texts - kept:
        forget_beside(session, sha256)
    session.execute(delete(Capture).where(Capture.version_id.in_(own)))
    _cite_by_others(session, id, kept)
    for sha256 in sorted(texts - kept):
        remove_text(session, sha256)
    session.execute(delete(Version).where(Version.document_id == id))
    session.execute(delete(DocumentRow).where(DocumentRow.id == id))
    gone = remove_originals(session, originals)
    bury(session, "text", texts - kept, by, why)
    bury(session, "original", gone - (texts - kept), by, why)
    if kept:
        settle_current(session, kept)
    return len(texts - kept), len(kept)


def _cite_by_others(session: Session, document: int, texts: set[str]) -> None:
    """Let the Records of texts be of another document's version, before this one's are removed."""
    for sha256 in texts:
        other = session.scalar(
            select(Version.id)
            .where(Version.text_sha256 == sha256, Version.document_id != document)
            .order_by(Version.id)
            .limit(1)
        )
        record = session.scalar(select(RecordRow).where(RecordRow.text_sha256 == sha256))
        if record is not None and other is not None:
            record.version_id = other
    session.flush()
