"""The state that officials speak for where their titles tell it without naming it.

Some offices and ministries only one state has (`ministries.py`). Which state an official's words tell of
most is no evidence: a briefing may be about another one.
"""

from __future__ import annotations

from collections.abc import Iterable

from memcon.actors.cast import Figure
from memcon.actors.ministries import find_ministries
from memcon.actors.offices import Office
from memcon.actors.survey import Survey

#: Offices that a state gives. A chief or a professor may as well be a company's or a school's.
_PUBLIC = {
    "president", "premier", "chancellor", "minister", "secretary", "king", "queen", "prince",
    "princess", "emperor", "emir", "sultan", "ambassador", "spokesperson", "governor", "senator",
    "representative", "envoy", "administrator", "coordinator", "undersecretary", "official",
    "adviser", "advisor", "counselor", "commissioner", "director", "deputy", "general", "admiral",
    "colonel", "commander", "negotiator", "attorney", "inspector", "officer", "assistant", "leader",
}  # fmt: skip
#: Their holders are called by the state's name where they are not the speaker's own.
_HEADS = {"president", "premier", "chancellor", "minister", "king", "queen", "emir", "sultan"}


def is_public(offices: Iterable[Office]) -> bool:
    """Whether any of the offices is one that a state gives."""
    return any(word in _PUBLIC for office in offices for word in office.head.split())


def is_head(offices: Iterable[Office]) -> bool:
    """Whether any of the offices is one in which states meet each other."""
    return any(office.head in _HEADS for office in offices)


class Homes:
    """Finds the state that officials speak for."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.ministries = find_ministries(survey.reading)

    def of_office(self, figure: Figure) -> str | None:
        """Code of the only state that has an office or a ministry as in the figure's titles."""
        low = self.survey.reading.low
        codes = {
            self.ministries[i]
            for first, last in figure.titles
            for i in range(first, last + 1)
            if i in self.ministries and "former" not in low[max(first - 1, 0) : i]
        }
        return codes.pop() if len(codes) == 1 else None
