"""Progress on standard error: a bar with words a second and the time that is left."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from memcon.collecting import Failure, Given
from memcon.sources.kinds import HOLDERS, named

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

#: Bytes from which on one document takes long enough for a bar.
BIG = 200_000
_WORD = re.compile(r"\w+")


class Progress:
    """How far a run is, in bytes of its sources; shown if there is a bar to show it."""

    def __init__(self, bar: Bar | None = None, task: TaskID | None = None) -> None:
        self.bar = bar
        self.task = task
        self.words = 0

    def advance(self, size: int, text: str) -> None:
        """Count a document of so many bytes and the words of its text."""
        if self.bar is None or self.task is None:
            return
        self.words += sum(1 for _ in _WORD.finditer(text))
        elapsed = self.bar.tasks[0].elapsed or 0
        rate = f"{self.words / elapsed:,.0f} words/s" if self.words and elapsed else ""
        self.bar.update(self.task, advance=size, rate=rate)


@contextmanager
def open_progress(places: Sequence[Given | Failure], *, shown: bool) -> Iterator[Progress]:
    """A bar, if it is to be shown, standard error is a terminal and there is more than a little."""
    sizes = [place.size for place in places]
    total = None if None in sizes else sum(size or 0 for size in sizes)
    long = len(places) > 1 or total is None or total >= BIG
    if len(places) == 1 and not _many_in(places[0]):
        total = None  # It is done all at once: the bar only shows that something happens.
    if not (shown and long and sys.stderr is not None and sys.stderr.isatty()):
        yield Progress()
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("reading"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%" if total else ""),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        *((TextColumn("left"), TimeRemainingColumn(elapsed_when_finished=False)) if total else ()),
    )
    # Rich shows what is printed to standard error meanwhile above the bar.
    console = Console(file=sys.stderr)
    with Bar(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        yield Progress(bar, bar.add_task("reading", total=total, rate=""))


def _many_in(place: Given | Failure) -> bool:
    """Whether a file may hold many documents, by its name; of an address nobody knows."""
    path = getattr(place, "path", None)
    return path is not None and named(path.name) in HOLDERS
