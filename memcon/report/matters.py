"""Matters: the statements of one speaker by what they are about.

Topics stand in the order in which the speaker comes to them, and the statements under each in the
order of the text. A speaker who says little, or no two things of one matter, is read as the text has
it: headings over single statements would only be in the way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.report.outline import Entry

#: Heading of the statements that share no topic.
OTHER = "Other matters"
#: A speaker of fewer statements has no headings.
_FEWEST = 4
#: So many topics of a statement are named, its first.
_NAMED = 3
#: So many statements make a matter.
_SHARED = 2


@dataclass(frozen=True, slots=True)
class Matter:
    """Statements about one topic; `name` is "" where the speaker's are not told apart."""

    name: str
    entries: tuple[Entry, ...]


def about(entry: Entry, heading: str = "") -> str:
    """“about the lamps, fog”; under the heading of a topic “also about fog”; "" if there is no more."""
    topics = [topic for topic in entry.meaning.topics if topic != heading]
    if not topics:
        return ""
    also = "also about" if len(topics) < len(entry.meaning.topics) else "about"
    return f"{also} {', '.join(topics[:_NAMED])}"


def matters(entries: Sequence[Entry]) -> tuple[Matter, ...]:
    """The statements of a speaker by topic, those that share none last.

    A statement of several topics stands once, under the first of them that another statement of the
    speaker shares: the Record gives the user's own topics first, and then the likeliest.
    """
    if len(entries) < _FEWEST:
        return (Matter("", tuple(entries)),)
    counts = Counter(topic for entry in entries for topic in entry.meaning.topics)
    places: dict[str, list[Entry]] = {}
    for entry in entries:
        shared = (topic for topic in entry.meaning.topics if counts[topic] >= _SHARED)
        places.setdefault(next(shared, OTHER), []).append(entry)
    # What is left under a topic when its other statements went elsewhere may be one alone.
    rest = places.pop(OTHER, [])
    for topic in [topic for topic, own in places.items() if len(own) < _SHARED]:
        rest += places.pop(topic)
    if not places:
        return (Matter("", tuple(entries)),)
    out = [Matter(topic, tuple(own)) for topic, own in places.items()]
    rest.sort(key=lambda entry: (entry.span, entry.number))
    return (*out, Matter(OTHER, tuple(rest))) if rest else tuple(out)
