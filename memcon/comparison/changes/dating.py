"""Dates and seasons that contradict one another, or that one account alone gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from memcon.comparison.account import Account
from memcon.comparison.calendar import agree
from memcon.comparison.changes.side import Side, change, low
from memcon.comparison.model import Change, Told
from memcon.meeting.dates import read_day, resolve
from memcon.meeting.datewords import find_date_words
from memcon.record import Span, Spans
from memcon.spans import overlap

#: Marks a time that no calendar gives days for.
_VAGUE = "~"


_SEASON = re.compile(
    r"\b(?:(?:by|before|until|in|this|next|last|early|late|mid|the)[\s-]+)*"
    r"(?P<when>spring|summer|autumn|winter|end\s+of\s+(?:the|this|next)\s+(?:year|month|week))\b",
    re.I,
)


_MONTHS = {"january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december"}  # fmt: skip


def dating(sides: Sequence[Side | None]) -> Iterator[Change]:
    """Dates of which no other account has the like, in what it says or around it."""
    rows = [_within(side, side.spans) if side else [] for side in sides]
    near = [_within(side, side.around) if side else [] for side in sides]
    values: list[Told | None] = []
    for n, (row, side) in enumerate(zip(rows, sides, strict=True)):
        others = [value for m, other in enumerate(near) if m != n for value, _ in other]
        own = [(v, s) for v, s in row if not any(_one_time(v, other) for other in others)]
        # “The agreement of 2021” has no date word, but the year all the same.
        own = [(v, s) for v, s in own if side and not _has(sides, n, side.account.text(s))]
        told = (
            side.told(side.account.text(own[0][1]), own[0][0], own[0][1]) if side and own else None
        )
        values.append(told)
    if sum(value is not None for value in values) > 1 or (
        any(values) and any(side and not row for side, row in zip(sides, rows, strict=True))
    ):
        yield change("date", values)


def _within(side: Side, spans: Spans) -> list[tuple[str, Span]]:
    today = read_day(side.account.record.document.date)
    return [found for span in spans for found in _dated(side.account, span, today)]


def _has(sides: Sequence[Side | None], number: int, words: str) -> bool:
    """Whether every other side has the telling words of a date."""
    telling = [w for w in low(words) if w[:1].isdigit() or w in _MONTHS]
    others = [side for n, side in enumerate(sides) if side and n != number]
    return bool(telling) and all(
        set(telling) <= {w for s in side.spans for w in low(side.account.text(s))}
        for side in others
    )


def _dated(account: Account, span: Span, today: date | None) -> list[tuple[str, Span]]:
    out = []
    for words in find_date_words(account.record.text, *span):
        value = resolve(words, today, future=True) if words.grain != "vague" else None
        if value:
            out.append((value, words.span))
    for match in _SEASON.finditer(account.record.text, *span):
        if not overlap((match.span(),), [s for _, s in out]):
            out.append((_VAGUE + match["when"].casefold(), match.span()))
    return sorted(out, key=lambda found: found[1])


def _one_time(one: str, other: str) -> bool:
    """Whether two times do not contradict one another: two seasons do, a season and a day need not."""
    if one.startswith(_VAGUE) and other.startswith(_VAGUE):
        return one == other
    return one.startswith(_VAGUE) or other.startswith(_VAGUE) or agree(one, other)
