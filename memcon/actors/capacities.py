"""Offices behind “as”: “in his capacity as chair”, “as the chairman of the committee, she …”."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from memcon.actors.given import Given, is_fact, is_holder, subject_of
from memcon.actors.offices import Office
from memcon.actors.predicates import APPOINTING, FILLING
from memcon.actors.reading import Reading

#: “In his capacity as”, “in her role as”.
_ROLES = {"capacity", "role", "function", "position", "capacities"}
#: “Described as”, “known as”: what somebody is called or held to be is no office of theirs.
_HELD_TO_BE = {
    "described", "describes", "describing", "regarded", "regards", "seen", "sees", "viewed", "views",
    "known", "called", "treated", "treats", "portrayed", "considered", "considers", "accepted",
    "recognised", "recognized", "recognises", "recognizes", "dismissed", "hailed", "denounced",
    "cast", "rejected", "proposed", "nominated", "mentioned", "such", "same", "well", "far", "long",
    "soon", "tall", "so", "just", "posed", "posing", "disguised", "identified", "introduced",
    "succeed", "succeeds", "succeeded", "replace", "replaced", "replaces", "welcomed",
}  # fmt: skip


def find_capacities(
    reading: Reading, offices: list[Office], named: Collection[int]
) -> Iterator[Given]:
    """Offices behind “as” that are the holder's who acts in them.

    :param named: words of persons' names.
    """
    for office in offices:
        at = office.first - 1
        if office.word in named or at < 0 or reading.low[at] != "as":
            continue
        if not reading.same_paragraph(at, office.first) or not _is_whole(reading, office):
            continue
        holder = _holder(reading, at, office, named)
        if holder is not None:
            yield Given(office, holder, "capacity")


def _is_whole(reading: Reading, office: Office) -> bool:
    """Whether the office is all that follows: not “as minister N told us”."""
    return reading.dep[office.word] in {"pobj", "conj", "appos", "nsubj", "ROOT", "attr"}


def _holder(reading: Reading, at: int, office: Office, named: Collection[int]) -> int | None:
    if at and reading.low[at - 1] in _ROLES:
        return _in_capacity(reading, at - 1, named)
    if reading.dep[office.word] != "pobj":
        return None
    # N, as president, …: the name stands right before.
    if at > 1 and reading.form[at - 1] in {",", "–", "—"} and is_holder(reading, at - 2, named):
        return at - 2
    governor = reading.head[at]
    if reading.low[governor] in _HELD_TO_BE | APPOINTING or reading.low[at - 1] in _HELD_TO_BE:
        return None
    if reading.low[governor] in FILLING:
        # “N, acting as president”: told by the verb, but the name is not beside it.
        return subject_of(reading, governor, named)
    if not is_fact(reading, governor):
        return None
    # They met N as president: whose office it is cannot be told.
    objects = [c for c in reading.children[governor] if reading.dep[c] in {"dobj", "dative"}]
    if any(is_holder(reading, c, named) for c in objects if c < at):
        return None
    return subject_of(reading, governor, named)


def _in_capacity(reading: Reading, noun: int, named: Collection[int]) -> int | None:
    """In his capacity as …: whoever the clause is of."""
    word = noun
    for _ in range(5):
        if reading.head[word] == word:
            return None
        word = reading.head[word]
        if is_holder(reading, word, named):
            return word
        found = subject_of(reading, word, named)
        if found is not None:
            return found
    return None
