"""Names compared: initials, particles, accents, hyphens, and the order of their words."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.actors.families import is_patronymic
from memcon.actors.reading import Reading, fold

#: Small words inside names, which are not compared.
PARTICLES = {
    "bin", "bint", "ibn", "abu", "al", "el", "van", "der", "den", "ter", "de", "la", "del", "da", "dos",
    "do", "di", "du", "von", "zu", "ben", "le", "y", "e", "af", "st", "ul", "ur", "ud", "o'", "binti",
    "ould", "ait", "das", "della", "vom", "zum", "ten", "av",
}  # fmt: skip
#: Those with which a family name may begin, and that are no English words.
LEADING = {
    "al", "el", "bin", "ibn", "abu", "van", "der", "von", "de", "del", "della", "di", "du", "dos",
    "das", "da", "af", "zu", "ter", "ten", "vom", "zum", "av",
}  # fmt: skip
#: What may follow a name and is no word of it; “Jr.” and “Sr.” tell two persons apart.
_SUFFIXES = {"ii", "iii", "iv", "esq", "phd", "mp", "mep"}
_GENERATIONS = {"jr", "sr"}
_ABD = {"abd", "abdul", "abdel", "abdal"}


def tokens(reading: Reading, first: int, last: int) -> tuple[str, ...]:
    """The words of a name as they are compared: folded, without particles and suffixes."""
    folded = [fold(reading.form[i]) for i in range(first, last + 1)]
    kept = [f for f in folded if f and f not in PARTICLES and f not in _SUFFIXES]
    return tuple(_servants(kept) or [f for f in folded if f])


def _servants(words: list[str]) -> list[str]:
    """Abd al-Karim, Abdul Karim, Abdel-Karim and Abdulkarim are one given name."""
    if len(words) > 2 and words[0] in _ABD:
        return ["abdul" + words[1], *words[2:]]
    if len(words) > 1 and words[0].startswith(("abdel", "abdal")) and len(words[0]) > 5:
        return ["abdul" + words[0][5:], *words[1:]]
    return words


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of at least two words can be one person's.

    All words of the shorter one occur in the longer one, in order; an initial stands for its word,
    and a word may be printed as two (Wenlin, Wen-lin). The family name is the last word, or the
    first where families come first, as in “Petrov Ivan Sergeyevich” as well.
    """
    if _GENERATIONS & set(one) != _GENERATIONS & set(other):
        return False
    if "".join(one) == "".join(other):
        return True
    short, long = sorted((_in_order(one), _in_order(other)), key=len)
    if short[-1] != long[-1] and (short[0] != long[0] or len(short) == len(long)):
        return False
    at = iter(long)
    return all(any(_same_word(word, candidate) for candidate in at) for word in short)


def contradict(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names are of two persons for what stands in their middle: J. and M. Quill."""
    if min(len(one), len(other)) < 3 or one[-1] != other[-1]:
        return False
    return _same_word(one[0], other[0]) and not same_name(one, other)


def _in_order(name: tuple[str, ...]) -> tuple[str, ...]:
    """Given name, patronymic, family name, in whichever order they are printed."""
    if len(name) == 3 and is_patronymic(name[2]) and not is_patronymic(name[1]):
        return (name[1], name[2], name[0])
    return name


def _same_word(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def without_generation(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without “Jr.” and “Sr.”."""
    return tuple(word for word in name if word not in _GENERATIONS) or name


def without_initials(name: tuple[str, ...]) -> Iterator[str]:
    """The words of a name by which it is looked up."""
    return (word for word in name if len(word) > 1)
