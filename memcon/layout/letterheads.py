"""Letterheads: the body that issues a text, on a line of its own above it."""

from __future__ import annotations

import re

from memcon.spans import Span

_LONGEST = 110
#: Words of a body's name.
_BODY = re.compile(
    r"\b(?:ministry|department|office|council|commission|committee|parliament|assembly|senate|house|embassy|"
    r"mission|secretariat|government|cabinet|chancellery|presidency|agency|organi[sz]ation|union|nations|"
    r"authority|bureau|court|bank|fund|forum|federation|delegation|directorate|service|kremlin|palace|"
    r"association|institute|centre|center|network|press\s+team|news)\b",
    re.IGNORECASE,
)
#: Words of a sentence or of a title: a body's name has none.
_TOLD = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|says?|said|meets?|met|calls?|on|with|after|as|hosts?|holds?|"
    r"visits?|discuss\w*|condemns?|welcomes?|statement|remarks|communiqu[ée]|declaration|readout|conclusions|"
    r"meeting|talks|between|transcript|conference|briefing|adopted|resolution)\b",
    re.IGNORECASE,
)
_SMALL = {"of", "the", "and", "for", "to", "in", "de", "du", "des", "et", "on"}


def is_letterhead(text: str, row: Span) -> bool:
    """Whether the row is a body's name, and not a title about one."""
    words = text[row[0] : row[1]].strip("()[]* ")
    if len(words) > _LONGEST or words[-1:] in ".?!:;,”" or not _BODY.search(words):
        return False
    capital = all(
        w[0].isupper() or w.casefold() in _SMALL or not w[0].isalpha() for w in words.split()
    )
    return capital and not _TOLD.search(words)
