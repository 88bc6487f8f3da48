"""Which of the persons named so far “he” or “she” means: what speaks for each, weighed.

The considerations are those of centering (Grosz, Joshi and Weinstein 1995) and of the entity-level
resolvers: how near, how often and in which role somebody was last mentioned, in whose words and
binding (principles A and B). How much each weighs is learned from GUM by
`training/antecedents.py` and stands in `ranking.tsv`.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from memcon.actors.cast import Cast, Figure, Mention
from memcon.actors.phrases import POSSESSIVE_MARKS
from memcon.actors.pronouns import PRONOUNS

#: Who was mentioned last farther back than so many sentences is no candidate.
FARTHEST = 8
#: Considerations, in the order of `weigh`'s values.
CONSIDERATIONS = (
    "distance", "same sentence", "sentence before", "recent mentions", "all mentions", "share",
    "gender known", "last by pronoun", "last a subject", "both subjects",
    "last an owner", "last an object", "first of its sentence", "named",
    "latest person", "latest, in a sentence before", "second latest", "same paragraph",
    "spoke before", "same quotation", "another quotation",
    "subject of the clause, pronoun its object", "introduced in a heading", "place in sentence",
)  # fmt: skip
_SUBJECTS = {"nsubj", "nsubjpass"}
_OBJECTS = {"dobj", "pobj", "dative"}
_TO_SOMEBODY = {"to", "with", "from", "by", "of", "for"}


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
    # All else was mentioned too long ago; there may be thousands.
    for figure in cast.lately(pronoun.place, FARTHEST):
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
        if mention is not None and _subject_of_its_own_object(cast, mention, pronoun.place):
            continue
        # “The officer” may have turned out to be somebody when it was asked who speaks.
        if mention is not None and not (figure.passing and mention.last in cast.persons):
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
    total = cast.of_persons or 1
    clause = reading.head[i]
    if reading.dep[i] == "pobj" and reading.head[i] != i:
        clause = reading.head[reading.head[i]]
    low = reading.low[i]
    reflexive, owner = low.endswith("self"), reading.dep[i] == "poss"
    subject = reading.dep[i] in _SUBJECTS
    first = _first_of_sentences(cast, found, reading.sentence[i])
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
            figure.gender is not None, by_pronoun, last_subject,
            last_subject and subject, owns or reading.dep[head] == "poss", reading.dep[head] in _OBJECTS,
            figure in first, figure.named,
            rank == 0, rank == 0 and distance > 0, rank == 1,
            reading.paragraph[i] == reading.paragraph[mention.first],
            figure is pronoun.previous, here >= 0 and here == there, there >= 0 and here != there,
            of_clause and not (reflexive or owner or subject), reading.paragraph[figure.places[0]] == 0,
            (mention.last + 1) / (i + 1) if not distance else 0.0,
        ])  # fmt: skip
    return [[float(x) for x in row] for row in out]


def _subject_of_its_own_object(cast: Cast, mention: Mention, pronoun: int) -> bool:
    """“Talvik gave her a lamp”: who gives is not whom it is given (binding principle B)."""
    reading = cast.reading
    head = _head(cast, mention)
    verb, dep = reading.head[pronoun], reading.dep[pronoun]
    if dep == "pobj" and reading.low[verb] in _TO_SOMEBODY:
        verb, dep = reading.head[verb], "dative"
    return (
        dep in {"dobj", "dative"}
        and not reading.low[pronoun].endswith("self")
        and reading.dep[head] in _SUBJECTS
        and reading.head[head] == verb
    )


def _first_of_sentences(
    cast: Cast, found: Sequence[tuple[Figure, Mention]], here: int
) -> set[Figure]:
    """Who of several candidates in a sentence before is its centre: its subject, else who comes first."""
    reading = cast.reading
    by_sentence: dict[int, list[tuple[bool, int, Figure]]] = {}
    for figure, mention in found:
        sentence = reading.sentence[mention.first]
        if sentence < here:
            other = reading.dep[_head(cast, mention)] not in _SUBJECTS
            by_sentence.setdefault(sentence, []).append((other, mention.first, figure))
    several = [ranked for ranked in by_sentence.values() if len(ranked) > 1]
    return {min(ranked, key=lambda item: item[:2])[2] for ranked in several}


def _only_quoted(figure: Figure, quoted: Sequence[int]) -> bool:
    return not figure.named and all(quoted[place] >= 0 for place in figure.places)


def _head(cast: Cast, mention: Mention) -> int:
    reading = cast.reading
    last = mention.name[1] if mention.name else mention.last
    for i in range(mention.first, last + 1):
        if not mention.first <= reading.head[i] <= last or reading.head[i] == i:
            return i
    return last


@cache
def shipped_weights() -> tuple[float, ...]:
    """Weight of each consideration, `(len(CONSIDERATIONS),)`."""
    rows = files("memcon.actors").joinpath("ranking.tsv").read_text(encoding="utf-8").splitlines()
    weights = {name: float(weight) for name, weight in (row.split("\t") for row in rows[1:])}
    return tuple(weights[name] for name in CONSIDERATIONS)


class Ranker:
    """Chooses among the persons named so far by the sum of the weighed considerations.

    :param weights: `(len(CONSIDERATIONS),)`; default those shipped.
    """

    def __init__(self, weights: Sequence[float] | None = None) -> None:
        self.weights = shipped_weights() if weights is None else weights

    def choose(self, cast: Cast, pronoun: Pronoun, quoted: Sequence[int]) -> Figure | None:
        """Whom the pronoun means, or None if there is no candidate.

        :param quoted: number of the outermost quotation each word is in, −1 outside.
        """
        found = candidates(cast, pronoun)
        if not found:
            return None
        if quoted[pronoun.place] < 0:
            # Outside the quotation nobody takes up “my counterpart”, whom only its speaker told of.
            found = [pair for pair in found if not _only_quoted(pair[0], quoted)] or found
        rows = weigh(cast, pronoun, found, quoted)
        scores = [sum(w * x for w, x in zip(self.weights, row, strict=True)) for row in rows]
        return found[scores.index(max(scores))][0]
