"""What is told of another time than the one that a sentence is about: “when they met last year”."""

from __future__ import annotations

from itertools import pairwise

from memcon.meeting.datewords import find_date_words
from memcon.meeting.scene import Scene
from memcon.meeting.vocabulary import MEET, OTHER

#: Words that open a clause about another time.
_ASIDE = {"when", "since", "after", "before", "as", "where"}
_LONG_AGO = {
    ("last", "year"), ("last", "month"), ("months", "ago"), ("years", "ago"), ("year", "ago"),
    ("month", "ago"), ("first", "met"), ("last", "met"),
}  # fmt: skip


def is_aside(scene: Scene, word: int, verb: int) -> bool:
    """Whether a telling is of an earlier meeting: at a previous meeting; since they first met.

    :param word: its verb or noun of meeting.
    :param verb: of the clause that tells it.
    """
    reading = scene.reading
    here = {scene.clauses[word], scene.clauses[verb]}
    low = [reading.low[i] for i in scene.sentence(word) if scene.clauses[i] in here]
    if any(pair in _LONG_AGO for pair in pairwise(low)):
        return True
    left = {reading.low[c] for c in reading.children[word] if c < word}
    if not left.isdisjoint((OTHER | {"first"}) - {"separately"}):
        return True
    opened = any(
        reading.low[c] in _ASIDE and reading.dep[c] in {"advmod", "mark"}
        for c in reading.children[verb]
    )
    return opened and reading.dep[verb] in {"advcl", "relcl", "acl"}


def told_of_then(scene: Scene, verb: int) -> bool:
    """Whether a deed is of another time: “gave her a bell when they met in 2019”; “signed in 2008”."""
    reading = scene.reading
    for clause in reading.children[verb]:
        if reading.dep[clause] != "advcl":
            continue
        opened = {reading.low[c] for c in reading.children[clause]} & _ASIDE
        if opened and reading.low[clause] in MEET and is_aside(scene, clause, clause):
            return True
    own = [i for i in scene.sentence(verb) if scene.clauses[i] == scene.clauses[verb]]
    for date in find_date_words(scene.text, reading.start[own[0]], reading.end[own[-1]]):
        inside = reading.inside(date.span)
        low = date.words.lower()
        past = "last" in low or "ago" in low or ("this" not in low and date.grain == "year")
        if inside and inside.start in own and date.grain in {"year", "month", "ago"} and past:
            # “A chart drawn in 1781” is of the chart, which the clause of its own shows.
            return True
    return False
