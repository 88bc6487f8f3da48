"""Rows within a turn that its speaker does not say: notes, interjections, headings."""

from __future__ import annotations

import re

from memcon.layout.block import Kind
from memcon.layout.notes import note_kind
from memcon.layout.plain import Plain
from memcon.spans import Span

_LONGEST = 140
#: “2. Armenia – Remarks by the President”: a number, and no sentence.
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+[A-Z]")
_WORD = re.compile(r"[^\W\d_]{4,}")


def apart_kind(plain: Plain, row: Span) -> Kind | None:
    """The kind of a row that stands apart from what is said around it; None of what is said."""
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
