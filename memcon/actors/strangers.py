"""Persons without a name who may be meant by “he” and “she”: a woman, my brother, the officer.

They are told of so that a pronoun that means one of them is not taken for somebody who has a name.
"""

from __future__ import annotations

from collections.abc import Collection

from memcon.actors.cast import Cast, Figure
from memcon.actors.phrases import HUMAN, noun_phrase
from memcon.actors.reading import Reading
from memcon.actors.titles import OFFICES

MEN = frozenset({
    "man", "boy", "father", "son", "brother", "husband", "uncle", "nephew", "grandfather",
    "grandson", "dad", "guy", "gentleman", "king", "fisherman",
})  # fmt: skip
WOMEN = frozenset({
    "woman", "girl", "mother", "daughter", "sister", "wife", "aunt", "niece", "grandmother",
    "granddaughter", "mom", "mum", "lady", "queen",
})  # fmt: skip
#: Offices whose word in small letters means a thing as often.
_THINGS_TOO = {"chair", "representative", "head", "general"}
_PART_OF_A_NAME = {"compound", "nmod", "amod", "appos", "attr", "npadvmod"}


def find_strangers(cast: Cast, given: Collection[int]) -> None:
    """Take every such person that is no known one into the cast, with the words that mention them.

    “The officer” is who was last called so; “an officer” is a new one each time.

    :param given: words of offices that a verb or “as” gives to somebody, who is no stranger.
    """
    reading = cast.reading
    known: dict[str, Figure] = {}
    for i, low in enumerate(reading.low):
        if not _is_person(reading, i) or i in cast.persons or i in given:
            continue
        first, last = noun_phrase(reading, i)
        if any(j in cast.persons for j in range(i, last + 1)):
            continue
        figure = known.get(low)
        if figure is None or reading.low[first] in {"a", "an"}:
            sex = "m" if low in MEN else "f" if low in WOMEN else None
            words = reading.text(first, last)
            figure = cast.add(Figure("person", words, named=False, gender=sex, passing=True))
            known[low] = figure
        cast.mention(figure, first, i)


def _is_person(reading: Reading, i: int) -> bool:
    return is_human(reading, i) and reading.dep[i] not in _PART_OF_A_NAME


def is_human(reading: Reading, i: int) -> bool:
    """Whether the word says what one person is: a noun that is no part of a longer name."""
    low = reading.low[i]
    return (
        (low in HUMAN or low in MEN or low in WOMEN or (low in OFFICES and low not in _THINGS_TOO))
        and reading.form[i].islower()
        and reading.dep[i] not in {"compound", "nmod", "amod"}
        and not reading.joined(i + 1)
    )
