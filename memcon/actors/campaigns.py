"""Bodies that are called after whom they work for: the Harnes campaign, Quill's team, his campaign."""

from __future__ import annotations

from collections.abc import Callable

from memcon.actors.cast import Cast, Figure
from memcon.actors.phrases import POSSESSIVE_MARKS
from memcon.actors.pronouns import FEMALE, MALE
from memcon.record import ActorKind

#: Their nouns; those in a group mean the same body.
_NOUNS = {
    "campaign": "campaign", "camp": "campaign", "team": "campaign", "administration": "administration",
}  # fmt: skip


class Campaigns:
    """Each of them once, whatever the words.

    :param owner: whom “his” and “her” at a word means.
    """

    def __init__(self, cast: Cast, owner: Callable[[int, str], Figure | None]) -> None:
        self.cast = cast
        self.reading = cast.reading
        self.owner = owner
        self._figures: dict[tuple[Figure, str], Figure] = {}
        self._places = [i for i, low in enumerate(self.reading.low) if low in _NOUNS]

    def find(self, first: int, last: int) -> Figure | None:
        """The body that the words from first to last (both included) name, or None."""
        reading = self.reading
        if reading.low[last] not in _NOUNS or last - first > 6:
            return None
        noun = _NOUNS[reading.low[last]]
        person = self._before(last)
        if person is None and first == last - 1:
            low = reading.low[first]
            if low in {"his", "her"}:
                person = self.owner(first, "m" if low in MALE else "f" if low in FEMALE else "")
            elif low == "the":
                person = self._latest(last, noun)
        if person is None or person.kind != "person" or not person.named:
            return None
        return self._body(person, noun, last)

    def _before(self, noun: int) -> Figure | None:
        """The person whose name stands before the noun: the Harnes campaign, Harnes's campaign."""
        reading = self.reading
        at = noun - 1
        while at > 0 and reading.low[at] in {"presidential", "re-election", "reelection"}:
            at -= 1
        if at > 0 and reading.form[at] in POSSESSIVE_MARKS:
            at -= 1
        known = self.cast.persons.get(at) if reading.same_paragraph(at, noun) else None
        return known.figure if known is not None and known.name and known.name[1] == at else None

    def _latest(self, place: int, noun: str) -> Figure | None:
        """Whose campaign was told of last before “the campaign”."""
        for i in reversed(self._places):
            if i < place and _NOUNS[self.reading.low[i]] == noun:
                person = self._before(i)
                if person is not None:
                    return person
        return None

    def _body(self, person: Figure, noun: str, place: int) -> Figure:
        key = person, noun
        if key in self._figures:
            return self._figures[key]
        reading = self.reading
        places = [i for i in self._places if _NOUNS[reading.low[i]] == noun]
        named = [i for i in places if self._before(i) is person]
        kind: ActorKind = "government" if noun == "administration" else "organisation"
        if not named:
            figure = Figure(kind, f"{person.name}’s {reading.low[place]}")
        else:
            # “The Harnes campaign” rather than “Harnes's campaign” or “the Harnes team”.
            best = min(named, key=lambda i: (reading.low[i] != noun, self._owned(i), i))
            first = self._first(best)
            name = reading.text(first, best)
            figure = Figure(
                kind, name[0].lower() + name[1:] if reading.low[first] == "the" else name
            )
        self._figures[key] = self.cast.add(figure)
        for i in named:
            self.cast.mention(figure, self._first(i), i, (self._first(i), i))
        return figure

    def _owned(self, noun: int) -> bool:
        return self.reading.form[noun - 1] in POSSESSIVE_MARKS

    def _first(self, noun: int) -> int:
        """First word of the name and its article."""
        reading = self.reading
        at = noun - 1
        while at > 0 and at not in self.cast.persons:
            at -= 1
        first = self.cast.persons[at].first
        own = reading.same_paragraph(first - 1, noun) and reading.low[first - 1] == "the"
        return first - own
