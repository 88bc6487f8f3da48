"""A first look over the whole text: states, persons, their offices, and all mentions of them."""

from __future__ import annotations

from functools import cached_property

from memcon.actors.antecedents import Antecedents, vote_genders
from memcon.actors.appositions import find_appositions
from memcon.actors.blocks import find_blocks
from memcon.actors.capacities import find_capacities
from memcon.actors.cast import Cast, Figure
from memcon.actors.descriptions import mention_appositions
from memcon.actors.given import Given
from memcon.actors.holders import Holders
from memcon.actors.metonymy import use_of
from memcon.actors.names import find_names
from memcon.actors.newstates import find_new_states
from memcon.actors.offices import Office, find_offices
from memcon.actors.persons import Persons
from memcon.actors.phrases import key_of, plural
from memcon.actors.predicates import find_predicates
from memcon.actors.pronouns import ARTICLES, gender
from memcon.actors.reading import Reading
from memcon.actors.redescribed import Redescribed
from memcon.actors.seats import Seat, find_seats
from memcon.actors.shortnames import bare_names
from memcon.actors.states import StateMention, find_states
from memcon.actors.strangers import find_strangers
from memcon.actors.titled import with_titles
from memcon.actors.titles import GOVERNMENTS, INSTITUTIONS
from memcon.record import ActorKind, TitleForm


