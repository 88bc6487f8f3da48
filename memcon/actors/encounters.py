"""Encounters that a text tells of: “A met with B”, “in a meeting with B, A said”, “A’s Call with B”.

What one of the parties is then told to have said was said to the others, until the text goes on to
another encounter or another occasion.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.actors.cast import Figure
from memcon.actors.circumstances import Circumstances
from memcon.actors.hearers import Hearers
from memcon.actors.sources import Sources

#: Verbs of meeting, with the prepositions that stand before the other party; "" for an object.
_OBJECT, _BOTH = frozenset({""}), frozenset({"", "with"})
_WITH = frozenset({"with", "to"})
_MEET: dict[str, frozenset[str]] = (
    dict.fromkeys(("met", "meet", "meets", "meeting"), _BOTH)
    | dict.fromkeys(("spoke", "speaks", "spoken", "speaking"), _WITH)
    | dict.fromkeys(("talked", "talks", "talking", "conferred", "consulted"), _WITH)
    | dict.fromkeys(("called", "calls", "phoned", "telephoned", "received", "receives"), _OBJECT)
    | dict.fromkeys(("hosted", "hosts", "visited", "greeted"), _OBJECT)
)
_GATHERINGS = {
    "meeting", "meetings", "talks", "call", "conversation", "consultations", "discussions",
    "negotiations", "interview", "audience", "exchange",
}  # fmt: skip
_HOLD = {
    "held", "hold", "holds", "holding", "had", "has", "have", "having", "conducted", "gave", "gives",
}  # fmt: skip
_DURING = {"in", "at", "during", "on", "throughout"}
#: What may stand between “met” and “with N”: today in Port Sabel.
_BETWEEN = {
    "in", "at", "on", ",", "today", "yesterday", "tonight", "jointly", "again", "briefly", "the",
    "here", "separately", "virtually", "privately", "earlier",
}  # fmt: skip
_PLACES = {"GPE", "LOC", "FAC", "DATE", "TIME", "CARDINAL"}
#: What has not happened, or is only meant to, is no occasion to have said something.
_UNREAL = {
    "will", "would", "may", "might", "could", "should", "'ll", "to", "not", "n't", "never", "can",
}  # fmt: skip
#: Another occasion, unless these words are themselves part of what is said.
_ELSEWHERE = {
    "reporters", "journalists", "press", "interview", "speech", "tweet", "tweeted", "twitter",
    "facebook", "parliament", "testified", "wrote", "earlier", "previously", "separately",
    "statement", "television", "radio", "rally", "broadcast", "newspaper",
}  # fmt: skip
_DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_CARRIES = {"conj", "xcomp", "advcl", "ccomp", "acl", "relcl", "pcomp"}
#: An encounter is forgotten when so many paragraphs told of nobody in it.
_PARAGRAPHS = 3


@dataclass(slots=True)
class Encounter:
    """Who met, and where the text tells of it.

    :param place: first word of the sentence that tells it.
    :param latest: paragraph in which a party to it was last told to speak.
    """

    place: int
    parties: tuple[Figure, ...]
    latest: int

    def others(self, speaker: Figure) -> list[Figure]:
        """The parties beside the speaker; none if the speaker is no party to it."""
        speaking = speaker.members or (speaker,)
        if any(member not in self.parties for member in speaking):
            return []
        return [p for p in self.parties if p not in speaking]


class Encounters:
    """Encounters in one body of words: the document's own, or somebody's.

    :param words: places of these words, in order.
    :param told: of each word of the document, whether it is part of what somebody in it says.
    """

    def __init__(
        self,
        sources: Sources,
        hearers: Hearers,
        words: list[int],
        told: list[bool],
        around: Circumstances,
    ) -> None:
        self.sources = sources
        self.hearers = hearers
        self.reading = sources.reading
        self.words = words
        self.told = told
        self.around = around
        self.known = list(self._find())
        #: Where words of another occasion stand, and each day of the week, outside what is said.
        self._occasions: list[int] = []
        self._days: dict[str, list[int]] = {day: [] for day in _DAYS}
        for i in sorted(words):
            low = self.reading.low[i]
            if not told[i] and (low in _ELSEWHERE or low in _DAYS):
                self._days.get(low, self._occasions).append(i)

    def hearing(self, speaker: Figure, place: int) -> list[Figure]:
        """Whom the speaker, told to speak at the place, was then talking with."""
        reading = self.reading
        end = reading.of_sentence(reading.sentence[place]).stop
        before = bisect_left(self.known, end, key=lambda e: e.place)
        if not before:
            return []
        latest = self.known[before - 1]
        others = latest.others(speaker)
        near = reading.paragraph[place] - latest.latest <= _PARAGRAPHS
        if not near or self._elsewhere(latest, place, end):
            return []
        if speaker in latest.parties or others:
            latest.latest = max(latest.latest, reading.paragraph[place])
        return others

    def note(self, parties: Sequence[Figure], place: int) -> None:
        """Take note that these are told to have talked with each other."""
        first = self.reading.of_sentence(self.reading.sentence[place]).start
        met = Encounter(first, tuple(parties), self.reading.paragraph[place])
        insort(self.known, met, key=lambda e: e.place)

    def between(self, one: Figure, other: Figure) -> bool:
        """Whether the text tells that these two met, and nobody else with them."""
        return any(set(e.parties) == {one, other} for e in self.known)

    def _elsewhere(self, encounter: Encounter, place: int, end: int) -> bool:
        """Whether the text has gone on to another occasion before the end of that sentence."""
        reading = self.reading
        opening = reading.of_sentence(reading.sentence[encounter.place])
        if place in opening:
            return False
        days = {reading.low[i] for i in opening} & _DAYS
        others = (places for day, places in self._days.items() if day not in days)
        return any(
            bisect_left(places, opening.stop) < bisect_left(places, end)
            for places in (self._occasions, *others)
        )

    def _find(self) -> Iterator[Encounter]:
        reading = self.reading
        for i in self.words:
            low = reading.low[i]
            parties: list[Figure] = []
            if low in _GATHERINGS and reading.dep[i] not in {"ROOT", "conj", "advcl", "relcl"}:
                parties = self._gathering(i)
            if not parties and low in _MEET and not self._unreal(i):
                parties = self._meeting(i)
            if not parties and low in _GATHERINGS:
                parties = self._heading(i)
            if len(parties) > 1:
                first = reading.of_sentence(reading.sentence[i]).start
                yield Encounter(first, tuple(parties), reading.paragraph[i])

    def _meeting(self, verb: int) -> list[Figure]:
        """A met (with) B; A and B met."""
        reading = self.reading
        allowed = _MEET[reading.low[verb]]
        if any(reading.dep[c] in {"oprd", "ccomp"} for c in reading.children[verb]):
            return []
        others: list[Figure] = []
        for child in reading.children[verb]:
            if child < verb:
                continue
            if "" in allowed and reading.dep[child] in {"dobj", "dative"}:
                others += self._figures(child)
            elif reading.low[child] in allowed and reading.low[child]:
                others += self._objects(child)
        if not others and "with" in allowed:
            others = self._behind_places(verb)
        subject = self._subject(verb)
        alone = not others and "with" in allowed and len(subject) > 1
        return _joined(subject, others) if others or alone else []

    def _behind_places(self, verb: int) -> list[Figure]:
        """Met in Port Sabel, Ossel, with B: the parser often hangs B on the place."""
        reading = self.reading
        for i in range(verb + 1, reading.of_sentence(reading.sentence[verb]).stop):
            if reading.low[i] == "with":
                return self._objects(i)
            if reading.low[i] not in _BETWEEN and reading.entity[i] not in _PLACES:
                break
        return []

    def _gathering(self, noun: int) -> list[Figure]:
        """In a meeting with B, A …; A held talks with B; talks between A and B."""
        reading = self.reading
        others: list[Figure] = []
        for child in reading.children[noun]:
            if reading.low[child] == "with":
                others += self._objects(child)
            elif reading.low[child] == "between":
                both = self._objects(child)
                if len(both) > 1:
                    return _joined(both, [])
        above = reading.head[noun]
        for child in reading.children[noun]:
            if reading.dep[child] == "poss" and others:
                return _joined(self._figures(child), others)
        held = reading.dep[noun] == "dobj" and reading.low[above] in _HOLD
        during = reading.dep[noun] == "pobj" and reading.low[above] in _DURING
        if held and not self._unreal(above):
            return _joined(self._subject(above), others)
        return _joined(self._subject(reading.head[above]), others) if during else []

    def _heading(self, noun: int) -> list[Figure]:
        """A’s Call with B, in a heading, whatever a parser makes of it."""
        reading = self.reading
        if reading.paragraph[noun] not in reading.headlines:
            return []
        line = reading.of_paragraph(reading.paragraph[noun])
        persons = self.sources.cast.persons
        before = [persons[i].figure for i in range(line.start, noun) if i in persons]
        behind = range(noun + 2, line.stop)
        if noun + 1 >= line.stop or reading.low[noun + 1] != "with" or not before:
            return []
        return _joined(before[-1:], [persons[i].figure for i in behind if i in persons])

    def _unreal(self, verb: int) -> bool:
        reading = self.reading
        return any(
            reading.low[c] in _UNREAL and reading.dep[c] in {"aux", "neg"}
            for c in reading.children[verb]
        )

    def _subject(self, verb: int) -> list[Figure]:
        """Whoever does it; “A, in a meeting with B, said” often hangs the meeting on A."""
        reading = self.reading
        known = self.sources.cast.persons.get(verb)
        if known is not None:
            return [known.figure]
        for _ in range(4):
            for child in reading.children[verb]:
                if reading.dep[child] in _SUBJECTS:
                    return self._figures(child)
            if reading.head[verb] == verb or reading.dep[verb] not in _CARRIES:
                break
            verb = reading.head[verb]
        return []

    def _objects(self, preposition: int) -> list[Figure]:
        reading = self.reading
        out: list[Figure] = []
        for noun in reading.children[preposition]:
            if reading.dep[noun] == "pobj":
                out += self._figures(noun)
        if not out and reading.dep[preposition] == "mark":
            # “With N to follow up” is read as a clause: N is then its subject.
            clause = reading.children[reading.head[preposition]]
            nouns = [i for i in clause if i > preposition and reading.dep[i] in _SUBJECTS]
            out = self._figures(nouns[0]) if nouns else []
        return out

    def _figures(self, head: int) -> list[Figure]:
        if not self.hearers.may_hear(head):
            return []
        figure = self.sources.resolve(*self.hearers.extent(head), self.around)
        return list(figure.members or (figure,)) if figure is not None else []


def _joined(some: list[Figure], others: list[Figure]) -> list[Figure]:
    return list(dict.fromkeys([*some, *others]))
