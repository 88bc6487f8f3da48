"""Notes and interjections: what an editor puts on a line of its own, and what was called in."""

from __future__ import annotations

import re
from typing import Literal

from memcon.spans import Span

#: Longest note, in code points.
_LONGEST = 300
_IN_BRACKETS = re.compile(r"[*\s]*(?:\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>)[*.\s]*")
_CALLED = re.compile(
    r"\b(?:laugh\w*|applau\w*|interject\w*|interrupt\w*|cross-?talk|inaudible|cheer\w*|uproar|booing|"
    r"hear,?\s+hear|shout\w*|heckl\w*|chant\w*)\b",
    re.IGNORECASE,
)
#: “Mr Crane interjecting—”, “Opposition members interrupting.”
_CALLING_IN = re.compile(
    r"(?:[A-Z][\w.’'-]*,?\s+(?:[\w.’'-]+\s+){0,6})?(?:interject|interrupt)\w*\s*[—–.-]*",
    re.IGNORECASE,
)
_EDITOR = re.compile(
    r"\W*(?:check\s+against\s+delivery|as\s+(?:delivered|prepared|released)\b.{0,80}|e&oe\b.{0,30}|"
    r"(?:unofficial|provisional|official)\s+translation|unedited\s+transcript|\*\s+.{3,120})\W*",
    re.IGNORECASE,
)


def note_kind(text: str, row: Span) -> Literal["note", "interjection"] | None:
    """The kind of the row if it is a note; None of what is said or told."""
    words = text[row[0] : row[1]]
    if len(words) > _LONGEST:
        return None
    if len(words) < 90 and _CALLING_IN.fullmatch(words):
        return "interjection"
    if _IN_BRACKETS.fullmatch(words):
        return "interjection" if _CALLED.search(words) and len(words) < 90 else "note"
    return "note" if _EDITOR.fullmatch(words) and not words.endswith(("”", '"')) else None
