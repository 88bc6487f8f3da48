"""Vectors of many statements at once, by the shipped encoder.

Each is the vector that `memcon.language.embedding` gives its text; but the texts are parsed together,
as paragraphs of one, since to parse a sentence alone costs spaCy several times what it costs among
others.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from memcon.language.embedding import WIDTH, embed_words
from memcon.language.model import Model, shipped_model
from memcon.language.pipeline import parse
from memcon.language.words import Words

_BETWEEN = "\n\n"


def embed_together(texts: Sequence[str], model: Model | None = None) -> NDArray[np.float32]:
    """Vectors of length 1, `(texts, 384)`; an empty text has the vector 0."""
    engine = (model or shipped_model()).reader
    out = np.zeros((len(texts), WIDTH), dtype=np.float32)
    # A line break inside would make two paragraphs of one text.
    lines = [" ".join(text.split()) for text in texts]
    words = parse(_BETWEEN.join(lines))
    start = 0
    for row, text in enumerate(lines):
        out[row] = embed_words(part(words, start, start + len(text)), engine)
        start += len(text) + len(_BETWEEN)
    return out


def part(words: Words, start: int, end: int) -> Words:
    """The words of a paragraph as those of a text of its own.

    :param start: first code point; no word and no sentence goes over it or over the `end`.
    """
    inside = words.inside((start, end)) if end > start else range(0)
    a, b = (inside[0], inside[-1] + 1) if inside else (0, 0)
    first = [int(column[a]) if b > a else 0 for column in (words.sentence, words.paragraph)]
    return Words(
        words.text[start:end],
        words.start[a:b] - np.int32(start),
        words.end[a:b] - np.int32(start),
        words.sentence[a:b] - np.int32(first[0]),
        words.paragraph[a:b] - np.int32(first[1]),
        words.head[a:b] - np.int32(a),
        words.dep[a:b],
        words.entity[a:b],
        words.entity_start[a:b],
    )
