"""Who does it and to whom: the actors around a word that tells an event.

A verb has its subject and objects, also where it only shares a subject (“wants to occupy …”, “while
thanking …”). A noun has those whose deed it is (“Ossel's attack”, “the attack by Ossel”, “Osselian
strikes”) and those whom it hits (“on”, “against”, “to”, “with”), or both sides (“talks between …”).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from memcon.actors.reading import Reading
from memcon.clauses.bearers import bearer, bearers, behind, joined, owners
from memcon.clauses.people import is_people
from memcon.clauses.subjects import carrier, subject
from memcon.clauses.whom import Mention, Whom

_OBJECTS = {"dobj", "dative", "nsubjpass", "oprd"}
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
#: Codes of deeds that several do to each other, and verbs of others.
MUTUAL = {"AGREE", "CONSULT", "COOPERATE"}
_TOGETHER = {"fight", "fought", "fighting", "clash", "clashed", "clashing"}
_ABOUT = {"discuss", "discusses", "discussed", "discussing"}
_PARTICIPLES = ("ed", "en")
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
    "exists", "exist", "existing", "existed", "held", "made", "launched", "led", "was", "is", "took",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Arguments:
    """Mentions of those who do it and of those to whom it is done.

    :param told: whether somebody stands there to whom it is done, actor or not.
    """

    sources: tuple[Mention, ...]
    targets: tuple[Mention, ...]
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
        passive = self._is_passive(verb)
        objects = [c for c in parts if reading.dep[c] in _OBJECTS]
        if passive and not objects and reading.dep[verb] == "conj":
            objects = subject(self.whom, verb)
        if reading.low[verb] in _GIVING and any(reading.low[c] in _WORDS for c in objects):
            return Arguments((), ())
        after = behind(reading, parts, at)
        if not after and "SANCTION" in codes:
            # “Recalled its ambassador from Ossel”: the parser may hang “from Ossel” on the ambassador.
            after = behind(reading, [c for o in objects for c in reading.children[o]], {"from"})
        if passive:
            sources = behind(reading, parts, {"by"})
            if reading.dep[verb] == "acl":
                objects = [*objects, reading.head[verb]]
        else:
            sources = subject(self.whom, verb)
        if reading.low[verb] in _ABOUT:
            # “Discussed Ossel”: that is the matter, and nobody whom it was discussed with.
            objects = []
        near = self.actors(sources)
        owned = bool(_OWNED.intersection(codes))
        far = self.actors(objects, owned) or self.actors(after)
        mutual = not MUTUAL.isdisjoint(codes) or reading.low[verb] in _TOGETHER
        return self._arguments(near, far, [*objects, *after], mutual=mutual)

    def _is_passive(self, verb: int) -> bool:
        """Whether it is done to the subject: “was robbed”, “was robbed and betrayed”, “robbed by N”."""
        reading = self.reading
        parts = reading.children[verb]
        if any(reading.dep[c] in {"nsubjpass", "auxpass"} for c in parts):
            return True
        participle = reading.low[verb].endswith(_PARTICIPLES)
        if reading.dep[verb] == "conj" and participle:
            own = any(reading.dep[c] in {"nsubj", "aux", "dobj"} for c in parts)
            return not own and self._is_passive(reading.head[verb])
        return participle and reading.dep[verb] == "acl"

    def of_noun(self, noun: int, codes: Iterable[str] = ()) -> Arguments:
        """The arguments of a noun that names a deed; for `codes` see `of_verb`."""
        reading = self.reading
        at = _TO.union(*(_BEHIND.get(code, set()) for code in codes))
        parts = [*reading.children[noun], *self._described(noun)]
        between = behind(reading, parts, {"between", "among"})
        if between:
            return self._arguments(self.actors(between), (), [])
        by = behind(reading, parts, _BY - at)
        near = owners(self.whom, noun) or self.actors(by) or self.actors(carrier(self.whom, noun))
        after = behind(reading, parts, at)
        if not after:
            # “The attack by Ossel on Velmar”: the parser may hang “on Velmar” on Ossel.
            after = behind(reading, [c for i in by for c in reading.children[i]], at)
        if not after and reading.dep[noun] == "dobj":
            # “Offered thanks to Ossel”: the parser may hang “to Ossel” on either word.
            after = behind(reading, reading.children[reading.head[noun]], at)
        return self._arguments(near, self.actors(after), after)

    def _arguments(
        self,
        near: tuple[Mention, ...],
        far: tuple[Mention, ...],
        suffering: list[int],
        *,
        mutual: bool = True,
    ) -> Arguments:
        """Of several who do something to each other, “Ossel and Velmar met”, the first does it to the
        others.

        :param mutual: whether it is a deed that they can do to each other.
        """
        if mutual and len(near) > 1 and not far:
            return Arguments(near[:1], near[1:], told=True)
        told = any(is_people(self.reading, i) for i in suffering)
        return Arguments(near, _without(far, near), told=told)

    def actors(self, words: list[int], owned: bool = True) -> tuple[Mention, ...]:
        """The actors whom words mean, those that are joined to them included, each once.

        :param owned: whether it is done to somebody if it is done to what is theirs.
        """
        out: dict[str, Mention] = {}
        for word in words:
            for i in [word, *joined(self.reading, word)]:
                direct = self.whom.headed(i)
                whose = (
                    () if direct or not owned else bearers(self.whom, i) or (bearer(self.whom, i),)
                )
                for found in (direct, *whose):
                    if found is not None:
                        out.setdefault(found[1], found)
        return tuple(out.values())

    def _described(self, noun: int) -> list[int]:
        """Parts of a clause that only says that there is such a thing: “talks that exist between …”."""
        reading = self.reading
        return [
            c
            for clause in reading.children[noun]
            if reading.dep[clause] in {"relcl", "acl"} and reading.low[clause] in _THERE
            for c in reading.children[clause]
        ]


def _without(far: tuple[Mention, ...], near: tuple[Mention, ...]) -> tuple[Mention, ...]:
    ids = {id for _, id in near}
    taken = {i for words, _ in near for i in words}
    return tuple(m for m in far if m[1] not in ids and not taken.intersection(m[0]))
