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
    for number, block in enumerate(filter(str.strip, re.split(r"\n\s*\n", text))):
        lines = block.split("\n")
        yield [_line(line, alone=len(lines) == 1, first=number == 0) for line in lines]


def _line(line: str, *, alone: bool, first: bool) -> Line:
    if found := _NUMBER.match(line):
        return Line("number", line[found.end() :], int(found[1]))
    if found := _BULLET.match(line):
        return Line("bullet", line[found.end() :])
    # Wide room behind a label is an em space where several spaces are one.
    words = _WIDE.sub("\u2003", line.strip())
    if alone and not _SENTENCE.search(words):
        if first:
            return Line("title", words)
        if len(words) <= _LONGEST:
            return Line("heading", words)
    return Line("paragraph", words)
