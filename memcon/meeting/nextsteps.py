"""Next steps: a further meeting, visit or talks that is agreed, planned or to which one is invited.

Promises of other kinds are statements, and stay there.
"""

from __future__ import annotations

from collections.abc import Iterator

from memcon.meeting.choosing import Occasion
from memcon.meeting.dates import resolve
from memcon.meeting.datewords import find_date_words
from memcon.meeting.scene import Scene
from memcon.meeting.vocabulary import CALLS, GATHERINGS
from memcon.record import Actor, Fact
from memcon.spans import Span

#: What one does to meet again: some verbs by themselves, others with a meeting as object.
_ENCOUNTER = {
    "meet",
    "visit",
    "travel",
    "reconvene",
    "return",
    "meeting",
    "visiting",
    "welcoming",
    "hosting",
}
_ARRANGE = {
    "hold", "continue", "host", "attend", "convene", "organise", "organize", "resume",
    "holding", "conduct", "have", "launch", "schedule", "participate", "join", "hosting", "continuing",
}  # fmt: skip
_VISITS = GATHERINGS - CALLS | {"visit", "round", "consultations", "ministerial", "call", "summit"}
_AGREE = {
    "agreed", "agree", "agrees", "plan", "plans", "planned", "committed", "decided", "intend", "intends",
    "expressed", "expect", "expected", "scheduled", "due", "looked", "look", "looks", "looking",
    "concurred",
    "undertook", "promised", "pledged", "resolved", "arranged", "set", "confirmed", "announced",
    "accepted", "proposed", "offered",
}  # fmt: skip
_WILL = {"will", "would", "should", "shall", "'ll", "to"}
_INVITE = {"invited", "invites"}
_NEXT = {"next", "further", "follow-up", "subsequent", "upcoming", "another", "future", "new"}
_NO = {"not", "n't", "never", "no"}
_IF = {"if", "unless", "whether", "until"}


