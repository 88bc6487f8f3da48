"""Alignment: which statements of several accounts say the like.

Of each two accounts the best one-to-one assignment is found (Kuhn 1955, by scipy), wherever in the
text the statements stand. A statement that is left over, though the other account has the like of
it, joins the pair of what it is likest to: one account says in two sentences what the other says in
one. So a statement is told by one account alone only if no statement of any other is like it, and
what is added to an account can make no statement of another so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from memcon.comparison.likeness import ALIKE

#: Among assignments that are equally good, that which keeps the order of the text.
_IN_ORDER = 1e-7
#: The assignment weighs likenesses by this power: one sure pair before two doubtful ones.
_SURE = 3

#: A unit: number of the account, and its number in it.
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """Units that say the like.

    :param members: numbers of units, one tuple an account, empty where it says nothing like it.
    :param likeness: 0 to 1.
    :param core: of each account the one that was assigned first; what joined it came later.
    """

    members: tuple[tuple[int, ...], ...]
    likeness: float
    core: tuple[int | None, ...]


def align(
    sizes: Sequence[int],
    likeness: Mapping[tuple[int, int], NDArray[np.float64]],
    order: Sequence[int],
) -> tuple[Group, ...]:
    """The groups of units; what is in none is told by one account alone.

    :param sizes: of each account, how many units it has.
    :param likeness: of each pair of accounts `(a, b)`, a before b in `order`: `(units of a, of b)`.
    :param order: the accounts in an order that does not hang on how they were given.
    """
    pairs: list[tuple[float, Place, Place]] = []
    for (a, b), matrix in likeness.items():
        pairs += [(matrix[i, j], (a, i), (b, j)) for i, j in _assign(matrix)]
    rank = {account: n for n, account in enumerate(order)}
    pairs.sort(key=lambda p: (-p[0], rank[p[1][0]], p[1][1], rank[p[2][0]], p[2][1]))
    clusters: dict[Place, set[Place]] = {}
    for _, one, other in pairs:
        left, right = clusters.get(one, {one}), clusters.get(other, {other})
        # Two statements of one account are never one by way of a third's.
        if left is right or {account for account, _ in left} & {account for account, _ in right}:
            continue
        whole = left | right
        clusters |= dict.fromkeys(whole, whole)
    cores = {id(cluster): frozenset(cluster) for cluster in clusters.values()}
    places = [(n, i) for n in order for i in range(sizes[n])]
    while True:
        homes = {p: _likest(p, likeness, clusters, rank) for p in places if p not in clusters}
        found = {place: home for place, home in homes.items() if home is not None}
        if not found:
            break
        for place, home in found.items():
            clusters[home].add(place)
        clusters |= {place: clusters[home] for place, home in found.items()}
    different = {id(cluster): cluster for cluster in clusters.values()}
    return tuple(
        _group(cluster, cores[name], len(sizes), likeness) for name, cluster in different.items()
    )


def _assign(matrix: NDArray[np.float64]) -> list[tuple[int, int]]:
    if not matrix.size:
        return []
    rows, columns = np.indices(matrix.shape)
    apart = np.abs(rows / matrix.shape[0] - columns / matrix.shape[1])
    weight = np.where(matrix >= ALIKE, matrix**_SURE - _IN_ORDER * apart, 0.0)
    chosen = zip(*linear_sum_assignment(weight, maximize=True), strict=True)
    return [(int(i), int(j)) for i, j in chosen if matrix[i, j] >= ALIKE]


def _likest(
    place: Place,
    likeness: Mapping[tuple[int, int], NDArray[np.float64]],
    clusters: dict[Place, set[Place]],
    rank: dict[int, int],
) -> Place | None:
    """The unit in a cluster that the one left over is likest to, if it is like any."""
    account, unit = place
    found: list[tuple[float, int, int, Place]] = []
    for (a, b), matrix in likeness.items():
        if account in (a, b):
            row = matrix[unit] if account == a else matrix[:, unit]
            other = b if account == a else a
            found += [
                (-float(row[n]), rank[other], int(n), (other, int(n)))
                for n in np.flatnonzero(row >= ALIKE)
                if (other, int(n)) in clusters
            ]
    return min(found)[-1] if found else None


def _group(
    cluster: set[Place],
    core: frozenset[Place],
    accounts: int,
    likeness: Mapping[tuple[int, int], NDArray[np.float64]],
) -> Group:
    members = tuple(
        tuple(sorted(unit for account, unit in cluster if account == n)) for n in range(accounts)
    )
    scores = []
    for (a, b), matrix in likeness.items():
        if members[a] and members[b]:
            part = matrix[np.ix_(members[a], members[b])]
            # Each with what it is likest to on the other side.
            scores += [*part.max(axis=1).tolist(), *part.max(axis=0).tolist()]
    first = dict(core)
    assigned = tuple(first.get(n, next(iter(members[n]), None)) for n in range(accounts))
    return Group(members, round(float(np.mean(sorted(scores))), 3), assigned)
