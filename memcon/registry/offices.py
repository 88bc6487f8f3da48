"""Offices across documents: what a title says of its holder, as far as it can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from memcon.actors.titles import GENDER_OF_OFFICE, HONORIFICS, MODIFIERS, OFFICES, SAME, plain

#: Offices that many hold at a time: that two hold one says little of who they are.
_OF_MANY = {
    "spokesperson", "official", "member", "analyst", "expert", "representative", "senator", "officer",
    "adviser", "aide", "lawmaker", "reporter", "journalist", "correspondent", "envoy", "ambassador",
    "minister", "secretary", "leader", "head", "chief", "director", "chair", "general", "admiral",
    "colonel", "captain", "sergeant", "commander", "judge", "justice", "professor", "author", "delegate",
    "councillor", "deputy", "candidate", "commissioner", "counterpart", "governor", "mayor",
}  # fmt: skip
_WORD = re.compile(r"\w+(?:[-.]\w+)*\.?")
#: Letters by which Kestria and Kestrian are told to be one.
_STEM = 4


@dataclass(frozen=True, slots=True)
class Office:
    """An office, as two documents may give it in other words.

    :param what: the office with its modifiers, in alphabetical order: foreign, minister.
    :param of: what it is an office of, in small letters: kestria.
    """

    what: tuple[str, ...]
    of: tuple[str, ...]

    @property
    def telling(self) -> bool:
        """Whether so few hold it that it tells who its holder is."""
        return len(self.what) > 1 or self.what[0] not in _OF_MANY

    def agrees(self, other: Office) -> bool:
        """Whether it is the same office, of the same body as far as both say."""
        return self.what == other.what and not self._elsewhere(other)

    def elsewhere(self, other: Office) -> bool:
        """Whether it is that office, but of another body."""
        return self.what == other.what and self._elsewhere(other)

    def _elsewhere(self, other: Office) -> bool:
        stems = {word[:_STEM] for word in self.of}
        return bool(self.of and other.of) and stems.isdisjoint(word[:_STEM] for word in other.of)


@lru_cache(maxsize=100_000)
def office(title: str) -> Office | None:
    """The office that a title names; None if it is but an honorific."""
    words = [plain(word) for word in _WORD.findall(title.casefold())]
    what = sorted({SAME.get(w, w) for w in words if w in OFFICES or w in MODIFIERS})
    if not any(word in OFFICES or word in SAME.values() for word in what):
        return None
    of = [w for w in words if len(w) > 3 and not {w, SAME.get(w)} & {*what, *HONORIFICS}]
    return Office(tuple(what), tuple(sorted(set(of))))


def gender(titles: Iterable[str]) -> str | None:
    """The gender, m or f, that the titles tell; None if they tell none, or both."""
    words = {plain(word) for title in titles for word in _WORD.findall(title.casefold())}
    told = {HONORIFICS.get(word) or GENDER_OF_OFFICE.get(word) for word in words} - {None}
    return told.pop() if len(told) == 1 else None
