"""Two or more in one source: “A and B”, “A, B and the members of the delegation”."""

from __future__ import annotations

from collections.abc import Callable

from memcon.actors.cast import Figure
from memcon.actors.circumstances import Circumstances
from memcon.actors.groups import Groups
from memcon.actors.named import Named
from memcon.actors.phrases import head_of

_AND = {"and", "&"}


class Lists:
    """Finds the members of a source that lists them.

    :param single: gives the figure of any other phrase, described if it is not named.
    """

    def __init__(
        self,
        named: Named,
        groups: Groups,
        single: Callable[[int, int, Circumstances], Figure | None],
    ) -> None:
        self.named = named
        self.cast = named.cast
        self.reading = named.reading
        self.groups = groups
        self.single = single

    def closed(self, first: int, last: int) -> set[int]:
        """Words of names and titles, at whose “and” and commas a phrase is not split."""
        persons, places = self.cast.persons, self.cast.places
        # A list that is a mention of a group is no name.
        return {
            i
            for i in range(first, last + 1)
            if i in persons or (i in places and not places[i].figure.members)
        }

    def members(self, parts: list[tuple[int, int]], around: Circumstances) -> Figure | None:
        """The group whose members the parts name, their figure if it is one, or None.

        A part that names nobody is read together with the next: an office may have an “and” in it.
        """
        reading, place, end = self.reading, parts[0][0], parts[-1][1]
        if not any(reading.low[i] in _AND for i in range(parts[0][1] + 1, parts[-1][0])):
            return self._beside(parts, around)
        found: list[tuple[int, Figure]] = []
        begin = place
        for _, last in parts:
            figure = self.named.find(begin, last, around, listed=True)
            if figure is not None:
                found.append((begin, figure))
                begin = last + 1
                while begin <= end and (
                    reading.form[begin] in {",", ";"} or reading.low[begin] in _AND
                ):
                    begin += 1
        members = [f for at, f in found if f.kind == "person" or not self._adds(at, found)]
        if len(members) > 1 and members[0].kind == "person" and members[0].named:
            others = [at for at, f in found[1:] if f is not members[0]]
            unnamed = all(
                f.kind == "person" and not f.named for f in members if f is not members[0]
            )
            if unnamed and others and all(map(self._says_what, others)):
                # “N, a professor at Sabel and the editor of Lamps”.
                return members[0]
        if not members:
            return None
        if begin <= end:
            if len(set(members)) == 1 and self._of_apposition(begin, end):
                return members[0]
            if len(parts) == 2:
                return self._misprinted(parts, members[0]) or self._rest(
                    begin, end, members, around
                )
            return self._rest(begin, end, members, around)
        return self.groups.of(list(dict.fromkeys(members)), place)

    def _adds(self, at: int, found: list[tuple[int, Figure]]) -> bool:
        """Whether a part only says what the one before is: “N, Republican of Ossel”."""
        persons = sum(figure.kind == "person" for _, figure in found)
        return (
            persons > 1 and self.reading.entity[at] == "NORP" and self.reading.form[at - 1] == ","
        )

    def _misprinted(self, parts: list[tuple[int, int]], first: Figure) -> Figure | None:
        """“The Secretary and Prime Minster”: whom they stand beside tells who the other one is."""
        place = parts[0][0]
        group = self.groups.latest(place, 2)
        known = list(group.members) if group else self.groups.scene(place, 2)
        fits = first in known and len(known) == 2 and self.named.titled(*parts[1])
        return self.groups.of(known, place) if fits else None

    def _says_what(self, at: int) -> bool:
        """Whether a part without a name goes on an apposition, which says what the one before is."""
        reading = self.reading
        known = self.cast.persons.get(at)
        head = head_of(reading, at, known.last if known else at)
        while reading.dep[head] in {"conj", "pobj", "prep"} and reading.head[head] < head:
            head = reading.head[head]
        return reading.dep[head] == "appos"

    def _of_apposition(self, begin: int, end: int) -> bool:
        """“N, a Kestrian engineer and bridge builder”: the second noun is N as the first one is."""
        reading = self.reading
        head = head_of(reading, begin, end)
        noun = reading.head[head]
        described = noun < begin and reading.dep[head] == "conj" and reading.form[noun].islower()
        return described and (reading.dep[noun] == "appos" or noun in self.cast.persons)

    def _rest(
        self, begin: int, end: int, members: list[Figure], around: Circumstances
    ) -> Figure | None:
        """“N and the members of the delegation”: what is not named is described."""
        reading = self.reading
        head = head_of(reading, begin, end)
        if reading.dep[head] != "conj" or reading.head[head] >= begin:
            return None
        other = self.single(begin, end, around)
        if other is None:
            return None
        return self.groups.of([*members, other], begin)

    def _beside(self, parts: list[tuple[int, int]], around: Circumstances) -> Figure | None:
        """“The Guardian of the Order, Grand Master N,”: commas without “and” set names side by side."""
        figures = [self.named.find(first, last, around, listed=True) for first, last in parts]
        states = [f for f in dict.fromkeys(figures) if f is not None and f.kind == "state"]
        if len(states) == len(parts):
            # A headline: “Kestria, Ossel say talks failed”.
            return self.groups.of(states, parts[0][0])
        named = next((f for f in figures if f is not None and f.kind == "person" and f.named), None)
        if named is not None and figures[0] is not named and len(parts) == 2:
            first, last = parts[0]
            head = head_of(self.reading, first, last)
            # “The, Dean”: an article alone is no title.
            entitled = self.reading.low[first] == "the" and first < last
            if entitled and self.reading.form[head][0].isupper():
                self.named.aliases[self.reading.low[head]] = named
                named.entitle(first + 1, last, "apposition")
        return named
