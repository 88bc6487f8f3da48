"""How good the heads are on sentences kept from training."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from training.pointed import Pointed, lay, shuffled
from training.pointed_network import STANCES, JointNetwork
from training.scores import macro_f1
from training.sentences import Vectors, rank_correlation


@torch.no_grad()
def sentence_score(
    network: JointNetwork, sentences: Sequence[Pointed], vectors: Vectors
) -> tuple[float, float]:
    """Mean cosine with the backbone's vectors, and Spearman's correlation of all pairs' likenesses."""
    network.eval()
    found = []
    for batch in shuffled(sentences, 48, None):
        laid = lay(batch, 1)
        found.append(network.sentence(network.words(laid), (laid.first > 0).float()).numpy())
    mine = np.concatenate(found)
    order = [p.text for batch in shuffled(sentences, 48, None) for p in batch]
    theirs = np.stack([vectors[t] for t in order]).astype(np.float32)
    return rank_correlation(mine, theirs)


@torch.no_grad()
def stance_score(network: JointNetwork, sentences: Sequence[Pointed]) -> float:
    """Macro-F1 of polarity in per cent."""
    network.eval()
    gold: list[int] = []
    said: list[int] = []
    for batch in shuffled(sentences, 48, None):
        laid = lay(batch, len(STANCES))
        gold += laid.answers.argmax(-1).tolist()
        said += network.answer(network.stance, laid).argmax(-1).tolist()
    return macro_f1(gold, said, len(STANCES))
