"""Descriptions of persons who are named: in apposition, or as the coreference heads put them together."""

from __future__ import annotations

from memcon.actors.cast import Cast, Figure
from memcon.actors.phrases import noun_phrase
from memcon.actors.strangers import is_human
from memcon.coreference.clusters import Clustered

#: A description is believed to mean somebody named if it was linked with this score at least.
LEAST = 0.0


def mention_appositions(cast: Cast) -> None:
    """“N, a young engineer,”: note that the words beside a name mention whoever has it."""
    reading = cast.reading
    for i, dep in enumerate(reading.dep):
        if dep == "appos" and i not in cast.persons and is_human(reading, i):
            known = cast.persons.get(reading.head[i])
            if known is not None and known.name and reading.head[i] < i:
                cast.mention(known.figure, noun_phrase(reading, i)[0], i)


def mention_descriptions(cast: Cast, clustered: Clustered) -> None:
    """Note what mentions a named person without being a name, a title or a pronoun of theirs.

    Only descriptions of one person count (“the engineer”, “his wife”), and none that the titles of
    the text have settled already.
    """
    c = clustered.described.candidates
    named: dict[int, Figure] = {}
    for k, number in enumerate(clustered.cluster.tolist()):
        head = int(c.head[k])
        known = cast.persons.get(head)
        if known is not None and known.name and known.name[0] <= head <= known.name[1]:
            named.setdefault(number, known.figure)
    for k, number in enumerate(clustered.cluster.tolist()):
        head = int(c.head[k])
        figure = named.get(number)
        if (
            figure is not None
            and clustered.sure[k] >= LEAST
            and head not in cast.persons
            and is_human(cast.reading, head)
        ):
            cast.mention(figure, int(c.first[k]), int(c.last[k]))
