"""Who does it and to whom: the actors around a word that tells an event.

A verb has its subject and objects, also where it only shares a subject (“wants to occupy …”, “while
thanking …”). A noun has those whose deed it is (“Ossel's attack”, “the attack by Ossel”, “Osselian
strikes”) and those whom it hits (“on”, “against”, “to”, “with”), or both sides (“talks between …”).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from memcon.actors.reading import Reading
from memcon.events.people import is_people
from memcon.statements.cuetargets import COUNTRIES
from memcon.statements.whom import Whom

Mention = tuple[range, str]
_SUBJECTS, _OBJECTS = {"nsubj", "csubj"}, {"dobj", "dative", "nsubjpass", "oprd"}
#: Behind these stands whom a deed is done to, whatever deed it is; and, for some codes, behind others.
_TO = {"against", "to", "towards", "toward", "with"}
_BEHIND = {
    "SUPPORT": {"for", "of", "on"}, "AID": {"for", "in"}, "REQUEST": {"on", "from"},
    "ACCUSE": {"of", "on"},
    "REJECT": {"of"}, "ASSAULT": {"on", "at", "in", "of", "upon"}, "MOBILIZE": {"in", "on", "near", "at"},
    "COERCE": {"on", "over", "in", "of", "upon"}, "SANCTION": {"on", "from", "of"}, "YIELD": {"from"},
    "PROTEST": {"in", "at"}, "THREATEN": {"of"},
}  # fmt: skip
#: Codes of deeds that are done to somebody by being done to what is theirs: “condemned Ossel's raid”.
_OWNED = {"ACCUSE", "SUPPORT", "REJECT", "ASSAULT", "COERCE", "SANCTION", "REQUEST"}
#: Verbs of giving, and what may be given without helping anybody.
_GIVING = {
    "give", "gives", "gave", "given", "giving", "present", "presents", "presented", "presenting",
    "deliver", "delivers", "delivered", "delivering", "provide", "provides", "provided", "providing",
    "supply", "supplies", "supplied", "supplying", "share", "shares", "shared", "sharing",
}  # fmt: skip
_WORDS = {
    "remark", "remarks", "letter", "letters", "speech", "speeches", "address", "message", "messages",
    "greetings", "statement", "statements", "update", "updates", "briefing", "view", "views", "report",
    "reports", "interview", "interviews", "opportunity", "concern", "concerns", "answer", "comment",
    "comments", "testimony", "lecture", "condolences", "information", "overview", "details", "values",
}  # fmt: skip
_BY = {"by", "of"}
#: Verbs that say of a deed no more than that there is one.
_THERE = {
    "exists",
    "exist",
    "existing",
    "existed",
    "held",
    "made",
    "launched",
    "led",
    "was",
    "is",
    "took",
}
#: Steps up the tree on which a subject may be shared.
_STEPS = 4
_SHARED = {"xcomp", "conj", "advcl", "pcomp", "prep", "acl", "ccomp", "acomp"}
_WITHIN = {"poss", "amod", "compound", "nmod"}


@dataclass(frozen=True, slots=True)
class Arguments:
    """Mentions of those who do it and of those to whom it is done; `mutual` if they do it together.

    :param told: whether somebody stands there to whom it is done, actor or not.
    """

    sources: tuple[Mention, ...]
    targets: tuple[Mention, ...]
    mutual: bool = False
    told: bool = False


class Places:
    """Finds the arguments of verbs and nouns."""

    def __init__(self, whom: Whom) -> None:
        self.whom = whom
        self.reading: Reading = whom.reading

    def of_verb(self, verb: int, codes: Iterable[str] = ()) -> Arguments:
        """The arguments of a verb, active or passive.

        :param codes: root codes that it can tell; by them it is known what stands behind “on” or “in”.
        """
        reading = self.reading
        parts = reading.children[verb]
        at = _TO.union(*(_BEHIND.get(code, set()) - {"of"} for code in codes))
        passive = any(reading.dep[c] in {"nsubjpass", "auxpass"} for c in parts) or (
            reading.dep[verb] in {"acl"} and reading.low[verb].endswith(("ed", "en"))
        )
        objects = [c for c in parts if reading.dep[c] in _OBJECTS]
        if reading.low[verb] in _GIVING and any(reading.low[c] in _WORDS for c in objects):
            return Arguments((), ())
        behind = self._behind(parts, at)
        sources: list[int]
        if passive:
            sources = self._behind(parts, {"by"}) or self._agents(parts)
            if reading.dep[verb] == "acl":
                objects = [*objects, reading.head[verb]]
        else:
            sources = self.subject(verb)
        near = self.actors(sources)
        owned = bool(_OWNED.intersection(codes))
        far = self.actors(objects, owned) or self.actors(behind)
        if len(near) > 1 and not far:
            return Arguments(near[:1], near[1:], mutual=True, told=True)
        told = any(is_people(reading, i) for i in (*objects, *behind))
        return Arguments(near, _without(far, near), told=told)

    def of_noun(self, noun: int, codes: Iterable[str] = ()) -> Arguments:
        """The arguments of a noun that names a deed; for `codes` see `of_verb`."""
        reading = self.reading
        at = _TO.union(*(_BEHIND.get(code, set()) for code in codes))
        parts = [*reading.children[noun], *self._described(noun)]
        between = self._behind(parts, {"between", "among"})
        if between:
            both = self.actors(between)
            return Arguments(both[:1], both[1:], mutual=True, told=len(both) > 1)
        owners = [c for c in parts if reading.dep[c] in _WITHIN]
        near = self._mentions(owners)
        by = self._behind(parts, _BY - at)
        near = near or self.actors(by)
        behind = self._behind(parts, at)
        if not behind:
            # “The attack by Ossel on Velmar”: the parser may hang “on Velmar” on Ossel.
            behind = self._behind([c for i in by for c in reading.children[i]], at)
        if not behind and reading.dep[noun] == "dobj":
            # “Offered thanks to Ossel”: the parser may hang “to Ossel” on either word.
            behind = self._behind(reading.children[reading.head[noun]], at)
        far = self.actors(behind)
        if not near:
            near = self.actors(self._carrier(noun))
        if len(near) > 1 and not far:
            # “Ossel and Velmar held talks.”
            return Arguments(near[:1], near[1:], mutual=True, told=True)
        together = bool(self._behind(parts, {"with"}))
        told = any(is_people(reading, i) for i in behind)
        return Arguments(near, _without(far, near), mutual=together, told=told)

    def subject(self, verb: int) -> list[int]:
        """Words that do it: the verb's own subject, or the one that it shares with a verb above."""
        reading = self.reading
        at = verb
        for _ in range(_STEPS):
            own = [c for c in reading.children[at] if reading.dep[c] in _SUBJECTS | {"nsubjpass"}]
            if own and not self._is_open(own[0], at):
                return self._who(own[0], at)
            if reading.dep[at] == "relcl" and not own:
                return [reading.head[at]]
            if reading.dep[at] not in _SHARED | {"relcl"} or reading.head[at] == at:
                return own
            up = reading.head[at]
            if reading.dep[at] in {"acl", "relcl"}:
                if self.whom.headed(up) is not None:
                    return [up]
                # “Has no right to …”, “pursue goals which they …”: who has it does it.
                up = reading.head[up] if reading.dep[up] in {"dobj", "attr"} else up
            at = up
            if self.whom.headed(at) is not None and reading.dep[at] in _SUBJECTS | {"appos"}:
                return [at]
        return []

    def _is_open(self, subject: int, verb: int) -> bool:
        """“Goals which they failed to reach”: a pronoun that nobody resolved is who has the goals."""
        return (
            self.reading.dep[verb] == "relcl"
            and self.reading.low[subject] in {"they", "it", "he", "she"}
            and self.whom.headed(subject) is None
        )

    def actors(self, words: list[int], owned: bool = True) -> tuple[Mention, ...]:
        """The actors whom words mean, those that are joined to them included, each once.

        :param owned: whether it is done to somebody if it is done to what is theirs.
        """
        out: dict[str, Mention] = {}
        for word in words:
            for i in [word, *self._joined(word)]:
                found = self._bearer(i) if owned else self.whom.headed(i)
                if found is not None:
                    out.setdefault(found[1], found)
        return tuple(out.values())

    def _who(self, subject: int, verb: int) -> list[int]:
        """A relative pronoun stands for what its clause describes."""
        if self.reading.low[subject] in {"who", "which", "that"} and (
            self.reading.dep[verb] == "relcl"
        ):
            return [self.reading.head[verb]]
        return [subject]

    def _carrier(self, noun: int) -> list[int]:
        """Whose deed a noun is that a verb carries: “A held talks with B”, “A, in talks with B, …”."""
        reading = self.reading
        at = noun
        for _ in range(_STEPS):
            up = reading.head[at]
            if up == at or reading.sentence[up] != reading.sentence[noun]:
                return []
            if reading.dep[at] in {"dobj", "attr", "nsubjpass"} or (
                reading.dep[at] == "prep"
                and any(reading.dep[c] in _SUBJECTS for c in reading.children[up])
            ):
                return self.subject(up)
            if reading.dep[at] == "prep" and self.whom.headed(up) is not None:
                return [up]
            at = up
        return []

    def _described(self, noun: int) -> list[int]:
        """Parts of a clause that only says that there is such a thing: “talks that exist between …”."""
        reading = self.reading
        return [
            c
            for clause in reading.children[noun]
            if reading.dep[clause] in {"relcl", "acl"} and reading.low[clause] in _THERE
            for c in reading.children[clause]
        ]

    def _behind(self, parts: list[int], prepositions: set[str]) -> list[int]:
        reading = self.reading
        return [
            c
            for p in parts
            if reading.dep[p] in {"prep", "agent", "dative"} and reading.low[p] in prepositions
            for c in reading.children[p]
            if reading.dep[c] == "pobj"
        ]

    def _agents(self, parts: list[int]) -> list[int]:
        reading = self.reading
        return [
            c
            for p in parts
            if reading.dep[p] == "agent"
            for c in reading.children[p]
            if reading.dep[c] == "pobj"
        ]

    def _joined(self, word: int) -> list[int]:
        reading = self.reading
        out: list[int] = []
        waiting = [word]
        while waiting:
            at = waiting.pop()
            for c in reading.children[at]:
                if reading.dep[c] == "conj":
                    out.append(c)
                    waiting.append(c)
        return sorted(out)

    def _bearer(self, noun: int) -> Mention | None:
        """Who is meant by a noun, or whose it is: “Ossel”, “Ossel's army”, “the army of Ossel”."""
        for _ in range(_STEPS):
            found = self.whom.headed(noun)
            if found is not None:
                return found
            parts = self.reading.children[noun]
            owners = self._mentions([c for c in parts if self.reading.dep[c] in _WITHIN])
            if owners:
                words, id = owners[0]
                country = self.reading.low[noun] in COUNTRIES
                return words, self.whom.side(id) if country else id
            following = self._behind(parts, {"of"})
            if not following:
                return None
            noun = following[0]
        return None

    def _mentions(self, words: list[int]) -> tuple[Mention, ...]:
        found = (self.whom.headed(i) for i in words)
        return tuple(m for m in found if m is not None)


def _without(far: tuple[Mention, ...], near: tuple[Mention, ...]) -> tuple[Mention, ...]:
    ids = {id for _, id in near}
    taken = {i for words, _ in near for i in words}
    return tuple(m for m in far if m[1] not in ids and not taken.intersection(m[0]))
