"""The day, week, month or year that date words mean, as ISO 8601, seen from the document's own date.

Weekdays, weeks and “today” are reckoned here: on a Tuesday “on Tuesday” is that day in the language of
the press, where dateparser takes the week before. All other forms are dateparser's. It is imported
only when such a form occurs, since it takes a quarter of a second to load.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from memcon.meeting.datewords import DateWords, Grain

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RANGE = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?\s*(?:-|–|—|and|to)\s*(\d{1,2})(?:st|nd|rd|th)?", re.I
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_VAGUE = re.compile(r"\b(?:few|several|couple)\b", re.I)
_BESIDE = re.compile(r"^(?:in|early|late|mid|earlier|later|the)[\s-]+|\s+(?:of|,)(?=\s)", re.I)


def resolve(words: DateWords, today: date | None, *, future: bool = False) -> str | None:
    """What the words mean, or None where that cannot be said.

    :param today: the document's date; without it only a date with its year has a value.
    :param future: whether the words are of what is still to come: “in May” is then the next May.
    :returns: a day (`2022-03-03`), an interval of days (`2022-07-07/2022-07-09`), a week
        (`2022-W10`), a month (`2022-05`) or a year (`2022`): as exact as the words, and no more.
    """
    # A form cut over two lines is the same form.
    plain = " ".join(words.words.split())
    if words.grain == "day":
        day = _parsed(plain, today, future)
        return day.isoformat() if day else None
    if words.grain == "days":
        return _interval(plain, today, future)
    if today is None:
        return _with_year(plain, words.grain)
    low = plain.lower()
    if words.grain == "today":
        return _near(low, today).isoformat()
    if words.grain == "weekday":
        return _weekday(low, today, future).isoformat()
    if words.grain == "week":
        year, week, _ = (today + timedelta(weeks=_step(low))).isocalendar()
        return f"{year}-W{week:02}"
    if words.grain == "year":
        return _with_year(low, "year") or str(today.year + _step(low))
    if words.grain == "month":
        return _month(low, today, future)
    if words.grain == "ago" and not _VAGUE.search(low):
        day = _parsed(plain, today, future)
        # “Three months ago” is as exact as a month.
        length = 10 if "day" in low else 4 if "year" in low else 7
        return day.isoformat()[:length] if day and "week" not in low else None
    return None


def read_day(words: str | None) -> date | None:
    """The day of an ISO 8601 date, as documents have it; None if there is none."""
    try:
        return date.fromisoformat((words or "")[:10])
    except ValueError:
        return None


def _near(low: str, today: date) -> date:
    if low.startswith(("yesterday", "last")):
        return today - timedelta(days=1)
    return today + timedelta(days=low.startswith("tomorrow"))


def _weekday(low: str, today: date, future: bool) -> date:
    """The nearest such day, today included; “last” and “next” leave today out."""
    number = next(n for n, name in enumerate(_WEEKDAYS) if name in low)
    ahead = (number - today.weekday()) % 7
    if low.startswith(("next", "coming")) or (future and not low.startswith(("last", "past"))):
        return today + timedelta(days=ahead or (7 if low.startswith("next") else 0))
    behind = (today.weekday() - number) % 7
    return today - timedelta(days=behind or (7 if low.startswith(("last", "past")) else 0))


def _step(low: str) -> int:
    return -1 if "last" in low else 1 if "next" in low else 0


def _month(low: str, today: date, future: bool) -> str | None:
    known = _with_year(low, "month")
    if known:
        return known
    if low.endswith("month"):
        count = today.year * 12 + today.month - 1 + _step(low)
        return f"{count // 12}-{count % 12 + 1:02}"
    name = re.sub(
        r"^(?:in\s+)?(?:last|next|this|early|late|mid)[\s-]+|,?\s+(?:of\s+)?\w+\s+year$", "", low
    )
    if low.endswith("year"):
        day = _parsed(f"1 {name} {today.year + _step(low)}", today, future)
    else:
        # The month's own days count: in May, “in May” is this month.
        forward = future or low.startswith("next")
        base = today.replace(day=1) - timedelta(days=1) if forward else today
        day = _parsed(f"1 {name}", base, forward)
    return day.isoformat()[:7] if day else None


def _with_year(words: str, grain: Grain) -> str | None:
    year = _YEAR.search(words)
    if not year or grain not in {"month", "year"}:
        return None
    if grain == "year":
        return year[0]
    day = _parsed(f"1 {_BESIDE.sub('', words)}".replace(",", ""), None, False)
    return day.isoformat()[:7] if day else None


def _interval(words: str, today: date | None, future: bool) -> str | None:
    days = _RANGE.search(words)
    assert days is not None
    ends = [_parsed(words.replace(days[0], day), today, future) for day in days.groups()]
    if ends[0] is None or ends[1] is None or ends[0] >= ends[1]:
        return None
    return f"{ends[0].isoformat()}/{ends[1].isoformat()}"


def _parsed(words: str, today: date | None, future: bool) -> date | None:
    """The day as dateparser reads it; None without a year and without a day to reckon it from."""
    if today is None and not _YEAR.search(words):
        return None
    import dateparser

    # The base is the day's end or beginning, so that the day itself is neither past nor to come.
    moment = time.min if future else time(23, 59)
    found = dateparser.parse(
        words,
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime.combine(today or date(2000, 1, 1), moment),
            "PREFER_DATES_FROM": "future" if future else "past",
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return found.date() if found else None
