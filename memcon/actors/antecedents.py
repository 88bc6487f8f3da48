"""Pronouns of the third person and whom they mean.

Of persons, the ranker chooses (`ranking.py`). “It” is the nearest state, government or organisation, by
the order of centering (Grosz, Joshi and Weinstein 1995): what was the subject goes before what was the
object, and who spoke last before who was only spoken of.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from memcon.actors.cast import Cast, Figure, Mention
from memcon.actors.phrases import POSSESSIVE_MARKS
from memcon.actors.pronouns import gender
from memcon.actors.ranking import Pronoun, Ranker
from memcon.actors.reading import Reading
from memcon.actors.titles import STYLES

#: Speakers of the quotations around a word, and who was reported to speak just before it.
Told = tuple[frozenset[Figure], Figure | None]
#: The antecedent of “it” is looked for so many paragraphs back, never farther;
#: that of “they” so many sentences.
PARAGRAPHS, SENTENCES = 3, 8
_SUBJECTS = {"nsubj", "nsubjpass"}
_OBJECTS = {"dobj", "pobj", "dative"}


class Antecedents:
    """Finds whom a pronoun means.

    :param quoted: number of the outermost quotation that each word is in, −1 outside.
    :param told: for a word, the speakers of the quotations around it and who was reported to speak
        just before; None while the speakers are not known.
    """

    def __init__(
        self, cast: Cast, quoted: list[int], told: Callable[[int], Told | None], ranker: Ranker
    ) -> None:
        self.cast = cast
        self.reading = cast.reading
        self.quoted = quoted
        self.told = told
        self.ranker = ranker
        self._found: dict[int, Figure | None] = {}
        self._pronouns = deque(i for i in range(len(self.reading)) if _is_pronoun(self.reading, i))

    def person(
        self, place: int, sex: str, excluded: Iterable[Figure], previous: Figure | None
    ) -> Figure | None:
        """The person whom “he” or “she” at the place means, or None.

        :param excluded: speakers of the quotations around; a speaker is “I” in their own words.
        :param previous: whoever was reported to speak just before.
        """
        self.catch_up(place)
        if place not in self._found:
            self._find(Pronoun(place, sex, frozenset(excluded), previous))
        figure = self._found[place]
        return None if figure is None else self.cast.stay(figure)

    def catch_up(self, place: int) -> None:
        """Resolve every “he” and “she” before the place, as far as it is known in whose words.

        What they mean is mentioned by them, and whoever is mentioned goes on being meant.
        """
        waiting, late = [], []
        while self._pronouns and self._pronouns[0] < place:
            waiting.append(self._pronouns.popleft())
        for i in waiting:
            told = self.told(i)
            if told is None:
                late.append(i)
            elif i not in self._found:
                sex = gender(self.reading.low[i]) or ""
                self._find(Pronoun(i, sex, told[0], told[1]))
        self._pronouns.extendleft(reversed(late))

    def _find(self, pronoun: Pronoun) -> None:
        figure = self.ranker.choose(self.cast, pronoun, self.quoted)
        self._found[pronoun.place] = figure
        if figure is not None:
            self.cast.mention(figure, pronoun.place, pronoun.place)

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


def _is_pronoun(reading: Reading, i: int) -> bool:
    """Whether it is “he” or “she” or a form of them; in “His Excellency” it is a part of the style."""
    styled = reading.same_paragraph(i, i + 1) and reading.low[i + 1] in STYLES
    return gender(reading.low[i]) is not None and not styled


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
