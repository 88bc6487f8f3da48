"""Passages set apart in the body of a text: quotations, their signatures, captions."""

from __future__ import annotations

import re

from memcon.spans import Span

_OPEN, _CLOSE = '“"«„', '”"»“'
_CAPTION = re.compile(
    r"\[?(?:image|photo(?:graph)?|picture|caption|figure|video|file\s+photo)\b(?:\s+caption)?[\]:.]\s*",
    re.IGNORECASE,
)
#: “– Anna Berg, pilot”.
_SIGNED = re.compile(r"(?:--|[–—―-])\s*(?=[A-Z])")
_NAME = re.compile(
    r"(?:[A-Z][\w’'.-]*|de|van|von|bin|al|der|la|el)(?:\s(?:[A-Z][\w’'.-]*|de|van|von|bin|al|der|la|el)){0,4}"
    r"(?:,\s.{2,80})?"
)
_YOURS = re.compile(
    r"(?:yours|sincerely|respectfully|faithfully|(?:with\s+)?(?:best|kind|warm)\s+(?:regards|wishes)|regards)\b.{0,30}",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|says|added|stated|commented|wrote|writes|declared)\s*:$")
_LONGEST_SIGNATURE = 120


def is_quotation(text: str, row: Span) -> bool:
    """Whether quotation marks hold the whole row."""
    words = text[row[0] : row[1]]
    inner = words[1:-1]
    return (
        len(words) > 20
        and words[0] in _OPEN
        and words[-1] in _CLOSE
        and not any(mark in inner for mark in _CLOSE + "”")
    )


def opens(text: str, row: Span) -> bool:
    """Whether the row begins with a quotation mark that is not closed on it, or only at its end."""
    words = text[row[0] : row[1]]
    if words[0] not in _OPEN:
        return False
    at = next((i for i, c in enumerate(words[1:], 1) if c in _CLOSE), len(words))
    return at >= len(words) - 1


def closes(text: str, row: Span) -> bool:
    """Whether the row ends a quotation: by a mark, or since it has begun with none."""
    words = text[row[0] : row[1]]
    return words[0] not in _OPEN or any(c in _CLOSE for c in words[1:])


def hands_over(text: str, row: Span) -> bool:
    """Whether the row ends with “… said:”, and nothing of what is said."""
    return bool(_SAID.search(text, max(row[0], row[1] - 40), row[1]))


def is_indented(text: str, row: Span) -> bool:
    """Whether the row is set in from the margin: at least two columns."""
    begin = max(text.rfind("\n", 0, row[0]), text.rfind("\r", 0, row[0])) + 1
    return row[0] - begin > 1


def is_caption(text: str, row: Span) -> bool:
    """Whether the row is marked as what stands below a picture."""
    return bool(_CAPTION.match(text, row[0], row[1]))


def signature(text: str, row: Span) -> Span | None:
    """The name, if the row is one that signs what stands above, with its office or place."""
    words = text[row[0] : row[1]]
    if len(words) > _LONGEST_SIGNATURE:
        return None
    dash = _SIGNED.match(words)
    start = dash.end() if dash else 0
    name = words[start:].rstrip()
    if words[-1] in '.?!:;”"' and not dash:
        return None
    return (row[0] + start, row[0] + start + len(name)) if _NAME.fullmatch(name) else None


def closes_letter(text: str, row: Span) -> bool:
    """Whether the row is the formula above the signature of a letter."""
    words = text[row[0] : row[1]]
    return len(words) < 60 and bool(_YOURS.fullmatch(words))
