"""The first and second person: whose words they are, and for which side “we” speaks."""

from __future__ import annotations

from collections import Counter

from memcon.actors.cast import Figure
from memcon.actors.homes import Homes, is_head, is_public
from memcon.actors.survey import Survey

#: What two sides do together: “we discussed” is both of them.
_TOGETHER = {
    "discuss", "discussed", "discussing", "discussion", "discussions", "talk", "talked", "talking",
    "consult",
    "consulted", "exchange", "exchanged", "agreed", "conversation",
}  # fmt: skip
#: Lines of a heading that may say where the words were spoken.
_HEADING = 6


class Sides:
    """The parties of a document who speak to each other, and the states they speak for."""

    def __init__(self, survey: Survey, parties: list[Figure]) -> None:
        self.survey = survey
        self.parties = parties

    def other(self, speaker: Figure | None) -> Figure | None:
        """The other party, if there are exactly two."""
        if len(self.parties) > 2:
            return None
        rest = [p for p in self.parties if p is not speaker]
        return rest[0] if len(rest) == 1 else None

    def of(self, person: Figure | None) -> Figure | None:
        """The state that a person's offices say they speak for; without one, the person."""
        if person is None or person.kind != "person" or person.state is None:
            return person
        return self.survey.states.get(person.state, person)

    def together(self, cue: list[str]) -> bool:
        """Whether a cue is of something that two do together."""
        return len(self.parties) == 2 and any(word in _TOGETHER for word in cue)

    def learn(self, transcript: bool, answering: bool = False) -> None:
        """Give an official whose titles name no state the side that the document leaves for them.

        In a transcript, an office that only one state has tells it (`homes.py`). At a meeting of two, it
        is the state named together with the other's (“between Kestria and Ossel”). Abroad it is the one
        named together with the host's, and for a minister or president the host's own; at home the one
        in whose capital the heading says the words were spoken. Nobody is given the other's. Who answers
        beside others speaks for their state.

        :param transcript: whether the parties speak in turns below a heading that says where; a report's
            own dateline says where it was sent from.
        :param answering: whether the parties answer people without a name; nobody then need have an
            office to speak for a state.
        """
        capital, abroad = self._dateline() if transcript else (None, False)
        homes = Homes(self.survey)
        officials = [p for p in self.parties if p.kind == "person" and p.offices]
        for party in officials if transcript else ():
            party.state = party.state or homes.of_office(party)
        taken = {p.state for p in self.parties}
        for party in officials:
            if party.state is not None:
                continue
            other = self.other(party)
            party.state = self._beside(other.state if other else None)
            if party.state is None and capital is not None and abroad:
                host = is_head(party.offices) and bool(taken - {None, capital})
                party.state = capital if host else self._beside(capital)
            elif party.state is None and capital not in taken:
                party.state = capital
            taken.add(party.state)
        rest = [p for p in self.parties if p.kind == "person" and p.state is None]
        meet = any(is_head(p.offices) for p in self.parties)
        rest = [p for p in rest if is_public(p.offices) or (answering and not p.offices)]
        known = {p.state for p in self.parties} - {None}
        if transcript and answering and len(known) == 1 and not meet:
            # Who answer side by side are colleagues, unless two states meet.
            for party in rest:
                party.state = next(iter(known))

    def _beside(self, code: str | None) -> str | None:
        if code is None or code not in self.survey.states:
            return None
        reading, places = self.survey.reading, self.survey.cast.places
        counts: Counter[str] = Counter()
        for mention in self.survey.cast.mentions:
            if mention.figure.state != code or mention.figure.kind != "state":
                continue
            for step, joint in (
                (mention.last + 1, mention.last + 2),
                (mention.first - 1, mention.first - 2),
            ):
                if reading.same_paragraph(step, mention.first) and reading.low[step] == "and":
                    beside = places.get(joint)
                    if (
                        beside is not None
                        and beside.figure.kind == "state"
                        and beside.figure.state != code
                    ):
                        counts[beside.figure.state or ""] += 1
        return max(counts, key=lambda c: (counts[c], c)) if counts else None

    def _dateline(self) -> tuple[str | None, bool]:
        """The state in whose capital the words were spoken, and whether that is abroad.

        At home the capital stands alone; “Port Sabel, Ossel” is printed for readers elsewhere.
        """
        reading = self.survey.reading
        for i in sorted(self.survey.capitals):
            paragraph, mention = reading.paragraph[i], self.survey.capitals[i]
            if paragraph >= _HEADING:
                break
            line = reading.of_paragraph(paragraph)
            code = mention.state.code
            if mention.form != "capital" or len(line) > 5 or line.start != mention.first:
                continue
            if code not in self.survey.states:
                break
            behind = range(mention.last + 1, line.stop)
            country = any(
                i in self.survey.cast.places and self.survey.cast.places[i].figure.state == code
                for i in behind
            )
            district = all(len(reading.form[i]) <= 4 for i in behind)
            return (code, country) if country or district else (None, False)
        return None, False
