"""Time marks: the seconds or minutes before each line of captions, in the middle of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.layout.labels.opening import may_open
from memcon.spans import Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_MARK = re.compile(
    r"\s*[\[(]?(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?[\])]?(?:\s*-->\s*[\d:.,]+)?(?:\s+(?:[-–—]\s+)?|$)"
)
#: So many lines, and this share of all, begin with a mark where captions are printed.
_LINES, _SHARE = 3, 0.6
#: Share of the lines without an end of a sentence whose next one goes on in small letters: a talk cut by
#: the clock. In an agenda or a log every entry begins anew.
_GOING_ON = 0.4
_END = re.compile(r"[.!?…:][)\]”\"’'»]*\s*$")


def find_time_marks(text: str) -> Iterator[tuple[Span, bool]]:
    """The marks, and whether a sentence goes on over them; then the span begins at the line end.

    Nothing where the lines are no captions: an agenda, or a log whose entries are sentences.
    """
    if ":" not in text:
        return
    lines = list(_LINE.finditer(text))
    marks = [_MARK.match(text, *line.span()) for line in lines]
    marked = [i for i, mark in enumerate(marks) if mark]
    if len(marked) < _LINES or len(marked) < _SHARE * len(lines):
        return
    goes_on = [not _END.search(line[0]) for line in lines]
    over = [mark for i, mark in enumerate(marks) if mark and i and marks[i - 1] and goes_on[i - 1]]
    small = sum(text[mark.end() : mark.end() + 1].islower() for mark in over)
    if not small or small < _GOING_ON * len(over):
        return
    for i in marked:
        mark = marks[i]
        assert mark is not None
        neighbour = i > 0 and marks[i - 1] and lines[i - 1].end() + 1 == lines[i].start()
        joins = bool(neighbour and goes_on[i - 1] and not may_open(text, mark.end()))
        begin = lines[i - 1].end() if joins else lines[i].start()
        yield (begin, mark.end()), joins
