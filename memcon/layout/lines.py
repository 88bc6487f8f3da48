"""Lines: which line ends of a text stand inside a sentence, since a mail or a page was only so wide.

A program that wraps lines takes a word into the line as long as there is room (greedy wrapping). So in a
wrapped text the first word of the next line would not have fitted behind the line before, pair by pair;
in a list, an address or a transcript of short turns it mostly would.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from memcon.layout.labels.opening import may_open

#: Columns of the widest pages that are wrapped; what has longer lines has a paragraph in each.
WIDEST = 120
#: Columns of the narrowest ones: shorter lines are verse, addresses, cells of tables.
NARROWEST = 40
#: Columns by which a line may end early and is still full: some programs keep a margin.
_RAGGED = 3
#: Share of the pairs of lines of a text that must be full for it to be wrapped at all.
_SHARE = 0.5
#: At least so many.
_PAIRS = 2
#: With what a sentence, a heading's label or a quotation ends.
_ENDS = ".!?:;”’\"'»)]"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
#: What begins a line of its own: an item, a number, a rule, a quoted line, a table's cell.
_OWN = re.compile(r"\s*(?:[-–—•*·▪◦o]\s|\(?(?:\d{1,3}|[a-z]|[ivxl]{1,5})[.)]\s|[>|#=_~+])")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: where its words begin and end, and where the line end behind them ends."""

    begin: int
    end: int
    stop: int
    indent: int

    @property
    def width(self) -> int:
        """Columns, from the margin to the last word."""
        return self.indent + self.end - self.begin


def soft_ends(text: str) -> list[tuple[int, int]]:
    """The line ends inside a sentence, as spans in code points, in their order."""
    pairs = list(_pairs(list(_lines(text))))
    widths = [line.width for pair in pairs for line in pair]
    if not widths:
        return []
    width = max(widths)
    if not NARROWEST <= width <= WIDEST:
        return []
    full = [pair for pair in pairs if _is_full(text, *pair, width - _RAGGED)]
    if len(full) < max(_PAIRS, _SHARE * len(pairs)):
        return []
    soft = set(full) | {pair for pair in pairs if _goes_on(text, *pair)}
    return [
        (line.end, line.stop)
        for line, behind in pairs
        if (line, behind) in soft and not _begins_anew(text, behind.begin)
    ]


def _begins_anew(text: str, place: int) -> bool:
    """Whether an item or a label begins at the place."""
    return bool(_OWN.match(text, place)) or may_open(text, place)


def _lines(text: str) -> Iterator[_Line]:
    for found in _LINE.finditer(text):
        words = found[0].strip()
        if not found[0]:
            continue
        begin = found.start() + len(found[0]) - len(found[0].lstrip())
        indent = begin - found.start() if words else 0
        yield _Line(begin, begin + len(words) if words else begin, found.end(), indent)


def _pairs(lines: list[_Line]) -> Iterator[tuple[_Line, _Line]]:
    """Lines that follow each other with nothing between, the second no further from the margin."""
    for line, behind in pairwise(lines):
        if line.end > line.begin and behind.end > behind.begin and behind.indent <= line.indent:
            yield line, behind


def _is_full(text: str, line: _Line, behind: _Line, width: int) -> bool:
    """Whether the first word of the line behind had no room in this one."""
    first = text[behind.begin : behind.end].split(None, 1)[0]
    return line.width + 1 + len(first) > width


def _goes_on(text: str, line: _Line, behind: _Line) -> bool:
    """Whether a sentence goes on over the line end, whatever room there was."""
    return text[line.end - 1] not in _ENDS and text[behind.begin].islower()
