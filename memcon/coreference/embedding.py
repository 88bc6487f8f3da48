"""Candidates as vectors, window by window, so that no states of a whole text are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memcon.attribution.extract import Encoded, Prepared, encode
from memcon.attribution.windows import Window
from memcon.coreference.description import Described
from memcon.coreference.heads import Heads
from memcon.language.model import Model


@dataclass(frozen=True, slots=True)
class Embedded:
    """The candidates whose head one window decides: their indices `(n,)` and vectors `(n, E)`."""

    which: NDArray[np.int64]
    vectors: NDArray[np.float32]


def in_window(described: Described, window: Window) -> NDArray[np.int64]:
    """Indices of the candidates whose head a window decides."""
    head = described.candidates.head
    return np.flatnonzero((head >= window.own_start) & (head < window.own_stop))


def embed_window(part: Encoded, described: Described, heads: Heads) -> Embedded:
    """What the encoder gave for a window, made into its candidates' vectors.

    A phrase that goes on beyond the window is read as far as the window does.
    """
    which = in_window(described, part.window)
    return Embedded(which, heads.embed(part.states, described.take(which), part.window.start))


def gather(parts: Iterable[Embedded], described: Described, heads: Heads) -> NDArray[np.float32]:
    """Vectors of all candidates, `(candidates, E)`."""
    out = np.zeros((len(described.candidates), heads.width), dtype=np.float32)
    for part in parts:
        out[part.which] = part.vectors
    return out


def embed(
    prepared: Prepared, described: Described, heads: Heads, model: Model
) -> NDArray[np.float32]:
    """Vectors of all candidates of a text, `(candidates, E)`."""
    windows = (encode(prepared, window, model) for window in prepared.windows)
    return gather((embed_window(part, described, heads) for part in windows), described, heads)
