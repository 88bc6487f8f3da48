"""Which of the persons named so far “he” or “she” means: what speaks for each, weighed.

The considerations are those of centering (Grosz, Joshi and Weinstein 1995) and of the entity-level
resolvers: how near, how often and in which role somebody was last mentioned, in whose words and
binding (principles A and B). How much each weighs is learned from GUM by
`training/antecedents.py`.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from memcon.actors.cast import Cast, Figure, Mention
from memcon.actors.phrases import POSSESSIVE_MARKS
from memcon.actors.pronouns import PRONOUNS, gender

#: Who was mentioned last farther back than so many sentences is no candidate.
FARTHEST = 60
#: Considerations, in the order of `weigh`'s values.
CONSIDERATIONS = (
    "distance", "same sentence", "sentence before", "recent mentions", "all mentions", "share",
    "gender agrees", "gender known", "last by pronoun", "last a subject", "both subjects",
    "last an owner", "named", "latest person", "second latest", "same paragraph",
    "spoke before", "same quotation", "another quotation", "subject of the clause, pronoun its object",
    "subject of the clause, pronoun reflexive", "subject of the clause, pronoun an owner",
    "introduced in a heading", "place in sentence",
)  # fmt: skip
_SUBJECTS = {"nsubj", "nsubjpass"}
_OBJECTS = {"dobj", "pobj", "dative"}


@dataclass(frozen=True, slots=True)
class Pronoun:
    """One “he”, “she”, “his”, “her” … to be resolved.

    :param place: the word.
    :param sex: `m` or `f`.
    :param excluded: speakers of the quotations around it, who are “I” there.
    :param previous: who was reported to speak just before.
    """

    place: int
    sex: str
    excluded: frozenset[Figure] = frozenset()
    previous: Figure | None = None


def candidates(cast: Cast, pronoun: Pronoun) -> list[tuple[Figure, Mention]]:
    """Persons mentioned before it whose gender does not forbid them, with the last mention of each.

    The latest comes first.
    """
    reading = cast.reading
    here = reading.sentence[pronoun.place]
    last: dict[Figure, Mention] = {}
    for figure in cast.figures:
        if figure.kind != "person" or figure in pronoun.excluded:
            continue
        if figure.gender is not None and figure.gender != pronoun.sex:
            continue
        at = figure.before(pronoun.place)
        if at < 0 or here - reading.sentence[at] > FARTHEST:
            continue
        mention = next(
            (m for m in reversed(cast.in_sentence(reading.sentence[at]))
             if m.figure is figure and m.last < pronoun.place), None,
        )  # fmt: skip
        if mention is not None:
            last[figure] = mention
    return sorted(last.items(), key=lambda item: (-item[1].first, item[0].order))


def weigh(
    cast: Cast,
    pronoun: Pronoun,
    found: Sequence[tuple[Figure, Mention]],
    quoted: Sequence[int],
) -> list[list[float]]:
    """The considerations for each candidate, `(candidates, len(CONSIDERATIONS))`.

    :param quoted: number of the outermost quotation each word is in, −1 outside.
    """
    reading, i = cast.reading, pronoun.place
    total = sum(len(f.places) for f in cast.figures if f.kind == "person") or 1
    clause = reading.head[i]
    if reading.dep[i] == "pobj" and reading.head[i] != i:
        clause = reading.head[reading.head[i]]
    low = reading.low[i]
    reflexive, owner = low.endswith("self"), reading.dep[i] == "poss"
    subject = reading.dep[i] in _SUBJECTS
    out = []
    for rank, (figure, mention) in enumerate(found):
        head = _head(cast, mention)
        distance = reading.sentence[i] - reading.sentence[mention.first]
        before = bisect_left(figure.places, i)
        recent = before - bisect_left(
            figure.places, reading.of_sentence(max(reading.sentence[i] - 5, 0)).start
        )
        last_subject = reading.dep[head] in _SUBJECTS
        owns = (
            mention.last + 1 < len(reading) and reading.form[mention.last + 1] in POSSESSIVE_MARKS
        )
        there, here = quoted[mention.first], quoted[i]
        of_clause = last_subject and not distance and reading.head[head] == clause
        by_pronoun = mention.first == mention.last and reading.low[mention.first] in PRONOUNS
        out.append([
            math.log1p(distance), distance == 0, distance == 1, math.log1p(recent),
            math.log1p(before), len(figure.places) / total,
            figure.gender == pronoun.sex, figure.gender is not None, by_pronoun, last_subject,
            last_subject and subject, owns or reading.dep[head] == "poss", figure.named,
            rank == 0, rank == 1, reading.paragraph[i] == reading.paragraph[mention.first],
            figure is pronoun.previous, here >= 0 and here == there, there >= 0 and here != there,
            of_clause and not (reflexive or owner or subject), of_clause and reflexive,
            of_clause and owner, reading.paragraph[figure.places[0]] == 0,
            (mention.last + 1) / (i + 1) if not distance else 0.0,
        ])  # fmt: skip
    return [[float(x) for x in row] for row in out]


def _head(cast: Cast, mention: Mention) -> int:
    reading = cast.reading
    last = mention.name[1] if mention.name else mention.last
    for i in range(mention.first, last + 1):
        if not mention.first <= reading.head[i] <= last or reading.head[i] == i:
            return i
    return last


def sex_of(word: str) -> str | None:
    """`m` or `f` for a pronoun of the third person singular, else None."""
    return gender(word)
