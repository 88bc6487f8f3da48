"""Naming: the words of the document by which a topic is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from memcon.topics.candidates import Phrase

#: A name of more words is a sentence in disguise.
_LONGEST = 5


def name(phrases: Iterable[Phrase], key: frozenset[str], states: Mapping[str, str]) -> str:
    """What a topic is called: a state by its name, else the words that the document has most often.

    Of words that are as frequent: those that hold no more than the topic does, then the fullest of at
    most five words.

    :param key: of the topic; phrases with a fuller key say more than it.
    :param states: name of each state, by its code.
    """
    if len(key) == 1 and (code := next(iter(key))) in states:
        return states[code]
    own = list(phrases)
    counts = Counter(phrase.words for phrase in own)
    exact = {phrase.words for phrase in own if phrase.key == key}

    def rank(words: str) -> tuple[object, ...]:
        size = len(words.split())
        fitting = size <= _LONGEST and not set(words) & set(",;:")
        return (words not in exact, not fitting, -counts[words], -size if fitting else size, words)

    return min(counts, key=rank)
