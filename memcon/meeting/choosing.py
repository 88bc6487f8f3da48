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
    whole = [t for t in main if len(t.parties) > 1]
    if not whole:
        return None
    lead = next((t for t in main if not t.heading), None)
    chosen = max(whole, key=lambda t: (_weight(scene, t, lead), -t.word))
    occasion = Occasion([], list(chosen.parties))
    for telling in main:
        if telling is chosen:
            occasion.tellings.append(telling)
        elif _same(telling, occasion) or (
            chosen.heading
            and _beside(scene, telling, lead)
            and _in_heading(telling, occasion, telling is lead)
        ):
            occasion.tellings.append(telling)
            # Where persons meet, “with the Republic of Ossel” begins a title, or is their state.
            more = [a for a in telling.parties if not _states([a]) or _states(occasion.parties)]
            if not _states(telling.parties):
                occasion.parties = unique([*occasion.parties, *more])
    return occasion


def _weight(scene: Scene, telling: Telling, lead: Telling | None) -> int:
    """A heading counts most, then the lead, then that the parties are reported to speak."""
    parties = {a.id for a in telling.parties}
    speaking = any(a.speaker in parties for a in scene.attributions)
    persons = all(a.kind == "person" for a in telling.parties)
    return 8 * telling.heading + 4 * (telling is lead) + 2 * speaking + persons


def _same(telling: Telling, occasion: Occasion) -> bool:
    """Whether the same parties meet, or their states do."""
    parties = {a.id for a in telling.parties}
    if len(parties & occasion.ids) > 1:
        return parties >= occasion.ids or parties <= occasion.ids
    sides = {a.country for a in occasion.parties}
    states = {a.country for a in telling.parties}
    return _states(telling.parties) and None not in sides and states == sides


def _beside(scene: Scene, telling: Telling, lead: Telling | None) -> bool:
    """Whether a telling is the lead, or stands in its sentence."""
    sentence = scene.reading.sentence
    return lead is not None and sentence[telling.word] == sentence[lead.word]


def _in_heading(telling: Telling, occasion: Occasion, leading: bool) -> bool:
    """Whether the lead tells of the heading's meeting more fully.

    A heading may name one of a delegation only, or the states of those who met.
    """
    if leading and any(a.id in occasion.ids for a in telling.parties):
        return True
    sides = {a.country for a in telling.parties}
    return _states(occasion.parties) and sides == {a.country for a in occasion.parties}


def _states(parties: list[Actor]) -> bool:
    return all(a.kind in {"state", "government"} for a in parties)
