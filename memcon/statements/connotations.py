"""What a word makes of those it is said of: “dominates” speaks ill of whoever does it.

Connotation frames (Rashkin, Singh, Choi, ACL 2016): a verb tells what is thought of the one who does it
and of the one to whom it is done, a noun of whose it is, an adjective of what it describes. Which words
do stands in `connotations.tsv`; they hold for everybody alike. A negation turns them round.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from memcon.clauses.arguments import Arguments, Places
from memcon.clauses.bearers import bearers, behind, joined, owners
from memcon.clauses.subjects import subject
from memcon.clauses.whom import Mention, Whom
from memcon.language.inflection import forms_of
from memcon.statements.connoted import words
from memcon.statements.deeds import DONE_TO

_NEGATIVE = {"no", "not", "n't", "never", "nor", "neither", "without", "hardly"}
_NOT_DONE = {
    "fail", "fails", "failed", "failing", "refuse", "refuses", "refused", "refusing", "unable",
    "unwilling", "decline", "declines", "declined", "stop", "stops", "stopped", "cease", "ceased",
}  # fmt: skip
_FORSAKING = {
    "forget",
    "abandon",
    "forsake",
    "desert",
    "betray",
    "neglect",
    "ignore",
    "leave",
    "lose",
}
#: Who ends something bad, or bears it, is not bad, nor is it praise to say so.
_ENDING = (
    "face", "suffer", "endure", "withstand", "resist", "survive", "confront", "end", "stop", "halt",
    "prevent", "combat", "fight", "counter", "oppose", "reject", "tackle", "address", "reduce", "curb",
    "condemn", "avoid", "discuss", "deter", "investigate",
)  # fmt: skip
_VERBAL = {"ROOT", "conj", "xcomp", "ccomp", "advcl", "relcl", "acl", "pcomp", "csubj", "parataxis"}
#: Codes of what is done to somebody by being done to what is theirs: “trusts Ossel's word”.
_OWNED = ("ACCUSE", "SUPPORT")
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


#: Verbs and nouns of helping: it is bad to help the bad.
_HELPING = (
    "help", "assist", "protect", "save", "rescue", "strengthen", "boost", "support", "defend", "back",
    "fund", "finance", "arm", "shelter", "harbour", "harbor", "sponsor", "equip", "train",
    "praise", "abet",
)  # fmt: skip
_HELP = {"help", "assistance", "support", "aid", "backing", "protection", "sponsorship", "funding"}


@cache
def _helping() -> frozenset[str]:
    return frozenset(_HELP).union(form for base in _HELPING for form in forms_of(base))


def _others(found: Arguments) -> bool:
    return bool({id for _, id in found.targets} - {id for _, id in found.sources})


@cache
def _ending() -> frozenset[str]:
    return frozenset(form for base in _ENDING for form in forms_of(base))


@dataclass(frozen=True, slots=True)
class Shown:
    """A sign towards an actor, with the mention and the word that shows it.

    :param turned: whether a negation turned it round: “never betrayed”.
    """

    actor: str
    sign: int
    mention: range
    word: int
    turned: bool = False


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
        if dep in _VERBAL and (low in words("verb") or low in _helping()):
            of_bearer, of_object = words("verb").get(low, (0, 0))
            found = self.places.of_verb(i, _OWNED)
            if low in _helping() and self._is_bad_to_help(i):
                of_bearer, of_object = -1, 0
            elif low in _helping() and of_bearer and _others(found):
                # Whether it is good to help Ossel hangs on what is thought of Ossel.
                of_bearer = 0
            yield from self._each(found.sources, of_bearer * turned, i, turned < 0)
            yield from self._each(found.targets, of_object * turned, i, turned < 0)
        elif (low in words("noun") or low in _HELP) and dep not in _VERBAL | {"amod", "compound"}:
            of_bearer, of_object = words("noun").get(low, (0, 0))
            if low in _helping() and self._is_bad_to_help(i):
                of_bearer, of_object = -1, 0
            # “Kestria is an enemy of Ossel”: it is Kestria who is one.
            ways = (self._whose, self._described)
            first, then = ways[::-1] if dep in {"attr", "oprd"} else ways
            whose = first(i) or then(i)
            yield from self._each(whose, of_bearer * turned, i, turned < 0)
            towards = self.places.of_noun(i, _OWNED).targets or self._towards(i)
            yield from self._each(towards, of_object * turned, i, turned < 0)
        elif low in words("adjective"):
            yield from self._each(
                self._described(i), words("adjective")[low][0] * turned, i, turned < 0
            )

    def _is_bad_to_help(self, word: int) -> bool:
        """Whether what is helped is bad: “helps the terrorists”, “support for terrorist groups”."""
        reading = self.reading
        parts = reading.children[word]
        helped = [c for c in parts if reading.dep[c] == "dobj"]
        helped += behind(reading, parts, {"to", "for", "of"})
        for noun in (n for c in helped for n in (c, *joined(reading, c))):
            own = [
                noun,
                *(c for c in reading.children[noun] if reading.dep[c] in {"amod", "compound"}),
            ]
            if any(
                reading.low[c] in words("party") or words("noun").get(reading.low[c], (0, 0))[0] < 0
                for c in own
            ):
                return True
        return False

    def _towards(self, noun: int) -> tuple[Mention, ...]:
        """“Trust in Ossel”; the parser may hang “in Ossel” on the verb."""
        reading = self.reading
        near = [*reading.children[noun], *reading.children[reading.head[noun]]]
        parts = [p for p in near if p > noun]
        words = behind(reading, parts, {"in", "for", "towards", "to"})
        return tuple(filter(None, map(self.whom.headed, words)))

    def _each(
        self, mentions: Sequence[Mention], sign: int, word: int, turned: bool
    ) -> Iterator[Shown]:
        for mention, id in mentions if sign else ():
            yield Shown(id, sign, mention, word, turned)

    def _described(self, word: int) -> tuple[Mention, ...]:
        """What “is dangerous”, or is called so: the subject, the noun before or behind, and its owner."""
        reading = self.reading
        head, dep = reading.head[word], reading.dep[word]
        if dep == "amod":
            direct = self.whom.headed(head)
            if direct is not None:
                return (direct,)
            return self._whose(head) or self._described(head)
        if dep in {"acomp", "attr", "oprd"}:
            subjects = [
                c for c in reading.children[head] if reading.dep[c] in {"nsubj", "nsubjpass"}
            ]
            return self.places.actors(subjects) if reading.low[head] in _COPULAS else ()
        if dep == "pobj" and reading.low[head] == "as":
            verb = reading.head[head]
            objects = [c for c in reading.children[verb] if reading.dep[c] in {"dobj", "nsubjpass"}]
            return self.places.actors(objects)
        if dep == "dobj" and (reading.low[head] in _ending() or reading.low[head] in words("verb")):
            # “Betrayed its friends”: there the verb tells.
            return ()
        if dep == "dobj":
            # “Do not follow an honest course”: who has or does a good or a bad thing is good or bad.
            return self.places.actors(subject(self.whom, head))
        if dep == "conj":
            return self._described(head)
        return ()

    def _whose(self, noun: int) -> tuple[Mention, ...]:
        """Whose deed a noun is: “Ossel's invasion” is Ossel's, “the invasion of Ossel” is not."""
        if self.reading.low[noun] not in DONE_TO:
            return bearers(self.whom, noun)
        by = behind(self.reading, self.reading.children[noun], {"by"})
        return owners(self.whom, noun) or self.places.actors(by)

    def _failed(self, word: int) -> bool:
        """“Failed to help”, “refused to help”: it was not done."""
        head = self.reading.head[word]
        return self.reading.dep[word] == "xcomp" and self.reading.low[head] in _NOT_DONE

    def _negated(self, word: int) -> bool:
        """Whether a negation stands on the word or on the verb that it hangs on."""
        reading = self.reading
        chain = [word]
        if reading.dep[word] in {"acomp", "attr", "dobj", "amod", "oprd"}:
            if reading.low[reading.head[word]] in _FORSAKING:
                # Who “will not forget its friends” has friends.
                return False
            chain.append(reading.head[word])
            if reading.dep[word] == "amod":
                chain.append(reading.head[reading.head[word]])
        return any(reading.low[c] in _NEGATIVE for i in chain for c in reading.children[i])
