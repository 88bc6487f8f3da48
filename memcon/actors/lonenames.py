"""Names of one word that no recogniser saw: who speaks as “Quill” is somebody's name all the same."""

from __future__ import annotations

from collections import Counter

from memcon.actors.cast import Cast, Figure
from memcon.actors.pronouns import FUNCTION_WORDS
from memcon.actors.spelling import tokens
from memcon.actors.titles import HONORIFICS, INSTITUTIONS, NAMELESS_LABELS, OFFICES, plain
from memcon.record import ActorKind

_NO_NAME = {
    "DATE",
    "TIME",
    "ORDINAL",
    "CARDINAL",
    "MONEY",
    "PERCENT",
    "QUANTITY",
    "NORP",
    "LANGUAGE",
}
_KINDS: dict[str, ActorKind] = {"PERSON": "person", "ORG": "organisation"}


class LoneNames:
    """Figures by the single capitalised word that names them, each once."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.reading = cast.reading
        self._figures: dict[str, Figure | None] = {}

    def find(self, place: int) -> Figure | None:
        """The figure of the word that is a whole source, or None if it is no name.

        If the text has another capitalised word before it, as in “Dara Quill”, that is the whole name.
        """
        reading = self.reading
        form, low = reading.form[place], reading.low[place]
        if form in self._figures:
            return self._figures[form]
        places = reading.places[form]
        full = self._full(places)
        if not full and not self._is_name(form, low, places):
            self._figures[form] = None
            return None
        if full:
            begin = full - 1 - self._middle(full)
            figure = Figure("person", reading.text(begin, full))
            figure.names[tokens(reading, begin, full)] += 1
        else:
            entities = Counter(reading.entity[i] for i in places if reading.entity[i] in _KINDS)
            usual = entities.most_common(1)
            figure = Figure(_KINDS[usual[0][0]] if usual else "organisation", form)
            if figure.kind == "person":
                figure.names[tokens(reading, place, place)] += 1
        self._figures[form] = self.cast.add(figure)
        for i in places:
            if i not in self.cast.persons and i not in self.cast.places and not self._inside(i):
                first = i - 1 if full and reading.form[i - 1] == reading.form[full - 1] else i
                self.cast.mention(figure, first, i, (first, i))
        return figure

    def _full(self, places: list[int]) -> int:
        """Where the word follows a given name, 0 if nowhere."""
        reading = self.reading
        counts: Counter[str] = Counter()
        found: dict[str, int] = {}
        for i in places:
            before = i - 1
            if not reading.same_paragraph(before, i) or not reading.capital(before):
                continue
            low = plain(reading.low[before])
            begins = before == 0 or reading.sentence[before - 1] != reading.sentence[before]
            other = OFFICES | INSTITUTIONS | HONORIFICS.keys() | FUNCTION_WORDS
            given = reading.form[before].isalpha() and reading.form[before][1:].islower()
            heading = reading.paragraph[before] in reading.headlines or (
                begins and not reading.entity[before]
            )
            if (
                given
                and low not in other
                and not heading
                and reading.entity[before] not in _NO_NAME
            ):
                counts[reading.form[before]] += 1
                found.setdefault(reading.form[before], i)
        return found[counts.most_common(1)[0][0]] if counts else 0

    def _middle(self, full: int) -> bool:
        """Whether another given name stands before the two words."""
        reading, at = self.reading, full - 2
        return (
            reading.same_paragraph(at, full)
            and reading.entity[at] == "PERSON"
            and reading.capital(at)
            and reading.form[at].isalpha()
            and at not in self.cast.persons
        )

    def _is_name(self, form: str, low: str, places: list[int]) -> bool:
        """Whether the word is never an ordinary one, and has a capital that nothing else asks for."""
        reading = self.reading
        ordinary = low in FUNCTION_WORDS | OFFICES | INSTITUTIONS | NAMELESS_LABELS
        if ordinary or not form[0].isupper() or len(form) < 3 or low in reading.places:
            return False
        if all(reading.entity[i] in _NO_NAME for i in places):
            return False
        return any(
            reading.entity[i] in _KINDS
            or (
                i > 0
                and reading.sentence[i - 1] == reading.sentence[i]
                and reading.low[i - 1].islower()
            )
            for i in places
            if reading.paragraph[i] not in reading.headlines
        )

    def _inside(self, i: int) -> bool:
        """Whether the word is a part of something longer: the Quill Bridge."""
        reading = self.reading
        return (
            reading.same_paragraph(i, i + 1)
            and reading.capital(i + 1)
            and reading.form[i + 1].isalpha()
        )
