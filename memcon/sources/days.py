"""Days: dates of mail, feeds and archives as ISO 8601, or none at all."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

#: email.utils takes the year 0000 for one of two digits, and so for 2000.
_NO_YEAR = re.compile(r"\b00\d\d\b(?!:)")

#: With slashes and the year first a day can be read in one way only.
_YEAR_FIRST = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)")


def day(words: str | None) -> str | None:
    """The day in ISO 8601, from ISO 8601 or the form of mail and feeds (RFC 5322); else None.

    A day that no calendar has, such as one of the year 0, is none.
    """
    given = (words or "").strip()
    if _NO_YEAR.search(given.partition(":")[0]):
        return None
    if found := _YEAR_FIRST.match(given):
        given = "{}-{:0>2}-{:0>2}".format(*found.groups())
    for read in (date.fromisoformat, datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(given).isoformat()[:10]
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
