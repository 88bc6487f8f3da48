"""Hedges: words by which something is said less than surely, and bounds that keep a number open.

Of the kinds of Lakoff (1973) and Prince et al. (1982) those are told here that one writer adds and
another leaves out: approximators of numbers, modals and adverbs of possibility, and words that leave
the knowing to others (“reportedly”). They are the same for every speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.actors.reading import Reading
from memcon.record import Span

#: Approximators directly before a number, and what they say of it.
_BOUNDS = {
    "~": r"around|about|approximately|roughly|some|circa|close\s+to|an\s+estimated|estimated",
    ">": r"(?:well|just|a\s+little|slightly)\s+over|over|more\s+than|at\s+least|above|upwards\s+of"
         r"|no\s+(?:less|fewer)\s+than|exceeding",
    "<": r"(?:just\s+)?under|less\s+than|fewer\s+than|nearly|almost|up\s+to|at\s+most|below"
         r"|no\s+more\s+than|not\s+quite",
}  # fmt: skip
_BEFORE = tuple((sign, re.compile(rf"\b(?:{words})\s+$", re.I)) for sign, words in _BOUNDS.items())
#: Single words; “may” and the like only as auxiliaries.
_MODALS = {"may", "might", "could"}
_WORDS = {
    "possibly", "perhaps", "maybe", "probably", "presumably", "apparently", "reportedly", "allegedly",
    "seemingly", "supposedly", "purportedly", "potentially", "likely", "unlikely", "conceivably",
    "tentatively", "provisionally", "seems", "seemed", "appears", "appeared", "hopefully", "arguably",
}  # fmt: skip
_PHRASES = (
    ("in", "principle"), ("to", "some", "extent"), ("as", "far", "as", "possible"), ("if", "possible"),
    ("where", "possible"), ("at", "this", "stage"), ("for", "now"), ("for", "the", "time", "being"),
    ("in", "due", "course"), ("more", "or", "less"), ("sort", "of"), ("at", "present"),
    ("if", "necessary"), ("as", "appropriate"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge and where it stands; `normal` is its words in small letters."""

    normal: str
    span: Span


def bound_before(text: str, start: int) -> tuple[int, str]:
    """Where a number with its approximator begins, and which bound that sets: ``, `~`, `>` or `<`.

    :param start: first character of the number itself.
    """
    before = text[max(0, start - 24) : start]
    for sign, words in _BEFORE:
        match = words.search(before)
        if match:
            return start - len(before) + match.start(), sign
    return start, ""


def bound_within(words: str) -> str:
    """The bound that words of an extent begin with, as of “nearly three hours”."""
    for sign, pattern in _BOUNDS.items():
        if re.match(rf"(?:for\s+)?(?:{pattern})\s", words, re.I):
            return sign
    return ""


def find_hedges(reading: Reading, spans: tuple[Span, ...]) -> Iterator[Hedge]:
    """The hedges in some words, without those of numbers, in order."""
    for span in spans:
        inside = reading.inside(span)
        for i in inside:
            phrase = _phrase(reading, i, inside)
            if phrase:
                yield Hedge(
                    " ".join(reading.low[i : i + phrase]), reading.words.span(i, i + phrase - 1)
                )
            elif reading.low[i] in _WORDS or (
                reading.low[i] in _MODALS and reading.dep[i] in {"aux", "auxpass"}
            ):
                yield Hedge(reading.low[i], reading.words.span(i, i))


def _phrase(reading: Reading, i: int, inside: range) -> int:
    for words in _PHRASES:
        if tuple(reading.low[i : i + len(words)]) == words and i + len(words) - 1 in inside:
            return len(words)
    return 0
