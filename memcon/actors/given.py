"""Titles as the text gives them: an office, the word that means its holder, and the construction."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from memcon.actors.offices import Office
from memcon.actors.pronouns import FEMALE, MALE
from memcon.actors.reading import Reading
from memcon.record import TitleForm

_SUBJECTS = {"nsubj", "nsubjpass"}
#: “Could become”, “is not”, “to be elected”: nobody is given the office.
_UNREAL = {
    "could", "would", "may", "might", "should", "must", "can", "will", "shall", "'ll", "'d", "to",
    "not", "n't", "never", "no", "cannot",
}  # fmt: skip
#: A clause behind one of these is not told as a fact.
_CONDITIONS = {"if", "unless", "whether", "lest"}


@dataclass(frozen=True, slots=True)
class Given:
    """An office that the text gives to whomever a word means.

    :param holder: a word of the holder's name, or a pronoun.
    """

    office: Office
    holder: int
    how: TitleForm


def is_holder(reading: Reading, i: int, named: Collection[int]) -> bool:
    """Whether a word can mean a holder: it is in a person's name, or it is “he” or “she”."""
    return i in named or reading.low[i] in MALE | FEMALE


def subject_of(reading: Reading, verb: int, named: Collection[int]) -> int | None:
    """The holder that is the subject of a verb, or of the one that it is joined to, or None.

    “Who” is the noun that its clause hangs on; a participle (“N, elected president”) has that noun
    for its subject too.
    """
    for _ in range(4):
        subjects = [c for c in reading.children[verb] if reading.dep[c] in _SUBJECTS]
        if subjects:
            subject = subjects[0]
            if reading.low[subject] in {"who", "that"} and reading.dep[verb] == "relcl":
                return _known(reading, reading.head[verb], named)
            return _known(reading, subject, named)
        if reading.dep[verb] in {"acl", "relcl"}:
            return _known(reading, reading.head[verb], named)
        if reading.head[verb] == verb or reading.dep[verb] not in {"conj", "advcl", "xcomp"}:
            return None
        verb = reading.head[verb]
    return None


def is_fact(reading: Reading, verb: int) -> bool:
    """Whether a verb tells what is or was so: no modal, no negation, no condition."""
    near = [c for c in reading.children[verb] if abs(c - verb) < 8]
    words = {reading.low[c] for c in near if reading.dep[c] in {"aux", "neg", "mark", "auxpass"}}
    return words.isdisjoint(_UNREAL | _CONDITIONS)


def _known(reading: Reading, i: int, named: Collection[int]) -> int | None:
    return i if is_holder(reading, i, named) else None
