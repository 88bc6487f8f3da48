"""Vocatives: “Mr. President, we agree”, “Thank you, Oda”."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.actors.cast import Cast, Figure
from memcon.actors.titles import HONORIFICS, OFFICES, plain

_STYLES = {"excellency", "majesty", "highness", "honour", "honor"}
_BEFORE = {",", ".", "–", "—", "-", "?", "!", "(", ")", "…", ":", "“", '"', "‘", "]"}
_BEHIND = {",", ".", "!", "?", "–", "—", "-", ";", ":", "”", '"'}
#: Words before which no comma is needed: thank you Mr. President.
_LEADS = {
    "you", "thanks", "much", "morning", "afternoon", "evening", "welcome", "so", "yes", "no",
    "well", "hello", "dear", "again", "and", "sorry", "please",
}  # fmt: skip
#: A name with one of these parts in its sentence is spoken of, not spoken to.
_PARTS = {
    "nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "dative", "attr", "appos", "compound",
}  # fmt: skip


class Vocatives:
    """Finds whom words address by name or by title."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.reading = cast.reading

    def find(self, words: range, speaker: Figure | None, parties: list[Figure]) -> list[Figure]:
        """Whom the words address, each once, in order; never their speaker.

        :param parties: of whom a title without a name means the other one, or the one who has it.
        """
        out: dict[Figure, None] = {}
        for first, last in self.places(words):
            figure = self._figure(first, last, speaker, parties)
            if figure is not None and figure is not speaker:
                out[figure] = None
        return list(out)

    def places(self, words: range) -> Iterator[tuple[int, int]]:
        """First and last word of everything that looks like a vocative."""
        i = words.start
        while i < words.stop:
            last = self.titled(i, words) or self._named(i, words)
            if last is not None:
                yield i, last
                i = last
            i += 1

    def titled(self, i: int, words: range) -> int | None:
        """Last word of “Mr. Prime Minister”, “Your Excellency” that begins there."""
        reading = self.reading
        honorific = plain(reading.low[i]) in HONORIFICS and reading.form[i][0].isupper()
        styled = reading.low[i] == "your" and i + 1 < words.stop
        styled = styled and reading.low[i + 1] in _STYLES
        if not (honorific or styled) or not self._begins(i, words):
            return None
        last = i
        while last + 1 < words.stop and last - i < 4 and reading.form[last + 1][0].isupper():
            last += 1
        office = any(reading.low[j] in OFFICES | _STYLES for j in range(i + 1, last + 1))
        return last if office and self._ends(last, words) else None

    def _named(self, i: int, words: range) -> int | None:
        mention = self.cast.persons.get(i)
        if mention is None or mention.first != i or mention.name is None:
            return None
        if i and self.reading.form[i - 1] in {"(", "["}:
            # “(Laughter.)” tells what happened.
            return None
        last = mention.last
        if not self._begins(i, words) or not self._ends(last, words):
            return None
        reading = self.reading
        if i == words.start and reading.form[last + 1 : last + 2] == [","]:
            return last
        heads = [j for j in range(i, last + 1) if not i <= reading.head[j] <= last]
        return last if all(reading.dep[j] not in _PARTS for j in heads) else None

    def _begins(self, i: int, words: range) -> bool:
        reading = self.reading
        return (
            i == words.start
            or reading.sentence[i] != reading.sentence[i - 1]
            or reading.form[i - 1] in _BEFORE
            or reading.low[i - 1] in _LEADS
        )

    def _ends(self, last: int, words: range) -> bool:
        return last + 1 >= words.stop or self.reading.form[last + 1] in _BEHIND

    def _figure(
        self, first: int, last: int, speaker: Figure | None, parties: list[Figure]
    ) -> Figure | None:
        mention = self.cast.persons.get(last)
        if mention is not None and mention.name is not None:
            return mention.figure
        others = [p for p in parties if p is not speaker]
        low = self.reading.low[first : last + 1]
        holders = [p for p in others if any(office.head in low for office in p.offices)]
        if len(holders) == 1:
            return holders[0]
        return others[0] if len(others) == 1 else None
