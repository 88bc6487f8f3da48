"""Candidates: pairs of actors that somebody should look at, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from memcon.registry.blocking import pairs
from memcon.registry.comparison import CANDIDATE, Comparison, compare
from memcon.registry.features import Features
from memcon.registry.identity import Identity


@dataclass(frozen=True, slots=True)
class Candidates:
    """What is left to judge.

    :param common: names that too many share to compare each with each, with their number.
    """

    found: tuple[Comparison, ...]
    common: tuple[tuple[str, int], ...] = ()


def candidates(
    actors: Sequence[Features],
    identity: Identity,
    *,
    of: Iterable[int] | None = None,
    unsure: bool = False,
) -> Candidates:
    """The pairs that may be one actor and that nobody has judged.

    Two actors of one document are never among them: the reader saw both and kept them apart.

    :param of: entries of whose actors one must be in each pair; None for all.
    :param unsure: whether to give those as well that somebody was unsure of.
    """
    asked = None if of is None else {identity.actor(entry) for entry in of}
    places, common = pairs(
        actors,
        None if asked is None else {p for p, actor in enumerate(actors) if actor.actor in asked},
    )
    found = []
    for one, other in sorted(places):
        left, right = actors[one], actors[other]
        if not open_to_judgement(left, right, identity, unsure=unsure):
            continue
        comparison = compare(left, right)
        if comparison is not None and comparison.score >= CANDIDATE:
            found.append(comparison)
    found.sort(key=lambda c: (-c.score, c.left, c.right))
    return Candidates(tuple(found), tuple(common))


def open_to_judgement(
    left: Features, right: Features, identity: Identity, *, unsure: bool = False
) -> bool:
    """Whether the two may be one, as far as documents and judgements say."""
    return (
        left.readings.isdisjoint(right.readings)
        and identity.apart(left.actor, right.actor) is None
        and (unsure or identity.unsure(left.actor, right.actor) is None)
    )
