"""The state of every actor, by what the text says: never by a name, nor by who else is there.

An office decides, then “Kestrian writer N”, “N, a Kestrian writer”, “on behalf of Kestria”. Of two
different states none is taken. For whom nothing of this names a state, the relations of the meeting
may: who meets the Kestrian minister about what is between Kestria and Ossel is of Ossel.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.actors.belonging import Belonging
from memcon.actors.cast import Figure, Mention
from memcon.actors.phrases import POSSESSIVE_MARKS, head_of
from memcon.actors.relations import Relations
from memcon.actors.representing import find_represented
from memcon.actors.statenames import country_codes
from memcon.actors.survey import Survey
from memcon.actors.titles import GOVERNMENTS, INSTITUTIONS

_COPULAS = {"is", "was", "'s", "became", "remains"}
#: Words between a name and the adjective before it: “the Kestrian Nobel laureate N”.
_NEAR = 5


def tell_countries(survey: Survey, parties: Sequence[Figure] = ()) -> None:
    """Set the country of all figures that the text gives one.

    :param parties: who speaks to each other in the document.
    """
    countries, relations = _Countries(survey), Relations(survey)
    for figure in survey.cast.figures:
        figure.country = countries.of(figure)
    persons = [f for f in survey.cast.figures if f.kind == "person"]
    meetings = [f.members for f in survey.cast.figures if f.members] + [tuple(parties)]
    sides = {f: relations.other_side(f, meetings) for f in persons if countries.is_open(f)}
    for figure, code in sides.items():
        figure.country = _code({code or ""})
    for figure in survey.cast.figures:
        codes = {member.country for member in figure.members}
        if len(codes) == 1:
            figure.country = codes.pop()


class _Countries:
    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.reading = survey.reading
        self.states = survey.state_words
        self.belonging = Belonging(survey.reading, survey.state_words, survey.seat_words)
        self.mentions: dict[Figure, list[Mention]] = {}
        for mention in survey.cast.mentions:
            self.mentions.setdefault(mention.figure, []).append(mention)
        self.represented = find_represented(survey)

    def of(self, figure: Figure) -> str | None:
        """Code of the figure's state, or None."""
        if figure.members:
            return None
        if figure.state is not None and figure.kind in {"state", "population"}:
            return _code({figure.state})
        if figure.kind != "person":
            return figure.country or _code(set(self._of_body(figure)))
        offices = set(self._by_offices(figure))
        if offices:
            return _code(offices)
        return _code(set(self._by_description(figure)) | self.represented.get(figure, set()))

    def is_open(self, figure: Figure) -> bool:
        """Whether nothing said of the person names a state, invented ones included."""
        codes = set(self._by_offices(figure)) | set(self._by_description(figure))
        return not codes and figure not in self.represented

    def _of_body(self, figure: Figure) -> Iterator[str]:
        """The Kestrian Foreign Ministry, the Embassy of Kestria in Ossel, the government in Ossel."""
        reading = self.reading
        for mention in self.mentions.get(figure, ()):
            words = reading.low[mention.first : mention.last + 1]
            if figure.kind == "group" and "and" in words:
                continue
            head = head_of(reading, mention.first, mention.last)
            low = reading.low[head]
            body = low in INSTITUTIONS | GOVERNMENTS or low == "delegation"
            within = figure.kind == "government"
            last = mention.last if body or within or figure.kind == "group" else head
            yield from self.belonging.of(mention.first, last, head, within)

    def _by_offices(self, figure: Figure) -> Iterator[str]:
        offices = self.survey.offices
        spans = list(figure.titles)
        if not figure.named:
            spans += [(m.first, m.last) for m in self.mentions.get(figure, ())]
        for first, last in spans:
            office = offices.get(last) or offices.get(first)
            inside = office is not None and first <= office.word <= last
            head = office.word if office and inside else head_of(self.reading, first, last)
            yield from self.belonging.of(first, last, head)
        if figure.titles:
            for mention in self.mentions.get(figure, ()):
                yield from self._of_a_state(mention)

    def _of_a_state(self, mention: Mention) -> Iterator[str]:
        """President N of Kestria; Minister N (Kestria)."""
        reading, at = self.reading, mention.last + 1
        if mention.name is None or not reading.same_paragraph(at + 1, mention.last):
            return
        opening = reading.form[at]
        at += 1 + (reading.low[at + 1] == "the")
        state = self.states.get(at)
        if state is None or state.form != "name" or state.first != at:
            return
        closed = reading.form[state.last + 1 : state.last + 2] == [")"]
        if opening.lower() == "of" or (opening == "(" and closed):
            yield state.state.code

    def _by_description(self, figure: Figure) -> Iterator[str]:
        """Kestrian writer N; N, a Kestrian writer; N is a Kestrian writer; Kestria's N."""
        reading = self.reading
        for mention in self.mentions.get(figure, ()):
            if mention.name is None:
                continue
            yield from self._left(mention)
            word = head_of(reading, mention.first, mention.last)
            nouns = [c for c in reading.children[word] if reading.dep[c] == "appos"]
            verb = reading.head[word]
            if reading.dep[word] == "nsubj" and reading.low[verb] in _COPULAS:
                nouns += [c for c in reading.children[verb] if reading.dep[c] == "attr"]
            for noun in nouns:
                if noun > mention.last and reading.form[noun].islower():
                    left = [noun, *(c for c in reading.children[noun] if c < noun)]
                    first = max(min(left), mention.last + 1)
                    for i in range(first, noun):
                        state = self.states.get(i)
                        # A Kestrian War hero may be anybody's.
                        if (
                            state is not None
                            and reading.head[state.last] == noun
                            and (state.form == "adjective" and i == state.first)
                        ):
                            yield state.state.code

    def _left(self, mention: Mention) -> Iterator[str]:
        reading = self.reading
        i = mention.first - 1
        while mention.first - i <= _NEAR and reading.same_paragraph(i, mention.first):
            state = self.states.get(i)
            genitive = reading.form[i] in POSSESSIVE_MARKS and i + 1 == mention.first
            if genitive and self.states.get(i - 1) is not None:
                if self.states[i - 1].form == "name":
                    yield self.states[i - 1].state.code
                return
            if not reading.descends(i, mention.last, 3):
                return
            if state is not None:
                owner = reading.head[state.last]
                if not (mention.first <= owner <= mention.last or reading.form[owner].islower()):
                    return
                if state.form == "adjective" or reading.form[state.last].isupper():
                    yield state.state.code
                return
            if not reading.form[i][0].isalpha() and not reading.joined(i):
                return
            i -= 1


def _code(codes: set[str]) -> str | None:
    """The only code, if it is one of ISO's table."""
    code = next(iter(codes)) if len(codes) == 1 else None
    return code if code in country_codes() else None
