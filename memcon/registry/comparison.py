"""Comparison: how like two actors are, in hundredths, and the reasons in words.

The score puts what is likely first; it is no probability, and by itself it never makes two one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from memcon.registry.features import Features
from memcon.registry.names import NormalName, acronym

#: Score from which on somebody should look at a pair.
CANDIDATE = 50
#: Most that any pair can have without an identifier in common.
_MOST = 99
#: From this likeness on (0 to 100, of rapidfuzz) two names may be one, written wrong.
_SIMILAR = 88
#: Documents that lie further apart, in years, hardly tell of one person.
LIFETIME = 20
_LOOSE_KINDS = frozenset({"organisation", "government"})


@dataclass(frozen=True, slots=True)
class Comparison:
    """What speaks for and against two actors being one.

    :param left: entry of the one actor whose name is likest, and `right` of the other.
    :param score: 0 to 100.
    """

    left: int
    right: int
    score: int
    reasons: tuple[str, ...]
    against: tuple[str, ...] = ()


def compare(one: Features, other: Features) -> Comparison | None:
    """Compare two actors; None if they are of different kinds or their names are not alike."""
    if one.kind != other.kind and not {one.kind, other.kind} <= _LOOSE_KINDS:
        return None
    best: tuple[int, str, int, int] | None = None
    for name, left in one.names:
        for candidate, right in other.names:
            found = (
                _persons_names(name, candidate)
                if one.kind == "person"
                else _bodies_names(name, candidate)
            )
            if found and (best is None or found[0] > best[0]):
                best = (*found, left, right)
    shared = sorted(one.identifiers & other.identifiers)
    if shared:
        scheme, value = shared[0]
        ends = best[2:] if best else (one.entries[0], other.entries[0])
        return Comparison(*ends, 100, (f"same {scheme} identifier {value}",))
    if best is None:
        return None
    score, reason, left, right = best
    supports = list(_supports(one, other))
    against = list(contradictions(one, other))
    years = _years_apart(one, other)
    if years > LIFETIME:
        against.append((15, f"documents {years} years apart"))
    score += sum(weight for weight, _ in supports) - sum(weight for weight, _ in against)
    return Comparison(
        left,
        right,
        max(0, min(_MOST, score)),
        (reason, *(words for _, words in supports)),
        tuple(words for _, words in against),
    )


def _persons_names(one: NormalName, other: NormalName) -> tuple[int, str] | None:
    short, long = sorted((one, other), key=lambda name: len(name.core))
    if len(short.core) == 1:
        return _single(short, long)
    if one.words == other.words:
        return 85, "same full name"
    if one.core == other.core:
        return 80, "same full name but for a particle"
    if sorted(one.core) == sorted(other.core):
        return 75, "same words of the name in another order"
    if _ends_agree(short.core, long.core) and set(short.core) < set(long.core):
        return 72, "same name, with a middle name or patronymic more"
    if _initials_agree(short.core, long.core):
        return 62, "same name, one with initials"
    likeness = fuzz.token_sort_ratio(one.plain, other.plain)
    if sorted(one.sounds) == sorted(other.sounds):
        return 50 + round(likeness / 5), "same name in another spelling"
    if _ends_agree(short.sounds, long.sounds) and set(short.sounds) < set(long.sounds):
        return 60, "same name in another spelling, with a middle name or patronymic more"
    if likeness >= _SIMILAR:
        return round(likeness * 0.6), "similar name"
    return None


def _single(short: NormalName, long: NormalName) -> tuple[int, str] | None:
    """A name of one word: nearly always the last one, the first where families come first."""
    [word], [key] = short.core, short.sounds
    if len(long.core) == 1:
        if word == long.core[0]:
            return 55, "same name of one word"
        return (45, "same name of one word, spelt otherwise") if key == long.sounds[0] else None
    if word == long.core[-1]:
        return 55, "last name alone, and it is the same"
    if word == long.core[0]:
        return 50, "one word alone, which is the first of the other name"
    if key in {long.sounds[-1], long.sounds[0]}:
        return 45, "one word alone, and it is like that of the other name"
    return None


def _bodies_names(one: NormalName, other: NormalName) -> tuple[int, str] | None:
    if one.words == other.words:
        return 80, "same name"
    likeness = fuzz.token_sort_ratio(one.plain, other.plain)
    if one.sounds == other.sounds:
        return 50 + round(likeness / 5), "same name in another spelling"
    if one.plain == acronym(other) or other.plain == acronym(one):
        return 55, "one is the first letters of the other"
    if likeness >= _SIMILAR + 2:
        return round(likeness * 0.6), "similar name"
    return None


def _supports(one: Features, other: Features) -> Iterator[tuple[int, str]]:
    if one.countries & other.countries:
        yield 12, f"same country {min(one.countries & other.countries)}"
    shared = shared_office(one, other)
    if shared:
        yield 15, f"same office: {shared}"


def shared_office(one: Features, other: Features) -> str | None:
    """The words of an office of the one that the other holds too."""
    for office, words in one.offices:
        if any(office.agrees(held) for held, _ in other.offices):
            return words
    return None


def contradictions(one: Features, other: Features) -> Iterator[tuple[int, str]]:
    """What speaks against the two being one: how much, and in words."""
    if one.countries and other.countries and one.countries.isdisjoint(other.countries):
        yield 30, f"countries {min(one.countries)} and {min(other.countries)}"
    if one.genders and other.genders and one.genders.isdisjoint(other.genders):
        yield 40, "titles of a woman and of a man"
    if not shared_office(one, other):
        for office, words in one.offices:
            found = next((w for held, w in other.offices if office.elsewhere(held)), None)
            if found:
                yield 25, f"{words}, and {found}"
                break


def _years_apart(one: Features, other: Features) -> int:
    if not one.years or not other.years:
        return 0
    return max(one.years[0] - other.years[-1], other.years[0] - one.years[-1], 0)


def _ends_agree(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return short[0] == long[0] and short[-1] == long[-1]


def _initials_agree(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the last names are one, and an initial stands for the first."""
    if short[-1] != long[-1]:
        return False
    first, other = short[0], long[0]
    return min(len(first), len(other)) == 1 and first[0] == other[0]
