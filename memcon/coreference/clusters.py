"""Clusters: which mentions are of one entity."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from memcon.coreference.description import Described
from memcon.coreference.heads import Heads

#: A candidate is a mention, and two mentions are linked, above these logits; chosen on the ten GUM
#: documents that `training/coreference.py` does not train on.
MENTION, LINK = -0.7, -1.0
#: Antecedents that are asked about: so many nearest, and so many farther ones with the same head.
NEAREST, SAME_HEAD = 40, 12
#: Pairs that are judged at once, about.
STRETCH = 20000


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


def cluster(mentions: Described, embedded: NDArray[np.float32], heads: Heads) -> Clustered:
    """Mentions put together from left to right, entity by entity.

    :param embedded: their vectors, `(mentions, E)`.
    """
    numbers, sure = link(mentions, _judged(mentions, embedded, heads), LINK)
    return Clustered(mentions, numbers, sure)


def _judged(
    mentions: Described, embedded: NDArray[np.float32], heads: Heads
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]]:
    """Pairs and their scores, stretch by stretch, so that a long text needs no more memory."""
    for later, earlier in antecedents(mentions):
        yield later, earlier, heads.links(embedded, mentions, later, earlier)


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


def antecedents(described: Described) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Pairs of (later, earlier) mentions that are to be judged, sorted by the later, in stretches."""
    later: list[int] = []
    earlier: list[int] = []
    by_head: dict[int, list[int]] = {}
    for k, head in enumerate(described.heads.tolist()):
        near = max(k - NEAREST, 0)
        before = by_head.setdefault(head, [])
        far = before[: bisect_left(before, near)][-SAME_HEAD:]
        earlier += [*far, *range(near, k)]
        later += [k] * (len(far) + k - near)
        before.append(k)
        if len(later) > STRETCH:
            yield np.array(later, dtype=np.int64), np.array(earlier, dtype=np.int64)
            later, earlier = [], []
    if later:
        yield np.array(later, dtype=np.int64), np.array(earlier, dtype=np.int64)


def link(
    described: Described,
    judged: Iterable[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]],
    least: float,
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Join each mention to the cluster that its antecedents speak for most, if any does enough.

    A cluster's score is the log of the summed odds of its mentions; who is known to be a man joins
    no woman.

    :param judged: stretches of pairs (later, earlier) and their scores, sorted by the later.
    :returns: numbers of clusters and the winning scores, `(mentions,)` each.
    """
    count = len(described.candidates)
    numbers = list(range(count))
    sure = np.full(count, -np.inf, dtype=np.float32)
    genders = described.own[:, 9].tolist()
    of_cluster: dict[int, int] = {k: sex for k, sex in enumerate(genders) if sex}
    for later, earlier, scores in judged:
        rows = zip(later.tolist(), earlier.tolist(), scores.tolist(), strict=True)
        for k, pairs in groupby(rows, key=itemgetter(0)):
            totals: dict[int, float] = {}
            for _, other, score in pairs:
                number = numbers[other]
                known = totals.get(number)
                totals[number] = score if known is None else float(np.logaddexp(known, score))
            sex = genders[k]
            allowed = [n for n in totals if not sex or of_cluster.get(n, sex) == sex]
            if not allowed:
                continue
            best = max(allowed, key=lambda n: (totals[n], n))
            if totals[best] > least:
                numbers[k], sure[k] = best, totals[best]
                if sex:
                    of_cluster.setdefault(best, sex)
    return np.array(numbers, dtype=np.int64), sure
