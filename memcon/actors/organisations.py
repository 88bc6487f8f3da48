"""Organisations and other named bodies: the short form leads to the fullest one in the text."""

from __future__ import annotations

from functools import cached_property

from memcon.actors.cast import Cast, Figure
from memcon.actors.pronouns import ARTICLES
from memcon.actors.titles import GOVERNMENTS, INSTITUTIONS
from memcon.record import ActorKind

_LONGEST = 8
_WITHIN = {"of", "for", "and", "the", "&"}


class Organisations:
    """Bodies by their capitalised words."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.reading = cast.reading
        self._figures: dict[tuple[str, ...], Figure] = {}

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        out: dict[str, list[int]] = {}
        for i, form in enumerate(self.reading.form):
            if form[0].isupper():
                out.setdefault(form, []).append(i)
        return out

    @cached_property
    def _initials(self) -> dict[str, tuple[int, int]]:
        """Initials -> the first run of capitalised words that has them."""
        out: dict[str, tuple[int, int]] = {}
        reading, i = self.reading, 0
        while i < len(reading):
            last = i
            if not reading.capital(i) or not reading.form[i][0].isalpha():
                i += 1
                continue
            while (
                reading.same_paragraph(i, last + 1)
                and last - i < _LONGEST
                and (
                    reading.capital(last + 1)
                    or (
                        reading.low[last + 1] in _WITHIN
                        and reading.same_paragraph(i, last + 2)
                        and reading.capital(last + 2)
                    )
                )
            ):
                last += 1
            for first in range(i, last):
                letters = "".join(f[0] for f in reading.form[first : last + 1] if f[0].isupper())
                if len(letters) > 1 and reading.capital(first):
                    out.setdefault(letters, (first, last))
            i = last + 1
        return out

    def find(self, first: int, last: int, kind: ActorKind) -> Figure:
        """The body that the capitalised words name; `the` in front means that a fuller name may be there.

        All places where the text has the fullest name, or the words themselves, become mentions.
        """
        reading = self.reading
        short = reading.low[first] in ARTICLES
        words = tuple(reading.form[first + short : last + 1])
        if words in self._figures:
            figure = self._figures[words]
            self.cast.mention(figure, first, last)
            return figure
        full = self._fuller(words, first) if short else words
        if len(words) == 1 and words[0].isupper() and words[0].replace(".", "") in self._initials:
            a, b = self._initials[words[0].replace(".", "")]
            full = tuple(reading.form[a : b + 1])
        figure = self._figures.get(full) or self.cast.add(Figure(kind, ""))
        for form in (full, words):
            if form not in self._figures:
                self._figures[form] = figure
                self._mention(figure, form)
        if not figure.name:
            a, b = self._span(full)
            generic = a == b and full[0].lower() in INSTITUTIONS | GOVERNMENTS
            figure.name = f"the {full[0]}" if generic and short else reading.text(a, b)
        self.cast.mention(figure, first, last)
        return figure

    def _span(self, words: tuple[str, ...]) -> tuple[int, int]:
        for i in self._places.get(words[0], ()):
            if tuple(self.reading.form[i : i + len(words)]) == words:
                return i, i + len(words) - 1
        raise ValueError(f"{' '.join(words)} does not stand in the text")

    def _mention(self, figure: Figure, words: tuple[str, ...]) -> None:
        reading = self.reading
        for i in self._places.get(words[0], ()):
            if tuple(reading.form[i : i + len(words)]) != words:
                continue
            after, before = i + len(words), i - 1
            longer = (
                after < len(reading) and reading.same_paragraph(i, after) and reading.capital(after)
            )
            longer |= (
                reading.same_paragraph(before, i)
                and reading.capital(before)
                and reading.form[before][0].isalpha()
            )
            if not longer or len(words) > 2:
                article = reading.same_paragraph(before, i) and reading.low[before] in ARTICLES
                self.cast.mention(figure, i - article, after - 1, (i, after - 1))

    def _fuller(self, words: tuple[str, ...], place: int) -> tuple[str, ...]:
        """The longest capitalised run before the place that ends in these words, if only one does."""
        reading = self.reading
        found: dict[tuple[str, ...], int] = {}
        for i in self._places.get(words[-1], ()):
            first = i - len(words) + 1
            if i >= place or first < 0 or tuple(reading.form[first : i + 1]) != words:
                continue
            while (
                reading.same_paragraph(first - 1, i)
                and reading.capital(first - 1)
                and i - first < _LONGEST
                and (reading.form[first - 1][0].isalpha() and first - 1 not in self.cast.persons)
            ):
                first -= 1
            run = tuple(reading.form[first : i + 1])
            if len(run) > len(words):
                found[run] = i
        longest = max(found, key=len, default=words)
        if all(longest[-len(run) :] == run for run in found):
            return longest
        return max(found, key=lambda run: found[run])
