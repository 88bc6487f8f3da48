"""Work: the documents of a job read and added to the archive, one after the other."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import select

from memcon.archive import Entry
from memcon.archive.tables import Capture, Version
from memcon.archive.vectors import Embed
from memcon.errors import MemconError
from memcon.web.accounts.users import any_users
from memcon.web.desk import Desk
from memcon.web.reading.handed import Handed, fetched, pasted, uploaded
from memcon.web.reading.jobs import StoppedError

_log = logging.getLogger("memcon.web")
#: Told how many are done, and what is being read; raises StoppedError if that is not to be read.
Report = Callable[[int, str], None]
Outcome = tuple[list[tuple[str, str, str]], list[tuple[str, str]]]


def handed_in(
    desk: Desk, asked: dict[str, Any], files: list[tuple[str, bytes]]
) -> Iterator[Handed]:
    """The documents that a job asks to be read, `by` a user if that is among what is asked."""
    if asked.get("text"):
        yield from pasted(asked)
    if asked.get("url"):
        yield from fetched(asked["url"], desk.archive, guarded=for_others(desk), by=asked.get("by"))
    if files:
        yield from uploaded(files, desk.archive, asked.get("by"))


def for_others(desk: Desk) -> bool:
    """Whether others than the user of this machine use the app: by the network, or by a proxy on this
    machine, which public names, https and users tell of.
    """
    set_up = desk.configuration
    if not set_up.local or set_up.names or set_up.secure or set_up.proxies or set_up.oidc:
        return True
    with desk.database.reading() as session:
        return any_users(session)


def read_all(
    desk: Desk, asked: dict[str, Any], files: list[tuple[str, bytes]], report: Report
) -> Outcome:
    """Read what a job asks for.

    :returns: digest, name and outcome of each document; name and reason of each failure.
    """
    documents: list[tuple[str, str, str]] = []
    failures: list[tuple[str, str]] = []
    for handed in handed_in(desk, asked, files):
        if isinstance(handed[0], str):
            failures.append((handed[0], str(handed[1])))
            continue
        document, origin = handed
        name = document.title or document.name
        try:
            report(len(documents) + len(failures), name)
        except StoppedError:
            break
        try:
            outcome = _add(desk, Entry(document, None, origin))
            documents.append((document.sha256, name, outcome))
        except MemconError as error:
            failures.append((name, getattr(error, "reason", str(error))))
        except Exception as error:
            _log.exception("a document could not be read")
            failures.append(
                (name, f"memcon failed on it ({type(error).__name__}); please report it")
            )
    if not documents and not failures and asked.get("url"):
        known = _had_from(desk, asked["url"])
        if known:
            documents.append((known[0], known[1], "known"))
    return documents, failures


def _add(desk: Desk, entry: Entry) -> str:
    if desk.archive.holds(entry.document.sha256):
        return desk.archive.add(entry)
    from memcon.isolated import read_document

    record = read_document(entry.document)
    vectors = None
    if record.attributions:
        vectors = _embed(desk)([record.words(a.content) for a in record.attributions])
    return desk.archive.add(Entry(record.document, record, entry.origin, vectors))


def _embed(desk: Desk) -> Embed:
    if desk.configuration.embed is not None:
        return desk.configuration.embed
    from memcon.language.embedding import embed

    return embed


def _had_from(desk: Desk, address: str) -> tuple[str, str] | None:
    """Digest and name of the text that was had from an address which has not changed since."""
    with desk.database.reading() as session:
        row = session.execute(
            select(Version.text_sha256, Version.title, Version.name)
            .join(Capture, Capture.version_id == Version.id)
            .where(Capture.place == address)
            .order_by(Capture.id.desc())
            .limit(1)
        ).one_or_none()
    return (row[0], row[1] or row[2]) if row else None
