"""Introductions: an office set beside a name, “Ilse Maravel, the president of Kestria, received …”.

They tell that unknown capitalised words are a person's name, which the entity recogniser often misses
in names from parts of the world that its news did not tell of.
"""

from __future__ import annotations

from memcon.actors.reading import Reading
from memcon.actors.titles import HONORIFICS, INSTITUTIONS, MODIFIERS, OFFICES, plain

#: Words of a name, and words from the comma to the office.
FEWEST, MOST, NEAR = 2, 4, 6
#: Words of a line that only says who somebody is, and what such a line has not.
_LINE = 16
_FINITE = {"nsubj", "nsubjpass", "aux", "auxpass"}
_KNOWN_OTHERWISE = {"GPE", "LOC", "DATE", "TIME", "NORP", "FAC", "EVENT", "LAW", "WORK_OF_ART"}


def introduced_words(reading: Reading, first: int) -> range | None:
    """The words of the name that begins there and is introduced by an office, if one does."""
    if first and reading.same_paragraph(first - 1, first) and _part_of_name(reading, first - 1):
        return None
    last = first
    while last - first < MOST and _part_of_name(reading, last):
        last += 1
        if not reading.same_paragraph(first, last):
            return None
    name = range(first, last)
    if not FEWEST <= len(name) <= MOST or reading.form[last] not in {",", ".", "of"}:
        return None
    if _fills_line(reading, name):
        return name
    # One phrase: “In Port Sabel, the president said” begins with a preposition.
    head = last - 1
    if any(reading.head[i] != head for i in name[:-1]):
        return None
    if reading.form[last] == "," and _office_follows(reading, head, last + 1):
        return name
    return name if _office_before(reading, first, head) else None


def _fills_line(reading: Reading, name: range) -> bool:
    """“Ilse Maravel, Minister of Public Works” alone on a line, as a heading says who speaks."""
    line = reading.of_paragraph(reading.paragraph[name.start])
    behind = range(name.stop + 1, line.stop)
    if line.start != name.start or len(line) > _LINE or reading.form[name.stop] != ",":
        return False
    closed = reading.form[line.stop - 1] not in {".", "!", "?", ":", ","}
    office = any(reading.low[i] in OFFICES for i in behind[:NEAR])
    return closed and office and all(reading.dep[i] not in _FINITE for i in behind)


def _office_before(reading: Reading, first: int, head: int) -> bool:
    """The prime minister, N, …"""
    office = reading.head[head]
    return (
        reading.form[first - 1] == ","
        and reading.dep[head] == "appos"
        and office < first
        and reading.low[office] in OFFICES
        and reading.same_paragraph(office, first)
    )


def _office_follows(reading: Reading, head: int, start: int) -> bool:
    for i in range(start, start + NEAR):
        if not reading.same_paragraph(head, i) or reading.form[i] == ",":
            return False
        if reading.low[i] in OFFICES:
            return reading.dep[i] == "appos" and reading.head[i] == head
    return False


def _part_of_name(reading: Reading, i: int) -> bool:
    low = reading.low[i]
    return (
        reading.capital(i)
        and reading.form[i][0].isalpha()
        and (
            not reading.form[i].isupper()
            or (len(reading.form[i]) == 2 and reading.form[i][1] == ".")
        )
        and reading.entity[i] not in _KNOWN_OTHERWISE
        and low not in OFFICES
        and low not in INSTITUTIONS
        and low not in MODIFIERS
        and plain(low) not in HONORIFICS
    )
