"""Names across documents: as they are compared, and as another spelling would write them.

A name of a person is romanised (anyascii), in small letters, without honorifics. Two names of the same
words are the same; all else that is alike here is only a reason to ask somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from memcon.actors.titles import BEFORE_NAMES

#: Articles and words of descent that one writer sets and another leaves out.
_PARTICLES = {
    "al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul", "ur", "ud", "bin", "ibn", "ben", "bint",
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "y", "e",
}  # fmt: skip
#: Small words inside the names of bodies.
_SMALL = {"the", "of", "for", "and", "on", "de", "la", "du", "des", "et"}
_WORD = re.compile(r"[a-z0-9]+")
#: Ways to write one sound, in the order in which they are made one.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(?<=[oe])(?:ff|w|v)$", "v"),  # Sorokoff, Sorokow, Sorokov
        (r"tsch|tch|sch|ch|cz|sh", "x"),
        (r"dzh|zh|dj", "j"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"tz|ts", "z"),
        (r"ck|q|c", "k"),
        (r"w", "v"),
        (r"(.)\1+", r"\1"),  # Mohammed, Mohamed
        (r"(?<=.)h$", ""),  # Abdullah, Abdulla
        (r"^[jy](?=[aeiou])", ""),  # Yelena, Jelena, Elena
        (r"^[aeiouy]+", "a"),
        (r"(?<=.)[aeiouy]+", ""),
    )
)
_VOWELS = tuple(
    (re.compile(pattern), vowel)
    for pattern, vowel in ((r"ou|oo|o", "u"), (r"ee|ie|ei|e|y", "i"), (r"(.)\1+", r"\1"))
)


@dataclass(frozen=True, slots=True)
class NormalName:
    """A name as it is compared.

    :param words: in small Latin letters, without honorifics.
    :param core: the words without particles: what is never left out.
    :param sounds: for each word of the core, a key that its other spellings share.
    """

    words: tuple[str, ...]
    core: tuple[str, ...]
    sounds: tuple[str, ...]

    @property
    def plain(self) -> str:
        """The words with spaces between them."""
        return " ".join(self.words)


@lru_cache(maxsize=100_000)
def normal_name(name: str, kind: str) -> NormalName:
    """A name as it is compared; without any words if there is no letter in it.

    :param kind: of the actor; for a person, honorifics are left out, else “the” and “of”.
    """
    folded = re.sub(r"['’ʼ`´]|(?<=\b[a-z])\.(?=[a-z]\b)", "", anyascii(name).casefold())
    words = _WORD.findall(folded)
    if kind == "person":
        while len(words) > 1 and words[0] in BEFORE_NAMES:
            words = words[1:]
        core = [w for w in words if w not in _PARTICLES] or words
    else:
        core = [w for w in words if w not in _SMALL] or words
        words = core
    return NormalName(tuple(words), tuple(core), tuple(map(sound, core)))


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """A key that the usual ways to write a name in Latin letters share: mostly its consonants.

    Where hardly any are left, as of Lee or Ali, the vowels stay as well, of which a few are one.
    """
    key = word
    for pattern, replacement in _SOUNDS:
        key = pattern.sub(replacement, key)
    if len(key) > 2:
        return key
    for pattern, replacement in _VOWELS:
        word = pattern.sub(replacement, word)
    return word


def acronym(name: NormalName) -> str | None:
    """The first letters of a body's name of three words or more, by which it may go."""
    return "".join(word[0] for word in name.core) if len(name.core) > 2 else None


def without_initials(name: NormalName) -> Iterator[tuple[str, str]]:
    """The words of the core that are no initials, each with its key."""
    for word, key in zip(name.core, name.sounds, strict=True):
        if len(word) > 1:
            yield word, key
