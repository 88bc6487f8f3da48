"""Loading: texts, Records and originals as they were kept."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from memcon.archive.decoding import decode_original, decode_record, decode_text
from memcon.archive.errors import ArchiveError
from memcon.archive.tables import Original, RecordRow, Text
from memcon.record import Record


def load_text(session: Session, sha256: str) -> str:
    """The text of that digest.

    :raises ArchiveError: if it is not in the archive, or damaged.
    """
    content = session.scalar(select(Text.content).where(Text.sha256 == sha256))
    if content is None:
        raise ArchiveError(f"there is no text {sha256[:12]} in the archive")
    return decode_text(content, sha256)


def load_record(session: Session, sha256: str) -> Record:
    """The Record of a text as the engine made it, without corrections.

    :raises ArchiveError: if there is none, or it is damaged.
    """
    row = session.execute(
        select(RecordRow.content, RecordRow.sha256, Text.content)
        .join(Text, Text.sha256 == RecordRow.text_sha256)
        .where(RecordRow.text_sha256 == sha256)
    ).one_or_none()
    if row is None:
        raise ArchiveError(f"there is no Record of the text {sha256[:12]} in the archive")
    content, own, text = row
    return decode_record(content, own, text, sha256)


def load_original(session: Session, sha256: str) -> bytes:
    """The bytes of that digest, as they came.

    :raises ArchiveError: if they are not in the archive, or damaged.
    """
    content = session.scalar(select(Original.content).where(Original.sha256 == sha256))
    if content is None:
        raise ArchiveError(f"there is no original {sha256[:12]} in the archive")
    return decode_original(content, sha256)
