"""A run of `memcon add`: documents collected, read and kept, one transaction each."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.archive import Archive, ArchiveError, Entry, Origin
from memcon.archive.vectors import Embed
from memcon.cli.actors_lines import several
from memcon.cli.attempts import attempt, attempt_embedded
from memcon.cli.interruption import interruption_held
from memcon.cli.messages import tell
from memcon.cli.progress import Progress, open_progress
from memcon.cli.web_options import collector
from memcon.collecting import Item, extract
from memcon.collecting.failures import failure_of
from memcon.record import Record
from memcon.sources import Failure, Loaded

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    #: A document, its Record, and the vectors of its statements.
    Read = tuple[Loaded, Record, NDArray[np.float32] | None]

FINE, FAILED, INTERRUPTED = 0, 1, 130


@dataclass(frozen=True, slots=True)
class Collected(Loaded):
    """A document that is to be read, with where it came from."""

    origin: Origin


class Adding:
    """One call of `memcon add`.

    :param meaning: whether to work out the meaning of the statements.
    :param embed: how; None for memcon's own.
    """

    def __init__(
        self,
        archive: Archive,
        *,
        quiet: bool = False,
        threads: int | None = None,
        meaning: bool = True,
        embed: Embed | None = None,
    ) -> None:
        self.archive = archive
        self.quiet = quiet
        self.threads = threads
        self.meaning = meaning
        self.embed = embed
        self.by = _login()
        self.added = self.versions = self.copies = self.known = self.failed = 0

    def over(
        self, paths: Iterable[str], *, pause: float = 1.0, most: int | None = None,
        offline: bool = False, private: bool = False,
    ) -> int:  # fmt: skip
        """Add all; what was added before an interruption is kept.

        :param private: whether pages may lead to this machine and to private networks.
        :returns: the exit code.
        """
        collecting = collector(
            self.archive.visited, pause=pause, most=most, offline=offline, private=private
        )
        try:
            places = list(collecting.find(paths))
            with open_progress(places, shown=not self.quiet) as progress:
                items = self._unread(collecting.items(places), progress)
                for loaded, record, vectors in self._read(items):
                    assert isinstance(loaded, Collected)
                    self._add(loaded, record, vectors)
                    progress.advance(loaded.size, record.text)
        except KeyboardInterrupt:
            tell(f"interrupted; {several(self._new, 'document')} added and kept")
            return INTERRUPTED
        finally:
            collecting.close()
            self.known += collecting.unchanged
        if not self.quiet:
            self._sum_up()
        return FAILED if self.failed else FINE

    @property
    def _new(self) -> int:
        return self.added + self.versions + self.copies

    def _unread(
        self, items: Iterable[Item | Failure], progress: Progress
    ) -> Iterator[Loaded | Failure]:
        """The documents that must be read; those whose text has been are added at once."""
        for item in items:
            if isinstance(item, Failure):
                yield item
                continue
            try:
                if self.archive.known(item.place, item.sha256):
                    self.known += 1
                    progress.advance(item.size, "")
                    continue
                document = extract(item)
                origin = item.origin(document, self.by)
                if self.archive.holds(document.sha256):
                    self._count(self.archive.add(Entry(document, None, origin)))
                    progress.advance(item.size, document.text)
                    continue
            except ArchiveError as error:
                # Another program's lock, or a server that is away, may be gone by the next one.
                yield Failure(item.label, item.size, f"not added: {error}")
                continue
            except Exception as error:
                yield failure_of(item.label, error, item.size)
                continue
            yield Collected(item.label, item.size, document, origin)

    def _read(self, items: Iterator[Loaded | Failure]) -> Iterator[Read]:
        if self.meaning and self.embed is None:
            yield from attempt_embedded(items, self.threads, self._report)
            return
        for loaded, record in attempt(items, self.threads, self._report):
            words = [record.words(a.content) for a in record.attributions]
            yield (
                loaded,
                record,
                self.embed(words) if self.meaning and self.embed and words else None,
            )

    def _add(self, loaded: Collected, record: Record, vectors: NDArray[np.float32] | None) -> None:
        entry = Entry(record.document, record, loaded.origin, vectors)
        try:
            with interruption_held():
                self._count(self.archive.add(entry))
        except ArchiveError as error:
            self._report(Failure(loaded.label, 0, f"not added: {error}"))

    def _count(self, outcome: str) -> None:
        self.added += outcome == "added"
        self.versions += outcome == "new version"
        self.copies += outcome == "same text"
        self.known += outcome == "known"

    def _report(self, failure: Failure) -> None:
        self.failed += 1
        tell(f"{failure.label}: {failure.reason}")

    def _sum_up(self) -> None:
        more = [
            (self.versions, f"{several(self.versions, 'new version')} of documents"),
            (self.copies, f"{self.copies:,} with a text that was there"),
            (self.known, f"{self.known:,} there already"),
            (self.failed, f"{self.failed:,} failed"),
        ]
        told = "".join(f", {words}" for number, words in more if number)
        print(f"{several(self.added, 'document')} added{told}: {self.archive.label}")
        if self._new:
            print("Next: memcon search WORDS")
        sys.stdout.flush()


def _login() -> str | None:
    """The user's name, for who added a document; None if the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return None
