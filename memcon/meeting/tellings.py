"""Tellings of a meeting: “A met with B”, “in a meeting with B, A said”, “A’s Call with B”.

A telling is one word, the verb or the noun of meeting, with those whom the sentence has meet. Only the
narrator's words tell of the meeting; in a transcript that is the heading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.meeting.delegations import members_of
from memcon.meeting.othertimes import is_aside
from memcon.meeting.scene import Mentioned, Scene, unique
from memcon.meeting.vocabulary import (
    CALLS,
    GATHERINGS,
    HOLD,
    HOSTING,
    MEET,
    PAY,
    PHONING,
    UNREAL,
    VISITS,
)
from memcon.record import Actor

_SCAN = {
    ",", "and", "&", "as", "well", "the", "a", "an", "his", "her", "their", "both", "of", "for", "-",
    "(", ")",
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
_OF_SEVERAL = {
    "governments",
    "representatives",
    "leaders",
    "ministers",
    "delegations",
    "officials",
    "heads",
}


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
        """Every telling; of some only one party is known."""
        reading, scene = self.reading, self.scene
        for i, low in enumerate(reading.low):
            if not (low in MEET or low in GATHERINGS or low in VISITS) or scene.spoken[i]:
                continue
            heading = reading.paragraph[i] in reading.headlines and reading.paragraph[i] < 2
            told = None
            if low in GATHERINGS and heading:
                told = self._heading(i)
            if told is None and low in MEET and not self._is_noun(i) and not self._unreal(i):
                told = self._verb(i)
            if told is None and low in GATHERINGS:
                told = self._noun(i)
            if low in VISITS:
                told = self._visit(i)
            if told is None:
                continue
            verb, ours, theirs = told
            if ours or theirs:
                aside = not heading and is_aside(scene, i, verb)
                yield Telling(i, verb, tuple(ours), tuple(theirs), heading, aside)

    def _is_noun(self, i: int) -> bool:
        reading = self.reading
        low = reading.low[i]
        if low not in GATHERINGS:
            return False
        left = {reading.dep[c] for c in reading.children[i] if c < i}
        return reading.dep[i] in _NOUNS or not left.isdisjoint({"det", "poss", "amod", "compound"})

    def _unreal(self, verb: int) -> bool:
        """Will meet; is to meet; will travel and meet: not yet, not at all, or only perhaps."""
        reading = self.reading
        for _ in range(4):
            if any(
                reading.low[c] in UNREAL and reading.dep[c] in {"aux", "neg"}
                for c in reading.children[verb]
            ):
                return True
            if reading.dep[verb] != "conj" or reading.low[verb] not in {"meet", "hold", "host"}:
                return False
            verb = reading.head[verb]
        return False

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
        i, ended = words.start, -2
        while i < words.stop:
            here = [
                m
                for m in self.scene.covering[i]
                if words.start <= m.first and m.last < words.stop and m.actor.kind in kinds
            ]
            if here:
                person, before = here[0].actor, out[-1] if out else None
                if before is not None and ended == i - 1 and person.kind == "person":
                    # Two names side by side are one name that was cut: the better known one stays.
                    out[-1] = max(before, person, key=lambda a: len(a.mentions))
                else:
                    out.append(person)
                i = ended = here[0].last
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
                # “Welcomed the minister’s efforts” welcomes nobody.
                if any(m.first > child or child > m.last for m in self._owners(child)):
                    continue
                others += self._object(self.scene.subtree(child)[0], child)
            elif child > verb and reading.low[child] in allowed and reading.low[child]:
                others += self._behind(child)
        if not others and "with" in allowed:
            others = self._behind_places(verb)
        if low in PHONING | HOSTING:
            others = [a for a in others if a.kind in {"person", "group"}]
        if any(reading.dep[c] == "nsubjpass" for c in children):
            return self._passive(verb)
        subject = self._subject(verb)
        if not others and ("with" not in allowed or len(subject) < 2):
            return None
        return verb, subject, others

    def _owners(self, noun: int) -> list[Mentioned]:
        """Mentions of whose a thing is."""
        owners = [c for c in self.reading.children[noun] if self.reading.dep[c] == "poss"]
        return [m for c in owners for m in self.scene.covering[c] if m.actor.kind == "person"]

    def _passive(self, verb: int) -> tuple[int, list[Actor], list[Actor]] | None:
        """B was received by A."""
        reading = self.reading
        guest = next(c for c in reading.children[verb] if reading.dep[c] == "nsubjpass")
        if reading.low[guest] in GATHERINGS:
            return None
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
        behind = reading.low[noun + 1] if noun + 1 < len(reading) else ""
        if reading.low[noun] in CALLS and behind in {"for", "to", "on", "upon", "that"}:
            # “Our call for peace” and “the call to act” are no telephone calls.
            return None
        for child in reading.children[noun]:
            if reading.low[child] == "with":
                others += self._behind(child)
            elif reading.low[child] == "between":
                heads = [c for c in reading.children[child] if reading.dep[c] == "pobj"]
                both = self._behind(child)
                both = unique([*both, *(a for h in heads for a in self._parties(h))])
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
            return above, self._subject(above), others
        if reading.dep[noun] == "pobj" and reading.low[above] in _DURING:
            # “A, in a meeting with B, said” hangs the meeting on A.
            head = reading.head[above]
            if any(a.kind in _BODIES for a in self.scene.at(head)):
                return head, self._parties(head), others
            verb = self.scene.clauses[above]
            if self._unreal(verb):
                return None
            return verb, self._subject(verb), others
        return None

    def _visit(self, word: int) -> tuple[int, list[Actor], list[Actor]] | None:
        """At the invitation of A, B paid a visit to Ossel; B visited A."""
        reading = self.reading
        above = reading.head[word]
        if reading.dep[word] == "dobj" and reading.low[above] in PAY:
            verb = above
        elif reading.dep[word] == "pobj" and reading.low[above] in {"on", "for"}:
            verb = self.scene.clauses[above]
        elif reading.low[word] == "visited":
            verb = word
        else:
            return None
        if self._unreal(verb):
            return None
        hosts = self._inviting(word)
        for child in reading.children[word]:
            if child > word and verb == word and reading.dep[child] == "dobj" and not hosts:
                hosts = self.persons_from(self.scene.subtree(child)[0])
        return (verb, self._subject(verb), hosts) if hosts else None

    def _inviting(self, word: int) -> list[Actor]:
        """Persons at whose invitation something is done in the sentence of the word."""
        reading = self.reading
        for i in self.scene.sentence(word):
            if reading.low[i] == "invitation":
                owners = [m.actor for m in self._owners(i)]
                of = [c for c in reading.children[i] if reading.low[c] in {"of", "from", "by"}]
                behind = self.persons_from(of[0] + 1) if of else []
                return unique([*owners, *behind])
        return []

    def _prepositional(self, verb: int) -> list[Actor]:
        """Held talks in Ossel with B: the parser may hang “with” on the verb."""
        reading = self.reading
        for child in reading.children[verb]:
            if child > verb and reading.low[child] == "with":
                return self._behind(child)
        return []

    def _subject(self, verb: int) -> list[Actor]:
        """Who does it; behind a dateline, which the parser may take for the subject, whoever is named."""
        head = self.scene.subject(verb)
        dateline = self.scene.dateline
        if head is not None and head in dateline:
            return self.persons_from(dateline.stop, acting=True)
        return self._parties(head)

    def _parties(self, head: int | None) -> list[Actor]:
        """Who a subject or an owner is, with those that “and” joins to it."""
        if head is None:
            return []
        found = [a for a in self.scene.phrase(head) if a.kind in _BODIES]
        if self.reading.low[head] in _OF_SEVERAL:
            # “The Governments of Kestria, Ossel and Norvane”.
            below = [
                n
                for c in self.reading.children[head]
                if self.reading.low[c] in {"of", "from"}
                for n in self.reading.children[c]
            ]
            several = [
                m.actor
                for n in below
                for i in self.scene.joined(n)
                for m in self.scene.covering[i]
                if m.actor.kind == "state"
            ]
            return unique(several) if len(several) > 1 else found
        return found

    def _behind(self, preposition: int) -> list[Actor]:
        reading = self.reading
        heads = [c for c in reading.children[preposition] if reading.dep[c] == "pobj"]
        return self._object(preposition + 1, heads[0] if heads else None)

    def _object(self, first: int, head: int | None) -> list[Actor]:
        """The persons from a word on; if there are none, whatever bodies the head means."""
        persons = self.persons_from(first)
        if persons or head is None:
            return persons
        found = self.scene.phrase(head) or members_of(self.scene, head)[0]
        delegation = self.reading.low[head] in _DELEGATION
        return [
            a
            for a in found
            if a.kind in _BODIES
            or (delegation and a.kind == "group" and GATHERINGS.isdisjoint(a.name.lower().split()))
        ]

    def persons_from(self, first: int, acting: bool = False) -> list[Actor]:
        """Persons named one behind the other, up to a verb or a preposition.

        Names with long titles are parsed in too many ways for their dependencies to tell.

        :param acting: whether the persons sought are the subject.
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
                if out and not acting and self._acts(mention.first, mention.last):
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


def is_call(scene: Scene, word: int) -> bool:
    """Whether the word of a telling is of a call."""
    low = scene.reading.low[word]
    return low in CALLS or low in PHONING
