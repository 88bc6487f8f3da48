"""Bodies named before that are called by what they are: the commission, the agency, the company."""

from __future__ import annotations

from functools import cached_property

from memcon.actors.cast import Figure
from memcon.actors.organisations import Organisations
from memcon.actors.phrases import POSSESSIVE_MARKS
from memcon.actors.pronouns import ARTICLES

#: Nouns for bodies whose own name may have another noun, or none, and what that name must not have.
_ANY_BODY = {
    "agency", "company", "firm", "group", "organization", "organisation", "network", "outlet",
    "newspaper", "paper", "magazine", "publication", "website", "site", "nonprofit", "charity",
    "corporation", "manufacturer", "retailer", "broadcaster", "bank", "carrier", "watchdog",
    "union", "institute", "foundation", "association", "tech giant", "giant",
}  # fmt: skip
#: Nouns that have to be in the name.
_SAME_NOUN = {
    "commission", "committee", "council", "court", "department", "ministry", "bureau", "board",
    "institute", "foundation", "association", "union", "university", "college", "bank", "fund",
    "center", "centre", "agency", "administration", "authority", "service", "office", "league",
    "alliance", "federation", "society", "coalition", "assembly", "company", "corporation", "group",
    "party", "academy", "museum", "school", "church", "network", "organization", "organisation",
    "caucus", "conference", "chamber", "guild", "brotherhood", "project", "campaign", "journal",
}  # fmt: skip
#: What tells a public body from a company or a paper.
_PUBLIC = {
    "department", "ministry", "senate", "house", "congress", "court", "government", "parliament",
    "commission", "committee", "bureau", "agency", "office", "administration", "police", "union",
    "council", "pentagon", "party", "republican", "democratic", "gop", "nations", "nato", "reserve",
}  # fmt: skip
_COMPANIES = {
    "company", "firm", "corporation", "manufacturer", "retailer", "newspaper", "paper", "magazine",
    "publication", "broadcaster", "outlet", "network", "giant",
}  # fmt: skip
_WITHIN = {"of", "for", "and", "the", "on", "&", "to"}
_LONGEST = 10
#: Sentences in which a body is still meant.
_SAME, _NEAR = 40, 2
#: Paragraphs of the opening, and sentences within which a body that it describes is named.
_OPENING, _SOON = 2, 6


