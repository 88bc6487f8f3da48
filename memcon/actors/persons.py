"""Persons: every name of a text goes to one figure, and no figure has the names of two persons."""

from __future__ import annotations

from bisect import bisect_left

from memcon.actors.cast import Cast, Figure
from memcon.actors.families import either_way, family_first, family_index
from memcon.actors.offices import Office
from memcon.actors.spelling import (
    contradict,
    same_name,
    without_generation,
    without_initials,
)
from memcon.actors.titled import Titled

#: Of the many persons who share a name in a long text, the latest so many are looked at.
_LATEST = 30
#: So many words after a full name, its last word alone most likely means the same person.
_INTRODUCED = 80
#: Behind these a given name stands alone, and is a name by itself.
ROYAL = {
    "king", "queen", "prince", "princess", "emperor", "empress", "emir", "sultan", "pope", "tsar",
    "patriarch",
}  # fmt: skip


class Persons:
    """Figures of persons by the words of their names."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.reading = cast.reading
        self._by_word: dict[str, list[Figure]] = {}
        self._forms: dict[Figure, dict[tuple[str, ...], str]] = {}
        self._keys: dict[Figure, list[tuple[str, ...]]] = {}
        self._families: dict[tuple[str, ...], str] = {}
        self._called: dict[Figure, set[str]] = {}

    def gather_full(self, names: list[Titled]) -> dict[int, Figure]:
        """The figure of every name of several words, by the name's first word."""
        full = [name for name in names if len(name.key) > 1]
        out = {name.name.first: self._register(name) for name in full}
        if any(family_first(tuple(name.words.split())) for name in full):
            # Where Tao Wenlin is, Lin Tao is of the family Lin as well.
            for name in full:
                if either_way(tuple(name.words.split())):
                    self._families[name.key] = name.key[0]
        return out

    def gather_short(self, names: list[Titled]) -> dict[int, Figure]:
        """The figure of every name of one word, once the full ones and their titles are known."""
        out: dict[int, Figure] = {}
        for name in names:
            if len(name.key) > 1:
                continue
            place = name.name.first
            figure = self.find(name.key, place, name.gender, name.styles)
            if figure is None:
                figure = self._create(name)
            # Mr. Quill is from now on not Mrs. Quill.
            figure.gender = figure.gender or name.gender
            out[place] = figure
        return out

    def style(self, figure: Figure, office: Office) -> None:
        """Note that the figure is called by that office: it tells two of one family apart."""
        self._called[figure].add(office.head)

    def _register(self, name: Titled) -> Figure:
        figure = self._known(name) or self._create(name)
        self._note(figure, name)
        self._called[figure] |= name.styles
        return figure

    def _known(self, name: Titled) -> Figure | None:
        """The figure of a full name: one who is called just so goes before one called similarly."""
        found: Figure | None = None
        words = tuple(dict.fromkeys((without_generation(name.key)[-1], *name.key)))
        for figure in reversed(self._candidates(words)):
            if figure.gender and name.gender and figure.gender != name.gender:
                continue
            keys = [key for key in self._keys[figure] if len(key) > 1]
            if any(own in keys for own in name.keys):
                return figure
            if any(same_name(own, k) for own in name.keys for k in keys) and not any(
                contradict(own, k) for own in name.keys for k in keys
            ):
                found = found or figure
        return found

    def _create(self, name: Titled) -> Figure:
        figure = self.cast.add(Figure("person", "", gender=name.gender))
        self._called[figure] = set(name.styles)
        if len(name.key) == 1:
            self._note(figure, name)
        return figure

    def _note(self, figure: Figure, name: Titled) -> None:
        words = name.words
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
            self._keys[figure] += name.keys
            index = family_index(tuple(words.split()), {})
            family = without_generation(name.key)[-1 if index else 0]
            self._families.update(dict.fromkeys(name.keys, family))
            for word in without_initials(name.key):
                known = self._by_word.setdefault(word, [])
                if figure not in known[-_LATEST:]:
                    known.append(figure)

    def _candidates(self, words: tuple[str, ...]) -> list[Figure]:
        out: list[Figure] = []
        for word in words:
            out.extend(f for f in self._by_word.get(word, [])[-_LATEST:] if f not in out)
        return out

    def find(
        self,
        key: tuple[str, ...],
        place: int,
        gender: str | None = None,
        styles: frozenset[str] = frozenset(),
    ) -> Figure | None:
        """The figure that a short form of a name means.

        Whoever is elsewhere called by the same title goes first. A word that is a full name's
        family name goes before one that ends or begins it and one in its middle; of several persons
        the one introduced just before is meant, else the one whose full name is printed most often,
        as news that tells of two of one family gives the other's given name.

        :param styles: titles that stand before the short form.
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
            known = self._called.get(figure, set())
            called = rank > 1 and not styles.isdisjoint(known)
            if rank < 3 and styles & ROYAL and not known & ROYAL:
                # Queen Oda is not the minister whose given name is Oda.
                continue
            at = bisect_left(figure.full, place)
            just = figure.full[at - 1] if at and place - figure.full[at - 1] <= _INTRODUCED else -1
            sex = _likely(figure, gender)
            ranked.append((rank + 3 * called + sex, just, len(figure.full), -figure.order, figure))
        if not ranked:
            return None
        most = max(r[2] for r in ranked)
        # Whoever was introduced just now is meant, unless another is what the whole text is about.
        return max(ranked, key=lambda r: (r[0], r[1] if r[2] * 3 >= most else -1, r[2], r[3]))[-1]

    def ends(self, figure: Figure | None = None) -> set[str]:
        """First and last words of the names of a person, or of all, without initials."""
        keys = self._keys[figure] if figure else [k for ks in self._keys.values() for k in ks]
        cores = map(without_generation, keys)
        return {core[j] for core in cores for j in (0, -1) if len(core[j]) > 1}

    def _rank(self, word: str, key: tuple[str, ...]) -> int:
        if word not in key:
            return 0
        core = without_generation(key)
        return 3 if word == self._families.get(key) else 2 if word in {core[-1], core[0]} else 1


def _likely(figure: Figure, gender: str | None) -> float:
    """How well a person fits “Mr” or “Ms”, below 1: a tie between two of one family is broken by it.

    Of two whose sex the text does not tell, the one whose given name ends in -a is rather the woman.
    """
    if gender is None:
        return 0
    if figure.gender is not None:
        return 0.8 * (figure.gender == gender)
    given = next((key[0] for key in figure.names if len(key) > 1), "")
    return 0.4 * (given.endswith("a") == (gender == "f"))


def _fullest(figure: Figure) -> tuple[str, ...]:
    """The form with most words, without those that are rare beside others: “Crooked Dara Quill”."""
    several = {key: count for key, count in figure.names.items() if len(key) > 1}
    most = max(several.values(), default=0)
    usual = [key for key, count in several.items() if 4 * count >= most]
    return max(usual or figure.names, key=lambda key: (len(key), figure.names[key]))
