"""Sentences as vectors: what means the like lies near, whatever the words.

A head on the states of the words, kept close to the embeddings of the untouched backbone
(`training/sentences.py`); so the encoder that finds attributions serves search and comparison too.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from memcon.attribution.extract import encode, prepare
from memcon.language.model import Model, shipped_model
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations
from memcon.language.words import Words

#: Width of a vector.
WIDTH = 384


def embed(texts: Sequence[str], model: Model | None = None) -> NDArray[np.float32]:
    """Vectors of length 1, so that a dot product is the likeness, −1 to 1.

    :param texts: a sentence, a statement or a phrase each; an empty one has the vector 0.
    :returns: `(texts, 384)`; what a text gets never depends on the others.
    """
    engine = (model or shipped_model()).reader
    out = np.zeros((len(texts), WIDTH), dtype=np.float32)
    for row, text in enumerate(texts):
        out[row] = embed_words(parse(text), engine)
    return out


def embed_words(words: Words, model: Model) -> NDArray[np.float32]:
    """The vector of a text that is parsed already, `(384,)`."""
    prepared = prepare(words, find_quotations(words.text), model, as_written=True)
    if not prepared.windows:
        return np.zeros(WIDTH, dtype=np.float32)
    parts = [encode(prepared, window, model) for window in prepared.windows]
    own = [
        p.states[p.window.own_start - p.window.start : p.window.own_stop - p.window.start]
        for p in parts
    ]
    return pool(np.concatenate(own), model)


def pool(states: NDArray[np.float32], model: Model) -> NDArray[np.float32]:
    """One vector from the states of a text's words, `(words, width)` -> `(384,)`."""
    if not len(states):
        return np.zeros(WIDTH, dtype=np.float32)
    head = model.sentence
    if head:
        inner = states @ head["inner"] + head["inner_bias"]
        states = np.maximum(inner, 0) @ head["outer"] + head["outer_bias"]
    mean = states.mean(axis=0)
    return (mean / max(float(np.linalg.norm(mean)), 1e-6)).astype(np.float32)
