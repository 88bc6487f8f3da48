"""On which day the meeting was, by the date words in the clauses that tell of it."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.meeting.datelines import find_dateline
from memcon.meeting.dates import resolve
from memcon.meeting.datewords import DateWords, find_date_words
from memcon.meeting.places import clause_of, hangs_on
from memcon.meeting.scene import Scene
from memcon.record import Fact
from memcon.spans import overlap

_ON = {"on", "in", "at", "late", "early", "earlier", "by", "the"}
#: Words of a turn in which “today” is the day of the meeting.
_HERE = {
    "welcome",
    "receiving",
    "having",
    "have",
    "here",
    "meeting",
    "meet",
    "see",
    "hosting",
    "welcoming",
}
_THIS_DAY = ("today", "tonight", "this ", "earlier today", "later today")


def find_times(scene: Scene, told: list[int], taken_up: list[int]) -> Iterator[Fact]:
    """Dates of the meeting, those in the tellings themselves first.

    :param told: words of its tellings.
    :param taken_up: other words that mean it.
    """
    reading = scene.reading
    found = list(find_date_words(scene.text))
    dateline = find_dateline(scene.text)
    taken = [dateline.span] if dateline else []
    seen: set[int] = set()
    for anchor in (*told, *taken_up):
        words = set(clause_of(scene, anchor))
        for date in found:
            inside = reading.inside(date.span)
            if not inside or inside.start not in words or overlap([date.span], taken):
                continue
            if date.span[0] in seen or not _of(scene, inside, anchor):
                continue
            if anchor not in told and not hangs_on(scene, _preposition(scene, inside), anchor):
                continue
            seen.add(date.span[0])
            fact = _fact(scene, date)
            today = date.words.lower().startswith(_THIS_DAY)
            if fact.value is None and dateline is not None and today:
                # “Today” in an undated report is the day of its dateline.
                yield _fact(scene, dateline)
            yield fact
    if not seen:
        yield from _said(scene, found)


def _of(scene: Scene, inside: range, anchor: int) -> bool:
    """Whether the date is when they met: it hangs on the meeting or its verb, not on another noun."""
    reading = scene.reading
    head = _outside(scene, inside)
    verb = scene.clauses[anchor]
    for _ in range(6):
        if head in (anchor, verb):
            return True
        if reading.head[head] == head:
            return False
        noun = reading.dep[head] in {"pobj", "dobj", "nsubj", "conj", "appos", "attr"}
        # “Today in Ossel with N” chains up; a date inside a thing's own phrase is the thing's.
        person = bool(scene.covering[head]) or reading.entity[head] in {"GPE", "LOC", "FAC", "DATE"}
        if noun and not person and not reading.descends(anchor, head, 4):
            return False
        head = reading.head[head]
    return False


def _outside(scene: Scene, inside: range) -> int:
    """The word outside the date that it hangs on, prepositions left out."""
    reading = scene.reading
    at = inside.start
    for _ in range(5):
        if at not in inside and reading.dep[at] != "prep":
            return at
        if reading.head[at] == at:
            return at
        at = reading.head[at]
    return at


def _preposition(scene: Scene, inside: range) -> int:
    """The “on” of “on Monday”, or the first word of the date that hangs outside it."""
    head = next((i for i in inside if scene.reading.head[i] not in inside), inside.start)
    above = scene.reading.head[head]
    return above if scene.reading.dep[above] == "prep" else head


def _said(scene: Scene, found: list[DateWords]) -> Iterator[Fact]:
    """In a transcript: “thank you for receiving us today”."""
    reading = scene.reading
    if not scene.turns:
        return
    for date in found:
        inside = reading.inside(date.span)
        if date.words.lower() != "today" or not inside or not scene.spoken[inside.start]:
            continue
        near = reading.low[max(scene.sentence(inside.start).start, inside.start - 5) : inside.start]
        if not _HERE.isdisjoint(near):
            yield _fact(scene, date)
            return


def _fact(scene: Scene, date: DateWords) -> Fact:
    return Fact(kind="date", words=date.words, span=date.span, value=resolve(date, scene.today))
