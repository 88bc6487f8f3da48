"""Which of the meetings that a document tells of it is about.

The heading's, if the heading tells of one; else the first that is not told in passing, where the talk
that is reported is of its parties. “When they met last year” is another meeting.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from memcon.meeting.scene import Scene, unique
from memcon.meeting.tellings import Telling, Tellings
from memcon.record import Actor


@dataclass(slots=True)
class Occasion:
    """The meeting: all tellings of it, in the order of the text, and who was there."""

    tellings: list[Telling] = field(default_factory=list)
    parties: list[Actor] = field(default_factory=list)

    @property
    def ids(self) -> set[str]:
        """Ids of the parties."""
        return {actor.id for actor in self.parties}


def choose_occasion(scene: Scene) -> Occasion | None:
    """The meeting that the document is about, or None if it tells of none."""
    told = list(Tellings(scene).find())
    main = [t for t in told if not t.aside]
    if not main:
        return None
    chosen = max(main, key=lambda t: (_weight(scene, t), -t.word))
    occasion = Occasion([], list(chosen.parties))
    for telling in main:
        if telling is chosen or _same(telling, occasion, chosen.heading):
            occasion.tellings.append(telling)
            if telling is not chosen and (chosen.heading or _fuller(telling, occasion)):
                occasion.parties = unique([*occasion.parties, *telling.parties])
    return occasion


def _weight(scene: Scene, telling: Telling) -> int:
    """A heading counts most; then a lead; then that its parties are reported to speak."""
    parties = {a.id for a in telling.parties}
    speaking = any(a.speaker in parties for a in scene.attributions)
    persons = all(a.kind == "person" for a in telling.parties)
    first = scene.reading.sentence[telling.word] == scene.reading.sentence[0] or (
        scene.reading.paragraph[telling.word] < 4
    )
    return 8 * telling.heading + 2 * speaking + persons + first


def _same(telling: Telling, occasion: Occasion, heading: bool) -> bool:
    """Whether a telling shares its parties with the meeting.

    A heading may name only some of those who met, and so may what follows it.
    """
    parties = {a.id for a in telling.parties}
    shared = parties & occasion.ids
    return len(shared) > 1 and (parties == shared or heading or len(occasion.ids - shared) == 0)


def _fuller(telling: Telling, occasion: Occasion) -> bool:
    return occasion.ids < {a.id for a in telling.parties}
