"""Where an event is told to have been: “in Ossel”, “at the Lamp Palace”, by the word that tells it."""

from __future__ import annotations

from memcon.actors.reading import Reading
from memcon.meeting.places import SITES

_AT = {"in", "at", "near", "outside", "inside", "aboard", "off"}
_NAMED = {"GPE", "LOC", "FAC"}
#: What may stand within a place's words.
_WITHIN = {"det", "compound", "amod", "nmod", "poss", "case", "nummod"}


def place_of(reading: Reading, word: int) -> str | None:
    """The place in the words of the text, or None.

    The parser often hangs it on what the event is done to (“attacked ships in the strait”), so it is
    looked for there as well, the event's own first.
    """
    holders = [
        word,
        *(c for c in reading.children[word] if reading.dep[c] in {"dobj", "nsubjpass"}),
    ]
    for holder in holders:
        for preposition in reading.children[holder]:
            if preposition < word or reading.low[preposition] not in _AT:
                continue
            for head in reading.children[preposition]:
                if reading.dep[head] == "pobj" and _is_place(reading, head):
                    first, last = _phrase(reading, preposition, head)
                    return reading.text(first, last)
    return None


def _is_place(reading: Reading, head: int) -> bool:
    return reading.entity[head] in _NAMED or reading.low[head] in SITES


def _phrase(reading: Reading, preposition: int, head: int) -> tuple[int, int]:
    """First and last word: the head with what specifies it, and the place that it lies in."""
    words, waiting = [head], [head]
    while waiting:
        for c in reading.children[waiting.pop()]:
            named = reading.entity[c] in _NAMED
            if c > preposition and (
                reading.dep[c] in _WITHIN or (reading.dep[c] == "appos" and named)
            ):
                waiting.append(c)
                words.append(c)
            elif reading.dep[c] == "prep" and reading.low[c] in {"of", "in"}:
                inner = [g for g in reading.children[c] if reading.entity[g] in _NAMED]
                waiting += inner
                words += inner
    return min(words), max(words)
