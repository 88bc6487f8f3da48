"""The place of a character as a reader finds it: line and column, both counted from 1."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

#: What ends a line in an editor and in `grep -n`: LF, CRLF or a lone CR.
LINE_BREAK = re.compile(r"\r\n|\n|\r")


class Place(NamedTuple):
    """Line and column of a character, in code points, both from 1."""

    line: int
    column: int


class Lines:
    """The lines of a text, found once, so that every place after that is a binary search."""

    def __init__(self, text: str) -> None:
        """Find where each line begins."""
        self._length = len(text)
        self._starts = [0, *(m.end() for m in LINE_BREAK.finditer(text))]

    def place(self, offset: int) -> Place:
        """Line and column of the offset; the end of the text has a place too.

        :raises ValueError: if the offset is not in the text.
        """
        if not 0 <= offset <= self._length:
            raise ValueError(f"offset {offset} is outside the text of {self._length} characters")
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)
