"""Names of persons: runs of capitalised words after a title, or where the entity recogniser saw one.

The small recogniser misses names from parts of the world that its news did not tell of, so that a
capitalised word after “Minister” or “Sheikh” counts as a name whatever it says.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from memcon.actors.extent import behind_suffix, left_end, right_end, with_particles
from memcon.actors.headings import as_below
from memcon.actors.honorifics import behind_honorifics, honorific_before
from memcon.actors.introductions import introduced_words
from memcon.actors.kin import kin_words
from memcon.actors.reading import Reading, fold
from memcon.actors.spelling import LEADING
from memcon.actors.titles import (
    BEFORE_NAMES,
    HONORIFICS,
    INSTITUTIONS,
    MODIFIERS,
    NAMED_AFTER,
    NAMED_OFFICES,
    OFFICES,
    plain,
)

#: Given names that are English function words as well.
_GIVEN_NAMES = {"Will", "May", "June", "April", "August", "An", "So", "Do"}
#: What one word behind “Secretary of …” says whole; a capitalised word after it begins a name.
_PORTFOLIOS = {
    "agriculture", "commerce", "defence", "defense", "education", "energy", "finance", "health",
    "interior", "justice", "labor", "labour", "state", "trade", "transport", "transportation",
    "treasury", "war",
}  # fmt: skip


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
            or _behind_portfolio(reading, i, taken)
            or _recognised(reading, i, taken)
            or _introduced(reading, i, taken)
        )
        if name is None or (out and name.first <= out[-1].last):
            i += 1
        else:
            out.append(name)
            i = name.last + 1
    cut = as_below(reading, [(n.first, n.last) for n in out])
    out = [Name(a, b, n.titled) for n, (a, b) in zip(out, cut, strict=True)]
    found = _with_kin(reading, _without_places(reading, out), taken)
    return [Name(n.first, behind_suffix(reading, n.last), n.titled) for n in found]


def _with_kin(reading: Reading, names: list[Name], taken: Collection[int]) -> list[Name]:
    known = {reading.form[n.last] for n in names if n.last > n.first and not n.titled} | {
        reading.form[n.last] for n in names if n.titled
    }
    used = set(taken) | {i for n in names for i in range(n.first, n.last + 1)}
    kin = [Name(r.start, r.stop - 1, False) for r in kin_words(reading, known, used)]
    return sorted([*names, *kin], key=lambda n: n.first) if kin else names


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
    opens = word in BEFORE_NAMES or word in NAMED_OFFICES
    if not opens and behind_honorifics(reading, i) < i + 2:
        return None
    j = behind_honorifics(reading, i if word in HONORIFICS else i + 1)
    j = max(j, i + 1)
    before = honorific_before(reading, j)
    begin = j
    if reading.form[j - 1][0].isupper():
        # Mr. van der Berg: the particles stay small behind a title too.
        while reading.same_paragraph(i, j + 1) and (
            reading.low[j] in LEADING or (j > begin and reading.joined(j))
        ):
            j += 1
    if not reading.same_paragraph(i, j) or j in taken:
        return None
    if not reading.capital(j) and not _will(reading, j):
        return None
    honoured = before is not None and (before[1] in BEFORE_NAMES or before[0] < j - 1)
    patronym = reading.same_paragraph(i, j + 1) and reading.low[j + 1] in {"bin", "ibn"}
    if _before_office(reading, j - 1):
        # “Mr. Prime Minister”, said to him.
        return None
    if (reading.low[j] in OFFICES and not patronym) or not reading.form[j][0].isalpha():
        return None
    entity = reading.entity[j]
    if not honoured and (
        entity in {"DATE", "TIME"}
        or (reading.form[i].islower() and entity not in {"PERSON", "ORG", ""})
    ):
        return None
    last = right_end(reading, j, taken)
    if reading.paragraph[i] in reading.headlines:
        while last > j and reading.low[last].endswith("ing"):
            last -= 1
    if reading.low[last] in INSTITUTIONS | NAMED_AFTER or reading.low[last] in OFFICES:
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
    return Name(begin, last, True)


def _behind_portfolio(reading: Reading, i: int, taken: Collection[int]) -> Name | None:
    """Secretary of State N: the recogniser may take the name for part of a ministry's."""
    if reading.low[i] not in _PORTFOLIOS or i < 2 or reading.low[i - 1] != "of":
        return None
    if reading.low[i - 2] not in OFFICES or i + 1 in taken or not reading.capital(i + 1):
        return None
    if not reading.same_paragraph(i - 2, i + 2) or reading.entity[i + 1] not in {"PERSON", "ORG"}:
        return None
    last = right_end(reading, i + 1, taken)
    words = reading.low[i + 1 : last + 1]
    if last == i + 1 or not OFFICES.union(INSTITUTIONS, NAMED_AFTER, MODIFIERS).isdisjoint(words):
        return None
    return Name(i + 1, last, True)


def _will(reading: Reading, i: int) -> bool:
    """Whether a function word with a capital is a given name: Will Ferris, May Harnes."""
    return (
        reading.form[i] in _GIVEN_NAMES
        and reading.same_paragraph(i, i + 1)
        and reading.entity[i] == reading.entity[i + 1] == "PERSON"
        and reading.capital(i + 1)
        and not reading.begins[i + 1]
    )


def _recognised(reading: Reading, i: int, taken: Collection[int]) -> Name | None:
    if reading.entity[i] != "PERSON" or i in taken:
        return None
    begins = i == 0 or reading.sentence[i - 1] != reading.sentence[i]
    if not reading.capital(i) and (begins or not _will(reading, i)):
        return None
    if (
        i
        and not reading.begins[i]
        and reading.entity[i - 1] == "PERSON"
        and reading.form[i - 1].islower()
    ):
        return None
    word = plain(reading.low[i])
    if behind_honorifics(reading, i) > i:
        return None
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
    last = right_end(reading, i, taken)
    if reading.paragraph[i] in reading.headlines:
        # In a heading every word is capitalised; a participle is no part of a name.
        while last > i and (
            reading.entity[last] != "PERSON" or (last > i + 1 and reading.low[last].endswith("ing"))
        ):
            last -= 1
    if reading.low[last] in INSTITUTIONS | NAMED_AFTER or reading.low[last] in OFFICES:
        return None
    if last == i and _before_office(reading, i):
        return None
    first = left_end(reading, i, last, taken)
    if last > first and all(reading.form[j].isupper() for j in range(first, last + 1)):
        # A heading in capitals; who speaks in capitals (MINISTER HARNES:) has a title.
        return None
    if all(len(fold(reading.form[j])) < 2 for j in range(first, last + 1)):
        return None
    return Name(with_particles(reading, first), last, False)


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
