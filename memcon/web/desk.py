"""The desk: the archive that is served, with what is kept in memory of it."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from memcon.archive import Archive
from memcon.archive.tables import Correction, RecordRow, StatementRow
from memcon.record import Record
from memcon.web.configuration import Configuration
from memcon.web.errors import NotFoundError
from memcon.web.store.migration import migrate
from memcon.web.store.tables import Setting

if TYPE_CHECKING:
    from memcon.comparison import Comparison

_Value = TypeVar("_Value")
#: Records, comparisons and parts of pages that are kept ready; a long document has three parts.
_RECORDS, _COMPARISONS, _VIEWS = 64, 32, 192
#: Counts over the archive that are kept ready.
_COUNTED = 256
#: Letters of a digest that addresses have.
SHORT = 12


class Shelf(Generic[_Value]):
    """The values that were used last, by their keys; for several threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, _Value] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> _Value | None:
        """The value, or None."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: Hashable, value: _Value) -> _Value:
        """Keep a value, and let go of the one that was not used for longest."""
        with self._lock:
            self._kept[key] = value
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return value


@dataclass(frozen=True, slots=True)
class State:
    """Of which state a text's Record is: it changes with each reading and each correction."""

    sha256: str
    read: str
    correction: int

    @property
    def tag(self) -> str:
        """For an ETag."""
        return f"{self.sha256[:SHORT]}-{self.read}-{self.correction}"


class Desk:
    """The archive, its Records and comparisons as they are wanted.

    :raises memcon.archive.ArchiveError: if the archive cannot be opened.
    """

    def __init__(self, configuration: Configuration) -> None:
        self.configuration = configuration
        self.archive = Archive(configuration.db, embed=configuration.embed)
        self.database = self.archive.database
        migrate(self.database.engine, self.archive.label)
        self._records: Shelf[Record] = Shelf(_RECORDS)
        self._comparisons: Shelf[Comparison] = Shelf(_COMPARISONS)
        #: What pages have worked out of a Record, by its state.
        self.views: Shelf[Any] = Shelf(_VIEWS)
        self._counted: Shelf[Any] = Shelf(_COUNTED)
        self.secret = self.database.write(_secret)

    def close(self) -> None:
        """Let go of the archive."""
        self.archive.close()

    def digest(self, given: str) -> str:
        """The digest of a text that begins so.

        :raises NotFoundError: if there is none, or several.
        """
        found: list[str] = []
        if len(given) >= SHORT and set(given) <= set("0123456789abcdef"):
            with self.database.reading() as session:
                begins = RecordRow.text_sha256.startswith(given, autoescape=True)
                found = list(session.scalars(select(RecordRow.text_sha256).where(begins).limit(2)))
        if len(found) != 1:
            raise NotFoundError("There is no such document in the archive.")
        return found[0]

    def state(self, sha256: str) -> State:
        """Of which state the Record of a text is.

        :raises NotFoundError: if there is none.
        """
        with self.database.reading() as session:
            row = session.execute(
                select(RecordRow.version, RecordRow.model, RecordRow.added).where(
                    RecordRow.text_sha256 == sha256
                )
            ).one_or_none()
            if row is None:
                raise NotFoundError("There is no such document in the archive.")
            last = select(func.max(Correction.id)).where(Correction.text_sha256 == sha256)
            read = "".join(c for c in "".join(row) if c.isalnum())
            return State(sha256, read[-40:], session.scalar(last) or 0)

    def record(self, sha256: str) -> Record:
        """The Record of a text, corrected."""
        state = self.state(sha256)
        found = self._records.get(state)
        return found or self._records.put(state, self.archive.record(sha256))

    def as_read(self, sha256: str) -> Record:
        """The Record of a text as the engine made it."""
        state = ("as read", self.state(sha256).read, sha256)
        found = self._records.get(state)
        return found or self._records.put(state, self.archive.record(sha256, corrected=False))

    def counted(self, key: Hashable, count: Callable[[Session], _Value]) -> _Value:
        """What is counted over the archive; kept until something is added or corrected."""
        with self.database.reading() as session:
            newest = tuple(
                session.scalar(select(func.max(table.id)))
                for table in (RecordRow, StatementRow, Correction)
            )
            found: _Value | None = self._counted.get((key, newest))
            return self._counted.put((key, newest), count(session)) if found is None else found

    def compared(self, digests: tuple[str, ...]) -> tuple[Comparison, list[Record]]:
        """The comparison of the accounts, and their Records."""
        key = tuple(map(self.state, digests))
        records = [self.record(sha256) for sha256 in digests]
        found = self._comparisons.get(key)
        if found is None:
            # Loads a language pipeline: some seconds that the start need not wait for.
            from memcon.comparison import compare

            found = compare(*records, embed=self.configuration.embed)
            self._comparisons.put(key, found)
        return found, records


def _secret(session: Session) -> str:
    """The key that form tokens are made with, the same for all servers of one archive."""
    row = session.get(Setting, "secret")
    if row is None:
        row = Setting(key="secret", value=secrets.token_urlsafe(32))
        session.add(row)
    return row.value
