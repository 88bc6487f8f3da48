"""Clauses: what hangs on the words of a content and follows them belongs to it.

“The objectives, which they failed to reach, at the table” is one thing that somebody pursues.
"""

from __future__ import annotations

from dataclasses import replace

from memcon.attribution.relation import Relation
from memcon.language.words import Words


def complete(relation: Relation, words: Words) -> Relation:
    """The relation, its content carried on over the words of the sentence that hang on it.

    It stops before the first word that hangs on something else, before its own cue and source, and
    before another main clause.
    """
    inside = words.inside(relation.content[-1])
    sentence = words.sentence_words(int(words.sentence[inside.stop - 1]))
    taken = {i for span in relation.cue + relation.source for i in words.inside(span)}
    last = inside.stop - 1
    for i in range(inside.stop, sentence.stop):
        if i in taken or not words.hangs_on(i, inside) or _another_clause(words, i):
            break
        if any(c.isalnum() for c in words[i]) or words[i] in (")", "]"):
            last = i
    if last < inside.stop:
        return relation
    end = int(words.end[last])
    start = relation.content[-1][0]
    return replace(relation, content=(*relation.content[:-1], (start, end)))


def _another_clause(words: Words, index: int) -> bool:
    """Whether a clause with a subject of its own is joined on there: “…, and we are watching”."""
    if words.dep[index] != "cc":
        return False
    joined = range(index + 1, min(index + 4, len(words)))
    return any(words.dep[i] in ("nsubj", "nsubjpass", "expl") for i in joined)
