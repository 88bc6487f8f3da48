"""Towards whom a cue itself tells a stance: whom somebody praised, thanked, accused.

“Praised Ossel's role in the talks on Talvik” is praise of Ossel: what a verb or noun of feeling governs,
or whose it is, and not whatever else the phrase names.
"""

from __future__ import annotations

from memcon.clauses.bearers import bearer, behind
from memcon.clauses.whom import Mention, Whom
from memcon.language.acts import Act
from memcon.record import Attribution
from memcon.statements.deeds import doers, is_deed

#: Signs of the acts that are done to somebody.
SIGNS = {
    "praise": 1, "thank": 1, "congratulate": 1, "support": 1, "condole": 1,
    "condemn": -1, "accuse": -1, "criticise": -1, "oppose": -1, "threaten": -1, "doubt": -1,
}  # fmt: skip
_OBJECTS = ("dobj", "dative", "nsubjpass", "attr", "oprd")
_TO_WHOM = {"to", "for", "of", "at", "against", "towards", "toward", "with", "in", "on", "from"}
#: “Defended the port against Ossel”: that is no support of Ossel.
_AGAINST = {"against", "from"}


def cue_target(whom: Whom, attribution: Attribution, act: Act) -> tuple[str, int, range] | None:
    """Actor, sign and mention of a stance that the act's own words in the cue tell."""
    sign = SIGNS.get(act.name)
    if sign is None:
        return None
    reading = whom.reading
    cue = {i for span in attribution.cue for i in reading.inside(span)}
    shown = [i for span in act.evidence for i in reading.inside(span)]
    for i in shown:
        if i in cue:
            # A noun may leave its preposition to the verb that carries it: “offered gratitude to Ossel”.
            behind_which = _TO_WHOM - _AGAINST if sign > 0 else _TO_WHOM
            if sign < 0:
                deeds = [
                    n
                    for h in (i, reading.head[i])
                    for n in _objects(whom, h)
                    if is_deed(reading, n)
                ]
                if deeds:
                    culprits = doers(whom, deeds[0])
                    found = culprits[0] if culprits else None
                    return (found[1], sign, found[0]) if found else None
            found = _governed(whom, i, behind_which) or _governed(
                whom, reading.head[i], behind_which
            )
            if found is not None and found[1] != attribution.speaker:
                return found[1], sign, found[0]
    return None


def _objects(whom: Whom, word: int) -> list[int]:
    reading = whom.reading
    return [c for c in reading.children[word] if reading.dep[c] in _OBJECTS]


def _governed(whom: Whom, word: int, prepositions: set[str]) -> Mention | None:
    """The mention that a verb or a noun governs: its object, then what stands behind a preposition."""
    reading = whom.reading
    parts = reading.children[word]
    objects = _objects(whom, word)
    within = [*parts, *(c for o in objects for c in reading.children[o])]
    nouns = (*objects, *behind(reading, within, prepositions))
    return next(filter(None, (bearer(whom, i) for i in nouns)), None)
