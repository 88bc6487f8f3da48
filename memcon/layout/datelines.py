"""Datelines: lines that are a day, a time or a place, and nothing else."""

from __future__ import annotations

import re

from memcon.spans import Span

_LONGEST = 110
#: Words of a place, and of what stands beside a day.
_MOST = 5
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|\b{_MONTH}\s+\d{{1,2}}\b|"
    r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b\.?|\b\d{4}Z\b", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\W*(?:published|posted|created|(?:last\s+)?updated|released|date)\b.{0,80}", re.IGNORECASE
)
#: “Brussels”, “Jeddah, Kingdom of Saudi Arabia”, “Via Teleconference”.
_PLACE = re.compile(r"[A-Z][\w’'.-]+(?:[ ,]+(?:[A-Z][\w’'.-]*|of|the|and|de|la|al)){0,6}")
#: Words that stand beside a day in a dateline, besides names.
_BESIDE = re.compile(
    r"[A-Z][\w’'.-]*|\d[\w:.,’–/-]*|[–—|•·()-]+|of|the|at|and|to|local|time|hours?|[ap]\.?m\.?,?|in|"
    r"ago|last|updated|released|via"
)


def is_dateline(text: str, row: Span) -> bool:
    """Whether the row gives a day or a time, perhaps with a place, and tells nothing."""
    words = text[row[0] : row[1]]
    if len(words) > _LONGEST:
        return False
    if not _DAY.search(words) and not _TIME.search(words):
        return False
    if _PUBLISHED.fullmatch(words):
        return True
    bare = [w.strip(",;") for w in words.split()]
    names = sum(w[:1].isalpha() and not _DAY.search(f"1 {w} 1") for w in bare)
    beside = all(_BESIDE.fullmatch(w) for w in bare if w)
    return beside and names <= _MOST + 3 and words[-1] not in "?!:"


def is_place(text: str, row: Span) -> bool:
    """Whether the row may be a place: a few capitalised words, with a comma between the last two."""
    words = text[row[0] : row[1]]
    short = len(words) < 60 and len(words.split()) <= _MOST
    return short and ", " in words and bool(_PLACE.fullmatch(words))
