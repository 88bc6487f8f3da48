"""How sure memcon is of a relation: the share of relations so marked that were right."""

from __future__ import annotations

import math

from memcon.attribution.decode import Roles


def features(probability: float, roles: Roles) -> list[float]:
    """What the judgement rests on: the cue, the content and the source."""
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    return [
        1.0,
        math.log(bounded / (1 - bounded)),
        min(roles.content_score, 8.0),
        min(roles.source_score, 8.0) if roles.source else 0.0,
        0.0 if roles.source else 1.0,
    ]


def confidence(probability: float, roles: Roles, weights: list[float]) -> float:
    """Logistic regression (Platt scaling), fitted by `training/choose.py`; 0 to 1, four decimals."""
    score = sum(w * x for w, x in zip(weights, features(probability, roles), strict=True))
    return round(1 / (1 + math.exp(-max(min(score, 30.0), -30.0))), 4)
