"""Days that dates of two accounts can mean, so that “Monday” and the date of that Monday are one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from memcon.meeting.dates import read_day, resolve
from memcon.meeting.datewords import find_date_words

_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Days:
    """Days from the first to the last, both included."""

    first: date
    last: date

    def meets(self, other: Days) -> bool:
        """Whether there is a day in both."""
        return self.first <= other.last and other.first <= self.last


def days(value: str | None) -> Days | None:
    """The days of an ISO 8601 day, interval of days, week, month or year; None if it is none."""
    if not value:
        return None
    if "/" in value:
        ends = [days(part) for part in value.split("/")]
        return Days(ends[0].first, ends[1].last) if ends[0] and ends[1] else None
    week, month = _WEEK.fullmatch(value), _MONTH.fullmatch(value)
    try:
        if week:
            first = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return Days(first, first + timedelta(days=6))
        if month:
            first = date(int(month[1]), int(month[2]), 1)
            return Days(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))
        if _YEAR.fullmatch(value):
            return Days(date(int(value), 1, 1), date(int(value), 12, 31))
    except ValueError:
        return None
    day = read_day(value) if len(value) == 10 else None
    return Days(day, day) if day else None


def agree(one: str, other: str) -> bool:
    """Whether two dates, each ISO 8601 or the words of a text, do not contradict one another.

    Words that no date can be reckoned from (“today” in a text without a date) contradict nothing.
    """
    left, right = days(one), days(other)
    if left and right:
        return left.meets(right)
    if left or right:
        known, words = (left, other) if left else (right, one)
        assert known is not None
        return known.first != known.last or _may_be(words, known.first)
    found = [next(find_date_words(words), None) for words in (one, other)]
    if found[0] and found[1] and found[0].grain == found[1].grain in {"weekday", "day"}:
        # Reckoned from any one day, the same words give the same.
        year = date(2000, 12, 31)
        return resolve(found[0], year) == resolve(found[1], year)
    return True


def _may_be(words: str, day: date) -> bool:
    """Whether the words can mean that day."""
    found = next(find_date_words(words), None)
    if found is None or found.grain not in {"weekday", "day", "days"}:
        return True
    meant = days(resolve(found, day))
    return meant is None or meant.meets(Days(day, day))
