"""Quotations read by themselves, as if nobody had quoted them.

The model has learnt from annotators who seldom looked into quotations, so that inside the marks it
sees few cues. Without the marks “We regard you as an ally” is a sentence like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from memcon.attribution.clauses import complete
from memcon.attribution.edges import Chains
from memcon.attribution.extract import Prepared
from memcon.attribution.relation import Relation
from memcon.attribution.windows import cut_range
from memcon.language.words import Words

_RELATIVE = {"which", "that", "who", "whom", "what", ",", "…"}
#: Words between the marks from which a quotation can hold an attribution.
LEAST = 5


def without_marks(prepared: Prepared) -> Prepared:
    """The same text, its windows being what stands between the marks, told of as not quoted."""
    words, windows = prepared.words, []
    for chain in prepared.chained.chains:
        for quotation in chain:
            inside = words.inside(quotation.span)
            start, stop = inside.start + 1, inside.stop - quotation.closed
            if stop - start >= LEAST:
                windows += cut_range(words, prepared.pieces, start, stop)
    return replace(
        prepared,
        windows=windows,
        quotes=np.ones_like(prepared.quotes),
        quoted=np.full_like(prepared.quoted, -1),
        chained=Chains([], words.text),
    )


def whole_inner(found: Iterable[Relation], words: Words) -> Iterator[Relation]:
    """Relations found inside quotations, their contents complete; one word alone says too little."""
    for relation in found:
        relation = complete(relation, words)
        told = [i for span in relation.content for i in words.inside(span)]
        # “Which … soon”: what the clause is about stands outside it.
        if len(told) > 1 and any(
            words[i].casefold() not in _RELATIVE and words.dep[i] != "advmod" for i in told
        ):
            yield relation


def add_inner(told: list[Relation], inner: Iterable[Relation], least: float) -> list[Relation]:
    """The relations told, and those found inside quotations whose cue is none of theirs.

    :param least: confidence below which an inner relation is left out.
    """
    known = {place for r in told for a, b in r.cue for place in range(a, b)}
    fresh = (
        r
        for r in inner
        if r.confidence >= least and not any(p in known for a, b in r.cue for p in range(a, b))
    )
    return [*told, *fresh]
