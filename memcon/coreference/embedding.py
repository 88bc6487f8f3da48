"""Mentions as vectors, window by window, so that no states of a whole text are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memcon.attribution.extract import Encoded, Prepared, encode
from memcon.attribution.windows import Window
from memcon.coreference.clusters import MENTION, choose_mentions
from memcon.coreference.description import Described
from memcon.coreference.heads import Heads
from memcon.language.model import Model


@dataclass(frozen=True, slots=True)
class Embedded:
    """Mentions: their indices among the candidates, in order, `(n,)`, and their vectors, `(n, E)`."""

    which: NDArray[np.int64]
    vectors: NDArray[np.float32]


def in_window(described: Described, window: Window) -> NDArray[np.int64]:
    """Indices of the candidates whose head a window decides."""
    head = described.candidates.head
    return np.flatnonzero((head >= window.own_start) & (head < window.own_stop))


def embed_window(part: Encoded, described: Described, heads: Heads) -> Embedded:
    """The mentions whose head one window decides, from what the encoder gave for it.

    A phrase that goes on beyond the window is read as far as the window does. What is no mention is let
    go at once: of a long text there are far more candidates than mentions.
    """
    which = in_window(described, part.window)
    own = described.take(which)
    vectors = heads.embed(part.states, own, part.window.start)
    kept = choose_mentions(own, heads.mentions(vectors), MENTION)
    return Embedded(which[kept], vectors[kept])


def gather(parts: Iterable[Embedded], heads: Heads) -> Embedded:
    """The mentions of all windows."""
    known = list(parts)
    if not known:
        empty = np.zeros((0, heads.width), dtype=np.float32)
        return Embedded(np.zeros(0, dtype=np.int64), empty)
    which = np.concatenate([part.which for part in known])
    order = np.argsort(which)
    return Embedded(which[order], np.concatenate([part.vectors for part in known])[order])


def embed(prepared: Prepared, described: Described, heads: Heads, model: Model) -> Embedded:
    """The mentions of a text."""
    windows = (encode(prepared, window, model) for window in prepared.windows)
    return gather((embed_window(part, described, heads) for part in windows), heads)
