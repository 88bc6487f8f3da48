"""The archive: documents kept with their originals and Records, searched and cited."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from memcon.archive import adding, correcting, documents, loading, renewal, selection, views
from memcon.archive.checking import problems
from memcon.archive.citation import Citation, cite
from memcon.archive.corrections import Corrected, apply
from memcon.archive.database import Database, open_database
from memcon.archive.documents import Difference, Listed, VersionOf
from memcon.archive.entry import Entry, Outcome
from memcon.archive.errors import DamagedError, OnDamage
from memcon.archive.forgetting.documents import forget_document
from memcon.archive.forgetting.persons import Said, forget_said, said_by
from memcon.archive.forgetting.scrubbing import scrub
from memcon.archive.forgetting.tombstones import Tombstone, tombstones
from memcon.archive.query import Query
from memcon.archive.search import Results, search
from memcon.archive.tables import RecordRow, Vector
from memcon.archive.vectors import Embed
from memcon.archive.views import Answer, View
from memcon.charts.part import Part
from memcon.charts.topics import Spoken
from memcon.document import Document
from memcon.record import Record
from memcon.spans import Spans

#: Entries that are written in one transaction by `add_all`.
TOGETHER = 200


class Archive:
    """Documents, with all that was said in them; every change is one transaction.

    :param where: path or address of the database; None for `MEMCON_DB` or the user's own file.
    :param create: whether to make it if it is not there.
    :param embed: gives the meaning of what is asked for; None for `memcon.language.embedding.embed`.
    :raises ArchiveError: if it cannot be opened; the message says what to do.
    """

    def __init__(
        self,
        where: str | Path | None = None,
        *,
        create: bool = True,
        embed: Embed | None = None,
    ) -> None:
        self.database: Database = open_database(where, create=create)
        self._embed = embed

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    @property
    def label(self) -> str:
        """The database, as messages call it."""
        return self.database.label

    def add(self, entry: Entry | Record) -> Outcome:
        """Add a document in one transaction; what is there already stays as it is.

        :returns: what became of it.
        """
        made = entry if isinstance(entry, Entry) else Entry.of(entry)
        [outcome] = self.database.write(lambda session: adding.add_entries(session, [made]))
        return outcome

    def add_all(self, entries: Iterable[Entry | Record]) -> list[Outcome]:
        """Add many documents, 200 in a transaction."""
        out: list[Outcome] = []
        made = (e if isinstance(e, Entry) else Entry.of(e) for e in entries)
        for together in iter(lambda: list(islice(made, TOGETHER)), []):
            with _no_collection():
                out += self.database.write(
                    lambda session, some=together: adding.add_entries(session, some)  # type: ignore[misc]
                )
        return out

    def known(self, place: str, sha256: str) -> bool:
        """Whether these bytes were the last that were had from the place."""
        return self.database.read(lambda session: adding.known_place(session, place, sha256))

    def visited(self, place: str) -> tuple[str | None, str | None] | None:
        """`ETag` and `Last-Modified` of the last capture of a place; None if there is none."""
        return self.database.read(lambda session: documents.visited(session, place))

    def holds(self, sha256: str) -> bool:
        """Whether there is a Record of the text."""
        found = select(RecordRow.id).where(RecordRow.text_sha256 == sha256)
        return self.database.read(lambda session: session.scalar(found) is not None)

    def text(self, sha256: str) -> str:
        """The text of that digest.

        :raises ArchiveError: if it is not in the archive.
        """
        with self.database.reading() as session:
            return loading.load_text(session, sha256)

    def original(self, sha256: str) -> bytes:
        """The bytes of that digest, as they came.

        :raises ArchiveError: if they are not in the archive.
        """
        with self.database.reading() as session:
            return loading.load_original(session, sha256)

    def record(self, sha256: str, *, corrected: bool = True) -> Record:
        """The Record of a text, with the reviewers' corrections or as the engine made it.

        :raises ArchiveError: if there is none.
        """
        with self.database.reading() as session:
            record = loading.load_record(session, sha256)
            log = correcting.load_corrections(session, [sha256]) if corrected else {}
        return apply(record, log.get(sha256, ()))[0]

    def records(self, damaged: OnDamage | None = None) -> Iterator[Record]:
        """All Records, corrected, in the order in which their texts were added.

        :param damaged: is told of each that is damaged, and left out; None to raise `DamagedError`.
        """
        with self.database.reading() as session:
            texts = session.scalars(select(RecordRow.text_sha256).order_by(RecordRow.id)).all()
        return self._records(texts, damaged)

    def parts(self, query: Query | None = None, damaged: OnDamage | None = None) -> Iterator[Part]:
        """What is asked for of each Record that is searched, as `memcon.charts` takes it, corrected.

        :param query: without words; None for all.
        :param damaged: as for `records`.
        :raises QueryError: if the question cannot be asked.
        """
        with self.database.reading() as session:
            yield from selection.parts(session, query or Query(), damaged)

    def spoken(self, query: Query | None = None) -> Iterator[Spoken]:
        """The topics of the statements that are asked for, for `memcon.charts.topics.topics_of`.

        :raises QueryError: if the question cannot be asked.
        """
        with self.database.reading() as session:
            yield from selection.spoken(session, query or Query())

    def search(
        self,
        query: Query | str = "",
        *,
        limit: int = 20,
        offset: int = 0,
        meaning: bool = True,
    ) -> Results:
        """Find statements by words and, unless told not to, by meaning.

        :raises QueryError: if the question cannot be asked.
        """
        asked = Query(words=query) if isinstance(query, str) else query
        with self.database.reading() as session:
            vector = self._meaning(asked.words) if meaning and self._has_vectors(session) else None
            return search(session, asked, vector, limit=limit, offset=offset)

    def cite(self, place: str) -> Citation:
        """What is needed to cite the words at a place.

        :param place: as hits name it, `3f2a9c1bd0e4:140-238`; or the number of a statement.
        :raises ArchiveError: if there is no such place.
        """
        with self.database.reading() as session:
            return cite(session, place)

    def documents(self, name: str = "") -> list[Listed]:
        """The documents whose name, title, address or publisher has the words in it."""
        with self.database.reading() as session:
            return documents.list_documents(session, name)

    def versions(self, document: str | int) -> list[VersionOf]:
        """The versions of a document, the first first.

        :param document: its id, or its address.
        :raises ArchiveError: if there is no such document.
        """
        with self.database.reading() as session:
            return documents.versions(session, document)

    def difference(
        self, document: str | int, before: int | None = None, after: int | None = None
    ) -> Difference:
        """What changed between two versions of a document; without numbers, the last two.

        :raises ArchiveError: if there are no such versions.
        """
        with self.database.reading() as session:
            return documents.difference(session, document, before, after)

    def neighbours(self, sha256: str) -> list[tuple[str, float]]:
        """Digests of the texts that are nearly the same, with the likeness, the most alike first."""
        with self.database.reading() as session:
            return documents.neighbours(session, sha256)

    def correct(
        self, sha256: str, spans: Spans, field: str, new: str | None, *, by: str, why: str = ""
    ) -> Corrected:
        """Correct a statement; see `memcon.archive.corrections.FIELDS` for what can be.

        :param spans: of the statement's content, in code points of the text.
        :raises ArchiveError: if there is no such statement, or the value is none of the field's.
        """
        return self.database.write(
            lambda session: correcting.add_correction(session, sha256, spans, field, new, by, why)
        )

    def take_back(self, correction: int, *, by: str, why: str = "") -> Corrected:
        """Take a correction back.

        :raises ArchiveError: if there is no such correction, or it is taken back already.
        """
        return self.database.write(
            lambda session: correcting.take_back(session, correction, by, why)
        )

    def corrections(self, sha256: str) -> list[Corrected]:
        """The log of corrections of a text, the oldest first."""
        with self.database.reading() as session:
            return correcting.load_corrections(session, [sha256]).get(sha256, [])

    def outdated(
        self, version: str, model: str, damaged: OnDamage | None = None
    ) -> Iterator[Document]:
        """The documents whose Record is not of that engine, as they are to be read again.

        :param damaged: as for `records`.
        """
        with self.database.reading() as session:
            texts = list(renewal.outdated(session, version, model))
        return (record.document for record in self._records(texts, damaged, corrected=False))

    def renew(self, record: Record, vectors: NDArray[np.float32] | None = None) -> list[Corrected]:
        """Put a newer Record in the place of the one that its text has.

        :returns: the corrections that have no place in it; they stay in the log.
        :raises ArchiveError: if the text is not in the archive.
        """
        sha256 = record.document.sha256

        def change(session: object) -> list[Corrected]:
            log = correcting.load_corrections(session, [sha256]).get(sha256, [])  # type: ignore[arg-type]
            return renewal.renew(session, record, log, vectors)  # type: ignore[arg-type]

        return self.database.write(change)

    def forget(self, document: str | int, *, by: str, why: str = "") -> tuple[int, int]:
        """Forget a document for good, with all its versions; `scrub` then clears the files.

        :param document: its id, its address, or the digest of a text of its.
        :returns: how many texts are forgotten, and how many stay since other documents have them.
        :raises ArchiveError: if there is no such document.
        """
        return self.database.write(lambda s: forget_document(s, document, by, why))

    def said_by(self, name: str) -> list[Said]:
        """What the actors of a name say, text by text."""
        with self.database.reading() as session:
            return said_by(session, name)

    def forget_said(self, said: Said, *, by: str, why: str = "") -> str:
        """Black out what somebody says in a text, for good; `scrub` then clears the files.

        :returns: the digest of the text as it is now.
        """
        return self.database.write(lambda s: forget_said(s, said, by, why))

    def scrub(self) -> None:
        """Write the database anew, without the bytes of what was forgotten."""
        scrub(self.database.engine)

    def forgotten(self) -> list[Tombstone]:
        """The log of what was forgotten, the oldest first."""
        with self.database.reading() as session:
            return tombstones(session)

    def views(self) -> list[View]:
        """The documented views and their columns."""
        return views.views(self.database)

    def sql(self, query: str) -> Answer:
        """The answer to a query in DuckDB's SQL over the documented views; it can change nothing.

        :raises QueryError: if DuckDB does not understand it.
        """
        return views.ask(self.database, query)

    def check(self) -> list[str]:
        """What is not in order, in words; nothing for a sound archive."""
        with self.database.reading() as session:
            return list(problems(session))

    def _records(
        self, texts: Iterable[str], damaged: OnDamage | None, *, corrected: bool = True
    ) -> Iterator[Record]:
        for sha256 in texts:
            try:
                record = self.record(sha256, corrected=corrected)
            except DamagedError as error:
                if damaged is None:
                    raise
                damaged(error)
            else:
                yield record

    def _has_vectors(self, session: object) -> bool:
        return session.scalar(select(Vector.statement_id).limit(1)) is not None  # type: ignore[attr-defined]

    def _meaning(self, words: str) -> NDArray[np.float32] | None:
        if not words.strip():
            return None
        if self._embed is None:
            from memcon.language.embedding import embed

            self._embed = embed
        vector = self._embed([words])[0]
        return vector if vector.any() else None


@contextmanager
def _no_collection() -> Iterator[None]:
    """Leave off looking for cycles meanwhile: rows have none, and there are 50,000 in a transaction.

    It holds for all threads, until whoever of them came first is done.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
