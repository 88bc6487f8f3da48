"""Stems: words by what forms and derivations of one root have in common.

Snowball's stemmer for English (Porter, “Snowball: a language for stemming algorithms”, 2001) keeps the
adjectives of places apart from their names; what makes them is cut here, so that “Kestria” and
“Kestrian” are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from Stemmer import Stemmer

from memcon.actors.pronouns import FUNCTION_WORDS
from memcon.language.inflection import singular
from memcon.topics.shells import EMPTY

_SNOWBALL = Stemmer("english", 0)
#: As Snowball leaves them: “Osselese” is cut to “osseles”.
_OF_A_PLACE = ("ian", "ish", "es", "an", "ia", "a", "i")
#: Nouns that are no topic by themselves, but tell what is wanted: “the reopening of the border”.
_DEEDS = {"renewal", "reopening", "restoration", "repair", "repairs", "review", "return"}
#: A stem keeps at least so many letters.
_LEAST = 4


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without the endings by which nouns, verbs and adjectives of one root differ."""
    found: str = _SNOWBALL.stemWord(word.casefold())
    for ending in _OF_A_PLACE:
        if found.endswith(ending) and len(found) - len(ending) >= _LEAST:
            return found[: -len(ending)]
    return found


def content_stems(words: Iterable[str]) -> frozenset[str]:
    """Stems of the words that mean something by themselves."""
    return frozenset(
        stem(w) for w in _lows(words)
        if len(w) > 2 and w[0].isalpha() and w not in FUNCTION_WORDS
        and (w in _DEEDS or singular(w) not in EMPTY)
    )  # fmt: skip


def name_stems(words: Iterable[str]) -> frozenset[str]:
    """Stems of the words of a name, in which “States” and “Allies” mean something too."""
    return frozenset(stem(w) for w in _lows(words) if w and w not in FUNCTION_WORDS)


def _lows(words: Iterable[str]) -> Iterator[str]:
    return (w.casefold().replace("’", "'").removesuffix("'s") for w in words)
