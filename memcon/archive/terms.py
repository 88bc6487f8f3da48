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
from unicodedata import normalize

from anyascii import anyascii
from Stemmer import Stemmer

from memcon.registry.names import normal_name

#: Words of a statement that are looked up; a whole speech may be one statement.
MOST = 5_000
#: Letters of a term; what is longer is no word.
_LONGEST = 60
#: A word of any script, with an apostrophe in it.
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
#: The same words of a text that is ASCII and in small letters, found in two thirds of the time.
_LATIN = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
#: What often is all in a text that is not ASCII, and stands between words.
_BETWEEN = "“”–—…"
#: What a reader does not see in a word: soft hyphens, with the line end behind one, characters without
#: width; and letters that are printed as one.
_HIDDEN = re.compile("\u00ad(?:\\r?\\n)?|[\u200b-\u200d\u2060\ufeff]|[\ufb00-\ufb06]")
#: Snowball's in C. Its own in Python takes 40 times as long, and two threads that search at once, as the
#: web app's do, would garble each other's words. Stems are kept in `_STEMS`, not by it.
_STEMMER = Stemmer("english", 0)


def stems(text: str) -> list[str]:
    """The stems of all words of a text, in their order."""
    return stemmed(text).split()


def stemmed(text: str) -> str:
    """The stems of all words of a text, in their order, with a space between two."""
    if len(_STEMS) > _KEPT:
        _STEMS.clear()
    return " ".join(filter(None, map(_STEMS.__getitem__, words_of(text))))


def words_of(text: str) -> list[str]:
    """All words of a text in small letters, in their order, as they are."""
    if not text.isascii():
        if _HIDDEN.search(text):
            text = _HIDDEN.sub(_as_seen, text)
        for mark in _BETWEEN:
            text = text.replace(mark, " ")
    small = text.casefold()
    return (_LATIN if small.isascii() else _WORD).findall(small)


def _as_seen(found: re.Match[str]) -> str:
    return normalize("NFKC", found[0]) if "\ufb00" <= found[0] <= "\ufb06" else ""


class _Stems(dict[str, str]):
    """Stems under the words, made when first asked for; a plain dict is faster than `lru_cache`.

    Of a word of a script that puts no spaces between words there are several, with a space between.
    """

    def __missing__(self, word: str) -> str:
        latin = word if word.isascii() else anyascii(word).casefold()
        stems = (_stem(one) for one in _LATIN.findall(latin))
        self[word] = made = " ".join(filter(None, stems))
        return made


_STEMS = _Stems()
#: Words whose stems are kept, about.
_KEPT = 300_000


def _stem(latin: str) -> str:
    return _STEMMER.stemWord(latin).replace("'", "")[:_LONGEST]


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


@lru_cache(maxsize=20_000)
def plain_term(letter: str, word: str) -> str:
    """The term of a word of memcon's own: `k:call-for`."""
    return f"{letter}:{plain(word)}"


@lru_cache(maxsize=100_000)
def topic_identity(topic: str) -> str:
    """What is the same for the same words of a topic in all documents: their stems."""
    return stemmed(topic)


@lru_cache(maxsize=100_000)
def topic_terms(topic: str) -> tuple[str, ...]:
    """Terms of a topic, one a stem."""
    return tuple(facet("t", topic_identity(topic).split()))


def facet(letter: str, words: Iterable[str]) -> Iterator[str]:
    """Terms of a facet, one a word."""
    return (f"{letter}:{word}" for word in words if word)
