"""How long the meeting was: of all lengths of time those that the text says of it."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.meeting.belonging import Belonging
from memcon.meeting.durations import Duration, find_durations
from memcon.meeting.scene import Scene
from memcon.meeting.vocabulary import GATHERINGS
from memcon.record import Fact

_LASTING = {
    "lasted", "lasts", "lasting", "last", "took", "spoke", "talked", "met", "meeting", "talking",
    "speaking", "continued", "ran", "conversed", "went", "spent", "held",
}  # fmt: skip


def find_told_durations(scene: Scene, belonging: Belonging) -> Iterator[Fact]:
    """Durations of the meeting, in the order of the text."""
    for duration in find_durations(scene.text):
        inside = scene.reading.inside(duration.span)
        if inside and not scene.spoken[inside.start] and _of_meeting(scene, belonging, inside):
            yield _fact(duration)


def _of_meeting(scene: Scene, belonging: Belonging, inside: range) -> bool:
    """Whether what lasted so long is the meeting."""
    reading = scene.reading
    anchors = set(belonging.anchors(reading.sentence[inside.start]))
    i = inside.stop - 1
    for step in range(7):
        low = reading.low[i]
        if i in anchors:
            return True
        if low in GATHERINGS and i not in inside and step < 4:
            # “A 90-minute call”, “two hours of talks”: a new noun for the meeting.
            left = {reading.low[c] for c in reading.children[i] if c < i}
            return left.isdisjoint({"previous", "earlier", "last", "another", "next"})
        if low in _LASTING and i not in inside:
            return bool(anchors) or _subject_is_meeting(scene, belonging, i)
        if reading.head[i] == i:
            return False
        i = reading.head[i]
    return False


def _subject_is_meeting(scene: Scene, belonging: Belonging, verb: int) -> bool:
    head = scene.subject(verb)
    if head is None:
        return False
    if scene.reading.low[head] in GATHERINGS:
        return belonging.takes_up(head)
    return False


def _fact(duration: Duration) -> Fact:
    return Fact(
        kind="duration", words=duration.words, span=duration.span, value=duration.value,
        approximate=duration.approximate,
    )  # fmt: skip
