"""How alike phrases are in meaning, by the sentence embedding of the shipped encoder."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from memcon.language.embedding import pool
from memcon.language.model import Model
from memcon.language.states import States
from memcon.topics.candidates import Phrase

#: Likeness of every phrase with every other, `(n,)` phrases to `(n, n)`, −1 to 1.
Likeness = Callable[[Sequence[Phrase]], NDArray[np.float32]]

#: So many words, taken evenly from the text, tell what all of its words have in common.
_SAMPLE = 256


def by_states(states: States, model: Model) -> Likeness | None:
    """The likeness of phrases where they stand, from what the encoder gave when it read the text.

    So it costs no further run of the encoder. None if the model has no head for it, and lemmas must do.
    """
    if not model.sentence:
        return None

    def likeness(phrases: Sequence[Phrase]) -> NDArray[np.float32]:
        count = len(states.prepared.words)
        sample = range(0, count, max(count // _SAMPLE, 1))
        words = np.stack([pool(states.of(i, i + 1), model) for i in sample])
        rows = [pool(states.of(phrase.first, phrase.last + 1), model) for phrase in phrases]
        return cosines(np.stack(rows), words.mean(axis=0))

    return likeness


def cosines(vectors: NDArray[np.float32], middle: NDArray[np.float32]) -> NDArray[np.float32]:
    """Cosines of vectors, seen from the middle of the words of their text.

    All words of one text are alike in that they are of that text, and of one language; what is left
    without that tells topics apart (Mu and Viswanath, “All-but-the-top”, 2018).

    :param vectors: of phrases, `(n, width)`, each of length 1.
    :param middle: mean of the words' vectors, `(width,)`.
    :returns: `(n, n)`.
    """
    own = vectors - middle
    own /= np.maximum(np.linalg.norm(own, axis=1, keepdims=True), 1e-6)
    return own @ own.T
