"""Sentences as vectors: what means the like lies near, whatever the words.

A head on the states of the words, kept close to the embeddings of the untouched backbone
(`training/sentences.py`); so the encoder that finds attributions serves search and comparison too.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from memcon.attribution.extract import encode, prepare
from memcon.language.model import Model, shipped_model
from memcon.language.pipeline import load
from memcon.language.quotations import find_quotations
from memcon.language.words import Words

#: Width of a vector.
WIDTH = 384


def embed(texts: Sequence[str], model: Model | None = None) -> NDArray[np.float32]:
    """Vectors of length 1, so that a dot product is the likeness, −1 to 1.

    The texts are cut into words but not parsed: the head reads no syntax, and the parser would cost
    more than all the rest.

    :param texts: a sentence, a statement or a phrase each, on however many lines; an empty one has
        the vector 0.
    :returns: `(texts, 384)`; what a text gets never depends on the others.
    """
    engine = model or shipped_model()
    out = np.zeros((len(texts), WIDTH), dtype=np.float32)
    # Where a line breaks tells nothing of what a statement means.
    lines = (" ".join(text.split()) for text in texts)
    tokenizer = load().tokenizer
    for row, line in enumerate(lines):
        out[row] = _vector(_words(tokenizer(line)), engine)
    return out


def _words(doc: Doc) -> Words:
    """The words of one line, without syntax: each hangs on itself, and all are one sentence."""
    start = np.array([token.idx for token in doc], dtype=np.int32)
    length = np.array([len(token) for token in doc], dtype=np.int32)
    whole = np.zeros(len(doc), dtype=np.int32)
    none = [""] * len(doc)
    return Words(
        doc.text, start, start + length, sentence=whole, paragraph=whole,
        head=np.arange(len(doc), dtype=np.int32), dep=none, entity=none,
        entity_start=np.zeros(len(doc), dtype=np.bool_),
    )  # fmt: skip


def _vector(words: Words, model: Model) -> NDArray[np.float32]:
    prepared = prepare(words, find_quotations(words.text), model, as_written=True)
    parts = [encode(prepared, window, model) for window in prepared.windows]
    own = [
        p.states[p.window.own_start - p.window.start : p.window.own_stop - p.window.start]
        for p in parts
    ]
    return pool(np.concatenate(own) if own else np.zeros((0, WIDTH), dtype=np.float32), model)


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
