"""Lines on a terminal: words packed and wrapped to a width, and the styles they may have.

A style never tells what the words do not.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

#: A console is taken to be at least this wide.
NARROWEST = 20

NAME, ACT, MATTER = "bold", "bold", "underline"
CUE, SOURCE, QUIET, DOUBT = "italic magenta", "cyan", "dim", "bold yellow"


def packed(parts: list[Text], console: Console, width: int) -> Iterator[Text]:
    """The parts joined by “ · ”, as many on a line as fit whole; a longer one is folded."""
    row = Text()
    for part in parts:
        if row and row.cell_len + 3 + part.cell_len > width:
            yield row
            row = Text()
        row = Text.assemble(row, (" · ", QUIET), part) if row else part
        if row.cell_len > width:
            *full, row = row.wrap(console, width)
            yield from full
    if row:
        yield row


def plain(row: Text) -> Text:
    """A wrapped line without the blanks at its end."""
    row.rstrip()
    return row
