"""Pronouns of the third person: the nearest agreeing antecedent, subjects preferred.

The order of preference is that of centering (Grosz, Joshi and Weinstein 1995): what was the subject
goes before what was the object, and who spoke last before who was only spoken of.
"""

from __future__ import annotations

from memcon.actors.cast import Cast, Figure, Mention
from memcon.actors.phrases import POSSESSIVE_MARKS
from memcon.actors.pronouns import gender

#: An antecedent is looked for so many sentences and paragraphs back, never farther.
SENTENCES, PARAGRAPHS = 8, 3
_SUBJECTS = {"nsubj", "nsubjpass"}
_OBJECTS = {"dobj", "pobj", "dative"}


class Antecedents:
    """Finds whom a pronoun means.

    :param quoted: number of the outermost quotation that each word is in, −1 outside.
    """

    def __init__(self, cast: Cast, quoted: list[int]) -> None:
        self.cast = cast
        self.reading = cast.reading
        self.quoted = quoted

    def person(
        self, place: int, sex: str, excluded: set[Figure], previous: Figure | None
    ) -> Figure | None:
        """The person whom “he” or “she” at the place means, or None.

        :param excluded: speakers of the quotations around; a speaker is “I” in their own words.
        :param previous: whoever was reported to speak just before.
        """
        best: tuple[float, Figure] | None = None
        for distance, mention in self.cast.back(place, SENTENCES):
            figure = mention.figure
            if best is not None and distance > 3 - best[0]:
                break
            if not self._near(mention, place) or figure.kind != "person" or figure in excluded:
                continue
            if figure.gender is not None and figure.gender != sex:
                continue
            score = self._score(mention, place, distance) + 0.7 * (figure is previous)
            score += 0.4 * (figure.gender == sex) + 0.3 * figure.named
            if best is None or score >= best[0]:
                best = score, figure
        if best is not None:
            return best[1]
        fits = previous is not None and previous.kind == "person" and previous not in excluded
        return (
            previous if fits and previous is not None and previous.gender in {None, sex} else None
        )

    def thing(self, place: int, excluded: set[Figure], previous: Figure | None) -> Figure | None:
        """The state, government or organisation that “it” at the place means, or None."""
        best: tuple[float, Figure] | None = None
        reading = self.reading
        for distance, mention in self.cast.back(place, 2):
            figure = mention.figure
            if (
                figure.kind in {"person", "group"}
                or figure in excluded
                or not self._near(mention, place)
            ):
                continue
            score = self._score(mention, place, distance) + 0.7 * (figure is previous)
            score -= 1.5 * mention.adjective
            if (
                reading.low[place] == "its"
                and reading.form[min(mention.last + 1, place)] in POSSESSIVE_MARKS
            ):
                # Kestria's progress and its commitment: what owns goes on owning.
                score += 1.2
            if distance == 0:
                score += 0.5 * mention.last / (place + 1)
            if best is None or score >= best[0]:
                best = score, figure
        if best is not None and best[0] > -1.5:
            return best[1]
        return (
            previous if previous is not None and previous.kind not in {"person", "group"} else None
        )

    def _near(self, mention: Mention, place: int) -> bool:
        return self.reading.paragraph[place] - self.reading.paragraph[mention.first] <= PARAGRAPHS

    def _score(self, mention: Mention, place: int, distance: int) -> float:
        reading = self.reading
        last = mention.name[1] if mention.name else mention.last
        heads = [
            i
            for i in range(mention.first, last + 1)
            if not mention.first <= reading.head[i] <= last
        ]
        head = heads[0] if heads else last
        score = -1.0 * distance
        if reading.dep[head] in _SUBJECTS or any(reading.head[i] == i for i in (head,)):
            score += 0.9
        if mention.last + 1 < len(reading) and reading.form[mention.last + 1] in POSSESSIVE_MARKS:
            score -= 0.6
        if reading.paragraph[mention.first] != reading.paragraph[place]:
            score -= 0.3
        here, there = self.quoted[place], self.quoted[mention.first]
        if here >= 0 and here == there:
            score += 0.5
        elif there >= 0 and here != there:
            score -= 0.8
        return score


def vote_genders(cast: Cast) -> None:
    """Learn genders from pronouns: whoever alone is named before “he” is most likely meant by it.

    A person of the pronoun's own sentence counts twice, one of the sentence before once.
    """
    reading = cast.reading
    votes: dict[Figure, dict[str, int]] = {}
    for i, low in enumerate(reading.low):
        kind = gender(low)
        if kind is None or reading.dep[i] in _OBJECTS:
            # “She thanked him”: an object is never its own clause's subject.
            continue
        near: tuple[set[Figure], set[Figure]] = (set(), set())
        for distance, mention in cast.back(i, 1):
            if (
                mention.figure.kind == "person"
                and reading.paragraph[mention.first] == reading.paragraph[i]
            ):
                near[distance].add(mention.figure)
        people = near[0] or near[1]
        if len(people) == 1:
            counts = votes.setdefault(next(iter(people)), {"m": 0, "f": 0})
            counts[kind] += 2 if near[0] else 1
    for figure, counts in votes.items():
        if figure.gender is None and counts["m"] != counts["f"]:
            figure.gender = "m" if counts["m"] > counts["f"] else "f"
