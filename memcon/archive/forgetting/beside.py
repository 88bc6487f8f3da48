"""Beside: what the registry of actors and the web app keep of a text in the same database.

Their tables are known by name only: the archive is there without them.
"""

from __future__ import annotations

from sqlalchemy import TableClause, column, delete, inspect, null, or_, select, table, update
from sqlalchemy.orm import Session

_REGISTRY = "registry_settings"
#: The web app's tables of which a row is of one text, those first that others do not refer to.
_OF_A_TEXT = ("web_adjudications", "web_judgements", "web_coding_texts")


def forget_beside(session: Session, sha256: str) -> None:
    """Remove it."""
    names = set(inspect(session.connection()).get_table_names())
    for name in _OF_A_TEXT:
        if name in names:
            found = _table(name, "text_sha256", "undoes")
            of_it = found.c.text_sha256 == sha256
            if name == "web_judgements":
                # They refer to each other.
                session.execute(update(found).where(of_it).values(undoes=null()))
            session.execute(delete(found).where(of_it))
    if "web_jobs" in names:
        _forget_jobs(session, sha256)
    if _REGISTRY in names:
        _forget_in_registry(session, sha256)


def _forget_jobs(session: Session, sha256: str) -> None:
    """A job keeps the text that was pasted, and tells which texts came of it."""
    jobs, uploads = _table("web_jobs", "id", "outcome"), _table("web_uploads", "job_id")
    of_it = select(jobs.c.id).where(jobs.c.outcome.contains(sha256, autoescape=True))
    session.execute(delete(uploads).where(uploads.c.job_id.in_(of_it)))
    session.execute(delete(jobs).where(jobs.c.outcome.contains(sha256, autoescape=True)))


def _forget_in_registry(session: Session, sha256: str) -> None:
    readings = _table("readings", "id", "sha256")
    entries = _table("entries", "id", "reading_id")
    judgements = _table("judgements", "id", "left_id", "right_id", "undoes_id")
    read = select(readings.c.id).where(readings.c.sha256 == sha256)
    ids = select(entries.c.id).where(entries.c.reading_id.in_(read))
    of_it = or_(judgements.c.left_id.in_(ids), judgements.c.right_id.in_(ids))
    judged = list(session.scalars(select(judgements.c.id).where(of_it)))
    session.execute(delete(judgements).where(judgements.c.undoes_id.in_(judged)))
    session.execute(delete(judgements).where(judgements.c.id.in_(judged)))
    for name in ("entry_names", "entry_titles", "entry_mentions", "entry_identifiers"):
        part = _table(name, "entry_id")
        session.execute(delete(part).where(part.c.entry_id.in_(ids)))
    session.execute(delete(entries).where(entries.c.reading_id.in_(read)))
    for name in ("readings", "documents", "texts"):
        own = _table(name, "sha256")
        session.execute(delete(own).where(own.c.sha256 == sha256))


def _table(name: str, *columns: str) -> TableClause:
    return table(name, *(column(one) for one in columns))
