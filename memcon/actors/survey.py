"""A first look over the whole text: states, persons, their offices, and all mentions of them."""

from __future__ import annotations

from functools import cached_property

from memcon.actors.antecedents import vote_genders
from memcon.actors.appositions import find_appositions
from memcon.actors.cast import Cast, Figure
from memcon.actors.holders import Holders
from memcon.actors.names import find_names
from memcon.actors.newstates import find_new_states
from memcon.actors.offices import Office, find_offices
from memcon.actors.persons import Persons, with_titles
from memcon.actors.phrases import key_of, plural
from memcon.actors.pronouns import ARTICLES
from memcon.actors.reading import Reading
from memcon.actors.states import StateMention, find_states
from memcon.actors.titles import GOVERNMENTS, INSTITUTIONS
from memcon.record import ActorKind


class Survey:
    """What a text says of who there is, before anybody is asked who said what.

    :param spoken: of each word, whether it is somebody's own words.
    """

    def __init__(self, reading: Reading, spoken: list[bool]) -> None:
        self.reading = reading
        self.cast = Cast(reading)
        self.persons = Persons(self.cast)
        self.holders = Holders()
        self.states: dict[str, Figure] = {}
        self.capitals: dict[int, StateMention] = {}
        self.offices: dict[int, Office] = {}
        self._described: dict[str, Figure] = {}
        self._survey(spoken)

    def _survey(self, spoken: list[bool]) -> None:
        reading, cast = self.reading, self.cast
        found = find_states(reading)
        by_word = {i: mention for mention in found for i in range(mention.first, mention.last + 1)}
        found += find_new_states(reading, by_word)
        found.sort(key=lambda m: m.first)
        by_word = {i: mention for mention in found for i in range(mention.first, mention.last + 1)}
        names = find_names(reading, by_word)
        named = {i for name in names for i in range(name.first, name.last + 1)}
        offices = find_offices(reading, by_word, named)
        self.offices = {
            i: office for office in offices for i in range(office.first, office.last + 1)
        }
        titled = with_titles(reading, names, offices)
        figures = self.persons.gather(titled)
        for name in titled:
            figure = figures[name.name.first]
            cast.mention(figure, name.first, name.name.last, (name.name.first, name.name.last))
            if name.honorifics:
                figure.entitle(reading.text(*name.honorifics), name.honorifics[0])
            for office in name.offices:
                self._appoint(figure, office)
            if figure.state is None and (name.offices or name.honorifics):
                figure.state = self._of(name.name.last, by_word)
        for office, figure in find_appositions(reading, offices, titled, figures):
            self._appoint(figure, office)
            cast.mention(figure, office.first, office.last)
        for i, figure in self.persons.bare(named | set(by_word) | set(cast.persons)):
            cast.mention(figure, i, i, (i, i))
        for mention in found:
            self._place(mention)
        for office in offices:
            # Only “the …” can mean a known holder, and what is said of no one is a description.
            if office.article == "the" and office.first not in cast.persons:
                holder = self.holders.find(office, office.first, spoken=spoken[office.first])
                if holder is None and not plural(reading, office.word):
                    holder = self.describe(office.first, office.last, "person")
                if holder is not None:
                    cast.mention(holder, office.first, office.last)
        vote_genders(cast)

    def describe(self, first: int, last: int, kind: ActorKind) -> Figure:
        """The figure that has no name but these words.

        “A minister” is a new one each time; everything else is the same figure as before.
        """
        reading = self.reading
        key = key_of(reading, first, last)
        if key in self._described and reading.low[first] not in {"a", "an"}:
            return self._described[key]
        name = reading.text(first, last)
        if reading.low[first] in ARTICLES:
            name = name[0].lower() + name[1:]
        self._described[key] = self.cast.add(Figure(kind, name, named=False))
        return self._described[key]

    @cached_property
    def institutions(self) -> dict[str, list[int]]:
        """Places of the words that say what kind of body something is."""
        out: dict[str, list[int]] = {}
        for i, low in enumerate(self.reading.low):
            if low in GOVERNMENTS or low in INSTITUTIONS:
                out.setdefault(low, []).append(i)
        return out

    def _appoint(self, figure: Figure, office: Office) -> None:
        first = office.first + bool(office.article)
        figure.entitle(self.reading.text(first, office.last), first)
        self.holders.learn(figure, office)

    def _of(self, last: int, states: dict[int, StateMention]) -> str | None:
        """President N of Kestria: the state that follows a name with a title."""
        reading = self.reading
        at = last + 1
        if not reading.same_paragraph(at + 2, last) or reading.low[at] != "of":
            return None
        at += 1 + (reading.low[at + 1] == "the")
        return states[at].state.code if at in states and states[at].form == "name" else None

    def _place(self, mention: StateMention) -> None:
        reading, cast = self.reading, self.cast
        if mention.form in {"capital", "people"}:
            self.capitals.update(dict.fromkeys(range(mention.first, mention.last + 1), mention))
            return
        figure = self.state(mention)
        first = mention.first
        if mention.form == "name":
            words = reading.text(mention.first, mention.last)
            if not figure.named or len(words) > len(figure.name):
                figure.name, figure.named = words, True
            if (
                first
                and reading.low[first - 1] in ARTICLES
                and reading.same_paragraph(first - 1, first)
            ):
                first -= 1
        cast.mention(
            figure, first, mention.last, (mention.first, mention.last), mention.form == "adjective"
        )

    def state(self, mention: StateMention) -> Figure:
        """The figure of a state, whichever of its names the words are."""
        code = mention.state.code
        if code not in self.states:
            self.states[code] = self.cast.add(
                Figure("state", mention.state.name, named=False, state=code)
            )
        return self.states[code]
