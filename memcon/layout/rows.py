"""The lines of a text, and what ends one: the form of a publication shows in its lines."""

from __future__ import annotations

import re

from memcon.spans import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
#: Signs that a reader does not see: byte order and direction marks, zero-width ones, NUL.
_UNSEEN = " \t\xa0\u2007\u202f\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\x00"
_SENTENCE_END = re.compile(r"[.!?…][)\]”\"’'»]*$|[—–,;:-]$|[)\]”»]$")
#: Words of those who speak themselves, to one another.
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our|me|us)\b")
#: Words in quotation marks, within a row.
QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|«[^»\n]*»")


def find_lines(text: str) -> list[Span]:
    """Lines that hold more than white space, trimmed, in code points."""
    out = []
    for match in _LINE.finditer(text):
        span = trim(text, match.start(), match.end())
        if span:
            out.append(span)
    return out


def trim(text: str, start: int, end: int) -> Span | None:
    """The stretch without white space and unseen signs at its ends; None if nothing is left."""
    while start < end and (text[start] in _UNSEEN or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in _UNSEEN or text[end - 1].isspace()):
        end -= 1
    return (start, end) if start < end else None


def ends_like_speech(text: str, line: Span) -> bool:
    """Whether the line ends as a sentence does; an entry in a list of names does not."""
    return bool(_SENTENCE_END.search(text[max(line[0], line[1] - 6) : line[1]]))
