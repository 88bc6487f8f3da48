"""Names that stand alone: the last or the first word of a full name, “Harnes”, “Tao”, “al-Darri”."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from memcon.actors.cast import Figure
from memcon.actors.extent import with_particles
from memcon.actors.persons import Persons
from memcon.actors.reading import Reading, fold

_NO_PERSON = {"DATE", "ORDINAL", "LAW", "WORK_OF_ART"}


def bare_names(
    reading: Reading, persons: Persons, taken: Collection[int]
) -> Iterator[tuple[int, int, Figure]]:
    """First word, last word and figure of each name outside all titles and full names.

    The first word of a full name is the family's where families come first. Whatever is also printed
    in lower case (Will, Mark, Grace) is no name by itself.

    :param taken: words of names, states and known mentions.
    """
    ordinary = {form for form in reading.form if form.islower()}
    short = persons.ends() - ordinary
    for i, form in enumerate(reading.form):
        if i in taken or not form[0].isupper() or not reading.capital(i):
            continue
        word = fold(form)
        if form.isupper() and len(form) < 5:
            # An acronym, not a name that ends like it.
            continue
        if word not in short or reading.entity[i] in _NO_PERSON or _in_longer(reading, i, taken):
            continue
        figure = persons.find((word,), i)
        if figure is not None and word in persons.ends(figure):
            first = with_particles(reading, i)
            yield (i if any(j in taken for j in range(first, i)) else first), i, figure


def _in_longer(reading: Reading, i: int, taken: Collection[int]) -> bool:
    """Whether the word is part of another name: “the Harnes Foundation” is not Harnes."""
    if reading.paragraph[i] in reading.headlines:
        return False
    for j in (i - 1, i + 1):
        if j in taken or not reading.same_paragraph(i, j) or not reading.capital(j):
            continue
        other = j < i and reading.sentence[j] != reading.sentence[i]
        # The first word of a sentence is capitalised whatever it is.
        begins = j < i and (j == 0 or reading.sentence[j - 1] != reading.sentence[j])
        if reading.form[j][0].isalpha() and not other and not (begins and not reading.entity[j]):
            return True
    return False
