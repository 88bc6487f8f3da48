"""Whether it was a call, a meeting of two sides, or of more."""

from __future__ import annotations

from memcon.meeting.belonging import Belonging
from memcon.meeting.choosing import Occasion
from memcon.meeting.scene import Scene
from memcon.meeting.tellings import is_call
from memcon.meeting.vocabulary import GATHERINGS
from memcon.record import Actor, Fact, MeetingFormat

_MANY = {"trilateral", "multilateral", "quadrilateral", "three-way", "four-way", "plenary"}
_GREAT = {"summit", "conference", "forum"}
_BY_WIRE = {"phone", "telephone", "videoconference", "teleconference", "video"}
_BY = {"by", "over", "via", "through", "on"}
#: Talk that may be in a room or on a line.
_EITHER = {"spoke", "speaks", "spoken", "speaking", "talked", "talks", "talking", "consulted"}


def find_format(
    scene: Scene, occasion: Occasion, belonging: Belonging, delegates: set[str]
) -> Fact | None:
    """The format and the words that say so; None if the text does not tell.

    :param delegates: ids of those who are there as members of a delegation, and so are no side.
    """
    reading = scene.reading
    words = [t.word for t in occasion.tellings]
    words += [i for i, low in enumerate(reading.low) if low in GATHERINGS and belonging.takes_up(i)]
    for i in words:
        if is_call(scene, i):
            return _fact(scene, "call", i)
        wire = _by_wire(scene, i)
        if wire is not None:
            return _fact(scene, "call", wire)
    many = _modifier(scene, words, _MANY)
    if many is not None:
        return _fact(scene, "multilateral", many)
    word = occasion.tellings[0].word if occasion.tellings else words[0] if words else None
    if word is None:
        return None
    two = _modifier(scene, words, {"bilateral"})
    if two is not None:
        return _fact(scene, "bilateral", two)
    count = None if _unnamed(scene, word) else sides(occasion, delegates)
    if count is not None and count > 2:
        return _fact(scene, "multilateral", word)
    if count == 2:
        met = [i for i in words if reading.low[i] not in _EITHER]
        return _fact(scene, "bilateral", met[0]) if met else None
    great = [i for i in words if reading.low[i] in _GREAT]
    return _fact(scene, "multilateral", great[0]) if great else None


def sides(occasion: Occasion, delegates: set[str]) -> int | None:
    """How many sides there are; None where it cannot be told.

    Two parties are two sides. More are as many as they have states, if each one's is known.
    """
    told = occasion.tellings[0] if occasion.tellings else None
    # Who only attended is of one of the sides of those who met.
    present = told.parties if told is not None else occasion.parties
    parties = [a for a in present if a.id not in delegates and a.kind != "group"]
    groups = [a for a in present if a.id not in delegates and a.kind == "group"]
    if len(parties) + len(groups) == 2:
        return 2
    if told is not None and not groups and len(parties) > 2:
        known = {_side(a) for a in parties}
        if None not in known:
            return len(known) if len(known) > 1 else None
        ours = {a.id for a in told.ours}
        theirs = {_side(a) for a in parties if a.id not in ours}
        # “A met with B and C”: A is a side of its own, B and C are as many as their bodies.
        return len(theirs) + 1 if ours and None not in theirs else None
    if len(parties) == 1 and delegates:
        return 2
    return None


def _unnamed(scene: Scene, word: int) -> bool:
    """Whether somebody is named behind “with” who is no actor, so that sides cannot be counted."""
    reading = scene.reading
    return any(
        reading.form[head][0].isupper() and not scene.covering[head]
        for c in reading.children[word]
        if reading.low[c] in {"with", "between"}
        for noun in reading.children[c]
        if reading.dep[noun] == "pobj"
        for head in scene.joined(noun)
    )


def _side(actor: Actor) -> str | None:
    """The state that a party is of; else the body that the title begins with, in capitals."""
    if actor.country:
        return actor.country
    if actor.kind in {"state", "organisation", "government"}:
        return actor.name
    for title in actor.titles:
        word = title.split()[0]
        if len(word) > 2 and word.isupper():
            return word
    return None


def _by_wire(scene: Scene, word: int) -> int | None:
    """Spoke by phone; a meeting via videoconference; a phone conversation."""
    reading = scene.reading
    for i in scene.sentence(word):
        if reading.low[i] in _BY_WIRE and not scene.spoken[i]:
            by = reading.low[i - 1] in _BY or reading.low[i - 2 : i] in (
                ["over", "the"],
                ["on", "the"],
            )
            if reading.head[i] == word or (by and i > 0 and i - word < 25):
                return i
    return None


def _modifier(scene: Scene, words: list[int], kinds: set[str]) -> int | None:
    for i in words:
        for child in scene.reading.children[i]:
            if scene.reading.low[child] in kinds and child < i:
                return child
        if scene.reading.low[i] in kinds:
            return i
    return None


def _fact(scene: Scene, value: MeetingFormat, word: int) -> Fact:
    span = scene.span(word, word)
    return Fact(kind="format", words=scene.words(span), span=span, value=value)
