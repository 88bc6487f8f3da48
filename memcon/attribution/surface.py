"""What an uncased encoder cannot see: capitals, and which words stand inside quotation marks.

Both are given to the encoder as learned embeddings added to those of its wordpieces.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memcon.language.quotations import Quotation
from memcon.language.words import Words

#: Values of the two features; 0 stands for pieces that belong to no word.
SHAPES = ("", "lower", "Title", "UPPER", "mIxed", "number", "sign")
QUOTES = ("", "outside", "opening", "closing", "inside", "unclosed")


def shapes(words: Words) -> NDArray[np.int64]:
    """Index into `SHAPES` of every word, shape `(words,)`."""
    return np.array([_shape(words[i]) for i in range(len(words))], dtype=np.int64)


def _shape(word: str) -> int:
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    if word[:1].isupper() and word[1:].islower():
        return 2
    if any(c.isdigit() for c in word):
        return 5
    return 4 if any(c.isalpha() for c in word) else 6


def quotes(words: Words, quotations: list[Quotation]) -> NDArray[np.int64]:
    """Index into `QUOTES` of every word, shape `(words,)`; outermost quotations count."""
    state = np.ones(len(words), dtype=np.int64)
    for quotation in quotations:
        inside = words.inside(quotation.span)
        if quotation.depth or not inside:
            continue
        state[inside.start : inside.stop] = 4 if quotation.closed else 5
        state[inside.start] = 2
        if quotation.closed and len(inside) > 1:
            state[inside.stop - 1] = 3
    return state
