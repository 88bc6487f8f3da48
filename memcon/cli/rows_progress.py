"""Progress of a backup on standard error: the table, and rows so far."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.archive.backup import Manifest

#: Rows after which what is shown is made anew.
_SHOWN = 1_000


@contextmanager
def told_of_rows(*, shown: bool) -> Iterator[Callable[[str, int], None]]:
    """What is told the name of a table and how many more of its rows are done.

    :param shown: whether to show it, if standard error is a terminal.
    """
    if not (shown and sys.stderr is not None and sys.stderr.isatty()):
        yield lambda _table, _more: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed:,.0f} rows"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task("", total=None)
        waiting = 0

        def told(table: str, more: int) -> None:
            nonlocal waiting
            waiting += more
            if waiting >= _SHOWN:
                bar.update(task, advance=waiting, description=table)
                waiting = 0

        yield told


def summary(manifest: Manifest) -> str:
    """What is in a backup, in words."""
    from memcon.cli.actors_lines import several

    documents = several(manifest.documents, "document")
    return (
        f"{documents}, {several(manifest.rows, 'row')} of {several(len(manifest.parts), 'table')}"
    )
