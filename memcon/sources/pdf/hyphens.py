"""Hyphens at line ends: whether a word was cut there, or has its hyphen anyway."""

from __future__ import annotations

import re
from collections.abc import Iterable

from memcon.language.ordinary import ordinary_words

_CUT = re.compile(r"([^\W\d_]+)([-\u2010\u00ad])$")
_FIRST = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]{3,}")
#: What may stand around a word.
_AROUND = ".,;:!?()[]“”‘’\"'…-–—"
#: Letters of the longest word.
_LONGEST = 60
#: Behind a hyphen that stands for what follows later: “short- and long-term”.
_LATER = ("and", "or", "to", "nor", "as")
#: Parts of words that have a hyphen behind them, though they are short or begin a sentence.
_PREFIXES = (
    "by", "co", "ex", "so", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
#: What a word may have behind the form in which it is known.
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "r", "er", "ers", "ness", "able", "ment", "ments")
#: Signs of a dash between words without spaces.
_DASHES = "—–"


class Hyphens:
    """Puts lines together, by the words that a document has elsewhere.

    :param lines: all its lines.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._whole: set[str] = set()
        self._hyphened: set[str] = set()
        for line in lines:
            low = line.casefold()
            words = (word.strip(_AROUND) for word in low.split() if "-" in word)
            self._hyphened.update(word for word in words if "-" in word)
            # The last word of a line may be cut, and so may the first one of the next.
            self._whole.update(_WORD.findall(low)[1:-1])

    def joined(self, before: str, behind: str) -> str:
        """What stands at the end of the line before, with what parts it from the next.

        :param before: the end of a line, at least its last word.
        :param behind: the next line.
        """
        found = _CUT.search(before[-_LONGEST:])
        if not found:
            seamless = before[-1:] in _DASHES + "-" and before[-2:-1].isalnum()
            return before if seamless and behind[:1].isalnum() else before + " "
        first = _FIRST.match(behind)
        if not first:
            return before if behind[:1].isdigit() else before + " "
        if first[0] in _LATER and not self._known((found[1] + first[0]).casefold()):
            return before + " "
        if found[2] == "\u00ad" or not self._keeps(found[1], first[0]):
            return before[:-1]
        return before

    def _keeps(self, head: str, tail: str) -> bool:
        """Whether two parts of a word have a hyphen between them wherever they stand."""
        name = head.istitle()
        capital = tail.istitle()
        head, tail = head.casefold(), tail.casefold()
        if head + tail in self._whole:
            return False
        if f"{head}-{tail}" in self._hyphened or capital:
            return True
        words = ordinary_words()
        if not words.isdisjoint((head + tail, *_without_endings(head + tail))):
            return False
        # Parts of a name that is written with a hyphen have a capital each.
        part = head in _PREFIXES or (len(head) > 2 and self._known(head) and not name)
        return part and len(tail) > 2 and self._known(tail)

    def _known(self, word: str) -> bool:
        return word in self._whole or word in ordinary_words()


def _without_endings(word: str) -> list[str]:
    return [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
