"""Discourse networks: actors joined by the concepts that they agree or differ on.

The one-mode network of Leifeld (2017), “Discourse Network Analysis: Policy Debates as Dynamic
Networks”. An actor has a position `(concept, sign)` if one statement at least takes it. Of two actors,
*congruence* is how many positions both have; *conflict* on how many concepts the one is for and the
other against, either way; *subtract* is congruence less conflict.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from typing import Literal

from memcon.charts.people import Party
from memcon.charts.positions import Position

Aggregation = Literal["congruence", "conflict", "subtract"]
Normalisation = Literal["no", "average", "jaccard", "cosine"]
AGGREGATIONS: tuple[Aggregation, ...] = ("congruence", "conflict", "subtract")
NORMALISATIONS: tuple[Normalisation, ...] = ("no", "average", "jaccard", "cosine")

_Positions = frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Bond:
    """What joins two actors or parts them; not 0.

    :param one: the first of the two by its key.
    """

    one: Party
    other: Party
    weight: float


def discourse(
    positions: Iterable[Position],
    aggregation: Aggregation = "subtract",
    normalisation: Normalisation = "average",
) -> list[Bond]:
    """The bonds of all pairs of actors, the strongest first.

    :param normalisation: what the weight is divided by, since who speaks much agrees with many:
        `average` by the mean of the two actors' numbers of positions, `jaccard` by the number of
        positions that either has, `cosine` by the geometric mean of their numbers.
    """
    held, parties = _held(positions)
    bonds = []
    for a, b in combinations(sorted(held), 2):
        weight = _weight(held[a], held[b], aggregation) / _divisor(held[a], held[b], normalisation)
        if weight:
            bonds.append(Bond(parties[a], parties[b], weight))
    return sorted(bonds, key=lambda bond: (-abs(bond.weight), bond.one.key, bond.other.key))


def _held(positions: Iterable[Position]) -> tuple[dict[str, _Positions], dict[str, Party]]:
    held: dict[str, set[tuple[str, int]]] = {}
    parties: dict[str, Party] = {}
    for position in positions:
        parties.setdefault(position.holder.key, position.holder)
        concept = position.concept.casefold()
        held.setdefault(position.holder.key, set()).add((concept, position.sign))
    return {key: frozenset(some) for key, some in held.items()}, parties


def _weight(a: _Positions, b: _Positions, aggregation: Aggregation) -> int:
    congruence = len(a & b)
    conflict = sum((concept, -sign) in b for concept, sign in a)
    if aggregation == "subtract":
        return congruence - conflict
    return congruence if aggregation == "congruence" else conflict


def _divisor(a: _Positions, b: _Positions, normalisation: Normalisation) -> float:
    if normalisation == "average":
        return (len(a) + len(b)) / 2
    if normalisation == "jaccard":
        return len(a | b)
    return sqrt(len(a) * len(b)) if normalisation == "cosine" else 1
