"""Names that the recogniser missed, told by the last word of one that it saw: Dara Quill, Ivo Quill."""

from __future__ import annotations

from collections.abc import Collection

from memcon.actors.reading import Reading
from memcon.actors.titles import HONORIFICS, INSTITUTIONS, MODIFIERS, OFFICES, plain

#: What a recogniser takes a name from abroad for.
_MISTAKEN = {"", "ORG", "PERSON", "PRODUCT", "WORK_OF_ART", "FAC"}


def kin_words(reading: Reading, known: Collection[str], taken: Collection[int]) -> list[range]:
    """Two capitalised words of which the second ends a known name, and the first is a given name.

    :param known: last words of full names, as printed.
    :param taken: words of names and states.
    """
    out = []
    for i, form in enumerate(reading.form):
        before, after = i - 1, i + 1
        if form not in known or i in taken or before in taken or before < 0:
            continue
        if not reading.same_paragraph(before, i) or not _given_name(reading, before, i):
            continue
        longer = reading.same_paragraph(i, after) and (
            reading.joined(after)
            or (reading.form[after][0].isupper() and reading.form[after][0].isalpha())
        )
        if not longer and reading.paragraph[i] not in reading.headlines:
            out.append(range(before, i + 1))
    return out


def _given_name(reading: Reading, i: int, last: int) -> bool:
    low = reading.low[i]
    return (
        reading.capital(i)
        and reading.form[i].isalpha()
        and reading.form[i][1:].islower()
        and reading.entity[i] in _MISTAKEN
        and reading.dep[i] in {"compound", "amod", "nmod"}
        and reading.head[i] == last
        and not low.endswith("ing")
        and low not in OFFICES | INSTITUTIONS | MODIFIERS
        and plain(low) not in HONORIFICS
        and not (i and reading.low[i - 1] == "the")
        and not (i and reading.same_paragraph(i - 1, i) and reading.form[i - 1][0].isupper())
    )
