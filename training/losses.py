"""What the joint training makes small: one loss a task."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from training.examples import Batch
from training.network import Network
from training.pointed import Pointed, lay
from training.pointed_network import JointNetwork
from training.sentences import Vectors


def attribution_loss(network: Network, before: Network, batch: Batch, held: float) -> torch.Tensor:
    """The loss of `training.fit`, and the distance from what the network said before.

    :param held: weight of the latter, 0 to 1 (Li and Hoiem, "Learning without Forgetting", 2016).
    """
    tags, roles = network(batch)
    with torch.no_grad():
        old_tags, old_roles = before(batch)
    shown = batch.tags >= 0
    total = (1 - held) * functional.cross_entropy(tags[shown], batch.tags[shown])
    total = total + held * _soft(tags[shown], old_tags[shown])
    if len(batch.of_cue):
        shown = batch.roles >= 0
        new, old = roles[shown], old_roles[shown]
        gold = functional.cross_entropy(new[:, :3], batch.roles[shown])
        weight = torch.tensor(4.0)
        ends = functional.binary_cross_entropy_with_logits(
            new[:, 3:], batch.ends[shown], pos_weight=weight
        )
        same = functional.binary_cross_entropy_with_logits(new[:, 3:], old[:, 3:].sigmoid())
        total = total + (1 - held) * (gold + ends) + held * (_soft(new[:, :3], old[:, :3]) + same)
    return total


def _soft(logits: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """Cross-entropy with another network's logits, `(rows, classes)` both."""
    return -(wanted.softmax(-1) * logits.log_softmax(-1)).sum(-1).mean()


def pointed_loss(
    network: JointNetwork, head: Any, batch: Sequence[Pointed], classes: int, smoothing: float
) -> torch.Tensor:
    """Cross-entropy of the questions' answers, a little of it spread over all classes."""
    laid = lay(batch, classes)
    wanted = laid.answers * (1 - smoothing) + smoothing / classes
    return -(wanted * network.answer(head, laid).log_softmax(-1)).sum(-1).mean()


def sentence_loss(
    network: JointNetwork, batch: Sequence[Pointed], vectors: Vectors
) -> torch.Tensor:
    """Distance from the backbone's vectors, and of the likenesses within the batch from theirs."""
    laid = lay(batch, 1)
    present = (laid.first > 0).float()
    found = network.sentence(network.words(laid), present)
    wanted = torch.from_numpy(np.stack([vectors[p.text] for p in batch]).astype(np.float32))
    likeness = (found @ found.T - wanted @ wanted.T).square().mean()
    return (1 - (found * wanted).sum(-1)).mean() + likeness
