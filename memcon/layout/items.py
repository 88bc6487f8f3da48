"""Items of lists, with the head that each completes: “The Council: 1. Condemns …; 2. Calls for …”."""

from __future__ import annotations

import re

from memcon.spans import Span

#: “1.”, “12)”, “(a)”, “iv.”, “A.”, “•”, “–”, “1.2”, “§ 3”.
_MARK = re.compile(
    r"\s*(?:[•●▪◦‣⁃·*]\s*|[-–—]\s+|\(?(?P<number>\d{1,3}(?:\.\d{1,2}){0,2}[.)]|\d{1,3}\.\d{1,2}|\d{1,3}-(?=\s[A-Z]))\s+|\(?(?P<roman>[ivxIVX]{1,5})[.)]\s+|"
    r"\(?(?P<letter>[a-zA-Z])[.)]\s+|§\s*\d{1,3}\.?\s+|(?:OP|PP)\d{1,2}[.:]?\s+)(?=\S)"
)
#: Words with which operative and preambular items begin: their subject is the head's.
_OPERATIVE = re.compile(
    r"(?:(?:also|further|strongly|deeply|again|gravely|once|more|fully|firmly|\(?[a-z0-9]{1,3}[.)])\s+)*"
    r"[a-z]{2,}(?:s|ing|ed)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(r"[:,;—–]\s*$|\b(?:that|to|and|hereby|by)\s*$")


def item_mark(text: str, row: Span) -> int:
    """Length of the mark that begins the item, in code points; 0 if the row begins with none."""
    found = _MARK.match(text, row[0], row[1])
    return found.end() - row[0] if found else 0


def completes(text: str, row: Span) -> bool:
    """Whether the row goes on with a sentence: a small letter, or a verb without a subject.

    “Condemning the attack of 3 May,”, “1. Calls upon all parties to …;”.
    """
    mark = item_mark(text, row)
    words = text[row[0] + mark : row[1]]
    if not words:
        return False
    open_end = bool(mark) or words.rstrip()[-1] in ",;:"
    return words[0].islower() or (open_end and bool(_OPERATIVE.match(words)))


def is_head(text: str, row: Span) -> bool:
    """Whether the row is left open for items to complete it."""
    return bool(_HEAD.search(text[row[0] : row[1]]))
