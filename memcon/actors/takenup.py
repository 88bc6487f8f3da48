"""Words that take up several named before: they, the two sides, both governments, the meeting."""

from __future__ import annotations

from collections.abc import Callable

from memcon.actors.cast import Figure
from memcon.actors.circumstances import Circumstances
from memcon.actors.groups import COUNTRIES, PARTIES, SIDES, SIZES, Groups
from memcon.actors.phrases import GATHERINGS, head_of, plural
from memcon.actors.pronouns import FIRST, FIRST_PLURAL, INDEFINITE
from memcon.actors.sides import Sides
from memcon.actors.survey import Survey
from memcon.actors.titles import MODIFIERS, OFFICES

_STYLES = {"excellency", "majesty", "highness"}
_OBJECTS = {"dobj", "pobj"}
_AMOUNTS = {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"}


class TakenUp:
    """Finds the group that such words mean.

    :param noun: gives the figure of the noun phrase around a word, before a place.
    """

    def __init__(
        self,
        survey: Survey,
        groups: Groups,
        sides: Sides,
        noun: Callable[[int, int, Circumstances], Figure | None],
    ) -> None:
        self.survey = survey
        self.cast = survey.cast
        self.reading = survey.reading
        self.groups = groups
        self.sides = sides
        self.noun = noun

    def they(self, i: int, around: Circumstances) -> Figure | None:
        """They, both: the group, the people or the body last told of; the nearest sentence decides.

        Whoever speaks is not among “them”.
        """
        reading = self.reading
        here = reading.sentence[i]
        both = 2 if reading.low[i] in {"both", "two"} else None
        speaker = around.speaker
        if speaker is not None and speaker.kind == "group":
            again = around.previous is speaker and reading.low[i] in {"they", "their"}
            if again or (both and len(speaker.members) == both):
                return speaker
        subject = reading.low[i] != "them"
        recent = self._others(self.groups.latest(i, both, 2), around, subject)
        for distance in range(4):
            group = self._others(self.groups.latest(i, both, distance), around, subject)
            if group is not None:
                return group
            people = self.groups.present(here - distance, i)
            people = [p for p in people if p not in around.speakers]
            if len(people) > 1 and (both is None or len(people) == 2):
                return self.groups.of(people, i)
            if both is None:
                any_role = recent is None or distance > 0
                many = self._many(here - distance, i, around, any_role)
                if many is not None:
                    return many
        previous = around.previous
        if previous is None or previous.kind == "person" or previous in around.speakers:
            return None
        return previous

    def _others(self, group: Figure | None, around: Circumstances, subject: bool) -> Figure | None:
        if group is None or (group is around.speaker and subject):
            # Who speak together in a statement tell of themselves: “both sides welcomed; they agreed”.
            return group
        if group in around.speakers or around.speakers & set(group.members):
            return None
        return group

    def _many(
        self, sentence: int, place: int, around: Circumstances, any_role: bool
    ) -> Figure | None:
        """A people, a state or other plural subject in a sentence before the place.

        :param any_role: whether one that is not the subject will do.
        """
        reading, places = self.reading, self.cast.places
        best: tuple[int, int] = (-1, -1)
        for i in reading.of_sentence(sentence):
            if i >= place:
                break
            subject = reading.dep[i] in {"nsubj", "nsubjpass"}
            known = places.get(i)
            if known is not None and known.last == i and not known.adjective:
                # “We” are the speaker's state, and not among “them” either.
                if known.figure not in {*around.speakers, self.sides.of(around.speaker)}:
                    best = max(best, (2 if subject else 0, i))
            elif i not in self.cast.persons and self._people(i):
                human = reading.low[i] in {"people", "peoples"} and reading.dep[i] in _OBJECTS
                if subject or human:
                    best = max(best, (2 if subject else 1, i))
        rank, head = best
        here = sentence == reading.sentence[place]
        if rank < 0 or (rank < 2 and not any_role) or (rank == 0 and not here):
            return None
        known = places.get(head)
        if known is not None and known.last == head:
            return known.figure
        return self.noun(head, place, around)

    def _people(self, i: int) -> bool:
        """Whether a noun may mean several who speak: not percent, not years, not our thoughts."""
        reading = self.reading
        if reading.low[i] in INDEFINITE - {"people"} or reading.entity[i] in _AMOUNTS:
            return False
        ours = any(reading.low[c] in FIRST_PLURAL | FIRST for c in reading.children[i])
        return plural(reading, i) and reading.form[i][0].isalpha() and not ours

    def phrase(self, first: int, last: int, around: Circumstances) -> Figure | None:
        """The figure of a phrase that takes up others, or None for any other phrase."""
        reading = self.reading
        words = reading.low[first : last + 1]
        head = head_of(reading, first, last)
        noun = words[-1] if reading.low[head] in SIZES else reading.low[head]
        size = next((SIZES[w] for w in words[:3] if w in SIZES), None)
        short = last - first <= 4 and not self._names_state(first, last)
        styled = last - first <= 2 and not _STYLES.isdisjoint(words)
        if styled or ("other" in words[:2] and noun in {"side", "party"}):
            # “As His Excellency stated”: in one party's words the other one.
            others = [p for p in self.sides.parties if p is not around.speaker]
            return others[0] if around.quoted and len(others) == 1 else None
        if self._own(first, last, noun, size, around):
            return around.speaker
        if short and noun in COUNTRIES and (size or words[0] in {"the", "all"}):
            return self._countries(first, size, around)
        if short and (size or words[0] == "the") and self._parties(words, noun):
            return self._met(first, size, noun)
        parts = "groups" in words and not GATHERINGS.isdisjoint(words)
        if words[0] == "the" and (noun in GATHERINGS or parts):
            return self.groups.latest(first, None)
        return None

    def _own(
        self, first: int, last: int, noun: str, size: int | None, around: Circumstances
    ) -> bool:
        """“The Ministers welcomed …” in what ministers state together: they tell of themselves."""
        speaker, words = around.speaker, self.reading.low[first : last + 1]
        if speaker is None or words[0] not in {"the", "both", "all", "two"}:
            return False
        if last - first > 5 or self._names_state(first, last):
            return False
        if not speaker.members:
            short = last == first + 1 and noun.endswith("s")
            return short and speaker.kind == "group" and noun in speaker.name.lower().split()
        if size not in {None, len(speaker.members)}:
            return False
        if "and" in words:
            # The Secretary and the Foreign Ministers.
            offices = [w for w in words if w.removesuffix("s") in OFFICES]
            rest = set(words) - set(offices) - {"the", "and"} - MODIFIERS
            return not rest and words[-1].endswith("s") and len(offices) > 1
        return self._parties(words, noun) or (noun in COUNTRIES and last - first < 3)

    def _parties(self, words: list[str], noun: str) -> bool:
        """Whether the words say no more than that they are parties: not “the two rebel leaders”."""
        if noun not in PARTIES and noun not in SIZES and noun.removesuffix("s") not in OFFICES:
            return False
        rest = set(words) - {noun, "the", "other", "all", "of", "our"} - SIZES.keys() - MODIFIERS
        return (noun in PARTIES or noun in SIZES or noun.endswith("s")) and not rest

    def _met(self, place: int, size: int | None, noun: str) -> Figure | None:
        """The group told of last, else the persons of the nearest scene, else the parties."""
        persons = noun not in SIDES and noun not in SIZES
        group = self.groups.latest(place, size, people=persons)
        if group is not None:
            return group
        people = self.groups.scene(place, size)
        if len(people) > 1:
            return self.groups.of(people, place)
        if noun in {"sides", "parties"} and len(self.sides.parties) == 2:
            return self.groups.of(self.sides.parties, place)
        return None

    def _names_state(self, first: int, last: int) -> bool:
        places = self.cast.places
        return any(
            i in self.survey.capitals or (i in places and places[i].figure.kind == "state")
            for i in range(first, last + 1)
        )

    def _countries(self, place: int, size: int | None, around: Circumstances) -> Figure | None:
        """The two countries: of the group told of last, else of the persons of the scene."""
        if around.quoted and len(self.sides.parties) == 2 and size in {2, None}:
            members = self.sides.parties
        else:
            group = self.groups.latest(place, size)
            members = list(group.members) if group else self.groups.scene(place, size)
        states = [s for s in map(self.sides.of, members) if s is not None and s.kind != "person"]
        if len(states) < 2 or len(states) < len(members):
            return None
        return self.groups.of(states, place)