class Survey:
    """What a text says of who there is, before anybody is asked who said what.

    :param spoken: of each word, whether it is somebody's own words.
    """

    def __init__(self, reading: Reading, spoken: list[bool]) -> None:
        self.reading = reading
        self.cast = Cast(reading)
        self.persons = Persons(self.cast)
        self.holders = Holders(reading.paragraph)
        self.states: dict[str, Figure] = {}
        self.capitals: dict[int, StateMention] = {}
        self.state_words: dict[int, StateMention] = {}
        self.seats: dict[int, Seat] = {}
        self._seated: dict[tuple[str, str], Figure] = {}
        self.offices: dict[int, Office] = {}
        self.pending: list[Given] = []
        self._described: dict[str, Figure] = {}
        self._survey(spoken)

    def _survey(self, spoken: list[bool]) -> None:
        reading, cast = self.reading, self.cast
        found = find_states(reading)
        by_word = {i: mention for mention in found for i in range(mention.first, mention.last + 1)}
        found += find_new_states(reading, by_word)
        found.sort(key=lambda m: m.first)
        by_word = {i: mention for mention in found for i in range(mention.first, mention.last + 1)}
        self.state_words = by_word
        self.redescribed = Redescribed(cast, by_word, spoken)
        names = find_names(reading, by_word)
        named = {i for name in names for i in range(name.first, name.last + 1)}
        offices = find_offices(reading, by_word, named)
        self.offices = {
            i: office for office in offices for i in range(office.first, office.last + 1)
        }
        titled = with_titles(reading, names, offices)
        figures = self.persons.gather_full(titled)
        full = [name for name in titled if name.name.first in figures]
        for office, figure in find_appositions(reading, offices, full, figures):
            self.persons.style(figure, office)
        figures |= self.persons.gather_short(titled)
        for name in titled:
            figure = figures[name.name.first]
            cast.mention(figure, name.first, name.name.last, (name.name.first, name.name.last))
            if name.honorifics:
                figure.entitle(*name.honorifics, "before the name")
            for office in name.offices:
                self._appoint(figure, office, "before the name")
            if figure.state is None and (name.offices or name.honorifics):
                figure.state = self._of(name.name.last, by_word)
        for office, figure in find_appositions(reading, offices, titled, figures):
            self._appoint(figure, office, "apposition")
            cast.mention(figure, office.first, office.last)
        for office, name in find_blocks(reading, offices, titled):
            figure = figures[name.name.first]
            self._appoint(figure, office, "signature")
            cast.mention(figure, office.first, office.last)
        self._give(offices, named)
        known = named | set(by_word) | set(cast.persons)
        for first, last, figure in bare_names(reading, self.persons, known):
            cast.mention(figure, first, last, (first, last))
        for mention in found:
            if mention.first not in named:
                self._place(mention)
        self._govern(found)
        waiting = {given.office.first for given in self.pending}
        for office in offices:
            if office.first in waiting:
                continue
            # Only “the …” can mean a known holder, and what is said of no one is a description.
            if office.article == "the" and office.first not in cast.persons:
                holder = self.holders.find(office, office.first, spoken=spoken[office.first])
                if holder is not None and office.state and holder.state is None:
                    # “The President of Kestria” tells of which state “President N” of the heading is.
                    self.holders.learn(holder, office)
                if holder is None:
                    holder = self.redescribed.find(office.first, office.last, office.word)
                holder = holder or self._named_behind(office)
                if holder is None and not plural(reading, office.word):
                    holder = self.describe(office.first, office.last, "person")
                    if office.about and not spoken[office.first]:
                        # “The Leader of the Council” is “the Leader” from here on.
                        self.holders.learn(holder, office)
                if holder is not None:
                    cast.mention(holder, office.first, office.last)
            elif office.article in {"a", "an", ""} and office.first not in cast.persons:
                holder = self.redescribed.later(office.first, office.last, office.word)
                holder = holder or self._named_behind(office)
                if holder is None and not spoken[office.first] and self._speaks(office):
                    # “A minister said … The minister added”: it is the same one.
                    holder = self.describe(office.first, office.last, "person")
                    self.holders.learn(holder, office)
                if holder is not None:
                    cast.mention(holder, office.first, office.last)
        vote_genders(cast)
        mention_appositions(cast)
        given_words = {i for g in self.pending for i in range(g.office.first, g.office.last + 1)}
        find_strangers(cast, given_words)

    def _named_behind(self, office: Office) -> Figure | None:
        figure = self.redescribed.quoted_next(office)
        if figure is not None:
            self.holders.learn(figure, office)
        return figure

    def _speaks(self, office: Office) -> bool:
        """Whether “a minister” is one of whom it is told that they said something."""
        reading = self.reading
        if not office.article or plural(reading, office.word):
            return False
        if self.redescribed.says(office.word):
            return True
        # “According to a minister”.
        to = reading.head[office.word]
        return reading.low[to] == "to" and reading.low[reading.head[to]] == "according"

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

    def _appoint(self, figure: Figure, office: Office, how: TitleForm) -> None:
        figure.entitle(office.first + bool(office.article), office.last, how)
        self.holders.learn(figure, office)

    def _give(self, offices: list[Office], named: set[int]) -> None:
        """Offices that verbs and “as” give; whom “he” and “she” mean is asked later."""
        persons = self.cast.persons
        free = [office for office in offices if office.word not in persons]
        for given in (
            *find_predicates(self.reading, free, named),
            *find_capacities(self.reading, free, named),
        ):
            if given.holder not in persons:
                self.pending.append(given)
                continue
            figure = persons[given.holder].figure
            self._appoint(figure, given.office, given.how)
            self.cast.mention(figure, given.office.first, given.office.last)

    def entitle_pronouns(self, antecedents: Antecedents) -> None:
        """Give whoever “he” and “she” are found to mean the offices that verbs give them."""
        for given in self.pending:
            known = self.cast.persons.get(given.holder)
            sex = gender(self.reading.low[given.holder]) or ""
            figure = known.figure if known else antecedents.person(given.holder, sex, set(), None)
            if figure is not None and figure.kind == "person":
                first = given.office.first + bool(given.office.article)
                figure.entitle(first, given.office.last, given.how)
                self.cast.mention(figure, given.office.first, given.office.last)

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
                and first <= reading.head[first - 1] <= mention.last
            ):
                first -= 1
        cast.mention(
            figure, first, mention.last, (mention.first, mention.last), mention.form == "adjective"
        )

    def _govern(self, found: list[StateMention]) -> None:
        """Mentions of governments by their capital or their seat; what only lies there is none."""
        countries: dict[str, set[int]] = {}
        for i, mention in self.state_words.items():
            if mention.form == "name":
                countries.setdefault(mention.state.code, set()).add(i)
        for mention in found:
            if mention.form == "capital":
                country = countries.get(mention.state.code, ())
                if use_of(self.reading, mention.first, mention.last, country) == "government":
                    words = (mention.first, mention.last)
                    self.cast.mention(self.capital(mention), *words, words)
        for seat in find_seats(self.reading):
            self.seats.update(dict.fromkeys(range(seat.first, seat.last + 1), seat))
            if seat.acts:
                self.cast.mention(self.seat(seat), seat.first, seat.last, (seat.first, seat.last))

    def capital(self, mention: StateMention) -> Figure:
        """The figure of the state whose capital stands for it."""
        figure = self.state(mention)
        if not figure.named:
            figure.name = self.reading.text(mention.first, mention.last)
            figure.named = True
        return figure

    def seat(self, seat: Seat) -> Figure:
        """The figure of the government or ministry that a seat stands for."""
        key = (seat.code, seat.name)
        if key not in self._seated:
            words = self.reading.text(seat.first, seat.last)
            if self.reading.low[seat.first] in ARTICLES:
                words = words[0].lower() + words[1:]
            self._seated[key] = self.cast.add(Figure(seat.kind, words, country=seat.code))
        return self._seated[key]

    @property
    def seat_words(self) -> dict[int, str]:
        """Code of the state in whose seat each word is."""
        return {i: seat.code for i, seat in self.seats.items()}

    def describe_as(self, first: int, last: int, figure: Figure) -> None:
        """Let the words from first to last mean that figure wherever they stand."""
        self._described.setdefault(key_of(self.reading, first, last), figure)

    def state(self, mention: StateMention) -> Figure:
        """The figure of a state, whichever of its names the words are."""
        code = mention.state.code
        if code not in self.states:
            self.states[code] = self.cast.add(
                Figure("state", mention.state.name, named=False, state=code)
            )
        return self.states[code]
