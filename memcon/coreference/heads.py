"""The two heads on the encoder's states: is this a mention, and is that one its antecedent.

The mention-pair model of Lee et al. (“End-to-end Neural Coreference Resolution”, EMNLP 2017), without
its spans of every length: the tree proposes the mentions (`candidates.py`).
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from memcon.coreference.description import OWN, PAIR, Described, describe_pairs
from memcon.errors import ModelError

#: Pairs that are judged at once.
_BLOCK = 4096
OWN_STARTS = np.array([0, *itertools.accumulate(OWN)][:-1])
PAIR_STARTS = np.array([0, *itertools.accumulate(PAIR)][:-1])
#: Arrays of a weights file.
NAMES = (
    "words", "own", "bias", "mention", "mention_bias",
    "later", "earlier", "product", "pair", "pair_bias", "link", "link_bias",
)  # fmt: skip


class Heads:
    """Both heads with their weights.

    :param weights: arrays by name: `words` `(3 * width, E)`, `own` `(sum(OWN), E)`, `bias` and `mention`
        `(E,)`; `later`, `earlier`, `product` `(E, H)`, `pair` `(sum(PAIR), H)`, `pair_bias` and `link`
        `(H,)`; `mention_bias`, `link_bias` `(1,)`.
    :raises memcon.errors.ModelError: if one is missing.
    """

    def __init__(self, weights: Mapping[str, NDArray[np.floating]]) -> None:
        missing = [name for name in NAMES if name not in weights]
        if missing:
            raise ModelError(
                f"the coreference head has no {', '.join(missing)}: install memcon again"
            )
        self._w = {name: np.asarray(weights[name], dtype=np.float32) for name in NAMES}

    @property
    def width(self) -> int:
        """Length of a candidate's vector, E."""
        return len(self._w["bias"])

    def embed(
        self, states: NDArray[np.float32], described: Described, start: int = 0
    ) -> NDArray[np.float32]:
        """Candidates as vectors, `(candidates, E)`.

        :param states: the encoder's states of words, `(words, width)`.
        :param start: the word of the text that the first state is of.
        """
        w, c = self._w, described.candidates
        width = states.shape[1]
        total = w["own"][described.own + OWN_STARTS].sum(axis=1) + w["bias"]
        # Projecting each word once is cheaper than each candidate's three.
        places = np.concatenate([c.head, c.first, c.last]).clip(start, start + len(states) - 1)
        used, where = np.unique(places - start, return_inverse=True)
        rows = np.split(where, 3)
        for k in range(3):
            part = states[used] @ w["words"][k * width : (k + 1) * width]
            total = total + part[rows[k]]
        return gelu(total)

    def mentions(self, embedded: NDArray[np.float32]) -> NDArray[np.float32]:
        """Logits that the candidates are mentions, `(candidates,)`."""
        return embedded @ self._w["mention"] + self._w["mention_bias"]

    def links(
        self,
        embedded: NDArray[np.float32],
        described: Described,
        later: NDArray[np.int64],
        earlier: NDArray[np.int64],
    ) -> NDArray[np.float32]:
        """Logits that the earlier of two candidates is the antecedent of the later, `(pairs,)`."""
        w = self._w
        ones, others = embedded @ w["later"], embedded @ w["earlier"]
        out = np.empty(len(later), dtype=np.float32)
        for at in range(0, len(later), _BLOCK):
            a, b = later[at : at + _BLOCK], earlier[at : at + _BLOCK]
            classes = describe_pairs(described, a, b) + PAIR_STARTS
            hidden = ones[a] + others[b] + (embedded[a] * embedded[b]) @ w["product"]
            for column in classes.T:
                hidden += w["pair"][column]
            out[at : at + _BLOCK] = gelu(hidden + w["pair_bias"]) @ w["link"] + w["link_bias"]
        return out


def gelu(x: NDArray[np.floating]) -> NDArray[np.float32]:
    """The tanh form of Hendrycks and Gimpel (2016), which needs no error function."""
    return (0.5 * x * (1 + np.tanh(0.7978846 * (x + 0.044715 * x * x * x)))).astype(np.float32)
