"""Populations: “the Kestrian people”, “the people of Kestria”, “Kestrians”; each state's is one.

“The Kestrians said” may mean the side of Kestria. Where the text has them say something, they are
the state (`Named` decides); where it does not, they are its people.
"""

from __future__ import annotations

from collections.abc import Iterator

from memcon.actors.cast import Figure
from memcon.actors.phrases import key_of
from memcon.actors.pronouns import ARTICLES
from memcon.actors.states import StateMention
from memcon.actors.survey import Survey

_PEOPLE = {"people", "nation", "population", "public"}
#: What counts some of them, and so does not mean them all.
_COUNTING = {"some", "many", "few", "several", "most", "more", "other", "fellow", "two", "three",
             "hundreds", "thousands", "millions", "these", "those", "of"}  # fmt: skip
#: Whoever goes along with others: “the Kestrians and their followers”.
_FOLLOWING = {"allies", "associates", "backers", "followers", "friends", "partners", "proxies",
              "supporters", "accomplices", "aides", "companions", "clients"}  # fmt: skip
_OWNERS = {"their", "its", "his", "her"}


class Populations:
    """Finds the populations that a text names."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.cast = survey.cast
        self.reading = survey.reading
        self._figures: dict[str, Figure] = {}

    def find_phrases(self) -> None:
        """Note “the Kestrian people” and “the people of Kestria”, before anybody is asked for."""
        for mention in dict.fromkeys(self.survey.state_words.values()):
            for first, last in self._phrases(mention):
                figure = self._figure(mention, first, last)
                self.survey.describe_as(first, last, figure)
                self.cast.mention(figure, first, last)

    def find_peoples(self) -> None:
        """Note “Kestrians” wherever they are not yet somebody, and those who follow somebody."""
        reading = self.reading
        spoken: dict[str, Figure] = {}
        for mention in self._peoples():
            known = self.cast.places.get(mention.last)
            if known is not None and known.figure.kind == "state":
                spoken.setdefault(mention.state.code, known.figure)
            elif known is not None and known.figure.kind == "population":
                self._figures.setdefault(mention.state.code, known.figure)
        for mention in self._peoples():
            first, last = self._with_article(mention.first), mention.last
            if last in self.cast.places or self._counted(mention) or reading.joined(first - 1):
                continue
            side = spoken.get(mention.state.code) if first < mention.first else None
            figure = side or self._figure(mention, first, last)
            self.cast.mention(figure, first, last, (mention.first, last))
        self._find_followers()

    def _peoples(self) -> Iterator[StateMention]:
        for mention in dict.fromkeys(self.survey.state_words.values()):
            if mention.form == "people":
                yield mention

    def _figure(self, mention: StateMention, first: int, last: int) -> Figure:
        code = mention.state.code
        if code not in self._figures:
            name = self.reading.text(first, last)
            if self.reading.low[first] in ARTICLES:
                name = name[0].lower() + name[1:]
            self._figures[code] = self.cast.add(Figure("population", name, state=code))
        return self._figures[code]

    def _phrases(self, mention: StateMention) -> Iterator[tuple[int, int]]:
        reading = self.reading
        if mention.form == "adjective" or self._genitive(mention):
            noun = mention.last + 1 + (mention.form != "adjective")
            if self._is_people(noun) and reading.same_paragraph(noun, mention.last):
                first = mention.first
                while reading.same_paragraph(first - 1, noun) and (
                    reading.head[first - 1] == noun and reading.dep[first - 1] == "amod"
                ):
                    first -= 1
                first = self._with_article(first)
                if not self._counted_at(first) and not self._modifies(noun):
                    yield first, noun
        elif mention.form == "name":
            of = self._with_article(mention.first) - 1
            if not reading.same_paragraph(of - 1, mention.first) or reading.low[of] != "of":
                return
            first = self._with_article(of - 1)
            if self._is_people(of - 1) and first < of - 1 and not self._modifies(of - 1):
                yield first, mention.last

    def _is_people(self, noun: int) -> bool:
        return noun < len(self.reading) and self.reading.form[noun] in _PEOPLE

    def _modifies(self, noun: int) -> bool:
        """The Kestrian public prosecutor, the population register."""
        reading = self.reading
        return reading.dep[noun] in {"amod", "compound"} and reading.head[noun] > noun

    def _genitive(self, mention: StateMention) -> bool:
        after = mention.last + 1
        return after < len(self.reading) and self.reading.low[after] in {"'s", "'"}

    def _with_article(self, first: int) -> int:
        reading = self.reading
        the = reading.same_paragraph(first - 1, first) and reading.low[first - 1] == "the"
        return first - the

    def _counted(self, mention: StateMention) -> bool:
        first = self._with_article(mention.first)
        return self._counted_at(first) or any(
            self.reading.dep[c] in {"nummod", "quantmod", "amod"}
            for c in self.reading.children[mention.last]
        )

    def _counted_at(self, first: int) -> bool:
        reading, before = self.reading, first - 1
        if not reading.same_paragraph(before, first):
            return False
        low = reading.low[before]
        if low == "of":
            return reading.low[before - 1] not in _PEOPLE if before else False
        return low in _COUNTING - {"of"} or reading.dep[before] == "nummod" or low.isdigit()

    def _find_followers(self) -> None:
        """The Kestrians and their followers: more than they, and nobody knows who."""
        reading, cast = self.reading, self.cast
        for i, low in enumerate(reading.low):
            if low not in _FOLLOWING or not reading.same_paragraph(i - 3, i):
                continue
            start = i
            while reading.same_paragraph(start - 1, i) and i - start < 3:
                start -= 1
                if reading.low[start] in _OWNERS:
                    break
            joint = start - 1
            if reading.low[start] not in _OWNERS or reading.low[joint] != "and":
                continue
            leader = cast.places.get(joint - 1) or cast.persons.get(joint - 1)
            if leader is None or leader.last != joint - 1:
                continue
            key = key_of(reading, leader.first, i)
            figure = self._figures.get(key)
            if figure is None:
                name = reading.text(leader.first, i)
                if reading.low[leader.first] in ARTICLES:
                    name = name[0].lower() + name[1:]
                figure = self._figures[key] = cast.add(Figure("group", name))
            cast.mention(figure, leader.first, i)
