"""`memcon actors add`: documents read into the registry, and Records that were made before."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from memcon import __version__
from memcon.cli.actors_lines import several
from memcon.cli.actors_records import Recorded, take_records
from memcon.cli.attempts import attempt
from memcon.cli.interruption import interruption_held
from memcon.cli.messages import tell
from memcon.cli.progress import Progress, open_progress
from memcon.cli.web_options import collector
from memcon.collecting import Failure, Loaded
from memcon.record import Record
from memcon.registry import Registry

FINE, FAILED, INTERRUPTED = 0, 1, 130
#: Records made before that are added in one transaction; a document that is read has one of its own.
TOGETHER = 100


class Adding:
    """One call of `memcon actors add`."""

    def __init__(self, paths: list[str], quiet: bool, threads: int | None) -> None:
        self.paths = paths
        self.quiet = quiet
        self.threads = threads
        self.added = 0
        self.known = 0
        self.failed = 0
        self._ready: list[Record] = []

    def __call__(self, registry: Registry) -> int:
        """Add all; what was added before an interruption is kept.

        :returns: the exit code.
        """
        collecting = collector()
        places, records = take_records(collecting.find(self.paths))
        waiting: defaultdict[str, list[Recorded]] = defaultdict(list)
        for item in records:
            if isinstance(item, Failure):
                self._report(item)
            else:
                waiting[item.sha256].append(item)
        try:
            with open_progress(places, shown=not self.quiet) as progress:
                items = self._unread(collecting.documents(places), registry, waiting, progress)
                for loaded, record in attempt(items, self.threads, self._report):
                    self._add(registry, [record])
                    progress.advance(loaded.size, record.text)
            for recorded in (item for some in waiting.values() for item in some):
                self._take_over(registry, recorded, registry.text(recorded.sha256))
            self._add(registry, self._ready)
        except KeyboardInterrupt:
            self._add(registry, self._ready)
            tell(f"interrupted; {several(self.added, 'document')} added and kept")
            return INTERRUPTED
        finally:
            collecting.close()
        if not self.quiet:
            self._sum_up(registry)
        return FAILED if self.failed else FINE

    def _unread(
        self,
        items: Iterable[Loaded | Failure],
        registry: Registry,
        waiting: dict[str, list[Recorded]],
        progress: Progress,
    ) -> Iterator[Loaded | Failure]:
        """The documents that must be read: no Record of them is given, and none is there."""
        for item in items:
            if isinstance(item, Failure):
                yield item
                continue
            document = item.document
            recorded = waiting.pop(document.sha256, None)
            if recorded is not None:
                for given in recorded:
                    self._take_over(registry, given, document.text)
            elif self._read_before(registry, document.sha256):
                self.known += 1
            else:
                yield item
                continue
            progress.advance(item.size, document.text)

    def _read_before(self, registry: Registry, sha256: str) -> bool:
        # The model is loaded only if it could be the same.
        if __version__ not in registry.versions(sha256):
            return False
        from memcon.language.model import shipped_model

        return registry.holds(sha256, __version__, shipped_model().digest)

    def _take_over(self, registry: Registry, recorded: Recorded, text: str | None) -> None:
        if text is None:
            self._report(Failure(recorded.label, 0, recorded.without_text))
            return
        try:
            record = Record.from_json(recorded.data, text)
        except ValidationError as error:
            [first, *_] = error.errors()
            where = ".".join(map(str, first["loc"]))
            reason = f"the Record is not in order: {where}{': ' * bool(where)}{first['msg']}"
            self._report(Failure(recorded.label, 0, f"{reason}; read the document anew"))
            return
        self._ready.append(record)
        if len(self._ready) == TOGETHER:
            self._add(registry, self._ready)

    def _add(self, registry: Registry, records: list[Record]) -> None:
        with interruption_held():
            added = registry.add_all(records) if records else 0
            self.added += added
            self.known += len(records) - added
            records.clear()

    def _report(self, failure: Failure) -> None:
        self.failed += 1
        tell(f"{failure.label}: {failure.reason}")

    def _sum_up(self, registry: Registry) -> None:
        known = f", {self.known:,} there already" if self.known else ""
        failed = f", {self.failed:,} failed" if self.failed else ""
        print(f"{several(self.added, 'document')} added{known}{failed}: {registry.label}")
        if self.added:
            print("Next: memcon actors match")
        sys.stdout.flush()
