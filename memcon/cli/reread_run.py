"""A run of `memcon reread`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from memcon import __version__
from memcon.archive import Archive, DamagedError
from memcon.archive.corrections import written
from memcon.archive.vectors import Embed
from memcon.cli.actors_lines import several
from memcon.cli.attempts import attempt
from memcon.cli.interruption import interruption_held
from memcon.cli.messages import tell
from memcon.record import Record
from memcon.sources import Failure, Loaded

FINE, FAILED, INTERRUPTED = 0, 1, 130


class Rereading:
    """One call of `memcon reread`.

    :param meaning: whether to work out the meaning of the statements.
    :param embed: how; None for memcon's own.
    :param engine: version and model's digest of the engine; None for those that are installed.
    """

    def __init__(
        self,
        archive: Archive,
        *,
        quiet: bool = False,
        threads: int | None = None,
        meaning: bool = True,
        embed: Embed | None = None,
        engine: tuple[str, str] | None = None,
    ) -> None:
        self.archive = archive
        self.quiet = quiet
        self.threads = threads
        self.meaning = meaning
        self.embed = embed
        self.engine = engine
        self.renewed = self.failed = self.lost = 0

    def __call__(self) -> int:
        """Read again whatever another engine has read.

        :returns: the exit code.
        """
        if self.engine is None:
            from memcon.language.model import shipped_model

            self.engine = __version__, shipped_model().digest
        try:
            for _, record in attempt(self._documents(*self.engine), self.threads, self._report):
                self._renew(record)
        except KeyboardInterrupt:
            tell(f"interrupted; {several(self.renewed, 'document')} read again and kept")
            return INTERRUPTED
        if not self.quiet:
            lost = f", {several(self.lost, 'correction')} without a place" if self.lost else ""
            failed = f", {self.failed:,} failed" if self.failed else ""
            what = several(self.renewed, "document")
            print(f"{what} read again{lost}{failed}: {self.archive.label}")
            sys.stdout.flush()
        return FAILED if self.failed else FINE

    def _documents(self, version: str, model: str) -> Iterator[Loaded | Failure]:
        damaged: list[Failure] = []

        def keep(error: DamagedError) -> None:
            damaged.append(Failure(error.label, 0, error.reason))

        for document in self.archive.outdated(version, model, keep):
            yield from damaged
            damaged.clear()
            # What the old engine thought of the text is for the new one to say.
            bare = document.model_copy(update={"genre": None})
            yield Loaded(document.name, len(document.text), bare)
        yield from damaged

    def _renew(self, record: Record) -> None:
        vectors = None
        if self.meaning and record.attributions:
            if self.embed is None:
                from memcon.language.embedding import embed

                self.embed = embed
            vectors = self.embed([record.words(a.content) for a in record.attributions])
        with interruption_held():
            lost = self.archive.renew(record, vectors)
            self.renewed += 1
        for row in lost:
            self.lost += 1
            tell(
                f"{record.document.name}: correction {row.id} of {row.field} at {written(row.spans)} "
                f"(by {row.author}) has no statement any more; it is kept"
            )

    def _report(self, failure: Failure) -> None:
        self.failed += 1
        tell(f"{failure.label}: {failure.reason}; its old Record stays")
