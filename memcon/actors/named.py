"""Phrases that name somebody: a name, an office with a known holder, a state, a body."""

from __future__ import annotations

from memcon.actors.cast import Figure
from memcon.actors.circumstances import Circumstances
from memcon.actors.groups import PARTIES
from memcon.actors.organisations import Organisations
from memcon.actors.phrases import HUMAN, POSSESSIVE_MARKS, WRITINGS, head_of, kind_of
from memcon.actors.pronouns import ARTICLES
from memcon.actors.spelling import tokens
from memcon.actors.survey import Survey
from memcon.actors.titles import EXCLUSIVE, INSTITUTIONS, OFFICES

#: “The Foreign Ministers of A, B and C” speak for A, B and C; a list of states is no list of persons.
_SPEAK_FOR = {
    "governments", "government", "ministers", "presidents", "behalf", "leaders", "delegations",
}  # fmt: skip
_GOES_ON = {
    "in", "on", "at", "from", "of", "with", "who", "himself", "herself", "this", "via",
}  # fmt: skip
_NOT_BESIDE = {
    "of", "for", "to", "from", "with", "by", "about", "'s", "and", "on", "against", "in", "at",
}  # fmt: skip
#: Small words inside the names of bodies.
_WITHIN = {"of", "for", "and", "the", "on"}


