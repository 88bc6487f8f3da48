"""Whose report, letter or poll it is: what is written says things, and whoever made it is the actor."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from memcon.actors.cast import Figure
from memcon.actors.circumstances import Circumstances
from memcon.actors.lonenames import LoneNames
from memcon.actors.named import Named
from memcon.actors.phrases import POSSESSIVE_MARKS, plural
from memcon.actors.pronouns import ARTICLES, POSSESSIVE

#: Words for one thing.
_ALIKE = [{"poll", "survey", "polling"}, {"report", "study", "analysis", "paper"}]
_MADE = {
    "conducted",
    "released",
    "published",
    "commissioned",
    "written",
    "issued",
    "made",
    "compiled",
}
#: What is capitalised before the noun and made nothing: a Kestrian poll, a June poll, a Sabel poll.
_NO_MAKER = {"NORP", "DATE", "TIME", "ORDINAL", "CARDINAL", "LOC", "EVENT"}
_NO_MAKERS = {
    "tv", "web", "internet", "exit", "public", "online", "national", "new", "latest", "poll", "pac",
    "super",
}  # fmt: skip
_BARE = {"the", "this", "that", "a", "new"}
#: What is called after its maker: a Lamp News poll; but “Kestrian law” is nobody's.
_NAMED_SO = {
    "poll", "survey", "polling", "report", "study", "analysis", "statement", "article", "editorial",
    "story", "letter", "memo", "average", "ad", "ads", "release", "readout", "paper", "polls", "reports",
}  # fmt: skip
_MAKERS = {"person", "organisation", "government", "group"}
#: The same poll is meant for so many sentences; in the opening its maker is named within so many.
_BEFORE, _SOON, _OPENING = 15, 6, 2


class Writings:
    """Finds who made something written.

    :param pronoun: gives whom a possessive means, “her letter”.
    """

    def __init__(
        self,
        named: Named,
        lone: LoneNames,
        pronoun: Callable[[int, Circumstances], Figure | None],
    ) -> None:
        self.named = named
        self.lone = lone
        self.pronoun = pronoun
        self.reading = named.reading

    def author(self, first: int, last: int, head: int, around: Circumstances) -> Figure | None:
        """Theirs whose name stands before it or after “by”; of “the poll” whose the last one was."""
        own = self._own(first, last, head, around)
        if own is not None or around.quoted or plural(self.reading, head):
            return own
        bare = last == head and head - first <= 2
        heading = first == head and self.reading.paragraph[head] == 0
        if not heading and (not bare or self.reading.low[first] not in _BARE):
            return None
        for place in self._others(first, head):
            own = self._told(place, around)
            if own is not None:
                return own
        return None

    def _own(self, first: int, last: int, head: int, around: Circumstances) -> Figure | None:
        reading = self.reading
        for i in range(first, last + 1):
            if reading.form[i] in POSSESSIVE_MARKS and first < i < head:
                return self.named.find(first, i - 1, around)
            if i > head and reading.low[i] in {"by", "from"} and i < last:
                return self.named.find(i + 1, last, around) or self._maker(i + 1, around)
        start = first + (reading.low[first] in ARTICLES)
        body = [i for i in range(start, head) if reading.entity[i] == "ORG"]
        if body and body[0] - start <= 1:
            found = self.named.find(body[0], body[-1], around)
            if found is not None:
                return found
        if first < head and reading.low[first] in POSSESSIVE:
            return self.pronoun(first, around)
        inner = (i for i in range(head + 1, last + 1) if reading.low[i] in _NAMED_SO)
        return self._before_noun(start, head, around) or next(
            (own for i in inner if (own := self._before_noun(head + 1, i, around))), None
        )

    def _before_noun(self, start: int, head: int, around: Circumstances) -> Figure | None:
        """The capitalised words right before the noun, up to a slash: a recent Lamp News/OSL poll."""
        reading = self.reading
        begin = head
        if reading.low[head] not in _NAMED_SO:
            return None
        while (
            begin > start and reading.form[begin - 1].islower() and reading.head[begin - 1] == head
        ):
            # A Lamp News opinion poll.
            begin -= 1
        head = begin
        while begin > start and (self._proper(begin - 1) or self._slash(begin - 1)):
            begin -= 1
        while begin < head and reading.entity[begin] in _NO_MAKER:
            begin += 1
        alone = begin == head - 1
        if alone and (reading.low[begin] in _NO_MAKERS or self._is_place(begin)):
            return None
        return self._first_of(begin, head - 1, around)

    def _maker(self, first: int, around: Circumstances) -> Figure | None:
        """The capitalised words behind “by” or “from”."""
        reading = self.reading
        first += reading.low[first : first + 1] == ["the"]
        last = first - 1
        while reading.same_paragraph(first, last + 1) and (
            self._proper(last + 1)
            or (reading.low[last + 1] in {"of", "for"} and reading.same_paragraph(first, last + 2)
                and self._proper(last + 2) and last >= first)
        ):  # fmt: skip
            last += 1
        return self._first_of(first, last, around)

    def _is_place(self, i: int) -> bool:
        """Whether a word is never taken for anything but a place: a Sabel poll is nobody's."""
        reading = self.reading
        taken = {
            e
            for form, e in zip(reading.form, reading.entity, strict=True)
            if form == reading.form[i]
        }
        return "GPE" in taken and taken <= {"GPE", "LOC", ""}

    def _first_of(self, first: int, last: int, around: Circumstances) -> Figure | None:
        slash = next((i for i in range(first, last + 1) if self._slash(i)), last + 1)
        last = slash - 1
        if last < first or not self._proper(last):
            return None
        known = self.named.find(first, last, around)
        if known is None and first == last:
            known = self.lone.find(first)
        return known if known is not None and known.named and known.kind in _MAKERS else None

    def _slash(self, i: int) -> bool:
        """Lamp News/OSL, Lamp News-OSL: they made it together, and the first of them is taken."""
        return self.reading.form[i] == "/" or self.reading.joined(i)

    def _proper(self, i: int) -> bool:
        reading = self.reading
        return reading.capital(i) and reading.form[i][0].isalpha()

    def _others(self, first: int, head: int) -> Iterator[int]:
        """Places of the noun, and of words for the same, in the order in which they may be meant."""
        reading = self.reading
        low = reading.low[head]
        nouns = next((alike for alike in _ALIKE if low in alike), {low})
        here = reading.sentence[head]
        for i in range(first - 1, -1, -1):
            if here - reading.sentence[i] > _BEFORE:
                break
            if reading.form[i] in nouns:
                yield i
        if reading.paragraph[head] <= _OPENING:
            for i in range(head + 1, len(reading)):
                if reading.sentence[i] - here > _SOON:
                    break
                if reading.form[i] in nouns:
                    yield i

    def _told(self, place: int, around: Circumstances) -> Figure | None:
        """Whose the text says that the one at a place is."""
        reading = self.reading
        first = max(place - 8, reading.of_sentence(reading.sentence[place]).start)
        own = self._before_noun(first, place, around)
        if own is not None:
            return own
        for i in range(place + 1, min(place + 9, len(reading))):
            if reading.sentence[i] != reading.sentence[place]:
                break
            before = reading.low[i - 1]
            if reading.low[i] in {"by", "from"} and (i == place + 1 or before in _MADE):
                return self._maker(i + 1, around)
        return None
