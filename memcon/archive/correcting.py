"""Correcting: reviewers' corrections written into the log, and read from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from memcon.archive.corrections import (
    FIELDS,
    Corrected,
    apply,
    change,
    place,
    read_spans,
    standing,
    value,
    written,
)
from memcon.archive.errors import ArchiveError
from memcon.archive.loading import load_record
from memcon.archive.renewal import remake
from memcon.archive.tables import Correction
from memcon.registry.judgements import now
from memcon.report.visible import line
from memcon.spans import Spans, within


def load_corrections(session: Session, texts: Iterable[str]) -> dict[str, list[Corrected]]:
    """The log of corrections of those texts, under their digests, the oldest first."""
    found: defaultdict[str, list[Corrected]] = defaultdict(list)
    asked = select(Correction).where(Correction.text_sha256.in_(set(texts))).order_by(Correction.id)
    for row in session.scalars(asked):
        found[row.text_sha256].append(_row(row))
    return dict(found)


def add_correction(
    session: Session, sha256: str, spans: Spans, field: str, new: str | None, author: str, why: str
) -> Corrected:
    """Correct a statement: the row is added to the log, and the statement's own rows follow it.

    :raises ArchiveError: if there is no such statement, or the value is none of the field's.
    """
    if field not in FIELDS:
        raise ArchiveError(f"{field} cannot be corrected; what can is {', '.join(FIELDS)}")
    if not author.strip():
        raise ArchiveError("the log must tell who corrects; give a name")
    log = load_corrections(session, [sha256]).get(sha256, [])
    record, _ = apply(load_record(session, sha256), log)
    if not spans or not within(spans, len(record.text)):
        raise ArchiveError(
            f"{written(spans)}: there are no such characters; the text has {len(record.text):,}"
        )
    found = place(record, spans)
    if field == "added":
        if found is not None:
            raise ArchiveError("there is a statement at these words already; correct that one")
        found = ""
    elif found is None:
        raise ArchiveError(f"{sha256[:12]}:{written(spans)}: there is no statement at these words")
    try:
        change(record, found, field, new, spans)
    except ValueError as error:
        raise ArchiveError(f"{field} cannot be “{new}”: {line(str(error))}") from error
    target = new.partition(" ")[2] if field == "stance" and new else None
    old = value(record, found, field, target) if found else None
    return _added(session, sha256, spans, field, old, new, author, why, None)


def take_back(session: Session, correction: int, author: str, why: str) -> Corrected:
    """Take a correction back; what was there before it holds again.

    :raises ArchiveError: if there is no such correction, or it is taken back already.
    """
    row = session.get(Correction, correction)
    if row is None:
        raise ArchiveError(f"there is no correction {correction}")
    log = load_corrections(session, [row.text_sha256])[row.text_sha256]
    if row.undoes is None and correction not in {c.id for c in standing(log)}:
        raise ArchiveError(f"correction {correction} is taken back already")
    spans = read_spans(row.spans)
    return _added(session, row.text_sha256, spans, row.field, None, None, author, why, correction)


def _added(
    session: Session,
    sha256: str,
    spans: Spans,
    field: str,
    old: str | None,
    new: str | None,
    author: str,
    why: str,
    undoes: int | None,
) -> Corrected:
    row = Correction(
        id=(session.scalar(select(func.max(Correction.id))) or 0) + 1, text_sha256=sha256,
        spans=written(spans), field=field, old=old, new=new, author=line(author), at=now(),
        why=line(why), undoes=undoes,
    )  # fmt: skip
    session.add(row)
    session.flush()
    remake(session, sha256, load_corrections(session, [sha256])[sha256])
    return _row(row)


def _row(row: Correction) -> Corrected:
    return Corrected(
        row.id, row.text_sha256, read_spans(row.spans), row.field, row.old, row.new, row.author,
        row.at, row.why, row.undoes,
    )  # fmt: skip
