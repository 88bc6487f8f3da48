"""Scores of classifiers, as the papers of the corpora count them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def macro_f1(gold: Sequence[int], said: Sequence[int], classes: int) -> float:
    """Mean of the classes' F1 in per cent; a class that neither has counts as 0.

    :raises ValueError: if there are not as many answers as questions.
    """
    if len(gold) != len(said):
        raise ValueError(f"{len(said)} answers to {len(gold)} questions")
    right, wrong = np.asarray(gold), np.asarray(said)
    scores = []
    for k in range(classes):
        both = int(((right == k) & (wrong == k)).sum())
        either = int((right == k).sum() + (wrong == k).sum())
        scores.append(2 * both / either if either else 0.0)
    return 100 * float(np.mean(scores))
