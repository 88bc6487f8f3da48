"""Persons: every name of a text goes to one figure, with the titles that stand beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.actors.cast import Cast, Figure
from memcon.actors.names import Name
from memcon.actors.offices import Office
from memcon.actors.reading import Reading
from memcon.actors.spelling import same_name, tokens, without_initials
from memcon.actors.titles import HONORIFICS, plain

#: Of the many persons who share a name in a long text, the latest so many are looked at.
_LATEST = 30
#: So many words after a full name, its last word alone most likely means the same person.
_INTRODUCED = 80


@dataclass(frozen=True, slots=True)
class Titled:
    """A name with what stands before it.

    :param first: first word of the titles, or of the name.
    :param honorifics: words from first to last (both included), if there are any.
    """

    name: Name
    first: int
    key: tuple[str, ...]
    offices: tuple[Office, ...]
    honorifics: tuple[int, int] | None
    gender: str | None


def with_titles(reading: Reading, names: list[Name], offices: list[Office]) -> list[Titled]:
    """The names, each with the honorifics and offices directly before it."""
    ending = {office.last: office for office in offices}
    return [_with_title(reading, name, ending) for name in names]


def _with_title(reading: Reading, name: Name, ending: dict[int, Office]) -> Titled:
    first = name.first
    held: list[Office] = []
    gender = None
    while reading.same_paragraph(first - 1, name.first):
        word = plain(reading.low[first - 1])
        if first - 1 in ending and not (
            word in HONORIFICS and ending[first - 1].first == first - 1
        ):
            break
        if word not in HONORIFICS or not reading.form[first - 1][0].isupper():
            break
        gender = gender or HONORIFICS[word]
        first -= 1
    honorifics = (first, name.first - 1) if first < name.first else None
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
        name, first, tokens(reading, name.first, name.last), tuple(held), honorifics, gender
    )


class Persons:
    """Figures of persons by the words of their names."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.reading = cast.reading
        self._by_word: dict[str, list[Figure]] = {}
        self._forms: dict[Figure, dict[tuple[str, ...], str]] = {}
        self._keys: dict[Figure, list[tuple[str, ...]]] = {}

    def gather(self, names: list[Titled]) -> dict[int, Figure]:
        """The figure of every name, by the name's first word; names of several words go first."""
        out: dict[int, Figure] = {}
        for name in names:
            if len(name.key) > 1:
                out[name.name.first] = self._register(name)
        for name in names:
            if len(name.key) == 1:
                out[name.name.first] = self.find(
                    name.key, name.name.first, name.gender
                ) or self._create(name)
        return out

    def _register(self, name: Titled) -> Figure:
        for figure in reversed(self._candidates((name.key[-1], name.key[0]))):
            if any(same_name(name.key, key) for key in self._keys[figure] if len(key) > 1) and (
                not (figure.gender and name.gender) or figure.gender == name.gender
            ):
                self._note(figure, name)
                return figure
        return self._create(name)

    def _create(self, name: Titled) -> Figure:
        figure = self.cast.add(Figure("person", "", gender=name.gender))
        self._note(figure, name)
        return figure

    def _note(self, figure: Figure, name: Titled) -> None:
        words = self.reading.text(name.name.first, name.name.last)
        figure.gender = figure.gender or name.gender
        figure.names[name.key] += 1
        if len(name.key) > 1:
            figure.full.append(name.name.first)
        forms = self._forms.setdefault(figure, {})
        # What was printed in capitals gives way to any other form.
        if name.key not in forms or (forms[name.key].isupper() and not words.isupper()):
            forms[name.key] = words
        figure.name = forms[_fullest(figure)]
        if name.key not in self._keys.setdefault(figure, []):
            self._keys[figure].append(name.key)
            for word in without_initials(name.key):
                known = self._by_word.setdefault(word, [])
                if figure not in known[-_LATEST:]:
                    known.append(figure)

    def _candidates(self, words: tuple[str, ...]) -> list[Figure]:
        out: list[Figure] = []
        for word in words:
            out.extend(f for f in self._by_word.get(word, [])[-_LATEST:] if f not in out)
        return out

    def find(self, key: tuple[str, ...], place: int, gender: str | None = None) -> Figure | None:
        """The figure that a short form of a name means.

        A word that ends a full name goes before one that begins it (families that come first, given
        names) and one in its middle; of several persons the one introduced just before is meant,
        else the one whose full name is printed most often, as news that tells of two of one family
        gives the other's given name.
        """
        if not key:
            return None
        if len(key) > 1:
            for figure in reversed(self._candidates((key[-1], key[0]))):
                if any(
                    same_name(key, k) or k[-len(key) :] == key
                    for k in self._keys[figure]
                    if len(k) > 1
                ):
                    return figure
            return None
        ranked = []
        for figure in self._by_word.get(key[0], [])[-_LATEST:]:
            if gender and figure.gender and gender != figure.gender:
                continue
            rank = max(self._rank(key[0], k) for k in self._keys[figure])
            at = bisect_left(figure.full, place)
            just = figure.full[at - 1] if at and place - figure.full[at - 1] <= _INTRODUCED else -1
            ranked.append((rank, just, len(figure.full), -figure.order, figure))
        if not ranked:
            return None
        most = max(r[2] for r in ranked)
        # Whoever was introduced just now is meant, unless another is what the whole text is about.
        return max(ranked, key=lambda r: (r[0], r[1] if r[2] * 3 >= most else -1, r[2], r[3]))[-1]

    @staticmethod
    def _rank(word: str, key: tuple[str, ...]) -> int:
        return 3 if key[-1] == word else 2 if key[0] == word else 1 if word in key else 0

    def _in_longer(self, i: int, taken: set[int]) -> bool:
        """Whether the word is part of another name: “the Harnes Foundation” is not Harnes."""
        reading = self.reading
        if reading.paragraph[i] in reading.headlines:
            return False
        for j in (i - 1, i + 1):
            if j in taken or not reading.same_paragraph(i, j) or not reading.capital(j):
                continue
            other = j < i and reading.sentence[j] != reading.sentence[i]
            # The first word of a sentence is capitalised whatever it is.
            begins = j < i and (j == 0 or reading.sentence[j - 1] != reading.sentence[j])
            if (
                reading.form[j][0].isalpha()
                and not other
                and not (begins and not reading.entity[j])
            ):
                return True
        return False

    def bare(self, taken: set[int]) -> Iterator[tuple[int, Figure]]:
        """Words outside all names that are the last or the first word of a known person's name.

        The first one is the family's where families come first. Whatever is also printed in lower
        case (Will, Mark, Grace) is no name by itself.
        """
        reading = self.reading
        ordinary = {form for form in reading.form if form.islower()}
        short = {
            k[j] for keys in self._keys.values() for k in keys for j in (0, -1) if len(k[j]) > 1
        }
        short -= ordinary
        for i, form in enumerate(reading.form):
            if i in taken or not form[0].isupper() or not reading.capital(i):
                continue
            word = form.casefold()
            if form.isupper() and len(form) < 5:
                # An acronym, not a name that ends like it.
                continue
            if word not in short or reading.entity[i] in {"DATE", "ORDINAL", "LAW", "WORK_OF_ART"}:
                continue
            if self._in_longer(i, taken):
                continue
            figure = self.find((word,), i)
            if figure is not None and any(word in {k[0], k[-1]} for k in self._keys[figure]):
                yield i, figure


def _fullest(figure: Figure) -> tuple[str, ...]:
    """The form with most words, without those that are rare beside others: “Crooked Dara Quill”."""
    several = {key: count for key, count in figure.names.items() if len(key) > 1}
    most = max(several.values(), default=0)
    usual = [key for key, count in several.items() if 4 * count >= most]
    return max(usual or figure.names, key=lambda key: (len(key), figure.names[key]))
