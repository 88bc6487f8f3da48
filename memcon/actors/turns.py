"""Turns of a transcript: whose words they are, and whom each of them is addressed to."""

from __future__ import annotations

from itertools import pairwise

from memcon.actors.addressing import EVERYBODY
from memcon.actors.cast import Figure
from memcon.actors.circumstances import Circumstances
from memcon.actors.groups import Groups
from memcon.actors.pronouns import SECOND
from memcon.actors.reading import Reading
from memcon.actors.sides import Sides
from memcon.actors.sources import Sources
from memcon.actors.vocatives import Vocatives
from memcon.record import Attribution

_SPEECHES = {"remarks", "testimony", "statement", "address", "speech"}
_TO = {"before", "to"}
#: Whoever is meant by these is not named by them.
_NOBODY = {"press", "media", "reporters", "their", "his", "her", "the", "a"}
_THANKS = {"thank", "thanks"}


class Turns:
    """The turns of a document, in order, once their speakers are known.

    :param speakers: by id of the attribution; None of a label that names nobody.
    """

    def __init__(
        self,
        turns: list[Attribution],
        speakers: dict[str, Figure | None],
        sources: Sources,
        groups: Groups,
        sides: Sides,
    ) -> None:
        self.turns = sorted(turns, key=lambda a: a.content[0][0])
        self.number = {a.id: n for n, a in enumerate(self.turns)}
        self.speakers = speakers
        self.sources = sources
        self.reading: Reading = sources.reading
        self.groups = groups
        self.sides = sides
        self.vocatives = Vocatives(sources.cast)
        self._voices: dict[str, list[tuple[int, Figure | None]]] = {}

    def addressee(self, turn: Attribution) -> Figure | None:
        """Whom a turn addresses: by name, as the only other party, as who asked or will answer."""
        speaker = self.speakers.get(turn.id)
        words = [i for span in turn.content for i in self.reading.inside(span)]
        if not words:
            return None
        heading = self._heading() if speaker is not None and len(self.turns) == 1 else None
        if heading is not None:
            return heading
        opening = self._opening(turn, words)
        called = self.vocatives.find(opening, speaker, self.sides.parties)
        if len(called) == 1:
            return called[0]
        other = self.sides.other(speaker) if speaker in self.sides.parties else None
        if other is not None and not self._questioned():
            return None if self._to_everybody(words) else other
        if called:
            return self.groups.of(called, words[0])
        return self._beside(turn, words)

    def voice(self, turn: Attribution, place: int) -> Figure | None:
        """Whose words a turn has at a character: its speaker's, until it thanks its speaker.

        Printed transcripts lose labels; nobody thanks themself by name.
        """
        if turn.id not in self._voices:
            self._voices[turn.id] = list(self._changes(turn))
        out = self.speakers.get(turn.id)
        for at, figure in self._voices[turn.id]:
            if at <= place:
                out = figure
        return out

    def _opening(self, turn: Attribution, words: list[int]) -> range:
        """The words of the turn up to where somebody else's begin."""
        changes = self._changes(turn)
        stop = next((self.reading.inside((at, at + 1)).start for at, _ in changes), words[-1] + 1)
        return range(words[0], stop)

    def _changes(self, turn: Attribution) -> list[tuple[int, Figure | None]]:
        speaker = self.speakers.get(turn.id)
        other = self.sides.other(speaker) if speaker in self.sides.parties else None
        if speaker is None or other is None:
            return []
        reading = self.reading
        words = [i for span in turn.content for i in reading.inside(span)]
        for before, i in pairwise(words):
            begins = reading.paragraph[i] != reading.paragraph[before]
            if begins and reading.low[i] in _THANKS:
                sentence = range(i, reading.of_sentence(reading.sentence[i]).stop)
                # Without the speaker among the others, a title that is the speaker's finds them.
                called = self.vocatives.find(sentence, other, [speaker, other])
                own = any(o.head in reading.low[i : sentence.stop] for o in speaker.offices)
                if called == [speaker] and own:
                    return [(reading.start[i], other)]
        return []

    def _heading(self) -> Figure | None:
        """Remarks before the Committee: whoever the first line says they were made to."""
        reading = self.reading
        line = reading.of_paragraph(0)
        made = next((i for i in line if reading.low[i] in _SPEECHES), None)
        if made is None:
            return None
        to = next((i for i in line if i > made and reading.low[i] in _TO), None)
        if to is None or to + 1 >= line.stop:
            return None
        first = to + 1 + (reading.low[to + 1] == "the")
        if first >= line.stop or reading.low[first] in _NOBODY:
            return None
        return self.sources.resolve(to + 1, line.stop - 1, Circumstances())

    def _questioned(self) -> bool:
        """Whether people without a name, or papers, ask: what is said may then be said to them."""
        asking = [self.speakers.get(a.id) for a in self.turns if self.asks(a)]
        return any(f is None or f.kind != "person" for f in asking)

    def _to_everybody(self, words: list[int]) -> bool:
        """“Thank you, all”: everybody is meant, and nobody besides."""
        reading = self.reading
        everybody = [i for i in words if reading.low[i] in EVERYBODY and self._called(i)]
        if not everybody:
            return False
        yours = [i for i in words if reading.low[i] in SECOND]
        return all(min(abs(i - j) for j in everybody) <= 3 for i in yours)

    def _called(self, i: int) -> bool:
        reading = self.reading
        behind = i + 1 >= len(reading) or reading.form[i + 1] in {".", ",", "!"}
        return behind and i > 0 and (reading.form[i - 1] == "," or reading.low[i - 1] == "you")

    def _beside(self, turn: Attribution, words: list[int]) -> Figure | None:
        """Whoever answers what this turn asks, or asked what this turn answers."""
        number = self.number[turn.id]
        speaker = self.speakers.get(turn.id)
        before = self.turns[number - 1] if number else None
        after = self.turns[number + 1] if number + 1 < len(self.turns) else None
        figure = None
        if self.asks(turn) and after is not None:
            figure = self.speakers.get(after.id)
            # A moderator who cuts in does not answer.
            figure = figure if figure in self.sides.parties else None
        elif before is not None and (
            self.asks(before) or any(self.reading.low[i] in SECOND for i in words[:40])
        ):
            figure = self.voice(before, before.content[-1][1])
        return None if figure is speaker else figure

    def asks(self, turn: Attribution) -> bool:
        """Whether a turn has a question in its last words."""
        text = self.reading.words.text
        said = "".join(text[a:b] for a, b in turn.content)
        return "?" in said[-400:]


def is_turn(attribution: Attribution, reading: Reading) -> bool:
    """Whether it is a turn of a transcript: a label and a colon."""
    text = reading.words.text
    cue = "".join(text[a:b] for a, b in attribution.cue)
    return attribution.type == "direct" and bool(attribution.source) and cue.strip() in {"", ":"}
