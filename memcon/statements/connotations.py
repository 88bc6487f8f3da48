"""What a word makes of those it is said of: “dominates” speaks ill of whoever does it.

Connotation frames (Rashkin, Singh, Choi, ACL 2016): a verb tells what is thought of the one who does it
and of the one to whom it is done, a noun of whose it is, an adjective of what it describes. Which words
do stands in `connotations.tsv`; they hold for everybody alike. A negation turns them round.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from memcon.events.arguments import Mention, Places
from memcon.statements.inflection import forms_of
from memcon.statements.whom import Whom

_NEGATIVE = {"no", "not", "n't", "never", "nor", "neither", "without", "hardly"}
_NOT_DONE = {
    "fail", "fails", "failed", "failing", "refuse", "refuses", "refused", "refusing", "unable",
    "unwilling", "decline", "declines", "declined", "stop", "stops", "stopped", "cease", "ceased",
}  # fmt: skip
_VERBAL = {"ROOT", "conj", "xcomp", "ccomp", "advcl", "relcl", "acl", "pcomp", "csubj", "parataxis"}
_SIGN = {"+": 1, "-": -1, "": 0}
_COPULAS = {
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "'s",
    "'re",
    "remains",
    "remain",
    "became",
    "become",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A sign towards an actor, with the mention and the word that shows it."""

    actor: str
    sign: int
    mention: range
    word: int


class Connotations:
    """Finds what the words of a statement make of the actors in it."""

    def __init__(self, whom: Whom) -> None:
        self.whom = whom
        self.reading = whom.reading
        self.places = Places(whom)

    def find(self, own: Sequence[int]) -> Iterator[Shown]:
        """Signs in the words of a statement, in order.

        :param own: words of the content that are not reported in it as another's.
        """
        inside = set(own)
        for i in own:
            for shown in self._of(i):
                if shown.mention.start in inside and shown.sign:
                    yield shown

    def _of(self, i: int) -> Iterator[Shown]:
        low, dep = self.reading.low[i], self.reading.dep[i]
        turned = -1 if self._negated(i) != self._failed(i) else 1
        if dep in _VERBAL and low in _words("verb"):
            bearer, object_ = _words("verb")[low]
            # Of a verb told with “I” or “we” only what it says of the others counts.
            found = self.places.of_verb(i, ("ACCUSE",))
            yield from self._each(found.sources, bearer * turned, i)
            yield from self._each(found.targets, object_ * turned, i)
        elif low in _words("noun") and dep not in _VERBAL | {"amod", "compound"}:
            bearer, object_ = _words("noun")[low]
            found = self.places.of_noun(i, ("SUPPORT",))
            owners = self._owners(i) or self._described(i)
            yield from self._each(owners, bearer * turned, i)
            behind = found.targets or self._behind(i)
            yield from self._each(behind, object_ * turned, i)
        elif low in _words("adjective"):
            bearer, _ = _words("adjective")[low]
            yield from self._each(self._described(i), bearer * turned, i)

    def _each(self, mentions: Sequence[Mention], sign: int, word: int) -> Iterator[Shown]:
        for mention, id in mentions if sign else ():
            yield Shown(id, sign, mention, word)

    def _owners(self, noun: int) -> tuple[Mention, ...]:
        """Whose it is: “Ossel's scheme”, “the scheme of Ossel”."""
        reading = self.reading
        parts = reading.children[noun]
        near = [c for c in parts if reading.dep[c] in {"poss", "amod", "compound", "nmod"}]
        far = [
            c
            for p in parts
            if reading.dep[p] == "prep" and reading.low[p] in {"of", "by"}
            for c in reading.children[p]
            if reading.dep[c] == "pobj"
        ]
        return tuple(m for m in map(self.whom.headed, [*near, *far]) if m is not None)

    def _behind(self, noun: int) -> tuple[Mention, ...]:
        """“Trust in Ossel”; the parser may hang “in Ossel” on the verb."""
        reading = self.reading
        parts = [*reading.children[noun], *reading.children[reading.head[noun]]]
        words = [
            c
            for p in parts
            if reading.dep[p] == "prep"
            and p > noun
            and reading.low[p] in {"in", "for", "towards", "to"}
            for c in reading.children[p]
            if reading.dep[c] == "pobj"
        ]
        return tuple(m for m in map(self.whom.headed, words) if m is not None)

    def _described(self, word: int) -> tuple[Mention, ...]:
        """What “is dangerous”, or is called so: the subject, the noun before or behind, and its owner."""
        reading = self.reading
        head, dep = reading.head[word], reading.dep[word]
        if dep == "amod":
            direct = self.whom.headed(head)
            if direct is not None:
                return (direct,)
            owners = self._owners(head)
            return owners or self._described(head)
        if dep in {"acomp", "attr", "oprd"}:
            subjects = [
                c for c in reading.children[head] if reading.dep[c] in {"nsubj", "nsubjpass"}
            ]
            return self.places.actors(subjects) if reading.low[head] in _COPULAS else ()
        if dep == "pobj" and reading.low[head] == "as":
            verb = reading.head[head]
            objects = [c for c in reading.children[verb] if reading.dep[c] in {"dobj", "nsubjpass"}]
            return self.places.actors(objects)
        if dep == "dobj":
            # “Do not follow an honest course”: who has or does a good or a bad thing is good or bad.
            return self.places.actors(self.places.subject(head))
        if dep == "conj":
            return self._described(head)
        return ()

    def _failed(self, word: int) -> bool:
        """“Failed to help”, “refused to help”: it was not done."""
        head = self.reading.head[word]
        return self.reading.dep[word] == "xcomp" and self.reading.low[head] in _NOT_DONE

    def _negated(self, word: int) -> bool:
        """Whether a negation stands on the word or on the verb that it hangs on."""
        reading = self.reading
        chain = [word]
        if reading.dep[word] in {"acomp", "attr", "dobj", "amod", "oprd"}:
            chain.append(reading.head[word])
            if reading.dep[word] == "amod":
                chain.append(reading.head[reading.head[word]])
        return any(reading.low[c] in _NEGATIVE for i in chain for c in reading.children[i])


@cache
def _words(kind: str) -> dict[str, tuple[int, int]]:
    """Signs towards the bearer and the object, by each form of the words of a kind."""
    text = files("memcon.statements").joinpath("connotations.tsv").read_text(encoding="utf-8")
    out: dict[str, tuple[int, int]] = {}
    for row in text.splitlines()[1:]:
        of, bearer, object_, words = row.split("\t")
        for base in words.split() if of == kind else ():
            for form in (base,) if kind == "adjective" else forms_of(base):
                before = out.get(form, (0, 0))
                out[form] = (_SIGN[bearer] or before[0], _SIGN[object_] or before[1])
    return out
