"""Doubts: pairs of actors that no rule may join, since somebody said so or took a rule's word back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from memcon.registry.features import Features
from memcon.registry.identity import Identity
from memcon.registry.judgements import Judgement, standing


class Doubts:
    """What a log says against pairs of actors: “different”, “unsure”, or a “same” that was undone."""

    def __init__(self, log: Sequence[Judgement], identity: Identity) -> None:
        kept = {j.id for j in standing(log)}
        self._beside: defaultdict[int, set[int]] = defaultdict(set)
        for judgement in log:
            if judgement.verdict == "undo":
                continue
            stands_for_one = judgement.id in kept and judgement.verdict == "same"
            taken_back = judgement.id not in kept and judgement.verdict != "same"
            if stands_for_one or taken_back:
                continue
            one, other = map(identity.actor, judgement.pair)
            if one != other:
                self._beside[one].add(other)
                self._beside[other].add(one)

    def beside(self, actor: int) -> set[int]:
        """The actors that are doubted to be this one."""
        return self._beside.get(actor, set())


def undoubted(group: Sequence[Features], doubts: Doubts) -> list[Features]:
    """The group without those of whom it is doubtful that they belong to it.

    Where two of it are doubted to be one, or are two in one document, that of fewer entries is left
    out; both are if neither has more.
    """
    out: set[int] = set()
    for one, other in _clashes(group, doubts):
        sizes = len(one.entries), len(other.entries)
        if sizes[0] <= sizes[1]:
            out.add(one.actor)
        if sizes[1] <= sizes[0]:
            out.add(other.actor)
    return [actor for actor in group if actor.actor not in out]


def _clashes(group: Sequence[Features], doubts: Doubts) -> Iterator[tuple[Features, Features]]:
    sharing: defaultdict[int, list[Features]] = defaultdict(list)
    for actor in group:
        for reading in actor.readings:
            sharing[reading].append(actor)
    for together in sharing.values():
        yield from combinations(together, 2)
    yield from _doubted(group, doubts)


def _doubted(group: Iterable[Features], doubts: Doubts) -> Iterator[tuple[Features, Features]]:
    of = {actor.actor: actor for actor in group}
    for one in of.values():
        for other in sorted(doubts.beside(one.actor)):
            if one.actor < other and other in of:
                yield one, of[other]
