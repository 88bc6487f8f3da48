"""Names compared: initials, particles, accents, and which word is the family's."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.actors.reading import Reading, fold

#: Small words inside names, which are not compared.
PARTICLES = {
    "bin", "bint", "ibn", "abu", "al", "el", "van", "der", "den", "ter", "de", "la", "del", "da", "dos",
    "do", "di", "du", "von", "zu", "ben", "le", "y", "e", "af", "st", "ul", "ur", "ud", "o'",
}  # fmt: skip


def tokens(reading: Reading, first: int, last: int) -> tuple[str, ...]:
    """The words of a name as they are compared: folded, without particles and suffixes."""
    folded = [fold(reading.form[i]) for i in range(first, last + 1)]
    kept = [f for f in folded if f and f not in PARTICLES and f not in {"ii", "iii"}]
    return tuple(kept or [f for f in folded if f])


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of at least two words can be one person's.

    All words of the shorter one occur in the longer one, in order; an initial stands for its word.
    The family name is the last word, or the first where families come first.
    """
    short, long = sorted((one, other), key=len)
    if ("jr" in short) != ("jr" in long):
        return False
    if short[-1] != long[-1] and (short[0] != long[0] or len(short) == len(long)):
        return False
    at = iter(long)
    return all(any(_same_word(word, candidate) for candidate in at) for word in short)


def _same_word(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def without_initials(name: tuple[str, ...]) -> Iterator[str]:
    """The words of a name by which it is looked up."""
    return (word for word in name if len(word) > 1)
