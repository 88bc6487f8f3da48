"""What a text teaches of offices by setting them beside names: “N, the president of Kestria”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from memcon.actors.cast import Figure
from memcon.actors.offices import Office
from memcon.actors.reading import Reading
from memcon.actors.titled import Titled

_MARKS = {",", "(", "–", "—", "-"}
_SUBJECTS = {"nsubj", "nsubjpass"}


def find_appositions(
    reading: Reading,
    offices: list[Office],
    names: list[Titled],
    figures: Mapping[int, Figure],
) -> Iterator[tuple[Office, Figure]]:
    """Pairs of an office and its holder, for the offices that are not directly before a name.

    :param figures: the figure of each name, by the name's first word.
    """
    used = {office.first for name in names for office in name.offices}
    ending = {name.name.last: name for name in names}
    beginning = {name.first: name for name in names}
    inside = {i: name for name in names for i in range(name.name.first, name.name.last + 1)}
    before: tuple[Office, Titled] | None = None
    for office in offices:
        if office.first in used:
            continue
        if before is not None and _goes_on(reading, *before, office):
            before = office, before[1]
            yield office, figures[before[1].name.first]
            continue
        if _lists(reading, office) or _of_next(reading, office):
            continue
        begins = office.article == "the" and reading.form[office.first] == "The"
        name = (
            (None if begins else _after(reading, office, ending))
            or _before(reading, office, beginning)
            or _by_syntax(reading, office, inside, begins)
        )
        before = None
        if name is not None:
            before = office, name
            yield office, figures[name.name.first]


def _goes_on(reading: Reading, before: Office, name: Titled, office: Office) -> bool:
    """N, president of Kestria and chair of the Union: one article, or none, for both.

    With two articles the words may list two persons: “N, the president and the minister”.
    """
    i = office.first - 1
    if office.article or i != before.last + 1 or not reading.same_paragraph(i, before.last):
        return False
    if reading.low[i] == "and":
        return reading.dep[office.word] != "nsubj"
    follows = office.last + 1
    closed = not reading.same_paragraph(follows, i) or reading.form[follows] in {",", ".", ")", ";"}
    return reading.form[i] == "," and name.name.last < before.first and closed


def _after(reading: Reading, office: Office, ending: Mapping[int, Titled]) -> Titled | None:
    """N, the president …; N, that is, the president …; N (the president …)."""
    i = office.first - 1
    if not reading.same_paragraph(i, office.first) or reading.form[i] not in _MARKS:
        return None
    if reading.low[max(i - 2, 0) : i] == ["that", "is"]:
        i -= 3
    if i < 1 or reading.form[i] not in _MARKS or i - 1 not in ending:
        return None
    name = ending[i - 1]
    dep, follows = reading.dep[office.word], office.last + 1
    if dep in {"appos", "conj"}:
        return name
    # “Speaking to N, the president said”: the office is another one's who says it.
    if dep in _SUBJECTS and reading.head[office.word] > office.last:
        inner = any(reading.head[j] == reading.head[office.word] for j in (name.name.last,))
        if not inner and not (reading.same_paragraph(follows, i) and reading.form[follows] == ","):
            return None
        if reading.head[name.name.last] < i and reading.dep[name.name.last] in {"pobj", "dobj"}:
            return None
    closed = not reading.same_paragraph(follows, office.last) or reading.form[follows] in {
        ",",
        ".",
        ")",
        ";",
        ":",
    }
    return name if (closed and office.article != "a") or dep == "appos" else None


def _of_next(reading: Reading, office: Office) -> bool:
    """N, Secretary to the Treasury M, …: what stands right before another name is M's."""
    i = office.last + 1
    return (
        not office.article
        and reading.same_paragraph(office.last, i)
        and reading.capital(i)
        and reading.form[i].isalpha()
        and reading.sentence[i] == reading.sentence[office.last]
    )


def _lists(reading: Reading, office: Office) -> bool:
    """N, the president and the minister met: three persons, as nothing closes the apposition."""
    i = office.last + 1
    if office.article != "the" or not reading.same_paragraph(i + 1, office.last):
        return False
    if reading.low[i : i + 2] != ["and", "the"]:
        return False
    while reading.same_paragraph(i, office.last) and reading.form[i] not in {",", ".", ")", ";"}:
        if reading.dep[i] in {"ROOT", "aux", "auxpass"}:
            return True
        i += 1
    return False


def _before(reading: Reading, office: Office, beginning: Mapping[int, Titled]) -> Titled | None:
    """The president of Kestria, N; the spokesman this morning, N."""
    i = office.last + 1
    while reading.same_paragraph(i, office.last) and reading.entity[i] in {"DATE", "TIME"}:
        i += 1
    if (
        not reading.same_paragraph(i, office.last)
        or reading.form[i] != ","
        or i + 1 not in beginning
    ):
        return None
    name = beginning[i + 1]
    if name.offices or (not office.article and office.state is None):
        return None
    after = name.name.last + 1
    closed = not reading.same_paragraph(after, i) or reading.form[after] in {
        ",",
        ".",
        ")",
        ";",
        ":",
        "'s",
        "’s",
    }
    return name if closed or reading.dep[name.name.last] == "appos" else None


def _by_syntax(
    reading: Reading, office: Office, inside: Mapping[int, Titled], begins: bool
) -> Titled | None:
    """The spokesman this morning, N.

    :param begins: whether “The” is capitalised, and so begins a sentence that the parser may have
        run together with the one before (“… N in Washington, D.C. The Secretary …”).
    """
    head = reading.head[office.word]
    if reading.dep[office.word] == "appos" and head in inside and not begins:
        return inside[head]
    for child in reading.children[office.word]:
        if (
            reading.dep[child] == "appos"
            and child in inside
            and not inside[child].offices
            and child > office.last
        ):
            return inside[child]
    return None
