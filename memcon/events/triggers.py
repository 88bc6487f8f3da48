"""Words that tell an event, and whether as a noun or as a verb."""

from __future__ import annotations

from memcon.actors.reading import Reading
from memcon.events.plover import roots_of_nouns, roots_of_verbs

_VERBAL = {"ROOT", "conj", "xcomp", "ccomp", "advcl", "relcl", "acl", "pcomp", "csubj", "parataxis"}
_NOMINAL = {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "ROOT", "dative", "oprd"}
#: Parts that only a verb has.
_OF_VERBS = {"nsubj", "nsubjpass", "aux", "auxpass", "dobj"}


def codes(reading: Reading, i: int) -> tuple[str, ...]:
    """Root codes that the word can tell; none if it tells no event."""
    if is_noun(reading, i):
        return roots_of_nouns()[reading.low[i]]
    if reading.dep[i] in _VERBAL and reading.low[i] in roots_of_verbs():
        return roots_of_verbs()[reading.low[i]]
    return ()


def is_noun(reading: Reading, i: int) -> bool:
    """Whether the word is a noun that tells an event: “the attack”, but not “they attack Ossel”."""
    return (
        reading.dep[i] in _NOMINAL
        and reading.low[i] in roots_of_nouns()
        and not any(reading.dep[c] in _OF_VERBS for c in reading.children[i])
    )