class NextSteps:
    """Finds the next steps that the narrator tells of, in the order of the text."""

    def __init__(self, scene: Scene, occasion: Occasion) -> None:
        self.scene = scene
        self.reading = scene.reading
        self.occasion = occasion
        self.countries = {a.country for a in occasion.parties if a.country}
        self.told = {t.word for t in occasion.tellings}

    def find(self) -> Iterator[Fact]:
        """Each next step once: an outer phrase includes those inside it."""
        end = -1
        for i, low in enumerate(self.reading.low):
            if self.scene.spoken[i] or i in self.told or self.reading.start[i] < end:
                continue
            fact = None
            if low in _INVITE:
                fact = self._invitation(i)
            elif low == "invitation":
                fact = self._accepted(i)
            elif low in _VISITS:
                fact = self._looked_forward(i)
            if fact is None and (low in _ENCOUNTER or (low in _ARRANGE and self._of_meeting(i))):
                fact = self._encounter(i)
            if fact is not None:
                end = fact.span[1]
                yield fact

    def _encounter(self, verb: int) -> Fact | None:
        """Agreed to meet again; plan to hold the next round; their experts will meet; is to visit."""
        reading = self.reading
        if reading.dep[verb] in {"compound", "amod"} or self._denied(verb):
            return None
        left = [c for c in reading.children[verb] if c < verb]
        modal = [c for c in left if reading.low[c] in _WILL and reading.dep[c] == "aux"]
        looked = reading.low[verb].endswith("ing") and self._forward(verb)
        if not modal and not looked:
            return None
        to = bool(modal) and reading.low[modal[0]] == "to"
        if to and not self._meant(verb):
            return None
        subject = self.scene.subject(verb)
        if not self._ours(subject):
            return None
        return self._fact(self._from(verb, modal, subject), verb)

    def _from(self, verb: int, modal: list[int], subject: int | None) -> int:
        """First word of the step: its subject in “their experts would meet”, else the verb."""
        reading = self.reading
        own = [
            c
            for c in reading.children[verb]
            if reading.dep[c] in {"nsubj", "nsubjpass"} and c < verb
        ]
        if own and modal and reading.low[own[0]] not in {"who", "which", "that"}:
            return self.scene.subtree(own[0])[0]
        return verb

    def _meant(self, verb: int) -> bool:
        """Whether “to meet” hangs on a word of agreement or plan, or on “is”: the groups are to meet."""
        reading = self.reading
        above = reading.head[verb]
        if above == verb:
            return False
        low = reading.low[above]
        if low in _AGREE - {"expressed", "looked", "look"}:
            return True
        # “Is to visit”: but “is in Ossel to meet N” tells what for.
        return (
            low in {"is", "are", "was", "were"}
            and reading.dep[verb] in {"xcomp", "ccomp"}
            and reading.low[above + 1] == "to"
        )

    def _forward(self, word: int) -> bool:
        """Looked forward to meeting again; plan on holding."""
        low = self.reading.low
        return (
            low[max(0, word - 8) : word].count("forward") > 0
            and "to" in low[max(0, word - 6) : word]
        )

    def _looked_forward(self, noun: int) -> Fact | None:
        """Look forward to the next meeting; a further meeting to be held; the next round will be held."""
        reading = self.reading
        begin = next((i for i in range(noun - 1, noun - 6, -1) if reading.low[i] in _NEXT), None)
        behind = reading.form[noun + 1] if noun + 1 < len(reading) else ""
        # “The next Tide Forum meeting”: the last noun of the name is the meeting.
        if begin is None or behind[:1].isupper() or behind.lower() in _VISITS:
            return None
        if any(reading.form[i] in {",", "and"} for i in range(begin, noun)):
            return None
        begin -= reading.low[begin - 1] in {"the", "a", "their"}
        head = reading.head[noun]
        planned = any(
            reading.low[c] == "to" or reading.low[c] == "will" or reading.low[c] == "would"
            for c in reading.children[head]
            if reading.dep[c] == "aux"
        )
        planned = planned and reading.dep[noun] in {"nsubj", "nsubjpass"} and not self._denied(head)
        # “A further meeting of the committee to be held in Ossel”.
        behind_it = " ".join(reading.low[noun + 1 : noun + 9])
        held = "to be held" in behind_it
        if not (self._forward(noun) or planned or held):
            return None
        if held and not planned:
            head = next(i for i in range(noun, noun + 9) if reading.low[i] == "held")
        return self._fact(begin, head if planned or held else noun)

    def _invitation(self, verb: int) -> Fact | None:
        """A invited B to visit Kestria this year."""
        reading = self.reading
        if self._denied(verb) or reading.dep[verb] in {"amod"}:
            return None
        passive = [c for c in reading.children[verb] if reading.dep[c] == "nsubjpass"]
        objects = [c for c in reading.children[verb] if c > verb and reading.dep[c] == "dobj"]
        inner = [
            c for c in reading.children[verb] if reading.dep[c] in {"ccomp", "xcomp"} and c > verb
        ]
        if not objects and inner:
            # “Invited N to visit” is often read as a clause of which N is the subject.
            objects = [g for c in inner for g in reading.children[c] if reading.dep[g] == "nsubj"]
        receiver = self._actor(passive[0] if passive else objects[0] if objects else None)
        giver = None if passive else self._actor(self.scene.subject(verb))
        ids = {a.id for a in (giver, receiver) if a is not None}
        to = [
            i
            for i in range(verb + 1, min(verb + 14, self.scene.sentence(verb).stop))
            if reading.low[i] == "to"
        ]
        if not ids or not ids <= self.occasion.ids or not to or not self._leads_to_visit(to[0]):
            return None
        fact = self._fact(verb, verb)
        update = {
            "giver": giver.id if giver else None,
            "receiver": receiver.id if receiver else None,
        }
        return fact.model_copy(update=update)

    def _leads_to_visit(self, to: int) -> bool:
        """Invited to Ossel, to visit, to the next meeting: not “to consider”."""
        reading = self.reading
        for i in range(to + 1, min(to + 5, len(reading))):
            if reading.low[i] in _ENCOUNTER | _ARRANGE | _VISITS | {
                "come",
                "attend",
                "pay",
                "make",
            }:
                return True
            if reading.entity[i] in {"GPE", "LOC", "FAC"}:
                return reading.dep[to] == "prep" or reading.low[to + 1] in {"the", reading.low[i]}
        return False

    def _accepted(self, noun: int) -> Fact | None:
        """Accepted an invitation to visit Kestria in May."""
        reading = self.reading
        verb = reading.head[noun]
        if reading.low[verb] not in {"accepted", "extended", "conveyed", "renewed", "accepts"}:
            return None
        who = self._actor(self.scene.subject(verb))
        if who is None or who.id not in self.occasion.ids or self._denied(verb):
            return None
        fact = self._fact(self.scene.subtree(noun)[0], noun)
        accepted = reading.low[verb].startswith("accept")
        return fact.model_copy(update={"receiver" if accepted else "giver": who.id})

    def _of_meeting(self, verb: int) -> bool:
        """Hold the next round, continue the talks, host the summit, attend the session."""
        reading = self.reading
        below = [c for c in reading.children[verb] if reading.dep[c] in {"dobj", "prep"}]
        below += [
            g for c in below for g in reading.children[c] if reading.dep[g] in {"pobj", "conj"}
        ]
        if reading.low[verb] in {"host", "hosting"} and any(
            a.kind == "person" for c in below for a in self.scene.at(c)
        ):
            return True
        return any(reading.low[c] in _VISITS - {"exchange", "discussion"} for c in below)

    def _denied(self, verb: int) -> bool:
        reading = self.reading
        for _ in range(3):
            own = {reading.low[c] for c in reading.children[verb]}
            own |= {
                reading.low[g]
                for c in reading.children[verb]
                if reading.dep[c] == "advcl"
                for g in reading.children[c]
                if reading.dep[g] == "mark"
            }
            if not own.isdisjoint(_NO) or not own.isdisjoint(_IF):
                return True
            if (
                reading.dep[verb] not in {"xcomp", "ccomp", "pcomp", "conj", "advcl"}
                or reading.head[verb] == verb
            ):
                return False
            if reading.dep[verb] == "advcl" and not own.isdisjoint(_IF):
                return True
            verb = reading.head[verb]
        return False

    def _ours(self, subject: int | None) -> bool:
        """Whether the subject is of the meeting: a party, its state, a group, “their experts”."""
        if subject is None:
            return True
        actors = self.scene.phrase(subject)
        return not actors or any(
            a.id in self.occasion.ids
            or a.kind == "group"
            or (a.kind == "organisation" and a.country is None)
            or (a.country and a.country in self.countries)
            for a in actors
        )

    def _actor(self, head: int | None) -> Actor | None:
        if head is None:
            return None
        found = self.scene.at(head)
        return found[0] if len(found) == 1 else None

    def _fact(self, first: int, head: int) -> Fact:
        span = self._span(first, head)
        value = None
        for date in find_date_words(self.scene.text, *span):
            value = resolve(date, self.scene.today, future=True)
            break
        return Fact(kind="next step", words=self.scene.words(span), span=span, value=value)

    def _dated(self, first: int, last: int) -> bool:
        """Whether the words already say when or where, or with whom."""
        reading = self.reading
        return any(reading.entity[i] in {"DATE", "GPE", "FAC"} for i in range(first, last + 1))

    def _span(self, first: int, head: int) -> Span:
        """To the end of the clause: what comes behind a comma or “and” may be something else."""
        reading = self.reading
        last = max(self.scene.subtree(head)[1], head)
        i = max(first, head)
        while i < last:
            step = i + 1
            place = reading.entity[step + 1] in {"GPE", "LOC", "DATE"} if step < last else False
            if reading.form[step] in {";", ".", "–", "—"} or (
                reading.form[step] == "," and not place
            ):
                break
            # “To meet in May to advance …”: what it is for is not when and where.
            purpose = reading.low[step] == "to" and reading.dep[step] == "aux"
            if (
                purpose
                and reading.dep[reading.head[step]] in {"advcl", "xcomp"}
                and (reading.head[step] > head and self._dated(first, i))
            ):
                break
            if reading.low[step] == "and" and any(
                reading.dep[j] == "conj"
                and reading.dep[reading.head[j]] in {"ROOT", "ccomp", "xcomp", "conj"}
                for j in range(step + 1, last + 1)
                if reading.head[j] <= head
            ):
                break
            i = step
        return self.scene.span(first, i)
