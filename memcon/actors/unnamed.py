"""Sources without a name: the words of the phrase are the name."""

from __future__ import annotations

from bisect import bisect_left

from memcon.actors.cast import Figure
from memcon.actors.phrases import kind_of
from memcon.actors.spelling import tokens
from memcon.actors.survey import Survey
from memcon.actors.titles import HONORIFICS, OFFICES, plain


class Unnamed:
    """Describes whoever is named nowhere."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.cast = survey.cast
        self.reading = survey.reading

    def describe(self, first: int, last: int, head: int) -> Figure:
        """The figure of a source without a name: its words are its name."""
        fuller = self._fuller(first, last)
        if fuller:
            figure = self.describe(*fuller[0], fuller[0][1])
            for a, b in fuller:
                self.cast.mention(figure, a, b)
            return figure
        figure = self.survey.describe(first, last, kind_of(self.reading, first, last, head))
        office = self.survey.offices.get(head)
        if (
            office is not None
            and office.word == head
            and figure.kind == "person"
            and not figure.offices
        ):
            self.survey.holders.learn(figure, office)
        return figure

    def label(self, first: int, last: int) -> Figure | None:
        """A label in capitals, by the last word of its name, though the title is misprinted."""
        reading = self.reading
        words = [i for i in range(first, last + 1) if reading.form[i][0].isalpha()]
        if not words or not all(reading.form[i].isupper() for i in words) or len(words) > 5:
            return None
        name = [
            i
            for i in words
            if reading.low[i] not in OFFICES and plain(reading.low[i]) not in HONORIFICS
        ]
        if not name:
            return None
        key = tokens(reading, name[0], name[-1])
        return self.survey.persons.find(key, first) or self.survey.persons.find(key[-1:], first)

    def _fuller(self, first: int, last: int) -> list[tuple[int, int]]:
        """“The regime” after “the Talvik regime”: the places of the last such phrase before it."""
        reading = self.reading
        if last != first + 1 or reading.low[first] != "the":
            return []
        places = self.survey.institutions.get(reading.low[last], [])
        out: list[tuple[int, int]] = []
        for at in reversed(places[: bisect_left(places, first)][-20:]):
            begin = at
            while (
                begin
                and reading.same_paragraph(begin - 1, at)
                and at - begin < 4
                and (reading.capital(begin - 1) or reading.low[begin - 1] == "military")
            ):
                begin -= 1
            same = (
                not out
                or reading.low[begin:at] == reading.low[out[0][1] - (at - begin) : out[0][1]]
            )
            if begin < at and same:
                out.append((begin - (begin > 0 and reading.low[begin - 1] == "the"), at))
        return out
