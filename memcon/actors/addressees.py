"""To whom each attribution was said, where the text says so.

The evidence, in order: the words at the cue (told N, urged N to, said to N), those of the clauses
around it (in a letter to N, he said), the other side of the meeting that the text tells of, a name
called in the words themselves, “you” between two who met. What somebody says of themself in their
own words (“I hope”, “we are grateful”) is said to whom these words are addressed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from memcon.actors.addressing import TOGETHER, UTTERANCES
from memcon.actors.cast import Figure
from memcon.actors.circumstances import Circumstances
from memcon.actors.encounters import Encounters
from memcon.actors.groups import Groups
from memcon.actors.hearers import Hearer, Hearers
from memcon.actors.phrases import POSSESSIVE_MARKS
from memcon.actors.pronouns import FIRST, FIRST_PLURAL, SECOND
from memcon.actors.sides import Sides
from memcon.actors.sources import Sources
from memcon.actors.tenses import past
from memcon.actors.turns import Turns
from memcon.actors.vocatives import Vocatives
from memcon.record import Attribution

_STYLES = {"excellency", "majesty", "highness"}


class Addressees:
    """Finds addressees one after the other, in the order of the text.

    :param attributions: those at one depth of all that have been looked at, to know what is told.
    """

    def __init__(self, sources: Sources, groups: Groups, sides: Sides) -> None:
        self.sources = sources
        self.cast = sources.cast
        self.reading = sources.reading
        self.groups = groups
        self.sides = sides
        self.hearers = Hearers(self.cast)
        self.vocatives = Vocatives(self.cast)
        self._encounters: dict[str | None, Encounters] = {}
        #: Who spoke to whom last, and in which paragraph.
        self._lately: tuple[int, Figure, Figure] | None = None

    def of_turn(self, turn: Attribution, speaker: Figure | None, turns: Turns) -> Figure | None:
        """Whom a turn of a transcript addresses."""
        return self._allowed(turns.addressee(turn), speaker)

    def find(
        self,
        attribution: Attribution,
        speaker: Figure | None,
        around: Circumstances,
        outer: Attribution | None,
        beside: Iterable[Attribution],
    ) -> Figure | None:
        """To whom an attribution was said, or None.

        :param around: where its source stands.
        :param outer: the attribution in whose words it stands.
        :param beside: all attributions in the same words.
        """
        cue = [i for span in attribution.cue for i in self.reading.inside(span)]
        for hearer in self.hearers.at(cue):
            figure = self._heard(hearer, speaker, around)
            if figure is not None:
                self._note(cue[0], speaker, figure, hearer.only)
                return figure
        if around.quoted and self._own(attribution, speaker, around):
            return None if past(self.reading, cue) else self._allowed(around.addressee, speaker)
        if self._yours(attribution, speaker, around, cue):
            return self._allowed(around.speaker, speaker)
        for hearer in self.hearers.beside(cue):
            figure = self._heard(hearer, speaker, around)
            if figure is not None:
                self._note(cue[0], speaker, figure, hearer.only)
                return figure
        place = cue[0] if cue else self._first(attribution)
        if speaker is None or place is None:
            return None
        met = self._met(around, outer, beside)
        if speaker.members and any(self.reading.low[i] in TOGETHER for i in cue):
            met.note(speaker.members, place)
        return (
            self._just_before(place, speaker)
            or self._other_side(met, place, speaker)
            or self._called(attribution, speaker, met)
        )

    def _heard(
        self, hearer: Hearer, speaker: Figure | None, around: Circumstances
    ) -> Figure | None:
        first, last = hearer.first, hearer.last
        figure = self._holder(first, last)
        if figure is not None:
            return self._allowed(figure, speaker)
        if self.reading.low[first] in {"all", "any", "both"} and first < last:
            first += 1
        return self._allowed(self.sources.resolve(first, last, around), speaker)

    def _holder(self, first: int, last: int) -> Figure | None:
        """“Thanked the minister for Kestria’s help”: the thanks are for it, not the office."""
        survey, reading = self.sources.named.survey, self.reading
        office = survey.offices.get(last)
        if office is None or office.article != "the" or office.first != first:
            return None
        thanks = next((i for i in range(office.word, last + 1) if reading.low[i] == "for"), None)
        if thanks is None or not any(
            reading.form[i] in POSSESSIVE_MARKS for i in range(thanks, last + 1)
        ):
            return None
        plain = replace(office, last=thanks - 1, about=frozenset(), state=None)
        figure = survey.holders.find(plain, first)
        if figure is not None:
            self.cast.mention(figure, first, thanks - 1)
        return figure

    def _allowed(self, figure: Figure | None, speaker: Figure | None) -> Figure | None:
        """Nobody addresses themself, alone or among others, and no state the one who speaks for it."""
        if figure is None or figure is speaker:
            return None
        if speaker is not None:
            if speaker in figure.members or figure in speaker.members:
                return None
            if speaker.kind == "group" and self.sides.of(figure) in speaker.members:
                return None
        return figure

    def _note(self, place: int, speaker: Figure | None, figure: Figure, only: bool) -> None:
        if speaker is not None and only:
            self._lately = self.reading.paragraph[place], speaker, figure

    def _just_before(self, place: int, speaker: Figure) -> Figure | None:
        """“…,” N told reporters. “…,” he added: the same paragraph, the same hearers."""
        if self._lately is None:
            return None
        paragraph, before, figure = self._lately
        same = before is speaker and paragraph == self.reading.paragraph[place]
        return figure if same else None

    def _own(self, attribution: Attribution, speaker: Figure | None, around: Circumstances) -> bool:
        """Whether it is what the one whose words it stands in says of themself."""
        if speaker is None or around.speaker is None:
            return False
        if speaker is around.speaker:
            return True
        first = self._first(attribution)
        if first is None or self.reading.low[first] not in FIRST | FIRST_PLURAL:
            return False
        return speaker in {around.speaker, self.sides.of(around.speaker)}

    def _yours(
        self,
        attribution: Attribution,
        speaker: Figure | None,
        around: Circumstances,
        cue: list[int],
    ) -> bool:
        """“As you said”, “as His Excellency stated”: said to the one who now says so."""
        if not around.quoted or around.speaker is None or not attribution.source:
            return False
        words = {
            self.reading.low[i] for span in attribution.source for i in self.reading.inside(span)
        }
        second = bool(words & SECOND) and len(words) == 1
        styled = bool(words & _STYLES) and speaker is around.addressee
        uttered = any(self.reading.low[i] in UTTERANCES for i in cue)
        return (second or styled) and uttered and past(self.reading, cue)

    def _other_side(
        self,
        met: Encounters,
        place: int,
        speaker: Figure,
    ) -> Figure | None:
        others = met.hearing(speaker, place)
        if not others:
            return None
        return self._allowed(self.groups.of(others, place), speaker)

    def _met(
        self,
        around: Circumstances,
        outer: Attribution | None,
        beside: Iterable[Attribution],
    ) -> Encounters:
        key = outer.id if outer is not None else None
        if key not in self._encounters:
            reading = self.reading
            told = [False] * len(reading)
            spoken = [False] * len(reading)
            for attribution in beside:
                direct = attribution.type == "direct"
                for span in attribution.content:
                    for i in reading.inside(span):
                        told[i] = True
                        spoken[i] = spoken[i] or direct
            spans = outer.content if outer is not None else ((0, len(reading.words.text)),)
            words = [i for span in spans for i in reading.inside(span) if not spoken[i]]
            if words and outer is not None and 0 in reading.headlines:
                # What a spokesperson gives out tells of the meeting that the heading names.
                line = reading.of_paragraph(0)
                words = [i for i in line if i < words[0]] + words
            self._encounters[key] = Encounters(self.sources, self.hearers, words, told, around)
        return self._encounters[key]

    def _called(self, attribution: Attribution, speaker: Figure, met: Encounters) -> Figure | None:
        """By name in the words themselves, or as “you” where only two met."""
        if attribution.type != "direct":
            return None
        reading = self.reading
        words = [i for span in attribution.content for i in reading.inside(span)]
        if not words:
            return None
        while len(words) > 1 and not reading.form[words[0]][0].isalnum():
            words = words[1:]
        called = self.vocatives.find(range(words[0], words[-1] + 1), speaker, self.sides.parties)
        if called:
            return self._allowed(self.groups.of(called, words[0]), speaker)
        other = self.sides.other(speaker) if speaker in self.sides.parties else None
        yours = any(reading.low[i] in SECOND for i in words)
        return other if other is not None and yours and met.between(speaker, other) else None

    def _first(self, attribution: Attribution) -> int | None:
        for span in attribution.source or attribution.content:
            inside = self.reading.inside(span)
            if inside:
                return inside.start
        return None
