"""Tellings of a meeting: “A met with B”, “in a meeting with B, A said”, “A’s Call with B”.

A telling is one word, the verb or the noun of meeting, with those whom the sentence has meet. Only the
narrator's words tell of the meeting; in a transcript that is the heading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from memcon.meeting.scene import Scene, unique
from memcon.meeting.vocabulary import CALLS, GATHERINGS, HOLD, HOSTING, MEET, OTHER, PHONING, UNREAL
from memcon.record import Actor

_SCAN = {
    ",", "and", "&", "as", "well", "the", "a", "an", "his", "her", "their", "both", "of", "for", "-", "(",
}  # fmt: skip
_NOUNS = {"nsubj", "nsubjpass", "pobj", "dobj", "attr", "poss", "compound", "appos"}
_DURING = {"in", "at", "during", "on", "after", "following", "throughout", "before"}
_BESIDE = {"DATE", "TIME", "GPE", "LOC", "FAC", "CARDINAL"}
_BETWEEN = {
    "in", "at", "on", ",", "today", "yesterday", "tonight", "jointly", "again", "briefly", "the", "by",
    "here", "separately", "virtually", "privately", "earlier", "phone", "telephone", "via", "over", "for",
}  # fmt: skip
_BODIES = {"person", "state", "government", "organisation"}
_DELEGATION = {"delegation", "delegations", "representatives", "leaders", "ministers", "officials"}
#: Clauses about another time than the one that the sentence tells of.
_ASIDE = {"when", "since", "after", "before", "as", "where"}
_LONG_AGO = {
    ("last", "year"), ("last", "month"), ("months", "ago"), ("years", "ago"), ("year", "ago"),
    ("month", "ago"), ("first", "met"), ("last", "met"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of a meeting.

    :param word: the verb or noun of meeting.
    :param verb: of the clause that tells it.
    :param ours: who does it: the subject, the owner; `theirs` are the others.
    :param heading: whether a heading tells it.
    :param aside: whether it is told in passing, as something of another time.
    """

    word: int
    verb: int
    ours: tuple[Actor, ...]
    theirs: tuple[Actor, ...]
    heading: bool
    aside: bool

    @property
    def parties(self) -> list[Actor]:
        """All who meet, each once."""
        return unique([*self.ours, *self.theirs])


