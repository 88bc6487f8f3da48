"""Whose something is: “Ossel's role”, “the role of Ossel”, “the army of the king of Ossel”.

What is said of a thing, or done to it, is said of whoever bears it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from memcon.actors.reading import Reading
from memcon.clauses.whom import Mention, Whom

#: Parts of a noun that may name whose it is.
_WITHIN = {"poss", "amod", "compound", "nmod"}
_PREPOSITIONS = {"prep", "agent", "dative"}
#: “His country” is not he but his state.
_COUNTRIES = {"country", "nation", "government", "state", "people"}
#: Nouns within nouns that are looked through.
_STEPS = 4


def behind(reading: Reading, parts: Iterable[int], prepositions: Collection[str]) -> list[int]:
    """Nouns behind one of the prepositions that are among the parts of a word."""
    return [
        noun
        for p in parts
        if reading.dep[p] in _PREPOSITIONS and reading.low[p] in prepositions
        for c in reading.children[p]
        if reading.dep[c] == "pobj"
        for noun in (c, *joined(reading, c))
    ]


def joined(reading: Reading, word: int) -> list[int]:
    """The words that “and” joins to a word, and to these."""
    out: list[int] = []
    waiting = [word]
    while waiting:
        for c in reading.children[waiting.pop()]:
            if reading.dep[c] == "conj":
                out.append(c)
                waiting.append(c)
    return sorted(out)


def owners(whom: Whom, noun: int) -> tuple[Mention, ...]:
    """Those whom a noun's own parts name: “Ossel's scheme”, “the Osselian scheme”."""
    reading = whom.reading
    parts = (c for c in reading.children[noun] if reading.dep[c] in _WITHIN)
    country = reading.low[noun] in _COUNTRIES
    return tuple(
        (words, whom.side(id) if country else id)
        for words, id in filter(None, map(whom.headed, parts))
    )


def bearers(whom: Whom, noun: int) -> tuple[Mention, ...]:
    """Those whose something is: “Ossel's scheme”, “the scheme of Ossel”."""
    following = behind(whom.reading, whom.reading.children[noun], {"of", "by"})
    return owners(whom, noun) or tuple(filter(None, map(whom.headed, following)))


def bearer(whom: Whom, noun: int) -> Mention | None:
    """Who is meant by a noun, or else whose it is."""
    reading = whom.reading
    for _ in range(_STEPS):
        direct = whom.headed(noun)
        if direct is not None:
            return direct
        near = owners(whom, noun)
        if near:
            return near[0]
        following = behind(reading, reading.children[noun], {"of", "by"})
        if not following:
            return None
        noun = following[0]
    return None
