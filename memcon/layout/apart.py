"""Rows that are no part of the text around them: captions, furniture, notes, headings within turns."""

from __future__ import annotations

import re

from memcon.layout.block import Kind
from memcon.layout.furniture import is_furniture
from memcon.layout.notes import note_kind
from memcon.layout.passages import is_caption
from memcon.layout.plain import Plain
from memcon.spans import Span

_LONGEST = 140
#: “2. Armenia – Remarks by the President”: a number, and no sentence.
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+[A-Z]")
_WORD = re.compile(r"[^\W\d_]{4,}")


def outside_kind(text: str, row: Span) -> Kind | None:
    """The kind of a row that is none of the text proper, wherever it stands."""
    if is_caption(text, row):
        return "caption"
    if is_furniture(text, row):
        return "furniture"
    return note_kind(text, row)


def apart_kind(plain: Plain, row: Span) -> Kind | None:
    """The kind of a row within a turn that its speaker does not say; None of what is said."""
    words = plain.text[row[0] : row[1]]
    if kind := note_kind(plain.text, row):
        return kind
    if len(words) > _LONGEST or words[-1] in '.?!…:;,”"’)—–-' or not words[0].isalnum():
        return None
    if plain.is_bold(row) or _NUMBERED.match(words) or _is_capitalised(words):
        return "heading"
    return None


def _is_capitalised(words: str) -> bool:
    """Whether its long words are capitalised as in a heading."""
    long = _WORD.findall(words)
    return len(long) > 1 and 3 * sum(w[0].isupper() for w in long) >= 2 * len(long)
