"""Words that name a day, a week, a month or a year, found by their form.

The forms are those of English prose: “on Monday”, “March 3, 2022”, “earlier this week”, “two days
ago”, “in May”. A month alone is a date only behind a word that makes it one: “may” is a verb too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from memcon.spans import Span

#: What the words name, and so how exact their value can be.
Grain = Literal["day", "days", "weekday", "today", "ago", "week", "month", "year", "vague"]

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d\d"
_OF_DAY = r"(?:\s+(?:morning|afternoon|evening|night))?"
_COUNT = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a\s+few|several"
    r"|a\s+couple\s+of)"
)
_TO = r"\s*(?:-|–|—|and|to)\s*"
_FORMS: tuple[tuple[Grain, str], ...] = (
    ("days", rf"{_MONTH}\s+{_DAY}{_TO}{_DAY}(?!\w)(?:,?\s+{_YEAR}\b)?"),
    ("days", rf"{_DAY}{_TO}{_DAY}\s+{_MONTH}(?:,?\s+{_YEAR}\b)?"),
    ("day", r"\b(?:19|20)\d\d-[01]\d-[0-3]\d\b"),
    ("day", rf"(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_MONTH}\s+{_DAY}(?![\w:])(?:,?\s+{_YEAR}\b)?"),
    ("day", rf"(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR}\b)?"),
    ("month", rf"{_MONTH},?\s+(?:of\s+)?(?:{_YEAR}\b|(?:this|last|next)\s+year)"),
    ("today", rf"(?:earlier|later)\s+today|today|tonight|yesterday{_OF_DAY}|tomorrow{_OF_DAY}"
              r"|last\s+night|this\s+(?:morning|afternoon|evening)"),
    ("weekday", rf"(?:(?:last|next|this|past|coming)\s+)?{_WEEKDAY}{_OF_DAY}"),
    ("ago", rf"{_COUNT}\s+(?:day|week|month|year)s?\s+ago"),
    ("week", r"(?:(?:earlier|later)\s+)?(?:last|next|this)\s+week\b"),
    ("month", r"(?:(?:earlier|later)\s+)?(?:last|next|this)\s+month\b"),
    ("year", r"(?:(?:earlier|later)\s+)?(?:last|next|this)\s+year\b"),
    ("vague", r"(?:last|next|this)\s+(?:weekend|spring|summer|autumn|fall|winter)\b"),
    ("month", rf"(?:(?<=\bin\s)|(?<=\bby\s)|(?<=\bsince\s)|(?<=\buntil\s)|(?<=\bduring\s)|(?<=\bof\s)"
              rf"|(?<=\bbefore\s)|(?:last|next|this|early|late|mid|in\s+early|in\s+late)[\s-]+){_MONTH}(?!\w)"),
    ("year", rf"(?:first|second|last)\s+(?:half|quarter|part)\s+of\s+{_YEAR}\b"),
    ("year", rf"(?:(?<=\bin\s)|(?<=\bby\s)|(?<=\bsince\s)|(?<=\bearly\s)|(?<=\blate\s)){_YEAR}\b"),
)  # fmt: skip
_FORM = re.compile("|".join(f"(?P<g{n}>{form})" for n, (_, form) in enumerate(_FORMS)), re.I)
#: A cheap look first: a text without any of these has no date words.
_LIKELY = re.compile(
    rf"{_MONTH}|{_WEEKDAY}|today|tonight|yesterday|tomorrow|\bago\b|\b(?:last|next|this)\s|\b{_YEAR}\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words that name a time, and how exactly they name it."""

    words: str
    span: Span
    grain: Grain


def find_date_words(text: str, start: int = 0, end: int | None = None) -> Iterator[DateWords]:
    """The date words in a part of the text, in order."""
    stop = len(text) if end is None else end
    if not _LIKELY.search(text, start, stop):
        return
    for match in _FORM.finditer(text, start, stop):
        grain = _FORMS[int((match.lastgroup or "g0")[1:])][0]
        before = text[match.start() - 1] if match.start() else " "
        behind = text[match.end()] if match.end() < len(text) else " "
        # “May” as a verb or in a longer word, and a month in lower case, are no dates.
        if before.isalnum() or (behind.isalnum() and grain != "today") or _verb(match[0]):
            continue
        yield DateWords(match[0], match.span(), grain)


def _verb(words: str) -> bool:
    return re.search(r"\b(?:may|march)\b", words) is not None
