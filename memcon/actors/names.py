"""Names of persons: runs of capitalised words after a title, or where the entity recogniser saw one.

The small recogniser misses names from parts of the world that its news did not tell of, so that a
capitalised word after “Minister” or “Sheikh” counts as a name whatever it says.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from memcon.actors.introductions import introduced_words
from memcon.actors.reading import Reading, fold
from memcon.actors.spelling import PARTICLES
from memcon.actors.titles import (
    BEFORE_NAMES,
    HONORIFICS,
    INSTITUTIONS,
    MODIFIERS,
    NAMED_OFFICES,
    OFFICES,
    plain,
)

_LONGEST = 7


@dataclass(frozen=True, slots=True)
class Name:
    """Words from first to last (both included); titles are not in it.

    :param titled: whether an honorific or an office stands before it.
    """

    first: int
    last: int
    titled: bool


def find_names(reading: Reading, taken: Collection[int]) -> list[Name]:
    """Every name in the order of the text.

    :param taken: words that name a state and are no person.
    """
    out: list[Name] = []
    i = 0
    while i < len(reading):
        name = (
            _titled(reading, i, taken)
            or _recognised(reading, i, taken)
            or _introduced(reading, i, taken)
        )
        if name is None or (out and name.first <= out[-1].last):
            i += 1
        else:
            out.append(name)
            i = name.last + 1
    return _without_places(reading, out)


def _without_places(reading: Reading, names: list[Name]) -> list[Name]:
    """Leave out single words without any title that the text says things are “in”."""
    known = {
        reading.form[i]
        for n in names
        if n.titled or n.last > n.first
        for i in range(n.first, n.last + 1)
    }
    places = {
        reading.form[n.first]
        for n in names
        if n.first == n.last
        and n.first
        and reading.low[n.first - 1]
        in {"in", "throughout", "across", "near", "outside", "visiting"}
        and not (n.last + 1 < len(reading) and reading.low[n.last + 1] == "'s")
    } - known
    return [n for n in names if n.first < n.last or reading.form[n.first] not in places]


def _titled(reading: Reading, i: int, taken: Collection[int]) -> Name | None:
    word = plain(reading.low[i])
    if word not in BEFORE_NAMES and word not in NAMED_OFFICES:
        return None
    j = i + 1
    while (
        reading.same_paragraph(i, j) and plain(reading.low[j]) in HONORIFICS and reading.capital(j)
    ):
        j += 1
    if not reading.same_paragraph(i, j) or not reading.capital(j) or j in taken:
        return None
    honoured = plain(reading.low[j - 1]) in BEFORE_NAMES and reading.capital(j - 1)
    patronym = reading.same_paragraph(i, j + 1) and reading.low[j + 1] in {"bin", "ibn"}
    if (reading.low[j] in OFFICES and not patronym) or not reading.form[j][0].isalpha():
        return None
    entity = reading.entity[j]
    if not honoured and (
        entity in {"DATE", "TIME"}
        or (reading.form[i].islower() and entity not in {"PERSON", "ORG", ""})
    ):
        return None
    last = _run(reading, j, taken)
    if reading.low[last] in INSTITUTIONS or reading.low[last] in OFFICES:
        return None
    after = last + 1
    if (
        not honoured
        and entity == "ORG"
        and after < len(reading)
        and reading.entity[after] == "ORG"
        and not reading.begins[after]
    ):
        return None
    return Name(j, last, True)


def _recognised(reading: Reading, i: int, taken: Collection[int]) -> Name | None:
    if reading.entity[i] != "PERSON" or i in taken or not reading.capital(i):
        return None
    if (
        i
        and not reading.begins[i]
        and reading.entity[i - 1] == "PERSON"
        and reading.form[i - 1].islower()
    ):
        return None
    word = plain(reading.low[i])
    if (
        word in HONORIFICS
        or word in OFFICES
        or not reading.form[i][0].isalpha()
        or len(reading.form[i]) < 2
    ):
        return None
    if reading.low[i].endswith("ing") and (
        i == 0 or reading.sentence[i - 1] != reading.sentence[i]
    ):
        return None
    last = _run(reading, i, taken)
    if reading.paragraph[i] in reading.headlines:
        # In a heading every word is capitalised; a participle is no part of a name.
        while last > i and (
            reading.entity[last] != "PERSON" or (last > i + 1 and reading.low[last].endswith("ing"))
        ):
            last -= 1
    if reading.low[last] in INSTITUTIONS or reading.low[last] in OFFICES:
        return None
    if last == i and _before_office(reading, i):
        return None
    first = _left(reading, i, last, taken)
    if last > first and all(reading.form[j].isupper() for j in range(first, last + 1)):
        # A heading in capitals; who speaks in capitals (MINISTER HARNES:) has a title.
        return None
    if all(len(fold(reading.form[j])) < 2 for j in range(first, last + 1)):
        return None
    return Name(first, last, False)


def _introduced(reading: Reading, i: int, taken: Collection[int]) -> Name | None:
    words = introduced_words(reading, i)
    if words is None or any(j in taken for j in words):
        return None
    return Name(words.start, words.stop - 1, False)


def _before_office(reading: Reading, i: int) -> bool:
    """Whether the word is what an office is of: Kestrian Foreign Minister."""
    j = i + 1
    while reading.same_paragraph(i, j) and reading.low[j] in MODIFIERS:
        j += 1
    return reading.same_paragraph(i, j) and reading.low[j] in OFFICES


def _left(reading: Reading, first: int, last: int, taken: Collection[int]) -> int:
    """First word of a name of which the recogniser saw only the end: Ludovic [J. Harnes]."""
    while (
        reading.same_paragraph(first - 1, last)
        and reading.sentence[first - 1] == reading.sentence[last]
        and reading.dep[first - 1] == "compound"
        and first <= reading.head[first - 1] <= last
        and reading.entity[first - 1] in {"", "PERSON"}
        and first - 1 not in taken
        and reading.capital(first - 1)
        and reading.form[first - 1][0].isalpha()
        and reading.low[first - 1] not in OFFICES
        and not reading.low[first - 1].endswith("ing")
        and reading.low[first - 1] not in MODIFIERS
        and reading.low[first - 1] not in INSTITUTIONS
        and plain(reading.low[first - 1]) not in HONORIFICS
    ):
        first -= 1
    return first


def _run(reading: Reading, first: int, taken: Collection[int]) -> int:
    """Last word of the name that begins there."""
    last = j = first
    while j - first < _LONGEST:
        j = last + 1
        if not reading.same_paragraph(first, j) or (j in taken and reading.low[j] not in PARTICLES):
            break
        low = reading.low[j]
        ahead = j + 1
        if reading.joined(j):
            # Al-Darri, Berg-Smits; but not “Kim-Harnes talks”, which nothing tells apart.
            if reading.form[ahead][0].isalpha():
                last = ahead
                continue
            break
        if low in PARTICLES and not reading.form[j][0].isupper():
            while ahead < len(reading) and (
                reading.low[ahead] in PARTICLES or reading.joined(ahead)
            ):
                ahead += 1
            if reading.same_paragraph(first, ahead) and reading.capital(ahead):
                last = ahead
                continue
            break
        if (
            not reading.capital(j)
            or not reading.form[j][0].isalpha()
            or low in OFFICES
            or plain(low) in HONORIFICS
        ):
            break
        if reading.begins[j] and reading.entity[j] not in {"PERSON", ""} and last > first:
            break
        if (
            low in MODIFIERS
            and reading.same_paragraph(first, ahead)
            and reading.low[ahead] in OFFICES
        ):
            break
        if (
            reading.form[j].isupper() != reading.form[first].isupper()
            and min(len(reading.form[j]), len(reading.form[first])) > 3
            and not reading.form[first].endswith(".")
        ):
            break
        last = j
    return last
