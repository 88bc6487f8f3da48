"""The state that officials speak for where neither their titles nor the heading name it.

Some offices only one state has (`ministries.py`). Else a briefing is held for one government: its
officials tell what their state does (“Kestria is committed to …”, “the Kestrian strategy”), and the
state that acts and owns policy far more often than any other in their own words is theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from memcon.actors.cast import Figure, Mention
from memcon.actors.ministries import find_ministries
from memcon.actors.offices import Office
from memcon.actors.statecraft import is_dealing
from memcon.actors.survey import Survey
from memcon.actors.titles import GOVERNMENTS, INSTITUTIONS

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
_SUBJECTS = {"nsubj", "nsubjpass"}
_MODIFIES = {"amod", "compound", "poss", "nmod"}
#: So many votes tell a state, if no other has more than half of them.
_ENOUGH, _LEAD = 3, 2


def is_public(offices: Iterable[Office]) -> bool:
    """Whether any of the offices is one that a state gives."""
    return any(word in _PUBLIC for office in offices for word in office.head.split())


def is_head(offices: Iterable[Office]) -> bool:
    """Whether any of the offices is one in which states meet each other."""
    return any(office.head in _HEADS for office in offices)


class Homes:
    """Finds the state that officials speak for.

    :param own: words that each speaker says in turns.
    """

    def __init__(self, survey: Survey, own: Mapping[Figure, list[int]]) -> None:
        self.survey = survey
        self.own = own
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

    def of_words(self, speakers: Iterable[Figure], taken: Collection[str | None]) -> str | None:
        """Code of the state that acts most in what they say, or None where the race is close.

        :param speakers: who speak for one state.
        :param taken: codes of states for which somebody else speaks.
        """
        survey = self.survey
        # “Kestria's president Oda Quill” is not what her own officials call her.
        foreign = {
            office.state
            for figure in survey.cast.figures
            for office in figure.offices
            if figure.kind == "person" and office.head in _HEADS
        }
        acts: Counter[str] = Counter()
        votes: Counter[str] = Counter()
        for i in (i for figure in speakers for i in self.own.get(figure, ())):
            if i in self.ministries:
                acts[self.ministries[i]] += 1
            seat = survey.seats.get(i)
            if seat is not None and seat.first == i:
                acts[seat.code] += 1
            mention = survey.cast.places.get(i)
            if mention is None or mention.first != i or mention.figure.kind != "state":
                continue
            code = mention.figure.state or ""
            if self._acts(mention):
                acts[code] += 1
            elif self._governs(mention):
                votes[code] += 1
        votes += acts
        ranked = [(n, c) for c, n in votes.most_common() if c not in foreign and c not in taken]
        if not ranked or ranked[0][0] < _ENOUGH or not acts[ranked[0][1]]:
            return None
        if len(ranked) > 1 and ranked[0][0] < _LEAD * ranked[1][0]:
            return None
        return ranked[0][1]

    def _acts(self, mention: Mention) -> bool:
        """Kestria supports …"""
        return self.survey.reading.dep[_head(mention)] in _SUBJECTS and not mention.adjective

    def _governs(self, mention: Mention) -> bool:
        """The Kestrian strategy, Kestria's commitment."""
        reading = self.survey.reading
        head = _head(mention)
        noun = reading.low[reading.head[head]]
        policy = is_dealing(noun) or noun in GOVERNMENTS or noun in INSTITUTIONS
        return policy and reading.dep[head] in _MODIFIES


def _head(mention: Mention) -> int:
    return mention.name[1] if mention.name else mention.last