class Rebodied:
    """Finds the named body that “the …” means."""

    def __init__(self, bodies: Organisations) -> None:
        self.bodies = bodies
        self.cast = bodies.cast
        self.reading = bodies.reading

    def find(self, first: int, last: int) -> Figure | None:
        """The body, or None; what is more than an article and a noun only by the noun of its name."""
        reading = self.reading
        if reading.low[first] in {"a", "an"} and reading.paragraph[first] <= _OPENING:
            return self._later(first, last)
        if reading.low[first] != "the" or not reading.form[last].islower():
            return None
        if any(reading.form[i] in POSSESSIVE_MARKS for i in range(first, last + 1)):
            return None
        noun = reading.low[last]
        spelt = self._spelt(first, last)
        if spelt is not None:
            return self._body(spelt)
        if noun in _SAME_NOUN:
            run = self._same_noun(first, last, noun)
            if run is not None:
                return self._body(run)
        if noun in _ANY_BODY:
            run = self._just_told(first, noun)
            if run is not None:
                return self._body(run)
        return None

    def _spelt(self, first: int, last: int) -> tuple[int, int] | None:
        """“The top river lamp journal” is the River Lamp Journal: the same words in capitals."""
        low = self.reading.low
        for a, b in self._runs:
            size = b - a + 1
            if 2 < size <= last - first and low[a : b + 1] == low[last - size + 1 : last + 1]:
                return a, b
        return None

    def _later(self, first: int, last: int) -> Figure | None:
        """“An appeals court” of the opening: the only body soon named that has its words in its name."""
        reading, here = self.reading, self.reading.sentence[first]
        noun = reading.low[last]
        if noun not in _SAME_NOUN or self.reading.form[last][0].isupper():
            return None
        able = {
            tuple(reading.form[a : b + 1]): (a, b)
            for a, b in self._runs
            if a > last and reading.sentence[a] - here <= _SOON and b > a and self._tells(a, b)
            and noun in (words := {reading.low[i] for i in range(a, b + 1)})
            and words & {reading.low[i] for i in range(first + 1, last)}
        }  # fmt: skip
        return self._body(next(iter(able.values()))) if len(able) == 1 else None

    def _body(self, run: tuple[int, int]) -> Figure:
        first, last = run
        known = self.cast.places.get(last)
        if (
            known is not None
            and known.figure.named
            and known.first <= first + 1
            and known.last == last
        ):
            return known.figure
        article = first > 0 and self.reading.low[first - 1] == "the"
        return self.bodies.find(first - article, last, "organisation")

    @cached_property
    def _runs(self) -> list[tuple[int, int]]:
        """First and last word of every capitalised run, small words inside, that is no person's name."""
        reading, out, i = self.reading, [], 0
        while i < len(reading):
            last = i
            if not self._proper(i):
                i += 1
                continue
            while last - i < _LONGEST and reading.same_paragraph(i, last + 1):
                step = last + 1
                while (
                    step - last < 3
                    and reading.low[step : step + 1]
                    and reading.low[step] in _WITHIN
                ):
                    step += 1
                if not reading.same_paragraph(i, step) or not self._proper(step):
                    break
                last = step
            out.append((i, last))
            i = last + 1
        return out

    def _proper(self, i: int) -> bool:
        reading = self.reading
        if reading.paragraph[i] in reading.headlines or i in self.cast.persons:
            return False
        return reading.capital(i) and reading.form[i][0].isalpha()

    def _same_noun(self, first: int, last: int, noun: str) -> tuple[int, int] | None:
        """The last run before the place that has the noun; other words beside it have to be there too."""
        reading = self.reading
        beside = {reading.low[i] for i in range(first + 1, last)} - ARTICLES
        for a, b in reversed(self._runs):
            if b >= first or reading.sentence[first] - reading.sentence[a] > _SAME:
                continue
            words = {reading.low[i] for i in range(a, b + 1)}
            if noun in words and beside <= words and b > a and self._tells(a, b):
                return a, b
        return None

    def _tells(self, first: int, last: int) -> bool:
        """Whether a run is one body: “Commission on Water”, not “Harnes and the Commission”."""
        entities = {self.reading.entity[i] for i in range(first, last + 1)} - {""}
        return entities <= {"ORG", "GPE", "NORP", "LOC", "FAC", "CARDINAL", "ORDINAL"}

    def _just_told(self, first: int, noun: str) -> tuple[int, int] | None:
        """The only body that the sentences before name, or their subject."""
        reading = self.reading
        here = reading.sentence[first]
        for distance in range(_NEAR + 1):
            found: dict[str, tuple[int, int]] = {}
            subjects: set[str] = set()
            for i in reading.of_sentence(here - distance):
                if i >= first or reading.entity[i] != "ORG" or not reading.begins[i]:
                    continue
                last = i
                while (
                    reading.same_paragraph(i, last + 1)
                    and reading.entity[last + 1] == "ORG"
                    and (not reading.begins[last + 1])
                ):
                    last += 1
                a = i + (reading.low[i] in ARTICLES)
                while last > a and reading.form[last] in POSSESSIVE_MARKS:
                    last -= 1
                if not self._may_be(a, last, noun):
                    continue
                key = reading.low[last]
                found[key] = (a, last)
                if any(reading.dep[j] in {"nsubj", "nsubjpass"} for j in range(a, last + 1)):
                    subjects.add(key)
            if (
                reading.paragraph[first]
                - reading.paragraph[reading.of_sentence(here - distance).start]
                > 1
            ):
                return None
            if len(found) == 1:
                return next(iter(found.values()))
            if len(subjects) == 1:
                return found[subjects.pop()]
            if found:
                return None
        return None

    def _may_be(self, first: int, last: int, noun: str) -> bool:
        reading = self.reading
        if first > last or not reading.form[first][0].isupper() or first in self.cast.persons:
            return False
        words = {reading.low[i] for i in range(first, last + 1)}
        return not (noun in _COMPANIES and words & _PUBLIC)
