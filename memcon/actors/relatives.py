"""Relatives: “his brother” is who the text elsewhere calls somebody's brother by name, if only one is."""

from __future__ import annotations

from functools import cached_property

from memcon.actors.cast import Cast, Figure
from memcon.actors.phrases import POSSESSIVE_MARKS
from memcon.actors.pronouns import POSSESSIVE

_KIN = {
    "wife", "husband", "mother", "father", "brother", "sister", "son", "daughter", "widow", "widower",
    "uncle", "aunt", "cousin", "niece", "nephew", "grandmother", "grandfather", "fiancée", "fiancé",
    "stepfather", "stepmother", "spouse", "partner", "girlfriend", "boyfriend",
}  # fmt: skip
_FORMER = {
    "ex-wife": "wife",
    "ex-husband": "husband",
    "ex": "spouse",
    "mom": "mother",
    "dad": "father",
}
_MARKS = {",", "(", "–", "—"}


class Relatives:
    """Finds persons by what kin they are."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.reading = cast.reading

    def find(self, first: int, last: int) -> Figure | None:
        """The named person whom “his wife”, “Quill's son” means, or None."""
        reading = self.reading
        owned = reading.low[first] in POSSESSIVE or any(
            reading.form[i] in POSSESSIVE_MARKS for i in range(first, last)
        )
        noun = self._noun(last)
        if not owned or noun is None:
            return None
        owners = {self.cast.persons[i].figure for i in range(first, last) if i in self.cast.persons}
        able = self._named.get(noun, set()) - owners
        return next(iter(able)) if len(able) == 1 else None

    def _noun(self, i: int) -> str | None:
        low = self.reading.low[i]
        if i > 1 and self.reading.joined(i - 1) and self.reading.low[i - 2] == "ex":
            return low if low in _KIN else None
        low = _FORMER.get(low, low)
        return low if low in _KIN else None

    @cached_property
    def _named(self) -> dict[str, set[Figure]]:
        """Kin nouns with whoever the text names beside them: wife Dara; Dara Quill, his wife."""
        reading, out = self.reading, dict[str, set[Figure]]()
        for mention in self.cast.mentions:
            if mention.name is None or mention.figure.kind != "person":
                continue
            before, after = mention.first - 1, mention.last + 1
            if reading.same_paragraph(before, mention.first):
                comma = reading.form[before] in _MARKS
                noun = self._noun(before - comma)
                if noun is not None and reading.same_paragraph(before - comma, mention.first):
                    out.setdefault(noun, set()).add(mention.figure)
            if reading.same_paragraph(after + 2, mention.last) and reading.form[after] in _MARKS:
                noun = self._noun(after + 2)
                if noun is not None and reading.low[after + 1] in POSSESSIVE | {"the"}:
                    out.setdefault(noun, set()).add(mention.figure)
        return out