class Named:
    """Finds the figure that a phrase names, and says None of every other phrase."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.cast = survey.cast
        self.reading = survey.reading
        self.bodies = Organisations(survey.cast)
        #: Titles of no known office that the text set beside a name: the Guardian.
        self.aliases: dict[str, Figure] = {}

    def find(
        self, first: int, last: int, around: Circumstances, listed: bool = False
    ) -> Figure | None:
        """The figure that the words from first to last (both included) name.

        :param listed: whether the phrase is a part of a list.
        """
        start = self._start(first, last, listed)
        return (
            self._person(first, start, last, listed)
            or self._holder(first, start, last, around)
            or self._place(first, start, last)
            or self._short(start, last)
            or self._body(first, start, last)
        )

    def _start(self, first: int, last: int, listed: bool) -> int:
        """First word behind the article and, in a list, behind “the Governments of”."""
        reading = self.reading
        start = first + (reading.low[first] in ARTICLES and first < last)
        if listed:
            for i in range(start, last):
                if reading.low[i] == "of" and reading.low[i - 1] in _SPEAK_FOR:
                    ahead = reading.low[i + 1 : i + 4]
                    if "of" in ahead and not _SPEAK_FOR.isdisjoint(ahead):
                        # The Ministers of the Governments of Kestria.
                        continue
                    return i + 1 + (reading.low[i + 1] in ARTICLES and i + 1 < last)
        return start

    def _person(self, first: int, start: int, last: int, listed: bool) -> Figure | None:
        """The person whom the phrase names at its start, at its head, or beside it."""
        reading = self.reading
        opening = self.cast.persons.get(start)
        if opening is not None and opening.first >= first - 1 and self._closes(opening.last, last):
            return opening.figure
        head = head_of(reading, first, last)
        at_head = self.cast.persons.get(head)
        if (
            at_head is not None
            and at_head.name
            and at_head.name[0] <= head <= at_head.name[1] <= last
        ):
            after = at_head.last + 1
            if after > last or reading.form[after] not in POSSESSIVE_MARKS:
                return at_head.figure
        for child in reading.children[head]:
            if (
                first <= child <= last
                and reading.dep[child] == "appos"
                and child in self.cast.persons
            ):
                return self.cast.persons[child].figure
        ending = self.cast.persons.get(last)
        if ending is not None and ending.name and ending.first >= start and ending.name[1] == last:
            before = reading.low[ending.first - 1] if ending.first > start else ""
            if listed and all(
                reading.capital(i) or reading.low[i] in {"of", "for", "and", "the"}
                for i in range(start, ending.first)
            ):
                return ending.figure
            if before not in _NOT_BESIDE:
                return (
                    ending.figure
                    if self.titled(start, last) and reading.low[start] not in {"a", "an"}
                    else None
                )
        return None

    def _holder(self, first: int, start: int, last: int, around: Circumstances) -> Figure | None:
        """Whoever holds the office that the phrase is."""
        office = self.survey.offices.get(start)
        if (
            office is not None
            and office.first in {first, start}
            and self._closes(office.last, last)
        ):
            known = self.cast.persons.get(office.word)
            if known is not None:
                return known.figure
            if office.article not in {"a", "an"}:
                excluded = tuple(around.speakers) if around.quoted else ()
                holder = self.survey.holders.find(office, first, excluded, spoken=around.quoted)
                if holder is not None:
                    return holder
        return None

    def _place(self, first: int, start: int, last: int) -> Figure | None:
        """A state by its name, its capital or, with “the”, its people: “the Kestrians said”."""
        known = self.cast.places.get(start)
        if known is not None and known.figure.kind == "state" and known.last == last and known.name:
            return known.figure
        seat = self.survey.seats.get(start)
        if seat is not None and seat.last == last and seat.first in {first, start}:
            return self.survey.seat(seat)
        mention = self.survey.capitals.get(start)
        if mention is None or mention.last != last:
            return None
        named = self.survey.states.get(mention.state.code)
        if mention.form == "capital":
            return self.survey.capital(mention)
        if named is not None and named.named and start > first and self.reading.low[first] == "the":
            return named
        return None

    def _short(self, first: int, last: int) -> Figure | None:
        """A person by a form of the name that stands alone."""
        reading = self.reading
        if last - first > 3 or not all(
            reading.form[i][0].isupper() or reading.joined(i) for i in range(first, last + 1)
        ):
            return None
        alias = self.aliases.get(reading.low[last])
        if alias is not None:
            return alias
        acronym = first == last and reading.form[first].isupper() and len(reading.form[first]) < 5
        if acronym or (first and reading.low[first - 1] == "the"):
            # “The U.N.” is nobody whose name ends in Un.
            return None
        figure = self.survey.persons.find(tokens(reading, first, last), first)
        return figure if figure is not None and reading.low[first] not in OFFICES else None

    def _body(self, first: int, start: int, last: int) -> Figure | None:
        """A body by its capitalised words: the Steering Committee.

        Offices in the plural (“the Foreign Ministers”) and unknown holders are none.
        """
        reading = self.reading
        capitals = [
            i
            for i in range(start, last + 1)
            if reading.low[i] not in _WITHIN and not reading.joined(i)
        ]
        if not capitals:
            return None
        if not all(reading.capital(i) for i in capitals):
            begin = self._proper_end(start, last, capitals)
            if begin is None:
                return None
            human = reading.low[begin - 1] in HUMAN
            return self.bodies.find(begin, last, "person" if human else "organisation")
        if not reading.form[start][0].isupper() or reading.low[capitals[-1]] in OFFICES:
            return None
        if reading.low[capitals[-1]] in WRITINGS and len(capitals) < 3:
            # “New Poll” in a heading made nothing by itself.
            return None
        for i in capitals:
            low = reading.low[i]
            several = low in PARTIES or (low.endswith("s") and low[:-1] in OFFICES)
            if several or low in EXCLUSIVE or low == "foreign" or i in self.cast.persons:
                return None
        definite = start > 0 and reading.low[start - 1] == "the" and first < start
        short = len(capitals) == 1 and not (definite or reading.form[start].isupper())
        if short and reading.entity[start] != "ORG":
            return None
        kind = kind_of(reading, start, last, capitals[-1])
        unknown = not definite and 1 < len(capitals) < 5 and kind in {"group", "organisation"}
        if kind == "person" or (unknown and self._like_person(capitals)):
            return self.bodies.find(start, last, "person")
        if kind in {"group", "person"}:
            kind = "organisation"
        return self.bodies.find(start - definite, last, kind)

    def _proper_end(self, first: int, last: int, words: list[int]) -> int | None:
        """Where the name begins in “the independent Lamp Foundation”: two words or more, and the head."""
        reading = self.reading
        proper = [i for i in words if reading.capital(i) and reading.form[i][0].isalpha()]
        own = [i for i in proper if all(j in proper for j in words if j >= i)]
        if len(own) < 2 or not own[0] <= head_of(reading, first, last) <= last:
            return None
        if reading.form[own[0] - 1][0].isdigit():
            # In “the 6th River Court” the number is a part of the name.
            return None
        human = reading.low[own[0] - 1] in HUMAN and own[0] > first
        bodily = human or reading.entity[last] == "ORG" or reading.low[last] in INSTITUTIONS
        clean = all(
            i not in self.cast.persons
            and i not in self.cast.places
            and reading.low[i] not in OFFICES
            for i in range(first, last + 1)
        ) and not any(reading.form[i] in POSSESSIVE_MARKS | {","} for i in range(first, last + 1))
        return own[0] if bodily and clean else None

    def _like_person(self, capitals: list[int]) -> bool:
        """Whether words that no recogniser knows look like a person's name more than a body's."""
        reading = self.reading
        bodies = any(reading.low[i] in INSTITUTIONS or reading.entity[i] for i in capitals)
        return not bodies and all(reading.form[i][1:].islower() for i in capitals)

    def titled(self, first: int, last: int) -> bool:
        """Whether a phrase has a capital or an office in it."""
        reading = self.reading
        return any(
            reading.low[i] in OFFICES or reading.form[i][0].isupper()
            for i in range(first, last + 1)
        )

    def _closes(self, end: int, last: int) -> bool:
        """Whether a name that ends there is all but for what a comma or preposition adds."""
        reading = self.reading
        if end >= last:
            return True
        form, low = reading.form[end + 1], reading.low[end + 1]
        if form in POSSESSIVE_MARKS:
            return end + 1 >= last
        return form in {",", "(", "–", "—", "-", "["} or low in _GOES_ON
