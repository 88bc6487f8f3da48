"""Bad deeds by their nouns: who does them, and whom they are done to.

“The attack on Ossel” is nothing that Ossel did: who condemns it is with Ossel, if anything.
"""

from __future__ import annotations

from memcon.actors.reading import Reading
from memcon.clauses.arguments import Places
from memcon.clauses.bearers import bearer, bearers, behind, owners
from memcon.clauses.whom import Mention, Whom
from memcon.events.plover import roots, roots_of_nouns
from memcon.statements.connoted import words

#: Deeds behind which “of” names whom they are done to.
DONE_TO = {
    "invasion", "occupation", "bombing", "bombardment", "shelling", "siege", "destruction", "annexation",
    "persecution", "oppression", "suppression", "repression", "killing", "murder", "assassination",
    "arrest", "detention", "abuse", "torture", "slaughter", "massacre", "betrayal", "exploitation",
    "criticism", "condemnation", "harassment", "intimidation",
}  # fmt: skip
_MATERIAL_CONFLICT = 4
_ON = {"against", "on", "upon", "at", "in", "over", "into"}


def is_deed(reading: Reading, i: int) -> bool:
    """Whether the word is a noun of something bad that is done."""
    low = reading.low[i]
    if reading.dep[i] in {"ROOT", "amod", "compound"}:
        return False
    codes = roots_of_nouns().get(low, ())
    material = any(roots()[code].quad == _MATERIAL_CONFLICT for code in codes)
    return material or low in DONE_TO or words("noun").get(low, (0, 0))[0] < 0


def doers(whom: Whom, noun: int) -> tuple[Mention, ...]:
    """Those whose deed it is: “Ossel's invasion”, “the invasion by Ossel”, “the crimes of Ossel”."""
    by = Places(whom).actors(behind(whom.reading, whom.reading.children[noun], {"by"}))
    if whom.reading.low[noun] in DONE_TO:
        return owners(whom, noun) or by
    return owners(whom, noun) or by or bearers(whom, noun)


def sufferers(whom: Whom, noun: int) -> tuple[Mention, ...]:
    """Those it is done to: “the attack on Ossel”, “interference in the affairs of Ossel”."""
    of = {"of"} if whom.reading.low[noun] in DONE_TO else set()
    found = behind(whom.reading, whom.reading.children[noun], _ON | of)
    return tuple(filter(None, (bearer(whom, i) for i in found)))
