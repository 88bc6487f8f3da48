"""How sure memcon is of a relation: the share of relations so marked that were right."""

from __future__ import annotations

import math

from memcon.attribution.decode import Roles


def features(probability: float, roles: Roles, quoted: float) -> list[float]:
    """What the judgement rests on: the cue, the content and the source.

    :param quoted: share of the content's words that stand in quotation marks, 0 to 1.
    """
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    return [
        1.0,
        math.log(bounded / (1 - bounded)),
        min(roles.content_score, 8.0),
        min(roles.source_score, 8.0) if roles.source else 0.0,
        0.0 if roles.source else 1.0,
        quoted,
    ]


def confidence(probability: float, roles: Roles, quoted: float, weights: list[float]) -> float:
    """Logistic regression (Platt scaling), fitted by `training/choose.py`; 0 to 1, four decimals."""
    values = features(probability, roles, quoted)
    score = sum(w * x for w, x in zip(weights, values, strict=True))
    return round(1 / (1 + math.exp(-max(min(score, 30.0), -30.0))), 4)
