"""Towards whom a cue itself tells a stance: whom somebody praised, thanked, accused.

“Praised Ossel's role in the talks on Talvik” is praise of Ossel: what a verb or noun of feeling governs,
or whose it is, and not whatever else the phrase names.
"""

from __future__ import annotations

from memcon.record import Attribution
from memcon.statements.acts import Act
from memcon.statements.whom import Whom

#: Signs of the acts that are done to somebody.
SIGNS = {
    "praise": 1, "thank": 1, "congratulate": 1, "support": 1, "condole": 1,
    "condemn": -1, "accuse": -1, "criticise": -1, "oppose": -1, "threaten": -1, "doubt": -1,
}  # fmt: skip
_OBJECTS = ("dobj", "dative", "nsubjpass", "attr", "oprd")
_TO_WHOM = {"to", "for", "of", "at", "against", "towards", "toward", "with", "in", "on", "from"}
#: Nouns within nouns that are looked through: “the role of the army of Ossel”.
_STEPS = 4
#: “His country” is not he but his state.
COUNTRIES = {"country", "nation", "government", "state", "people"}


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
            found = _governed(whom, i) or _governed(whom, reading.head[i])
            if found is not None and found[1] != attribution.speaker:
                return found[1], sign, found[0]
    return None


def _governed(whom: Whom, word: int) -> tuple[range, str] | None:
    """The mention that a verb or a noun governs: its object, then what stands behind a preposition."""
    reading = whom.reading
    parts = reading.children[word]
    objects = [c for c in parts if reading.dep[c] in _OBJECTS]
    behind = [
        c
        for p in [*parts, *(c for o in objects for c in reading.children[o])]
        if reading.dep[p] in {"prep", "dative", "agent"} and reading.low[p] in _TO_WHOM
        for c in reading.children[p]
        if reading.dep[c] == "pobj"
    ]
    for i in [*objects, *behind]:
        found = _bearer(whom, i)
        if found is not None:
            return found
    return None


def _bearer(whom: Whom, noun: int) -> tuple[range, str] | None:
    """Who is meant by a noun, or whose it is: “Ossel”, “Ossel's role”, “the role of Ossel”."""
    reading = whom.reading
    for _ in range(_STEPS):
        found = whom.headed(noun)
        if found is not None:
            return found
        parts = reading.children[noun]
        for c in parts:
            owner = whom.headed(c)
            if reading.dep[c] in {"poss", "amod", "compound", "nmod"} and owner is not None:
                country = reading.low[noun] in COUNTRIES
                return owner[0], whom.side(owner[1]) if country else owner[1]
        following = [
            c
            for p in parts
            if reading.dep[p] == "prep" and reading.low[p] in {"of", "by"}
            for c in reading.children[p]
            if reading.dep[c] == "pobj"
        ]
        if not following:
            return None
        noun = following[0]
    return None
