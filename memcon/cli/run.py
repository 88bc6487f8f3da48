"""A run over documents: reading, writing, telling of failures, and how it ends."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from memcon.cli.attempts import attempt
from memcon.cli.messages import give_up, tell
from memcon.cli.output import Output, open_output
from memcon.cli.progress import Progress, open_progress
from memcon.collecting import Failure, Given, Loaded
from memcon.errors import MemconError, OutputError
from memcon.topics import Topics

FINE, FAILED, INTERRUPTED = 0, 1, 130


class Run:
    """One call of `memcon read`.

    :param output: None for standard output.
    :param topics: the user's own list; None if there is none.
    """

    def __init__(
        self,
        format: str,
        output: Path | None,
        quiet: bool,
        threads: int | None,
        topics: Topics | None = None,
    ) -> None:
        self.format = format
        self.output = output
        self.quiet = quiet
        self.threads = threads
        self.topics = topics
        self.written = 0
        self.failed = 0

    def over(self, items: Iterator[Loaded | Failure], places: Sequence[Given | Failure]) -> int:
        """Read and write all of the documents.

        :returns: the exit code.
        """
        try:
            with (
                open_output(self.format, self.output) as output,
                open_progress(places, shown=self._progress_shown()) as progress,
            ):
                self._each(items, output, progress)
        except KeyboardInterrupt:
            tell(f"interrupted; {_number(self.written)} read{self._kept()}")
            return INTERRUPTED
        except BrokenPipeError:
            # Whoever read the output has had enough.
            give_up(sys.stdout)
            return FAILED if self.failed else FINE
        except MemconError as error:
            tell(str(error))
            if isinstance(error, OutputError) and self.output is None:
                give_up(sys.stdout)
            return FAILED
        if self.failed and not self.quiet and self.failed + self.written > 1:
            tell(f"{self.failed} of {_number(self.failed + self.written)} failed")
        return FAILED if self.failed else FINE

    def _each(self, items: Iterator[Loaded | Failure], output: Output, progress: Progress) -> None:
        def report(failure: Failure) -> None:
            self.failed += 1
            tell(f"{failure.label}: {failure.reason}")
            progress.advance(failure.size, "")

        for loaded, record in attempt(items, self.threads, report, self.topics):
            try:
                output.write(record)
            finally:
                # Ctrl-C may have waited until it was written.
                self.written = output.count
            progress.advance(loaded.size, record.text)

    def _progress_shown(self) -> bool:
        # Reports that scroll by on the same terminal are progress enough, and would tear the bar.
        to_terminal = self.output is None and sys.stdout is not None and sys.stdout.isatty()
        return not self.quiet and not to_terminal

    def _kept(self) -> str:
        if self.output is None or self.format in ("jsonl", "csv"):
            return " and written"
        return f", nothing written to {self.output}"


def _number(count: int) -> str:
    return f"{count} document" if count == 1 else f"{count} documents"
