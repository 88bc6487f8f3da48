"""By what a mention means its actor: a name, an office, a description, a list or a pronoun."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from memcon.actors.cast import Cast, Figure, Mention
from memcon.actors.pronouns import ARTICLES, PRONOUNS, RELATIVE
from memcon.actors.reading import Reading, fold
from memcon.actors.titles import HONORIFICS, OFFICES, STYLES, plain
from memcon.record import MentionForm

#: Words that stand for somebody told of before, beside the personal pronouns.
_STANDING_IN = PRONOUNS | RELATIVE | {"both", "one", "each", "all", "two", "latter", "former"}


class Forms:
    """The form of every mention of a cast."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.reading = cast.reading

    def of(self, mention: Mention) -> MentionForm:
        """By what the mention means its figure."""
        reading, figure = self.reading, mention.figure
        words = range(mention.first, mention.last + 1)
        if _is_pronoun(reading, words):
            return "pronoun"
        if figure.members:
            return (
                "list"
                if self._lists(words)
                else "title"
                if self._office(words)
                else ("description")
            )
        if mention.name is not None:
            return "name"
        if figure.kind == "person":
            if any(i in self._named.get(figure, ()) for i in words):
                return "name"
            return "title" if self._office(words) else "description"
        if figure.named and (_shares_name(reading, words, figure) or _is_proper(reading, words)):
            return "name"
        return "description"

    @cached_property
    def _named(self) -> dict[Figure, set[int]]:
        """Words in the names of each person."""
        out: dict[Figure, set[int]] = {}
        for mention in self.cast.mentions:
            if mention.name is not None:
                first, last = mention.name
                out.setdefault(mention.figure, set()).update(range(first, last + 1))
        return out

    def _lists(self, words: range) -> bool:
        """Whether at least one of the members is named, and joined to another one."""
        low = self.reading.low
        return any(low[i] in {"and", "&", ",", "or"} for i in words) and any(
            i in self.cast.persons or i in self.cast.places or self.reading.capital(i)
            for i in words
        )

    def _office(self, words: Collection[int]) -> bool:
        """Whether a word of office or honour is what the words are about."""
        low = self.reading.low
        return any(
            low[i] in OFFICES
            or low[i].removesuffix("s") in OFFICES
            or low[i] in STYLES
            or (plain(low[i]) in HONORIFICS and self.reading.form[i][0].isupper())
            for i in words
        )


def _is_pronoun(reading: Reading, words: range) -> bool:
    """He; he himself; both; all of them."""
    low = [reading.low[i] for i in words if reading.low[i] not in ARTICLES | {"of", "themselves"}]
    return bool(low) and all(
        word in _STANDING_IN or word.endswith(("self", "selves")) for word in low
    )


def _shares_name(reading: Reading, words: range, figure: Figure) -> bool:
    name = {fold(word) for word in figure.name.split()} - ARTICLES - {"of", "and", "for"}
    return any(fold(reading.form[i]) in name and reading.form[i][0].isupper() for i in words)


def _is_proper(reading: Reading, words: range) -> bool:
    """Whether all words that say something are capitalised: “the RLU”, a capital for its state."""
    kept = [i for i in words if reading.low[i] not in ARTICLES | {"of", "and", "for"}]
    return bool(kept) and all(reading.form[i][0].isupper() for i in kept)
