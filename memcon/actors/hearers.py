"""The words beside a cue that say to whom it was said: told N, said to N, in a letter to N."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.actors.addressing import (
    ADDRESSING,
    CALLS_ON,
    LAYS_OUT,
    MESSAGES,
    MOVES,
    PEOPLE,
    SAYS_TO,
    SHARES_WITH,
    SPEAKING,
    TELLS,
    THINGS,
    VIEWS,
)
from memcon.actors.cast import Cast
from memcon.actors.phrases import kind_of, noun_phrase
from memcon.actors.pronouns import FEMALE, FIRST, FIRST_PLURAL, MALE, PLURAL, SECOND
from memcon.actors.titles import OFFICES

_PERSONAL = FIRST | FIRST_PLURAL | SECOND | MALE | FEMALE | PLURAL
_OBJECTS = {"dobj", "dative", "iobj"}
_CARRIES = {"conj", "advcl", "xcomp", "ccomp", "acl", "prep", "pcomp"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_RECEIVED = {"welcome", "welcomed", "welcomes", "welcoming", "greet", "greeted", "greets"}


@dataclass(frozen=True, slots=True)
class Hearer:
    """A phrase, first and last word included, that names whoever hears what the cue tells.

    :param only: whether all that the cue says of them is that they hear it.
    """

    first: int
    last: int
    only: bool


class Hearers:
    """Finds the phrases at a cue that name who hears it, the surest first."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.reading = cast.reading

    def at(self, cue: list[int]) -> Iterator[Hearer]:
        """Phrases that hang on the words of the cue."""
        for verb in cue:
            yield from self._objects(verb)
        for verb in cue:
            yield from self._behind_prepositions(verb)

    def beside(self, cue: list[int]) -> Iterator[Hearer]:
        """Phrases in the clauses around the cue: told N …, adding; in a letter to N, he said."""
        reading = self.reading
        own = set(cue)
        roots = [i for i in cue if reading.head[i] not in own or reading.head[i] == i]
        for verb in roots:
            for step in range(4):
                yield from self._with_letters(verb)
                if step and reading.low[verb] in TELLS:
                    yield from self._objects(verb)
                above = reading.head[verb]
                subject = any(reading.dep[c] in _SUBJECTS for c in reading.children[verb])
                if above == verb or reading.dep[verb] not in _CARRIES or subject:
                    break
                verb = above

    def _objects(self, verb: int) -> Iterator[Hearer]:
        reading = self.reading
        low = reading.low[verb]
        if low not in TELLS and low not in MOVES:
            return
        for child in reading.children[verb]:
            dep = reading.dep[child]
            if dep == "nsubjpass":
                yield from self._phrase(child, low in TELLS, any_group=low in TELLS)
            elif child > verb and dep in _OBJECTS and reading.low[child] != "to":
                if low not in _RECEIVED or child in self.cast.persons:
                    for hearer in self._phrase(child, low in TELLS, any_group=low in TELLS):
                        yield self._without_matter(hearer, child) if low in TELLS else hearer
            elif child > verb and dep in {"ccomp", "xcomp"} and self._infinitive(child):
                # “urge the regime to release” is often read as a clause with its own subject.
                for noun in reading.children[child]:
                    if reading.dep[noun] == "nsubj" and verb < noun < child:
                        yield from self._phrase(noun, low in TELLS, any_group=low in TELLS)

    def _without_matter(self, hearer: Hearer, head: int) -> Hearer:
        """“Warned the pilots of the risk”: the parser hangs on the pilots what they were warned of."""
        reading = self.reading
        for i in range(head + 1, hearer.last):
            if reading.low[i] == "of" and reading.head[i] == head:
                told = [c for c in reading.children[i] if reading.dep[c] == "pobj"]
                if told and not reading.entity[told[0]] and not reading.capital(told[0]):
                    return Hearer(hearer.first, i - 1, hearer.only)
        return hearer

    def _infinitive(self, verb: int) -> bool:
        reading = self.reading
        return any(reading.low[c] == "to" and c < verb for c in reading.children[verb])

    def _behind_prepositions(self, word: int) -> Iterator[Hearer]:
        reading = self.reading
        low = reading.low[word]
        for child in reading.children[word]:
            if child < word:
                continue
            preposition = reading.low[child]
            if (
                (preposition == "to" and (low in SAYS_TO or low in MESSAGES))
                or (preposition == "with" and low in SHARES_WITH)
                or (preposition in {"on", "upon"} and low in CALLS_ON)
                or (preposition == "for" and low in LAYS_OUT and self._out(word))
                or (preposition == "before" and low in {"testify", "testified"})
            ):
                yield from self._object_of(child, preposition in {"on", "upon"})
            elif reading.dep[child] == "dobj" and low in SAYS_TO | SHARES_WITH:
                message = reading.low[child] in MESSAGES
                for further in reading.children[child]:
                    share = reading.low[further] == "with" and reading.low[child] in VIEWS
                    if share or (message and reading.low[further] == "to"):
                        yield from self._object_of(further)
            elif reading.dep[child] in {"acomp", "ccomp"} and reading.low[child] == "clear":
                yield from self._behind_prepositions(child)

    def _out(self, verb: int) -> bool:
        return self.reading.low[verb].startswith("outline") or any(
            self.reading.low[c] in {"out", "forth"} for c in self.reading.children[verb]
        )

    def _with_letters(self, verb: int) -> Iterator[Hearer]:
        """In a letter to N; speaking to N; addressing N; in answer to N."""
        reading = self.reading
        for child in reading.children[verb]:
            low = reading.low[child]
            if reading.dep[child] == "prep" and low in {"in", "by", "through", "via"}:
                for noun in reading.children[child]:
                    if reading.low[noun] in MESSAGES:
                        for further in reading.children[noun]:
                            if reading.low[further] == "to":
                                yield from self._object_of(further)
            elif low in ADDRESSING:
                for noun in reading.children[child]:
                    if reading.dep[noun] in _OBJECTS:
                        yield from self._phrase(noun, True)
            elif low in SPEAKING:
                for further in reading.children[child]:
                    if reading.low[further] in {"to", "with", "before"}:
                        yield from self._object_of(further)

    def _beyond(self, preposition: int, last: int) -> int | None:
        """“The Minister for Public Works Oda Ferris”: the name may stand behind the field."""
        reading = self.reading
        if reading.low[preposition] != "for" or preposition != last + 1:
            return None
        named = [
            self.cast.persons[i].last
            for i in range(preposition + 1, min(preposition + 8, len(reading)))
            if i in self.cast.persons and reading.descends(i, preposition, 3)
        ]
        capital = preposition + 1 < len(reading) and reading.capital(preposition + 1)
        return named[0] if named and capital else None

    def _object_of(self, preposition: int, any_group: bool = False) -> Iterator[Hearer]:
        for noun in self.reading.children[preposition]:
            if self.reading.dep[noun] in {"pobj", "dobj"}:
                yield from self._phrase(noun, not any_group, any_group)

    def _phrase(self, head: int, only: bool, any_group: bool = False) -> Iterator[Hearer]:
        if self.may_hear(head, any_group):
            yield Hearer(*self.extent(head), only)

    def may_hear(self, head: int, any_group: bool = False) -> bool:
        """Whether a noun or pronoun means somebody whom one can speak to.

        :param any_group: whether any plural will do, as it will behind “told” but not behind “to”.
        """
        reading = self.reading
        low = reading.low[head]
        if low in _PERSONAL:
            return True
        if low in THINGS or not reading.form[head][0].isalpha():
            return False
        known = self.cast.persons.get(head) or self.cast.places.get(head)
        if known is not None:
            return not known.adjective
        if low in PEOPLE or low.removesuffix("s") in OFFICES:
            return True
        kind = kind_of(reading, head, head, head)
        agents = low.endswith(("ers", "ors", "ists", "ians", "ees", "men", "women"))
        return kind != "group" or (any_group and low.endswith("s")) or agents

    def extent(self, head: int) -> tuple[int, int]:
        """First and last word of the phrase around a noun, with those that “and” joins to it."""
        reading = self.reading
        if reading.low[head] in _PERSONAL:
            return head, head
        first, last = noun_phrase(reading, head)
        known = self.cast.persons.get(head) or self.cast.places.get(head)
        if known is not None:
            first, last = min(first, known.first), max(last, known.last)
        for child in reading.children[head]:
            beyond = self._beyond(child, last) if known is None else None
            last = beyond if beyond is not None else last
            joined = reading.dep[child] == "conj" and child > head
            named = reading.dep[child] == "appos" and child in self.cast.persons
            if (joined or (named and known is None)) and self.may_hear(child):
                last = max(last, self.extent(child)[1])
        return first, last
