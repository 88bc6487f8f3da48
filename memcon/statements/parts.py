"""What part somebody plays in a sentence, where that says more than the feeling around them.

The head for stances learnt from the news, where a sentence that feels bad feels bad for all whom it
names. Whom the speaker says something was done to, by another, is not blamed for it; and whom the
speaker urges to do better is not praised.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from memcon.clauses.arguments import Places
from memcon.clauses.people import is_people
from memcon.clauses.subjects import subject
from memcon.clauses.whom import Mention, Whom
from memcon.events.plover import roots
from memcon.events.triggers import codes, is_noun
from memcon.language.acts import acts_of_words, forces
from memcon.language.inflection import forms_of
from memcon.statements.deeds import doers, is_deed, sufferers

_MATERIAL_CONFLICT = 4
_VICTIMS = {"victim", "victims", "target", "targets"}
#: Verbs whose subject bears something.
_BEARING = ("face", "suffer", "endure", "withstand", "survive")
_OBJECTS = {"dobj", "dative", "nsubjpass"}
#: “Called on N”, “urged N”: the preposition may stand between.
_UPON = {"on", "upon"}


@cache
def _bearing() -> frozenset[str]:
    return frozenset(form for base in _BEARING for form in forms_of(base))


class Parts:
    """The mentions of those who suffer something, and of those who are urged to something."""

    def __init__(self, whom: Whom) -> None:
        self.whom = whom
        self.reading = whom.reading
        #: By the first word of a mention, who does what is done to it.
        self._done_by: dict[int, set[str]] = {}
        places = Places(whom)
        for i in range(len(self.reading)):
            told = [c for c in codes(self.reading, i) if roots()[c].quad == _MATERIAL_CONFLICT]
            if told:
                noun = is_noun(self.reading, i)
                found = places.of_noun(i, told) if noun else places.of_verb(i, told)
                for words, _ in found.targets:
                    self._done_by.setdefault(words.start, set()).update(
                        id for _, id in found.sources
                    )
        for i in range(len(self.reading)):
            if is_deed(self.reading, i):
                by = {id for _, id in doers(whom, i)}
                for words, id in sufferers(whom, i):
                    if id not in by:
                        self._done_by.setdefault(words.start, set()).update(by)
            victim = self.reading.low[i] in _VICTIMS and self.reading.dep[i] == "attr"
            if victim or self.reading.low[i] in _bearing():
                for words, _ in places.actors(subject(whom, self.reading.head[i] if victim else i)):
                    self._done_by.setdefault(words.start, set())
        self._urged = {word for i in range(len(self.reading)) for word in self._objects(i)}

    def suffers(self, mention: Mention, speaker: str | None) -> bool:
        """Whether something is done to them by others than the speaker and the speaker's side."""
        if mention[0].start not in self._done_by:
            return False
        ours = {speaker, self.whom.side(speaker)} if speaker else set()
        return not ours & self._done_by[mention[0].start]

    def urged(self, mention: Mention) -> bool:
        """Whether the speaker urges, asks or calls on them."""
        words = mention[0]
        heads = {self.reading.head[i] for i in words}  # “urge the Kestrian government”
        return not self._urged.isdisjoint({*words, *heads})

    def only_modifies(self, mention: Mention) -> bool:
        """Whether they are named to say of what kind a thing is: “the Kestrian parole programme”.

        Of “the Kestrian people” or “Kestrian officials” more is said.
        """
        reading = self.reading
        top = next((i for i in mention[0] if reading.head[i] not in mention[0]), None)
        if top is None or reading.dep[top] not in {"amod", "compound", "nmod"}:
            return False
        return not is_people(reading, reading.head[top])

    def _objects(self, verb: int) -> Iterator[int]:
        """Whom a verb that urges urges, if it is one; what “they” urge is said by them, not felt."""
        reading = self.reading
        acts = acts_of_words().get(reading.low[verb], ())
        calls = reading.low[verb].startswith("call")
        if not (calls or (acts and forces()[acts[0]] == "directive")):
            return
        for c in reading.children[verb]:
            if reading.low[c] in _UPON:
                yield from (g for g in reading.children[c] if reading.dep[g] == "pobj")
            elif calls:
                continue
            elif reading.dep[c] in _OBJECTS:
                yield c
            elif reading.dep[c] in {"ccomp", "xcomp"}:
                # “Urge the parties to wait” is often read as a clause with its own subject.
                yield from (
                    g for g in reading.children[c] if reading.dep[g] == "nsubj" and verb < g < c
                )
