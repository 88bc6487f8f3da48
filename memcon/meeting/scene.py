"""The words of a document with the actors that each of them means, for whoever looks for a meeting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from memcon.actors.reading import Reading
from memcon.actors.turns import is_turn
from memcon.document import Document
from memcon.language.quotations import Quotation
from memcon.record import Actor, Attribution, MentionForm
from memcon.spans import Span

#: Kinds of actors that come to a meeting.
PARTIES = {"person", "state", "government", "organisation", "group", "population"}


class Mentioned:
    """Words from first to last (both included) that mean an actor."""

    __slots__ = ("actor", "first", "form", "last")

    def __init__(self, actor: Actor, first: int, last: int, form: MentionForm | None) -> None:
        self.actor, self.first, self.last, self.form = actor, first, last, form


class Scene:
    """One document, read: its words, whose words they are, and who is mentioned where."""

    def __init__(
        self,
        document: Document,
        reading: Reading,
        attributions: Sequence[Attribution],
        actors: Sequence[Actor],
        quotations: Sequence[Quotation],
    ) -> None:
        self.document = document
        self.text = reading.words.text
        self.attributions = attributions
        self.actors = {actor.id: actor for actor in actors}
        self.reading = reading
        self.by_name = {actor.name: actor for actor in reversed(actors)}
        self._spoken = [q.span for q in quotations if not q.depth]

    @cached_property
    def turns(self) -> list[Attribution]:
        """Turns of a transcript: a label, a colon, and what was said."""
        return [a for a in self.attributions if a.parent is None and is_turn(a, self.reading)]

    @cached_property
    def spoken(self) -> list[bool]:
        """Of each word, whether it stands in quotation marks or in a turn: in somebody's own words."""
        out = [False] * len(self.reading)
        for span in (*self._spoken, *(s for a in self.turns for s in a.content)):
            for i in self.reading.inside(span):
                out[i] = True
        return out

    @cached_property
    def mentions(self) -> list[Mentioned]:
        """All mentions, in order; of those that begin with one word the longest first."""
        out = []
        for actor in self.actors.values():
            for number, span in enumerate(actor.mentions):
                inside = self.reading.inside(span)
                if inside:
                    form = actor.forms[number] if actor.forms else None
                    out.append(Mentioned(actor, inside.start, inside.stop - 1, form))
        return sorted(out, key=lambda m: (m.first, -m.last, m.actor.kind != "person"))

    @cached_property
    def covering(self) -> list[list[Mentioned]]:
        """Of each word the mentions that it is in, the longest first."""
        out: list[list[Mentioned]] = [[] for _ in range(len(self.reading))]
        for mention in sorted(self.mentions, key=lambda m: m.first - m.last):
            for i in range(mention.first, mention.last + 1):
                out[i].append(mention)
        return out

    @cached_property
    def clauses(self) -> list[int]:
        """Of each word the verb of its clause."""
        return [self._clause(i) for i in range(len(self.reading))]

    def _clause(self, i: int) -> int:
        reading = self.reading
        for _ in range(40):
            if reading.dep[i] in CLAUSES or reading.head[i] == i:
                return i
            if reading.dep[i] == "conj" and reading.dep[reading.head[i]] in CLAUSES:
                return i
            i = reading.head[i]
        return i

    def at(self, i: int) -> list[Actor]:
        """Whoever the word means: the single actors, a group told by its members."""
        for mention in self.covering[i]:
            if mention.actor.kind == "person" or mention.form in {"list", "pronoun", "title"}:
                return self.members(mention)
        here = self.covering[i]
        return self.members(here[0]) if here else []

    def members(self, mention: Mentioned) -> list[Actor]:
        """The actors of a mention: of a list or a group of known members these, else the one."""
        actor = mention.actor
        parts = [self.by_name[n] for n in actor.name.split(" and ") if n in self.by_name]
        if actor.kind == "group" and len(parts) > 1:
            return [p for p in parts if p is not actor]
        return [actor]

    @cached_property
    def _subjects(self) -> dict[int, int]:
        """The first word that hangs on a word as its subject."""
        reading, out = self.reading, dict[int, int]()
        for i, dep in enumerate(reading.dep):
            if dep in {"nsubj", "nsubjpass"} and reading.head[i] != i:
                out.setdefault(reading.head[i], i)
        return out

    def subject(self, verb: int) -> int | None:
        """Head of the subject of a verb, looked for along the verbs that it is joined to."""
        reading = self.reading
        for _ in range(4):
            if verb in self._subjects:
                return self._subjects[verb]
            joined = reading.dep[verb] in {"conj", "xcomp", "advcl", "pcomp", "acl"}
            if not joined or reading.head[verb] == verb:
                return None
            verb = reading.head[verb]
        return None

    def joined(self, head: int) -> list[int]:
        """A noun, and those that “and” and commas join to it."""
        out, queue = [head], [head]
        if self.reading.dep[head] == "nsubj":
            # Of “N and M met” the parser may make two subjects, without an “and” between them.
            more = self.reading.children[self.reading.head[head]]
            out += [c for c in more if self.reading.dep[c] == "nsubj" and c > head]
            queue = list(out)
        while queue:
            for child in self.reading.children[queue.pop()]:
                if self.reading.dep[child] == "conj" and child not in out:
                    out.append(child)
                    queue.append(child)
        return sorted(out)

    def phrase(self, head: int) -> list[Actor]:
        """The actors that a noun and those joined to it mean, each once."""
        out: list[Actor] = []
        for i in self.joined(head):
            out += [a for a in self.at(i) if a not in out]
        return out

    def subtree(self, head: int) -> tuple[int, int]:
        """First and last word of all that hangs on a word."""
        first = last = head
        queue = [head]
        while queue:
            i = queue.pop()
            first, last = min(first, i), max(last, i)
            queue += self.reading.children[i]
        return first, last

    def sentence(self, i: int) -> range:
        """Words of the sentence that the word is in."""
        return self.reading.of_sentence(self.reading.sentence[i])

    def span(self, first: int, last: int) -> Span:
        """Characters from the first word to the last."""
        return self.reading.start[first], self.reading.end[last]

    def words(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span[0] : span[1]]

    @cached_property
    def dateline(self) -> range:
        """Words of the dateline with its dash, “OSSEL, March 3 –”; empty if there is none."""
        reading = self.reading
        for paragraph in range(min(8, reading.paragraph[-1] + 1)):
            line = reading.of_paragraph(paragraph)
            for i in line[1:12]:
                if reading.form[i] in {"–", "—", "-", "―"} and not reading.joined(i):
                    return range(line.start, i + 1) if i + 2 < line.stop else range(0)
                form = reading.form[i]
                if form[0].islower() and form not in {"de", "of", "the", "al"}:
                    break
        return range(0)

    @cached_property
    def today(self) -> date | None:
        """The day from which “today” and “on Monday” are reckoned: the document's own."""
        from memcon.meeting.datelines import day_of_report

        return day_of_report(self)


#: Relations that begin a clause of its own.
CLAUSES = {"ROOT", "relcl", "acl", "advcl", "ccomp", "xcomp", "csubj", "pcomp", "parataxis"}


def unique(actors: Iterable[Actor]) -> list[Actor]:
    """Each actor once, in order."""
    return list({actor.id: actor for actor in actors}.values())
