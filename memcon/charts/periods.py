"""Periods of time: the first day stands for all of one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

Period = Literal["day", "week", "month", "quarter", "year"]
PERIODS: tuple[Period, ...] = ("day", "week", "month", "quarter", "year")


def begin(day: str | None, period: Period) -> date | None:
    """First day of the period that an ISO 8601 date lies in; weeks begin on Monday (ISO 8601).

    A date that is less exact than a day counts from its first day; None where there is no date.
    """
    found = first_day(day)
    if found is None:
        return None
    if period == "week":
        return found - timedelta(days=found.weekday())
    if period == "month":
        return found.replace(day=1)
    if period == "quarter":
        return found.replace(month=3 * ((found.month - 1) // 3) + 1, day=1)
    return found.replace(month=1, day=1) if period == "year" else found


def first_day(words: str | None) -> date | None:
    """First day of `2024-03-05`, `2024-W10`, `2024-03`, `2024` or an interval; else None."""
    start = (words or "").partition("/")[0].partition("T")[0]
    for form in (start, f"{start}-1" if "-W" in start else f"{start}-01", f"{start}-01-01"):
        try:
            return date.fromisoformat(form)
        except ValueError:
            continue
    return None


def through(first: date, last: date, period: Period) -> Iterator[date]:
    """All periods from one to another, both included."""
    at = first
    while at <= last:
        yield at
        at = _next(at, period)


def _next(at: date, period: Period) -> date:
    if period in ("day", "week"):
        return at + timedelta(days=1 if period == "day" else 7)
    months = at.year * 12 + at.month - 1 + {"month": 1, "quarter": 3, "year": 12}[period]
    return date(months // 12, months % 12 + 1, 1)
