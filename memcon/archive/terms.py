"""Terms: words as they are looked up, the same in every database.

A word is romanised (anyascii), in small letters, and cut to its stem (Porter's English stemmer, by
Snowball), so that “negotiating” finds “negotiations”, and “Seljuk” finds “Selçuk”. What a statement is
(its speaker, act, day …) are terms as well, with a letter and a colon before them that no word has: a
search for words with facets is then one look into one index, however many statements there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from anyascii import anyascii
from snowballstemmer.english_stemmer import EnglishStemmer

from memcon.registry.names import normal_name

#: Words of a statement that are looked up; a whole speech may be one statement.
MOST = 5_000
#: Letters of a term; what is longer is no word.
_LONGEST = 60
#: A word of any script, with an apostrophe in it.
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_LATIN = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
#: Snowball's own in Python, not PyStemmer where that is installed: their versions may differ.
_STEMMER = EnglishStemmer()


def stems(text: str) -> list[str]:
    """The stems of all words of a text, in their order."""
    return [stem for word in _WORD.findall(text.casefold()) for stem in _stems(word)]


def words_of(text: str) -> list[str]:
    """All words of a text in small letters, in their order, as they are."""
    return _WORD.findall(text.casefold())


@lru_cache(maxsize=300_000)
def _stems(word: str) -> tuple[str, ...]:
    """The stem of a word; several where its script puts no spaces between words."""
    latin = word if word.isascii() else anyascii(word).casefold()
    found = _LATIN.findall(latin)
    return tuple(_STEMMER.stemWord(one).replace("'", "")[:_LONGEST] for one in found)


@lru_cache(maxsize=10_000)
def plain(word: str) -> str:
    """A word of memcon's own, such as the name of an act, as a part of a term: `call-for`."""
    return "-".join(_LATIN.findall(word.casefold()))[:_LONGEST]


@lru_cache(maxsize=100_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words by which somebody of that name is found: without “the” and “of”."""
    return tuple(word[:_LONGEST] for word in normal_name(name, "organisation").words)


@lru_cache(maxsize=20_000)
def day_terms(date: str | None) -> tuple[str, ...]:
    """Terms of a day, or of what is known of it: `y:2024 m:2024-07 d:2024-07-03`."""
    if not date:
        return ()
    return tuple(
        f"{letter}:{date[:length]}"
        for letter, length in (("y", 4), ("m", 7), ("d", 10))
        if len(date) >= length
    )


def facet(letter: str, words: Iterable[str]) -> Iterator[str]:
    """Terms of a facet, one a word."""
    return (f"{letter}:{word}" for word in words if word)
