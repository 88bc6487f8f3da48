"""Names with the honorifics and offices that stand directly before them."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.actors.honorifics import honorific_before
from memcon.actors.names import Name
from memcon.actors.offices import Office
from memcon.actors.reading import Reading, fold
from memcon.actors.spelling import tokens
from memcon.actors.titles import HONORIFICS, plain

#: Honorifics that tell nobody from another.
_ANYBODYS = {
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "his", "her", "excellency", "h.e",
    "hon", "honorable", "honourable", "right", "sir", "madam", "madame", "mme", "monsieur", "herr",
    "frau", "señor", "señora", "senhor", "senhora", "signor", "signora", "shri",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Titled:
    """A name with what stands before it.

    :param first: first word of the titles, or of the name.
    :param keys: the name's words as they are compared; of FERRIS Oda, whose family name is marked,
        in the other order too.
    :param words: the name as printed.
    :param styles: offices and ranks before it by which it may be told from another's.
    :param honorifics: words from first to last (both included), if there are any.
    """

    name: Name
    first: int
    keys: tuple[tuple[str, ...], ...]
    words: str
    styles: frozenset[str]
    offices: tuple[Office, ...]
    honorifics: tuple[int, int] | None
    gender: str | None

    @property
    def key(self) -> tuple[str, ...]:
        """The name's words as they are compared, in the order in which they are printed."""
        return self.keys[0]


def with_titles(reading: Reading, names: list[Name], offices: list[Office]) -> list[Titled]:
    """The names, each with the honorifics and offices directly before it."""
    ending = {office.last: office for office in offices}
    return [_with_title(reading, name, ending) for name in names]


def _with_title(reading: Reading, name: Name, ending: dict[int, Office]) -> Titled:
    first = name.first
    held: list[Office] = []
    gender = None
    while (found := honorific_before(reading, first)) is not None:
        begin, word = found
        if first - 1 in ending and ending[first - 1].first < begin:
            break
        gender = gender or HONORIFICS.get(word)
        first = begin
    honorifics = (first, name.first - 1) if first < name.first else None
    ranks = [plain(reading.low[i]) for i in range(first, name.first)]
    if first - 1 in ending and reading.same_paragraph(first - 1, name.first):
        office = ending[first - 1]
        held.append(office)
        first = office.first
        # Foreign Minister and Alternate Prime Minister N: both offices are N's; but “the Secretary
        # and Foreign Minister N” are two persons.
        joint = first > 1 and reading.low[first - 1] == "and" and not office.article
        other = ending.get(first - 2) if joint else None
        if other is not None and not other.article:
            held.append(other)
            first = other.first
    gender = gender or next((o.gender for o in held if o.gender), None)
    return Titled(
        name=name,
        first=first,
        keys=_keys(reading, name),
        words=reading.text(name.first, name.last),
        styles=frozenset([*(o.head for o in held), *ranks]) - _ANYBODYS,
        offices=tuple(held),
        honorifics=honorifics,
        gender=gender,
    )


def _keys(reading: Reading, name: Name) -> tuple[tuple[str, ...], ...]:
    key = tokens(reading, name.first, name.last)
    capitals = [
        i
        for i in range(name.first, name.last + 1)
        if len(fold(reading.form[i])) > 1 and reading.form[i].isupper()
    ]
    marked = capitals == [name.first] and name.last - name.first + 1 >= len(key) > 1
    return (key, (*key[1:], key[0])) if marked else (key,)
