"""Plain: the text as it is read, and where each of its characters stands in the document.

What differs from file to file and means nothing is read in its plainest form: LF for all line ends, one
space for several and for those of other widths, no character that shows nothing (a mark of the byte
order, a soft hyphen, a zero-width space), no line end inside a sentence. Nothing is put in that is not
there, so that every span of the plain text is one of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from memcon.layout.lines import soft_ends
from memcon.spans import Span

#: What is read otherwise: white space of other kinds or twice behind words, and what shows nothing.
_OTHERWISE = re.compile(
    "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
    "|[\u00ad\u200b\u2060\ufeff]"
    "|(?<=\\S)[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}(?=\\S)"
    "|[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
)
_NOTHING = "\u00ad\u200b\u2060\ufeff"
#: Line ends as Python's `splitlines` knows them.
_ENDS = "\r\n\x0b\x0c\x85\u2028\u2029"


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in its plainest form.

    :param places: of each of its characters the place in the document, in code points; None if they are
        the same, since nothing was to be changed.
    """

    text: str
    places: list[int] | None = field(default=None, repr=False)

    def span(self, span: Span) -> Span:
        """A span of the plain text as one of the document."""
        if self.places is None:
            return span
        start, end = span
        if start >= end:
            at = self.places[start] if start < len(self.places) else self.places[-1] + 1
            return at, at
        return self.places[start], self.places[end - 1] + 1


def plain(text: str) -> Plain:
    """The text in its plainest form."""
    once = _changed(text, None, ((m.span(), _instead(m[0])) for m in _OTHERWISE.finditer(text)))
    soft = ((span, _joint(once.text, *span)) for span in soft_ends(once.text))
    return _changed(once.text, once.places, soft)


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
