"""Others who were there: “N and M opened the dialogue”, “the talks were attended by N”."""

from __future__ import annotations

from memcon.meeting.belonging import Belonging
from memcon.meeting.choosing import Occasion
from memcon.meeting.scene import Scene, unique

_ATTEND = {"attended", "opened", "joined", "participated", "took", "chaired", "co-chaired", "led"}


def attend(scene: Scene, occasion: Occasion, belonging: Belonging) -> None:
    """Add to the parties the persons who are told to have been at the meeting as well."""
    reading = scene.reading
    for verb, low in enumerate(reading.low):
        if low not in _ATTEND or scene.spoken[verb]:
            continue
        children = reading.children[verb]
        passive = [c for c in children if reading.dep[c] == "nsubjpass"]
        if passive:
            meant = passive
            who = [n for c in children if reading.low[c] == "by" for n in reading.children[c]]
        else:
            meant = [c for c in children if c > verb and reading.dep[c] == "dobj"]
            meant += [n for c in children if reading.low[c] == "in" for n in reading.children[c]]
            meant += [
                n for m in meant if reading.low[m] == "part"
                for c in reading.children[m] if reading.low[c] == "in"
                for n in reading.children[c]
            ]  # fmt: skip
            subject = scene.subject(verb)
            who = [] if subject is None else [subject]
        if any(belonging.takes_up(m) for m in meant):
            persons = [a for w in who for a in scene.phrase(w) if a.kind == "person"]
            occasion.parties = unique([*occasion.parties, *persons])
