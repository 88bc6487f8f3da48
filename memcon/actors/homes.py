"""The state that officials speak for where neither their titles nor the heading name it.

A briefing is held for one government. Its officials tell what their state does (“Kestria is committed
to …”, “the Kestrian strategy”) and tell of others what they are, have or need. So the state is the one
that acts and owns policy in their own words more often than any other does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from memcon.actors.cast import Figure
from memcon.actors.offices import Office
from memcon.actors.phrases import POSSESSIVE_MARKS
from memcon.actors.statecraft import is_dealing
from memcon.actors.survey import Survey
from memcon.actors.titles import GOVERNMENTS, INSTITUTIONS

#: Offices that a state gives. A chief, a director or a professor may as well be a company's.
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


def is_public(offices: Iterable[Office]) -> bool:
    """Whether any of the offices is one that a state gives."""
    return any(word in _PUBLIC for office in offices for word in office.head.split())


def find_home(survey: Survey, words: Iterable[int], taken: Collection[str | None]) -> str | None:
    """Code of the state that acts most in those words, or None.

    :param words: own words of officials who speak for one state.
    :param taken: codes of states for which somebody else speaks.
    """
    reading, places = survey.reading, survey.cast.places
    # “Kestria's president Oda Quill” is not what her own officials call her.
    foreign = {
        office.state
        for figure in survey.cast.figures
        for office in figure.offices
        if figure.kind == "person" and office.head in _HEADS
    }
    votes: Counter[str] = Counter()
    seen: set[int] = set()
    for i in words:
        seat = survey.seats.get(i)
        if seat is not None and seat.first == i:
            votes[seat.code] += 1
        mention = places.get(i)
        if mention is None or mention.first in seen or mention.figure.kind != "state":
            continue
        seen.add(mention.first)
        code = mention.figure.state or ""
        head = mention.name[1] if mention.name else mention.last
        noun = reading.head[head]
        owns = reading.form[mention.last + 1 : mention.last + 2]
        acts = reading.dep[head] in _SUBJECTS and not mention.adjective
        policy = reading.dep[head] in _MODIFIES or bool(POSSESSIVE_MARKS & set(owns))
        if acts or (policy and _of_government(reading.low[noun])):
            votes[code] += 1
    ranked = [(n, c) for c, n in votes.most_common() if c not in foreign and c not in taken]
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def _of_government(noun: str) -> bool:
    return is_dealing(noun) or noun in GOVERNMENTS or noun in INSTITUTIONS


def speaks_for_state(figure: Figure) -> bool:
    """Whether a person holds a state's office and no text tells of which state."""
    return figure.kind == "person" and figure.state is None and is_public(figure.offices)
