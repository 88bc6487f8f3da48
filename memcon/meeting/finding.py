"""The meeting of a document, put together from what its modules find."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import cast

from memcon.actors.reading import Reading
from memcon.document import Document
from memcon.language.quotations import Quotation
from memcon.meeting.attendance import attend
from memcon.meeting.belonging import Belonging
from memcon.meeting.choosing import Occasion, choose_occasion
from memcon.meeting.documents import find_documents
from memcon.meeting.durations_told import find_told_durations
from memcon.meeting.formats import find_format
from memcon.meeting.gifts import Gifts
from memcon.meeting.nextsteps import NextSteps
from memcon.meeting.places import find_places, heading_places
from memcon.meeting.roles import Roles, delegates
from memcon.meeting.scene import Scene
from memcon.meeting.times import find_times
from memcon.record import Actor, Attribution, Fact, Meeting, MeetingFormat


def find_meeting(
    document: Document,
    reading: Reading,
    attributions: Sequence[Attribution],
    actors: Sequence[Actor],
    quotations: Sequence[Quotation] = (),
) -> Meeting:
    """The meeting that the document is about, as far as its text tells of it.

    :param quotations: of the document; what stands in them is not told by the narrator.
    :returns: an empty Meeting where the text tells of none.
    """
    if not len(reading):
        return Meeting()
    scene = Scene(document, reading, attributions, actors, quotations)
    occasion = choose_occasion(scene)
    if occasion is None:
        return Meeting()
    belonging = Belonging(scene, occasion)
    attend(scene, occasion, belonging)
    roles = Roles(scene, occasion).find()
    facts = _once(_facts(scene, occasion, belonging, set(delegates(roles))))
    of = {kind: [f for f in facts if f.kind == kind] for kind in _KINDS}
    dates = [f.value for f in of["date"] if f.value] + [f.words for f in of["date"]]
    return Meeting(
        participants=tuple(r.actor for r in roles),
        date=next(iter(dates), None),
        place=next((" ".join(f.words.split()) for f in of["place"]), None),
        duration=next((f.value for f in of["duration"]), None),
        format=next((cast(MeetingFormat, f.value) for f in of["format"]), None),
        gifts=tuple(f.words for f in of["gift"]),
        roles=tuple(roles),
        facts=tuple(chain.from_iterable(of.values())),
    )


_KINDS = ("date", "place", "duration", "format", "gift", "document", "next step")


def _facts(
    scene: Scene, occasion: Occasion, belonging: Belonging, delegated: set[str]
) -> Iterator[Fact]:
    reading = scene.reading
    sentences = range(reading.sentence[-1] + 1)
    anchors = [i for s in sentences for i in belonging.anchors(s)]
    # What the tellings themselves say comes before what later sentences add.
    told = [t.word for t in occasion.tellings]
    taken_up = [i for i in anchors if i not in told]
    yield from find_times(scene, told, taken_up)
    form = find_format(scene, occasion, belonging, delegated)
    if form is None or form.value != "call":
        # A call is in no place, and “in Ossel” there is of what was talked about.
        yield from heading_places(scene)
        yield from find_places(scene, told, taken_up)
    yield from find_told_durations(scene, belonging)
    if form is not None:
        yield form
    yield from Gifts(scene, occasion, belonging).find()
    yield from find_documents(scene, occasion)
    yield from NextSteps(scene, occasion).find()


def _once(facts: Iterator[Fact]) -> list[Fact]:
    """Each fact once, and of the places and dates that repeat a first one only that."""
    out: list[Fact] = []
    for fact in facts:
        same = [f for f in out if f.kind == fact.kind]
        if any(_repeats(fact, known) for known in same):
            continue
        out.append(fact)
    return out


def _repeats(fact: Fact, known: Fact) -> bool:
    if fact.span[0] < known.span[1] and known.span[0] < fact.span[1]:
        return True
    if fact.kind in {"gift", "document"}:
        return False
    return (fact.value or fact.words.casefold()) == (known.value or known.words.casefold())
