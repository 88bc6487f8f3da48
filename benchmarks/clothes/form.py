"""The form of a text's lines, as its publisher would lay them out: headings, items, rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["title", "heading", "bullet", "number", "paragraph"]

_BULLET = re.compile(r"\s*([•*–-])\s+(?=[\w“])")
_NUMBER = re.compile(r"\s*(\d{1,2})\.\s+(?=\S)")
_BOLD = re.compile(r"\*\*(.+?)(?:\*\*|$)")
_WIDE = re.compile(r"(?<=[^\s.!?:,]) {2,4}(?=\S)")
#: Characters of the longest heading that is none of the document's own title.
_LONGEST = 70
_SENTENCE = re.compile(r"[.!?:;,”\")]$|^[^A-Z“]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text.

    :param words: without the sign of its item.
    :param number: that of its item, if it has one.
    """

    kind: Kind
    words: str
    number: int | None = None

    def bold_parts(self) -> Iterator[tuple[str, bool]]:
        """Its words in pieces, each with whether it stands in bold (`**so**`)."""
        at = 0
        for found in _BOLD.finditer(self.words):
            yield self.words[at : found.start()], False
            yield found[1], True
            at = found.end()
        yield self.words[at:], False


def blocks(text: str) -> Iterator[list[Line]]:
    """The blocks of a text, parted by empty lines."""
    count = 0
    for number, block in enumerate(filter(str.strip, re.split(r"\n\s*\n", text))):
        rows = block.split("\n")
        lines = []
        for row in rows:
            line = _line(row, count, alone=len(rows) == 1, first=number == 0)
            count = line.number or count
            lines.append(line)
        yield lines


def _line(row: str, count: int, *, alone: bool, first: bool) -> Line:
    """:param count: the number of the last item; “8. May” begins none that follows 2."""
    found = _NUMBER.match(row)
    if found and int(found[1]) in (1, count + 1):
        return Line("number", row[found.end() :], int(found[1]))
    if found := _BULLET.match(row):
        return Line("bullet", row[found.end() :])
    # Wide room behind a label is an em space where several spaces are one.
    words = _WIDE.sub("\u2003", row.strip())
    if alone and not _SENTENCE.search(words):
        if first:
            return Line("title", words)
        if len(words) <= _LONGEST:
            return Line("heading", words)
    return Line("paragraph", words)
