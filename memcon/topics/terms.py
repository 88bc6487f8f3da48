"""Where the terms of a user's list stand in a text: any form of the words, the longest term first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from memcon.actors.reading import Reading
from memcon.language.inflection import forms_of, singular
from memcon.language.pipeline import load
from memcon.topics.listed import Topics


@dataclass(frozen=True, slots=True)
class _Term:
    """A term as the words of the text are compared with it: forms that each of its words may have."""

    topic: str
    forms: tuple[frozenset[str], ...]
    acronym: bool


@cache
def matcher(topics: Topics) -> Matcher:
    """The matcher of a list, made once for all documents."""
    return Matcher(topics)


class Matcher:
    """The terms of a list, cut into words as every text is."""

    def __init__(self, topics: Topics) -> None:
        self.topics = topics
        self._by_form: dict[str, list[_Term]] = {}
        for topic in topics.entries:
            for words in topic.terms:
                acronym = words.isupper() and len(words) > 1
                parts = [word.text for word in load().make_doc(words) if not word.is_space]
                forms = tuple(frozenset({p} if acronym else _forms(p)) for p in parts)
                for form in forms[0]:
                    self._by_form.setdefault(form, []).append(_Term(topic.name, forms, acronym))

    def match(
        self, reading: Reading, content: Iterable[int]
    ) -> tuple[list[tuple[str, ...]], set[int]]:
        """The topics whose terms stand in a content, in the order of their first terms.

        A term that lies within a longer one is not counted: “fishing” in “fishing permit”, where both
        are terms.

        :returns: each topic with those that it lies in behind it, and indices of the words that the
            terms cover.
        """
        inside = set(content)
        found = []
        for i in sorted(inside):
            for form in {reading.form[i], reading.low[i]}:
                for term in self._by_form.get(form, ()):
                    if _stands(term, reading, i, inside):
                        found.append((i, i + len(term.forms), term.topic))
        covered: dict[int, tuple[int, int]] = {}
        kept = set()
        for start, stop, topic in sorted(found, key=lambda f: (f[0] - f[1], f[0], f[2])):
            spans = {covered.get(i) for i in range(start, stop)}
            if spans <= {None} or spans == {(start, stop)}:
                kept.add((start, topic))
                covered |= dict.fromkeys(range(start, stop), (start, stop))
        order = {entry.name: number for number, entry in enumerate(self.topics.entries)}
        names = [topic for _, topic in sorted(kept, key=lambda k: (k[0], order[k[1]]))]
        return [self.topics.line(name) for name in dict.fromkeys(names)], set(covered)


def _stands(term: _Term, reading: Reading, i: int, inside: set[int]) -> bool:
    words = reading.form if term.acronym else reading.low
    places = range(i, i + len(term.forms))
    return all(
        j in inside and words[j] in forms for j, forms in zip(places, term.forms, strict=True)
    )


def _forms(word: str) -> set[str]:
    low = word.lower().replace("’", "'")
    if not low.isalpha():
        return {low}
    base = singular(low)
    return {low, base, *forms_of(low), *forms_of(base)}
