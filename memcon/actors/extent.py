"""How far a name reaches: particles, hyphens, nicknames, “Jr.”, and where it ends."""

from __future__ import annotations

from collections.abc import Collection

from memcon.actors.reading import Reading
from memcon.actors.spelling import LEADING, PARTICLES
from memcon.actors.titles import HONORIFICS, INSTITUTIONS, MODIFIERS, OFFICES, plain

_LONGEST = 7
_GENERATIONS = {"jr", "sr", "jr.", "sr."}
_OPENING, _CLOSING = {"“", '"', "‘", "'", "``"}, {"”", '"', "’", "'", "''"}


def left_end(reading: Reading, first: int, last: int, taken: Collection[int]) -> int:
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


def with_particles(reading: Reading, first: int) -> int:
    """First word of “al-Darri”, “van der Berg”, of which the recogniser saw the last word."""
    while reading.same_paragraph(first - 1, first):
        before = first - 2 if reading.joined(first - 1) else first - 1
        if before < 0 or reading.low[before] not in LEADING:
            break
        first = before
    return first


def behind_suffix(reading: Reading, last: int) -> int:
    """Last word with “Jr.” behind a comma, and the point of “Sr.”."""
    comma = reading.same_paragraph(last, last + 2) and reading.form[last + 1] == ","
    if comma and reading.low[last + 2] in _GENERATIONS:
        last += 2
    point = last + 1
    if (
        reading.low[last] in _GENERATIONS
        and reading.same_paragraph(last, point + 1)
        and reading.form[point] == "."
        and not reading.form[point + 1][0].isupper()
    ):
        last = point
    return last


def _nickname(reading: Reading, first: int, i: int) -> int | None:
    """Bill “Red” Harnes: the first word behind a nickname that is set between the given names."""
    if reading.form[i] not in _OPENING or i != first + 1:
        return None
    close = i + 2
    while close < i + 4 and close < len(reading) and reading.form[close] not in _CLOSING:
        close += 1
    after = close + 1
    if not reading.same_paragraph(first, after) or reading.form[close] not in _CLOSING:
        return None
    inside = all(reading.form[k][0].isupper() for k in range(i + 1, close))
    goes_on = reading.capital(after) and reading.form[after].isalpha()
    return after if inside and goes_on and reading.low[after] not in OFFICES else None


def _family_name(reading: Reading, first: int, j: int) -> bool:
    """Oda Prince, Ludovic French: a name ends in a word that otherwise is a title or a people's."""
    after = j + 1
    goes_on = reading.same_paragraph(j, after) and (
        reading.capital(after) or reading.low[after] == "of" or reading.joined(after)
    )
    return (
        j == first + 1
        and reading.same_paragraph(first, j)
        and reading.entity[first] == reading.entity[j] == "PERSON"
        and not reading.begins[j]
        and reading.form[j][0].isupper()
        and reading.form[j][1:].islower()
        and not goes_on
    )


def right_end(reading: Reading, first: int, taken: Collection[int]) -> int:
    """Last word of the name that begins there."""
    last = j = first
    while j - first < _LONGEST:
        j = last + 1
        if j >= len(reading):
            break
        low = reading.low[j]
        if _family_name(reading, first, j):
            last = j
            continue
        if not reading.same_paragraph(first, j) or (j in taken and low not in PARTICLES):
            break
        ahead = j + 1
        called = _nickname(reading, first, j)
        if called is not None:
            last = called
            continue
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
