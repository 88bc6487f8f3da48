"""Nouns that say what somebody wants or holds: “Tavria’s commitment to the treaty”.

A noun with its holder before it and its object behind it tells as much as a verb (the noun cues of
PARC 3.0, Pareti 2016). The model finds many; in readouts, which are full of them, it misses some.
"""

from __future__ import annotations

from collections.abc import Iterator

from memcon.attribution.relation import Relation
from memcon.language.words import Words

#: Set by hand: too few annotated ones were there to fit it on.
SURE = 0.75
#: Words before and behind the noun in which its holder and its object are looked for.
BEFORE, BEHIND = 6, 60

_NOUNS = frozenset({
    "commitment", "determination", "willingness", "readiness", "openness", "intention", "desire",
    "insistence", "pledge", "promise", "refusal", "demand", "request", "call", "appeal",
    "opposition", "objection", "hope", "belief", "conviction", "condemnation", "rejection",
    "aspiration", "aspirations", "resolve", "preference",
})  # fmt: skip
_OBJECTS = frozenset({"to", "for", "on", "that", "against"})
#: “They reaffirmed their commitment”: the holder is who speaks, and nothing more is told.
_OWN = frozenset({"my", "our", "your", "his", "her", "their", "whose"})
#: Labels of what stands before a holder's last word in its name, and of a holder without “’s”.
_PARTS = frozenset({"det", "compound", "amod", "nmod", "nummod"})
_BESIDE = frozenset({"compound", "nmod", "amod"})
_NAMED = frozenset({"GPE", "NORP", "ORG"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def find_noun_cues(words: Words) -> Iterator[Relation]:
    """Every such noun of which the text names both holder and object, in the order of the text."""
    for noun in range(1, len(words) - 1):
        if words[noun].casefold() in _NOUNS and words[noun + 1].casefold() in _OBJECTS:
            relation = _relation(words, noun)
            if relation:
                yield relation


def _relation(words: Words, noun: int) -> Relation | None:
    holder = _holder(words, noun)
    if holder is None or words[holder].casefold() in _OWN:
        return None
    if words[holder].casefold() == "its" and not _just_named(words, holder):
        return None
    first = holder
    while first > 0 and words.dep[first - 1] in _PARTS and _same_sentence(words, first - 1, noun):
        first -= 1
    mark = holder + (words[holder + 1] in _POSSESSIVE)
    last = noun
    for i in range(noun + 1, min(noun + BEHIND, len(words))):
        if not (_same_sentence(words, i, noun) and words.hangs_on(i, range(noun, noun + 1))):
            break
        if any(c.isalnum() for c in words[i]) or words[i] in (")", "]"):
            last = i
    if last == noun:
        return None
    source, cue = words.span(first, mark), words.span(mark + 1, noun)
    return Relation((source,), (cue,), (words.span(noun + 1, last),), SURE)


def _holder(words: Words, noun: int) -> int | None:
    """Whose it is: “the Tavrians’ …”, “the Tavrian …”, “its …”."""
    for i in range(noun - 1, max(-1, noun - BEFORE), -1):
        if words.head[i] == noun and (
            words.dep[i] == "poss" or (words.dep[i] in _BESIDE and words.entity[i] in _NAMED)
        ):
            return i
    return None


def _same_sentence(words: Words, index: int, other: int) -> bool:
    return bool(words.sentence[index] == words.sentence[other])


def _just_named(words: Words, pronoun: int) -> bool:
    """Whether a state or body is named before “its” as somebody else's object.

    “She thanked Tavria for its commitment to …”, but not “Tavria reaffirmed its commitment to …”.
    """
    for i in range(pronoun - 1, max(-1, pronoun - 8), -1):
        if words.sentence[i] != words.sentence[pronoun]:
            return False
        if words.entity[i] in ("GPE", "ORG", "NORP"):
            return words.dep[i] in ("dobj", "pobj", "dative")
    return False
