"""Sentences that tell of the meeting: those that name it, and those that take it up again."""

from __future__ import annotations

from memcon.meeting.choosing import Occasion
from memcon.meeting.othertimes import is_aside
from memcon.meeting.scene import Scene
from memcon.meeting.vocabulary import GATHERINGS, GREAT, MEET, OTHER

_DEFINITE = {"the", "this", "their", "these", "that"}
_BOTH = {
    "two", "both", "they", "leaders", "sides", "ministers", "presidents", "officials", "pair", "parties",
    "diplomats", "delegations", "heads",
}  # fmt: skip


class Belonging:
    """Which words of the narrator tell of the meeting."""

    def __init__(self, scene: Scene, occasion: Occasion) -> None:
        self.scene = scene
        self.occasion = occasion
        self.words = {t.word for t in occasion.tellings}
        self.sentences = {scene.reading.sentence[i] for i in self.words}

    def takes_up(self, noun: int) -> bool:
        """The meeting; during this meeting; the talks, which …: not “the previous meeting”."""
        reading, scene = self.scene.reading, self.scene
        if reading.low[noun] not in GATHERINGS or scene.spoken[noun]:
            return False
        if reading.low[noun] in GREAT and not any(reading.low[i] in GREAT for i in self.words):
            # “The summit” is not the meeting on its margins.
            return False
        left = {reading.low[c] for c in reading.children[noun] if c < noun}
        if left.isdisjoint(_DEFINITE) or not left.isdisjoint(OTHER):
            return False
        with_others = [
            a.id
            for c in reading.children[noun]
            if reading.low[c] in {"with", "between"}
            for p in reading.children[c]
            for a in scene.phrase(p)
        ]
        return all(id in self.occasion.ids for id in with_others)

    def anchors(self, sentence: int) -> list[int]:
        """Words of a sentence that mean the meeting: its verb, its noun, “it” right behind it."""
        reading = self.scene.reading
        out = []
        for i in reading.of_sentence(sentence):
            low = reading.low[i]
            if i in self.words or self.takes_up(i):
                out.append(i)
            elif low == "it" and reading.dep[i] == "nsubj" and self._follows(sentence):
                verb = reading.head[i]
                nouns = {reading.low[c] for c in reading.children[verb] if reading.dep[c] == "attr"}
                lasted = reading.low[verb] in {"lasted", "took"}
                if lasted or not nouns.isdisjoint(GATHERINGS):
                    out.append(verb)
            elif low in MEET and self._together(i):
                out.append(i)
        return out

    def _follows(self, sentence: int) -> bool:
        return sentence - 1 in self.sentences

    def _together(self, verb: int) -> bool:
        """The two leaders spoke for two hours."""
        scene = self.scene
        low = scene.reading.low
        head = scene.subject(verb)
        if head is None or scene.spoken[verb] or low[verb] not in {"met", "spoke", "talked"}:
            return False
        if is_aside(scene, verb, verb):
            return False
        ids = {a.id for a in scene.phrase(head)}
        if len(ids) > 1:
            return ids <= self.occasion.ids
        named = {a.kind for a in scene.phrase(head)} & {"person", "state", "organisation"}
        # Without “with others” the two are those of whom the text tells.
        others = any(low[c] in {"with", "to"} for c in scene.reading.children[verb])
        return low[head] in _BOTH and not named and not others
