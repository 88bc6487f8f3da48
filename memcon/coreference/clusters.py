"""Clusters: which mentions are of one entity."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memcon.coreference.description import Described
from memcon.coreference.heads import Heads

#: A candidate is a mention, and two mentions are linked, above these logits; chosen on the ten GUM
#: documents that `training/coreference.py` does not train on.
MENTION, LINK = -0.7, -1.0
#: Antecedents that are asked about: so many nearest, and so many farther ones with the same head.
NEAREST, SAME_HEAD = 40, 12


@dataclass(frozen=True, slots=True)
class Clustered:
    """Mentions in the order of the text, and the cluster of each.

    :param described: the mentions, with their features.
    :param cluster: its number, `(mentions,)`; a mention alone has one for itself.
    :param sure: the score by which it was linked to its cluster, −inf for the first, `(mentions,)`.
    """

    described: Described
    cluster: NDArray[np.int64]
    sure: NDArray[np.float32]


def cluster(embedded: NDArray[np.float32], described: Described, heads: Heads) -> Clustered:
    """Mentions among the candidates, put together from left to right, entity by entity.

    :param embedded: of all candidates, `(candidates, E)`.
    """
    kept = choose_mentions(described, heads.mentions(embedded), MENTION)
    mentions, embedded = described.take(kept), embedded[kept]
    later, earlier = antecedents(mentions)
    scores = heads.links(embedded, mentions, later, earlier)
    numbers, sure = link(mentions, later, earlier, scores, LINK)
    return Clustered(mentions, numbers, sure)


def choose_mentions(
    described: Described, logits: NDArray[np.float32], least: float
) -> NDArray[np.int64]:
    """Indices of the candidates that are mentions: one to a head, and one more for a list it leads."""
    c = described.candidates
    best: dict[tuple[int, bool], int] = {}
    for k in np.flatnonzero(logits > least).tolist():
        key = int(c.head[k]), bool(described.listed[k])
        if key not in best or logits[k] > logits[best[key]]:
            best[key] = k
    spans: dict[tuple[int, int], int] = {}
    for k in best.values():
        spans.setdefault((int(c.first[k]), int(c.last[k])), k)
    return np.array(sorted(spans.values()), dtype=np.int64)


def antecedents(described: Described) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs of (later, earlier) mentions that are to be judged, sorted by the later."""
    later: list[NDArray[np.int64]] = []
    earlier: list[NDArray[np.int64]] = []
    by_head: dict[int, list[int]] = {}
    for k, head in enumerate(described.heads.tolist()):
        near = max(k - NEAREST, 0)
        far = [j for j in by_head.get(head, ()) if j < near][-SAME_HEAD:]
        both = np.array([*far, *range(near, k)], dtype=np.int64)
        earlier.append(both)
        later.append(np.full(len(both), k, dtype=np.int64))
        by_head.setdefault(head, []).append(k)
    if not later:
        empty = np.zeros(0, dtype=np.int64)
        return empty, empty
    return np.concatenate(later), np.concatenate(earlier)


def link(
    described: Described,
    later: NDArray[np.int64],
    earlier: NDArray[np.int64],
    scores: NDArray[np.float32],
    least: float,
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Join each mention to the cluster that its antecedents speak for most, if any does enough.

    A cluster's score is the log of the summed odds of its mentions; who is known to be a man joins
    no woman.

    :returns: numbers of clusters and the winning scores, `(mentions,)` each.
    """
    count = len(described.candidates)
    numbers = np.arange(count)
    sure = np.full(count, -np.inf, dtype=np.float32)
    genders = described.own[:, 9].tolist()
    of_cluster: dict[int, int] = {}
    bounds = np.searchsorted(later, np.arange(count + 1))
    for k in range(count):
        totals: dict[int, float] = {}
        for p in range(bounds[k], bounds[k + 1]):
            number = int(numbers[earlier[p]])
            score = float(scores[p])
            totals[number] = np.logaddexp(totals[number], score) if number in totals else score
        allowed = {
            n: s
            for n, s in totals.items()
            if not (genders[k] and of_cluster.get(n) and of_cluster[n] != genders[k])
        }
        if allowed:
            best = max(allowed, key=lambda n: (allowed[n], n))
            if allowed[best] > least:
                numbers[k], sure[k] = best, allowed[best]
        if genders[k]:
            of_cluster.setdefault(int(numbers[k]), genders[k])
    return numbers, sure
