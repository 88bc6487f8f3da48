"""Sentence embeddings kept close to those of the untouched backbone.

The backbone embeds sentences and short paragraphs by what they mean; fine-tuning for attribution takes
that away. A head on the states of the words learns it back by distillation: its vectors are to lie
where the backbone's lie (Reimers and Gurevych, "Making Monolingual Sentence Embeddings Multilingual
using Knowledge Distillation", EMNLP 2020, with the same language on both sides).
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import nn
from transformers import AutoModel

from memcon.language.pipeline import parse
from training.pointed import Pointed, point

#: The untouched backbone's vector of each text.
Vectors = dict[str, NDArray[np.float16]]
#: Parts of a sentence by which a phrase is known: what their word heads is one.
_PHRASES = {"nsubj", "nsubjpass", "dobj", "pobj", "ccomp", "advcl", "relcl", "xcomp"}


class SentenceHead(nn.Module):
    """States of a text's words to its vector; `memcon.language.embedding.pool` does the same."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.inner = nn.Linear(width, 2 * width)
        self.outer = nn.Linear(2 * width, width)

    def forward(self, words: torch.Tensor, present: torch.Tensor) -> torch.Tensor:
        """`(texts, words, width)`, 1 for a word `(texts, words)` -> unit vectors `(texts, width)`."""
        each = self.outer(self.inner(words).relu()) * present.unsqueeze(-1)
        return nn.functional.normalize(each.sum(1), dim=-1)

    def arrays(self) -> dict[str, NDArray[np.float16]]:
        """The weights as the model file has them."""
        named = {
            "inner": self.inner.weight.T, "inner_bias": self.inner.bias,
            "outer": self.outer.weight.T, "outer_bias": self.outer.bias,
        }  # fmt: skip
        return {k: v.detach().numpy().astype(np.float16) for k, v in named.items()}


@torch.no_grad()
def backbone_vectors(texts: Sequence[Pointed], folder: str) -> NDArray[np.float16]:
    """What the untouched backbone makes of each text: unit vectors `(texts, width)`."""
    backbone = AutoModel.from_pretrained(folder, add_pooling_layer=False).eval()
    out = np.zeros((len(texts), backbone.config.hidden_size), dtype=np.float16)
    order = sorted(range(len(texts)), key=lambda i: len(texts[i].ids))
    for a in range(0, len(order), 64):
        rows = order[a : a + 64]
        width = max(len(texts[i].ids) for i in rows)
        ids = torch.zeros(len(rows), width, dtype=torch.int64)
        for row, i in enumerate(rows):
            ids[row, : len(texts[i].ids)] = torch.from_numpy(texts[i].ids)
        mask = (ids > 0).long()
        states = backbone(input_ids=ids, attention_mask=mask).last_hidden_state
        mean = (states * mask.unsqueeze(-1)).sum(1)
        out[rows] = nn.functional.normalize(mean, dim=-1).numpy()
    return out


def rank_correlation(mine: NDArray[np.float32], theirs: NDArray[np.float32]) -> tuple[float, float]:
    """Mean cosine of the vectors, and Spearman's correlation of all pairs' likenesses."""
    upper = np.triu_indices(len(mine), 1)
    first, second = (np.argsort(np.argsort((v @ v.T)[upper])) for v in (mine, theirs))
    return float((mine * theirs).sum(-1).mean()), float(np.corrcoef(first, second)[0, 1])


def phrases(
    texts: Sequence[str], count: int, tokenizer: Tokenizer, special: tuple[int, int]
) -> list[Pointed]:
    """Phrases and clauses of two to sixteen words out of sentences, a few of each at random."""
    rng = Random(0)
    found: dict[str, None] = {}
    for text in rng.sample(list(texts), len(texts)):
        words = parse(text)
        for i in rng.sample(range(len(words)), len(words)):
            if words.dep[i] in _PHRASES:
                inside = _subtree(words.head.tolist(), i)
                if 2 <= len(inside) <= 16:
                    start, end = words.span(inside[0], inside[-1])
                    found[text[start:end]] = None
                    break
        if len(found) >= count:
            break
    return [point(t, [], tokenizer, special) for t in found]


def _subtree(heads: Sequence[int], top: int) -> list[int]:
    """Indices of a word and of all below it, from the first to the last."""
    inside = [top]
    for i in inside:
        inside += [c for c in range(len(heads)) if heads[c] == i and c != i and c not in inside]
    return list(range(min(inside), max(inside) + 1))


def vectors_of(texts: Sequence[Pointed], folder: str) -> Vectors:
    """The untouched backbone's vector of each text."""
    return dict(zip((p.text for p in texts), backbone_vectors(texts, folder), strict=True))
