"""What spaCy alone gives: its entities, and for a pronoun or office the nearest name that agrees."""

from __future__ import annotations

from collections import Counter

from memcon.language.words import Words
from memcon.spans import Span

_MEN, _WOMEN = {"mr", "sir", "lord", "king"}, {"mrs", "ms", "miss", "lady", "queen", "madam"}
_HE, _SHE = {"he", "him", "his", "himself"}, {"she", "her", "hers", "herself"}


class Nearest:
    """Entities of one text; persons of the same last word are one."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.entities: list[tuple[range, str]] = []
        begin = 0
        for i, kind in enumerate(words.entity):
            if words.entity_start[i]:
                begin = i
            ends = i + 1 == len(words) or words.entity_start[i + 1] or not words.entity[i + 1]
            if kind and ends:
                self.entities.append((range(begin, i + 1), kind))
        self.gender = self._genders()

    def _genders(self) -> dict[str, str]:
        """By a title before the name, or the pronouns of the sentence that follows."""
        votes: dict[str, Counter[str]] = {}
        for inside, kind in self.entities:
            if kind == "PERSON":
                title = self.words[inside.start - 1].lower().rstrip(".") if inside.start else ""
                sex = "m" if title in _MEN else "f" if title in _WOMEN else None
                if sex:
                    votes.setdefault(self._key(inside), Counter())[sex] += 1
        return {key: count.most_common(1)[0][0] for key, count in votes.items()}

    def _key(self, inside: range) -> str:
        return self.words[inside[-1]].lower()

    def name_of(self, span: Span) -> Span | None:
        """The nearest name of a person before the span that agrees with it in gender."""
        inside = self.words.inside(span)
        low = self.words[inside.start].lower()
        sex = "m" if low in _HE else "f" if low in _SHE else None
        for name, kind in reversed(self.entities):
            if kind == "PERSON" and name.stop <= inside.start:
                known = self.gender.get(self._key(name))
                if sex is None or known is None or known == sex:
                    return self.words.span(name.start, name.stop - 1)
        return None

    def clusters(self) -> list[list[Span]]:
        """Entities by their last word, with the pronouns that go to them."""
        out: dict[str, list[Span]] = {}
        by_span: dict[Span, str] = {}
        for inside, kind in self.entities:
            span = self.words.span(inside.start, inside.stop - 1)
            key = self._key(inside) if kind == "PERSON" else self.words.text[slice(*span)].lower()
            out.setdefault(key, []).append(span)
            by_span[span] = key
        for i in range(len(self.words)):
            if self.words[i].lower() in _HE | _SHE:
                span = self.words.span(i, i)
                name = self.name_of(span)
                if name:
                    out[by_span[name]].append(span)
        return list(out.values())
