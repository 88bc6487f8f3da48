"""The dateline of a report, “OSSEL, March 3 –”: where it was sent from, and on which day.

A dateline is of the report. Its day is the one that “today” is reckoned from where the document
itself is not dated; its place is not taken for the meeting's.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from memcon.meeting.dates import read_day, resolve
from memcon.meeting.datewords import DateWords, find_date_words

if TYPE_CHECKING:
    from memcon.meeting.scene import Scene

#: A dateline stands in one of the first so many lines, and is no longer than so many characters.
_LINES, _LENGTH = 8, 60


def find_dateline(text: str) -> DateWords | None:
    """The day in a dateline: “Ossel, March 3 –”, or a line of its own with nothing but place and day."""
    start = 0
    for line in text.split("\n")[:_LINES]:
        for found in find_date_words(text, start, start + min(len(line), _LENGTH)):
            before = text[start : found.span[0]].strip()
            behind = text[found.span[1] : start + len(line)].lstrip(" ,)").replace("(", "")
            place = before.replace(",", " ").replace("(", " ").split()
            named = all(w[0].isupper() or not w[0].isalpha() for w in place)
            dashed = behind.startswith(("–", "—", "-", "―")) or not behind.strip()
            # “OSSEL, March 3 (Agency) –” has its dash behind the agency.
            dashed = (
                dashed or 0 < min((behind.find(d) for d in "–—" if d in behind), default=0) < 25
            )
            if found.grain in {"day", "weekday"} and named and dashed and len(place) < 6:
                return found
            break
        start += len(line) + 1
    return None


def day_of_report(scene: Scene) -> date | None:
    """The day that a report counts from: its dateline's, else the document's date.

    What is sent on the 5th may be published on the 6th, and its “today” is the 5th. A dateline is not
    taken where it lies more than a week before the document's date: it is of something else.
    """
    published = read_day(scene.document.date)
    dateline = find_dateline(scene.text)
    if dateline is None or dateline.grain != "day":
        return published
    sent = read_day(resolve(dateline, published))
    if published is None or (sent and timedelta(0) <= published - sent <= timedelta(days=7)):
        return sent or published
    return published
