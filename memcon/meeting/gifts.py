"""Gifts: “presented N with X as a gift”, “gave him X”, “awarded N X”, with giver and receiver.

Much is given that is no gift: an interview, a speech, assurances, a letter. “Presented” and “awarded”
tell of a gift unless what is given is of that kind; “gave” and “handed” do only between the parties
of the meeting, and for a thing that one can hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.actors.statecraft import is_dealing, stems
from memcon.meeting.belonging import Belonging
from memcon.meeting.choosing import Occasion
from memcon.meeting.nounphrases import thing
from memcon.meeting.othertimes import told_of_then
from memcon.meeting.scene import Scene
from memcon.meeting.vocabulary import UNREAL
from memcon.record import Actor, Fact
from memcon.spans import Span

#: Verbs of solemn giving, and those of any giving.
_PRESENTS = {
    "presented",
    "gifted",
    "bestowed",
    "awarded",
    "decorated",
    "conferred",
    "presents",
    "awards",
}
_GIVES = {"gave", "gives", "handed", "offered", "brought"}
_GETS = {"received", "accepted"}
_GIFT = {"gift", "present", "souvenir", "memento", "keepsake", "token"}
#: What is handed over at a meeting, and is no gift.
_NO_GIFTS = {
    "letter", "message", "note", "list", "report", "proposal", "draft", "text", "document", "paper",
    "credential", "interview", "speech", "remark", "briefing", "tour", "overview", "deadline", "time",
    "chance", "opportunity", "credit", "example", "detail", "update", "light", "boost", "rise", "look",
    "hug", "address", "lecture", "impression", "hint", "reason", "cause", "way", "birth", "evidence",
    "testimony", "conference", "access", "money", "challenge", "option", "problem", "finding", "case",
    "idea", "project", "programme", "program", "agenda", "roadmap", "fact", "picture", "view",
    "vision", "petition", "file", "dossier", "map", "contract", "grant", "scholarship", "point", "seat",
    "damage", "fund", "funding", "million", "billion", "dollar", "loan", "tender", "licence", "license",
    "mandate", "right", "rights", "apology", "condolence", "greeting", "regard", "compliment",
    "assurance", "reassurance", "guarantee", "warning", "information", "insight", "assessment",
    "accolade", "explanation", "statement", "reply", "book-keeping", "recommendation", "figure",
    "predicate", "threat", "risk", "obstacle", "request", "advice", "assistance", "task", "role",
    "name", "thanks", "rundown", "dinner", "lunch", "floor", "stage", "welcome", "reception", "thing",
    "lot", "nothing", "something", "everything", "anything", "it", "them", "this", "that", "what",
}  # fmt: skip
#: Of these an office says that they can be given all the same.
_HONOURS = {
    "medal",
    "order",
    "prize",
    "award",
    "decoration",
    "sword",
    "key",
    "keys",
    "degree",
    "star",
    "cross",
}
_OUT = {"dobj", "dative", "iobj", "obj"}
_AS = frozenset({"as", "to", "during", "after", "at", "when", "before"})


@dataclass(slots=True)
class _Given:
    """What was given by whom, as heads of phrases."""

    thing: int | None = None
    giver: int | None = None
    receiver: int | None = None


class Gifts:
    """Finds the gifts of the meeting, in the order of the text."""

    def __init__(
        self, scene: Scene, occasion: Occasion | None, belonging: Belonging | None
    ) -> None:
        self.scene = scene
        self.reading = scene.reading
        self.parties = occasion.ids if occasion else set()
        self.belonging = belonging

    def find(self) -> Iterator[Fact]:
        """Every gift that the narrator tells of."""
        for verb, low in enumerate(self.reading.low):
            solemn = low in _PRESENTS
            if not (solemn or low in _GIVES | _GETS) or self.scene.spoken[verb]:
                continue
            if self._unreal(verb) or told_of_then(self.scene, verb):
                continue
            given = self._received(verb) if low in _GETS else self._given(verb)
            if given.thing is None:
                continue
            fact = self._fact(given, verb, solemn)
            if fact is not None:
                yield fact

    def _unreal(self, verb: int) -> bool:
        reading = self.reading
        return reading.dep[verb] in {"amod", "compound"} or any(
            reading.low[c] in UNREAL and reading.dep[c] in {"aux", "neg"}
            for c in reading.children[verb]
        )

    def _given(self, verb: int) -> _Given:
        """Presented R with X; presented X to R; gave R X; R was presented with X (by G)."""
        reading = self.reading
        out = _Given(giver=self.scene.subject(verb))
        objects = [c for c in reading.children[verb] if c > verb and reading.dep[c] in _OUT]
        nouns = [c for c in objects if reading.low[c] not in {"to", "for"}]
        passive = [c for c in reading.children[verb] if reading.dep[c] == "nsubjpass"]
        if passive:
            out.giver, out.receiver = None, passive[0]
        for child in reading.children[verb]:
            below = [c for c in reading.children[child] if reading.dep[c] in {"pobj", "pcomp"}]
            if child < verb or not below:
                continue
            low = reading.low[child]
            if low == "with":
                out.thing = below[0]
            elif low in {"to", "on", "upon"} and out.receiver is None:
                if self._somebody(below[0]):
                    out.receiver = below[0]
            elif low == "by" and passive:
                out.giver = below[0]
        out.giver = out.giver if out.giver != out.receiver else None
        if out.thing is not None:
            if nouns and out.receiver is None:
                out.receiver = nouns[0]
            return out
        people = [n for n in nouns if self._somebody(n)]
        things = [n for n in nouns if n not in people]
        if passive and out.receiver is not None and not self._somebody(out.receiver):
            # “A medal was presented to R”.
            out.thing = passive[0]
            out.receiver = None
            for child in reading.children[verb]:
                if reading.low[child] == "to" and child > verb:
                    below = [c for c in reading.children[child] if reading.dep[c] == "pobj"]
                    out.receiver = below[0] if below else None
            return out
        if things and out.receiver is None and not people:
            # “Presented a compass to R”: the parser may hang R on the compass.
            for child in reading.children[things[-1]]:
                if reading.low[child] == "to" and child > things[-1]:
                    below = [c for c in reading.children[child] if self._somebody(c)]
                    out.receiver = below[0] if below else None
        if things and (people or out.receiver is not None):
            out.thing = things[-1]
            out.receiver = people[0] if people else out.receiver
        elif len(nouns) == 1 and people:
            # “Gave him a chart” may be read with the chart as a clause of its own.
            out.receiver = people[0]
            later = [
                c
                for c in reading.children[verb]
                if c > people[0] and reading.dep[c] in {"npadvmod", "oprd", "attr"}
            ]
            out.thing = later[0] if later else None
        return out

    def _received(self, verb: int) -> _Given:
        """Received X as a gift from G."""
        reading = self.reading
        out = _Given(receiver=self.scene.subject(verb))
        objects = [c for c in reading.children[verb] if reading.dep[c] == "dobj"]
        out.thing = objects[0] if objects else None
        for i in self.scene.sentence(verb):
            if reading.low[i] == "from" and i > verb and out.giver is None:
                below = [c for c in reading.children[i] if reading.dep[c] == "pobj"]
                if below and self._somebody(below[0]):
                    out.giver = below[0]
        return out

    def _somebody(self, noun: int) -> bool:
        reading = self.reading
        if reading.low[noun] in {"him", "her", "them", "us", "me", "host", "guest", "counterpart"}:
            return True
        kinds = {a.kind for a in self.scene.at(noun)}
        return not kinds.isdisjoint({"person", "state", "group", "organisation"})

    def _fact(self, given: _Given, verb: int, solemn: bool) -> Fact | None:
        head = given.thing
        assert head is not None
        told = self._as_gift(head, verb)
        giver = self._actor(given.giver)
        receiver = self._actor(given.receiver) or self._other(given.receiver, giver)
        between = {a.id for a in (giver, receiver) if a is not None}
        if not (told or (self._holdable(head) and (solemn or between <= self.parties))):
            return None
        # Without both of them, “gave” tells of no gift at this meeting.
        if not (told or solemn) and (len(between) < 2 or not self._one(head)):
            return None
        here = self.belonging is not None and self.belonging.anchors(self.reading.sentence[verb])
        if self.parties and not between & self.parties and not here:
            return None
        span = self._span(head)
        return Fact(
            kind="gift", words=self.scene.words(span), span=span,
            giver=giver.id if giver else None, receiver=receiver.id if receiver else None,
        )  # fmt: skip

    def _span(self, head: int) -> Span:
        first, last = thing(self.scene, head, without=_AS)
        return self.scene.span(first, last)

    def _as_gift(self, head: int, verb: int) -> bool:
        """Whether the text calls it a gift: “as a gift”, “a token of friendship”."""
        reading = self.reading
        if reading.low[head] in _GIFT:
            return True
        stop = self.scene.sentence(verb).stop
        for i in range(verb + 1, min(stop, head + 25)):
            if reading.low[i] in _GIFT and any(
                low == "as" for low in reading.low[max(verb, i - 6) : i]
            ):
                return True
        return False

    def _holdable(self, head: int) -> bool:
        reading = self.reading
        low = reading.low[head]
        heads = [head]
        if low in {"one", "pair", "set", "copy", "collection", "piece", "number"}:
            # “A copy of the report” is what the report is.
            heads += [
                n
                for c in reading.children[head]
                if reading.low[c] == "of"
                for n in reading.children[c]
            ]
        for noun in heads:
            forms = stems(reading.low[noun])
            if not _HONOURS.isdisjoint(forms):
                return True
            if not _NO_GIFTS.isdisjoint(forms) or (
                noun == heads[-1]
                and (is_dealing(reading.low[noun]) or reading.low[noun].endswith("ing"))
            ):
                return False
        return True

    def _one(self, head: int) -> bool:
        """Whether it is named as one thing among others: a chart, one of the charts, two lamps."""
        reading = self.reading
        first, _ = thing(self.scene, head)
        return (
            reading.low[first] in {"a", "an", "one", "two", "three"}
            or reading.dep[first] == "nummod"
        )

    def _other(self, head: int | None, giver: Actor | None) -> Actor | None:
        """“Presented his host with …”: at a meeting of two the host is the other one."""
        if head is None or self.reading.low[head] not in {
            "host",
            "guest",
            "counterpart",
            "visitor",
        }:
            return None
        others = [id for id in self.parties if giver is None or id != giver.id]
        known = giver is not None and giver.id in self.parties
        return self.scene.actors[others[0]] if known and len(others) == 1 else None

    def _actor(self, head: int | None) -> Actor | None:
        if head is None:
            return None
        found = self.scene.at(head)
        persons = [a for a in found if a.kind == "person"] or found
        return persons[0] if len(persons) == 1 else None
