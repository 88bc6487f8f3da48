"""Plain: the text as it is read, and where each of its characters stands in the document.

What differs from file to file and means nothing is read in its plainest form: LF for all line ends, one
space for several and for those of other widths, no character that shows nothing (a mark of the byte
order, a soft hyphen, a zero-width space), no mark of bold print, no time mark of captions, no line end
inside a sentence. Nothing is put in that is not there, so that every span of the plain text is one of the
document, or several where a time mark stands between.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from memcon.layout.emphasis import find_emphasis
from memcon.layout.lines import soft_ends
from memcon.layout.timemarks import find_time_marks
from memcon.spans import Span, Spans

#: What is read otherwise: white space of other kinds or twice behind words, and what shows nothing.
_OTHERWISE = re.compile(
    "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
    "|[\u00ad\u200b\u2060\ufeff]"
    "|(?<=\\S)[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}(?=\\S)"
    "|[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
)
_WIDE = re.compile("[\u2000-\u2003\u3000]")
_NOTHING = "\u00ad\u200b\u2060\ufeff"
#: Line ends as Python's `splitlines` knows them.
_ENDS = "\r\n\x0b\x0c\x85\u2028\u2029"


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in its plainest form.

    :param places: of each of its characters the place in the document, in code points; None if they are
        the same, since nothing was to be changed.
    :param bold: what is marked as printed bold, in code points of the document.
    :param wide: places in the document of spaces that are wide alone: those of an em or an en.
    :param between: stretches of the document that are no part of the sentence around them.
    """

    text: str
    places: list[int] | None = field(default=None, repr=False)
    bold: tuple[Span, ...] = field(default=(), repr=False)
    between: tuple[Span, ...] = field(default=(), repr=False)
    wide: frozenset[int] = field(default=frozenset(), repr=False)

    def span(self, span: Span) -> Span:
        """A span of the plain text as one of the document."""
        if self.places is None:
            return span
        start, end = span
        if start >= end:
            at = self.places[start] if start < len(self.places) else self.places[-1] + 1
            return at, at
        return self.places[start], self.places[end - 1] + 1

    def spans(self, span: Span) -> Spans:
        """A span of the plain text as spans of the document, without what only stands between."""
        start, end = self.span(span)
        pieces = []
        for a, b in self.between[bisect_left(self.between, (start, start)) :]:
            if a >= end:
                break
            pieces.append((start, a))
            start = b
        return (*((a, b) for a, b in pieces if a < b), (start, end))

    def is_bold(self, span: Span) -> bool:
        """Whether all of a span of the plain text is printed bold."""
        start, end = self.span(span)
        at = bisect_left(self.bold, (start + 1,)) - 1
        return at >= 0 and self.bold[at][0] <= start and end <= self.bold[at][1]

    def is_wide(self, place: int) -> bool:
        """Whether the space at a place of the plain text is a wide one in the document."""
        if self.places is None or not 0 < place < len(self.text) - 1:
            return False
        at = self.places[place]
        return self.text[place] == " " and (at in self.wide or self.places[place + 1] - at > 1)


def plain(text: str) -> Plain:
    """The text in its plainest form."""
    once = _changed(text, None, ((m.span(), _instead(m[0])) for m in _OTHERWISE.finditer(text)))
    bold = sorted(find_emphasis(once.text))
    printed = [once.span(words) for _, words, _ in bold]
    marks = sorted(mark for before, _, behind in bold for mark in (before, behind) if mark)
    once = _changed(once.text, once.places, ((mark, "") for mark in marks))
    times = list(find_time_marks(once.text))
    between = [once.span(mark) for mark, _ in times]
    once = _changed(once.text, once.places, ((at, " " if on else "") for at, on in times))
    soft = ((span, _joint(once.text, *span)) for span in soft_ends(once.text))
    out = _changed(once.text, once.places, soft)
    wide = frozenset(found.start() for found in _WIDE.finditer(text))
    return replace(out, bold=tuple(printed), between=tuple(between), wide=wide)


def _instead(found: str) -> str:
    if found[0] in _NOTHING:
        return ""
    return "\n" if found[0] in _ENDS else " "


def _joint(text: str, start: int, end: int) -> str:
    """What stands for a line end: nothing behind a hyphen within a word."""
    hyphened = text[start - 1] == "-" and text[start - 2 : start - 1].isalpha()
    return "" if hyphened and text[end : end + 1].islower() else " "


def _changed(text: str, places: list[int] | None, changes: Iterable[tuple[Span, str]]) -> Plain:
    pieces: list[str] = []
    kept: list[int] = []
    at = 0
    for (start, end), instead in changes:
        pieces += [text[at:start], instead]
        kept.extend(range(at, start))
        kept.extend(range(start, start + len(instead)))
        at = end
    if not pieces:
        return Plain(text, places)
    pieces.append(text[at:])
    kept.extend(range(at, len(text)))
    return Plain("".join(pieces), kept if places is None else [places[i] for i in kept])