class Tellings:
    """Finds the tellings of a document, in the order of the text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.reading = scene.reading

    def find(self) -> Iterator[Telling]:
        """Every telling with at least two parties."""
        reading, scene = self.reading, self.scene
        for i, low in enumerate(reading.low):
            if (low not in MEET and low not in GATHERINGS) or scene.spoken[i]:
                continue
            heading = reading.paragraph[i] in reading.headlines and reading.paragraph[i] < 2
            told = None
            if low in GATHERINGS and heading:
                told = self._heading(i)
            if told is None and low in MEET and not self._is_noun(i) and not self._unreal(i):
                told = self._verb(i)
            if told is None and low in GATHERINGS:
                told = self._noun(i)
            if told is None:
                continue
            verb, ours, theirs = told
            if len(unique([*ours, *theirs])) > 1:
                aside = not heading and self._aside(i, verb)
                yield Telling(i, verb, tuple(ours), tuple(theirs), heading, aside)

    def _is_noun(self, i: int) -> bool:
        reading = self.reading
        low = reading.low[i]
        if low not in GATHERINGS:
            return False
        left = {reading.dep[c] for c in reading.children[i] if c < i}
        return reading.dep[i] in _NOUNS or not left.isdisjoint({"det", "poss", "amod", "compound"})

    def _unreal(self, verb: int) -> bool:
        reading = self.reading
        return any(
            reading.low[c] in UNREAL and reading.dep[c] in {"aux", "neg"}
            for c in reading.children[verb]
        )

    def _heading(self, noun: int) -> tuple[int, list[Actor], list[Actor]] | None:
        """A’s Call with B; A and B Before Their Meeting; Dialogue Between Kestria and Ossel."""
        line = self.reading.of_paragraph(self.reading.paragraph[noun])
        persons = self._named(range(line.start, noun), {"person"})
        others = self._named(range(noun + 1, line.stop), {"person"})
        if len(unique([*persons, *others])) < 2:
            persons = self._named(range(line.start, noun), {"state"})
            others = self._named(range(noun + 1, line.stop), {"state"})
        return (noun, persons, others) if len(unique([*persons, *others])) > 1 else None

    def _named(self, words: range, kinds: set[str]) -> list[Actor]:
        """Actors of these kinds that are mentioned among the words, outermost mentions first."""
        out: list[Actor] = []
        i = words.start
        while i < words.stop:
            here = [
                m
                for m in self.scene.covering[i]
                if words.start <= m.first and m.last < words.stop and m.actor.kind in kinds
            ]
            if here:
                out.append(here[0].actor)
                i = here[0].last
            i += 1
        return unique(out)

    def _verb(self, verb: int) -> tuple[int, list[Actor], list[Actor]] | None:
        """A met (with) B; A phoned B; A and B met."""
        reading, low = self.reading, self.reading.low[verb]
        allowed = MEET[low]
        children = reading.children[verb]
        if any(reading.dep[c] in {"oprd", "ccomp", "prt"} for c in children if c > verb):
            return None
        if low in PHONING and verb + 1 < len(reading) and reading.low[verb + 1] in {"on", "for"}:
            return None
        others: list[Actor] = []
        for child in children:
            if child > verb and "" in allowed and reading.dep[child] in {"dobj", "dative"}:
                others += self._object(self.scene.subtree(child)[0], child)
            elif child > verb and reading.low[child] in allowed and reading.low[child]:
                others += self._behind(child)
        if not others and "with" in allowed:
            others = self._behind_places(verb)
        if low in PHONING | HOSTING:
            others = [a for a in others if a.kind in {"person", "group"}]
        if any(reading.dep[c] == "nsubjpass" for c in children):
            return self._passive(verb)
        head = self.scene.subject(verb)
        subject = self._parties(head)
        if not others and ("with" not in allowed or len(subject) < 2):
            return None
        return verb, subject, others

    def _passive(self, verb: int) -> tuple[int, list[Actor], list[Actor]] | None:
        """B was received by A."""
        reading = self.reading
        guest = next(c for c in reading.children[verb] if reading.dep[c] == "nsubjpass")
        for child in reading.children[verb]:
            if reading.dep[child] == "agent" and reading.low[verb] in HOSTING:
                host = [a for c in reading.children[child] for a in self._parties(c)]
                return verb, host, self._parties(guest)
        return None

    def _behind_places(self, verb: int) -> list[Actor]:
        """Met today in Port Sabel, Ossel, with B: the parser often hangs B on the place."""
        reading = self.reading
        for i in range(verb + 1, self.scene.sentence(verb).stop):
            if reading.low[i] == "with":
                return self._behind(i)
            if reading.low[i] not in _BETWEEN and reading.entity[i] not in _BESIDE:
                break
        return []

    def _noun(self, noun: int) -> tuple[int, list[Actor], list[Actor]] | None:
        """In a meeting with B, A …; A held talks with B; talks between A and B."""
        reading = self.reading
        above = reading.head[noun]
        others: list[Actor] = []
        for child in reading.children[noun]:
            if reading.low[child] == "with":
                others += self._behind(child)
            elif reading.low[child] == "between":
                both = self._behind(child)
                if len(both) > 1:
                    return noun, both, []
        if not others and noun + 1 < len(reading) and reading.low[noun + 1] == "with":
            others = self._behind(noun + 1)
        for child in reading.children[noun]:
            if reading.dep[child] == "poss" and others:
                return noun, self._parties(child), others
        if reading.dep[noun] == "dobj" and reading.low[above] in HOLD:
            if self._unreal(above):
                return None
            others = others or self._prepositional(above)
            return above, self._parties(self.scene.subject(above)), others
        if reading.dep[noun] == "pobj" and reading.low[above] in _DURING:
            # “A, in a meeting with B, said” hangs the meeting on A.
            head = reading.head[above]
            if any(a.kind in _BODIES for a in self.scene.at(head)):
                return head, self._parties(head), others
            verb = self.scene.clauses[above]
            return verb, self._parties(self.scene.subject(verb)), others
        return None

    def _prepositional(self, verb: int) -> list[Actor]:
        """Held talks in Ossel with B: the parser may hang “with” on the verb."""
        reading = self.reading
        for child in reading.children[verb]:
            if child > verb and reading.low[child] == "with":
                return self._behind(child)
        return []

    def _parties(self, head: int | None) -> list[Actor]:
        """Who a subject or an owner is, with those that “and” joins to it."""
        if head is None:
            return []
        return [a for a in self.scene.phrase(head) if a.kind in _BODIES]

    def _behind(self, preposition: int) -> list[Actor]:
        reading = self.reading
        heads = [c for c in reading.children[preposition] if reading.dep[c] == "pobj"]
        return self._object(preposition + 1, heads[0] if heads else None)

    def _object(self, first: int, head: int | None) -> list[Actor]:
        """The persons from a word on; if there are none, whatever bodies the head means."""
        persons = self._persons(first)
        if persons or head is None:
            return persons
        found = self.scene.phrase(head)
        delegation = self.reading.low[head] in _DELEGATION
        return [a for a in found if a.kind in _BODIES or (delegation and a.kind == "group")]

    def _persons(self, first: int) -> list[Actor]:
        """Persons named one behind the other, up to a verb or a preposition.

        Names with long titles are parsed in too many ways for their dependencies to tell.
        """
        reading = self.reading
        out: list[Actor] = []
        i, stop = first, self.scene.sentence(first).stop
        while i < stop:
            mention = next(
                (
                    m
                    for m in self.scene.covering[i]
                    if m.first == i and (m.actor.kind == "person" or len(self.scene.members(m)) > 1)
                ),
                None,
            )
            if mention is not None:
                if out and self._acts(mention.first, mention.last):
                    break
                out += [a for a in self.scene.members(mention) if a.kind == "person"]
                i = mention.last + 1
                continue
            low, form = reading.low[i], reading.form[i]
            dated = reading.entity[i] in {"DATE", "TIME"}
            goes_on = low in _SCAN or form[0].isupper() or reading.dep[i] in {"amod", "compound"}
            if dated or not goes_on:
                break
            i += 1
        return unique(out)

    def _acts(self, first: int, last: int) -> bool:
        """Whether the words are the subject of a verb behind them."""
        reading = self.reading
        return any(
            reading.dep[i] in {"nsubj", "nsubjpass"} and reading.head[i] > last
            for i in range(first, last + 1)
        )

    def _aside(self, word: int, verb: int) -> bool:
        """When they met last year; at an earlier meeting; since they first met."""
        reading = self.reading
        inside = self._clause_words(word, verb)
        low = [reading.low[i] for i in inside]
        if any(pair in _LONG_AGO for pair in pairwise(low)):
            return True
        left = {reading.low[c] for c in reading.children[word] if c < word}
        if not left.isdisjoint(OTHER | {"first"} - {"separately"}):
            return True
        clause = self.reading.children[verb]
        opened = any(
            reading.low[c] in _ASIDE and reading.dep[c] in {"advmod", "mark"} for c in clause
        )
        return opened and reading.dep[verb] in {"advcl", "relcl", "acl"}

    def _clause_words(self, word: int, verb: int) -> list[int]:
        clauses = self.scene.clauses
        here = {clauses[word], clauses[verb]}
        return [i for i in self.scene.sentence(word) if clauses[i] in here]


def is_call(scene: Scene, word: int) -> bool:
    """Whether the word of a telling is of a call."""
    low = scene.reading.low[word]
    return low in CALLS or low in PHONING
