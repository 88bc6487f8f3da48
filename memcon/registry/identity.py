"""Identity: which entries are one actor, computed from the judgements that stand.

Entries that “same” joins, directly or through others, are one actor (union-find, the smaller part
joining the larger); its id is the smallest of theirs, so that it does not depend on the order.
“Different” keeps apart all that is joined to either side. “Unsure” changes nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from memcon.registry.judgements import Judgement, standing


class Identity:
    """The actors of a log of judgements; an entry that no judgement joins is an actor of its own.

    :param judgements: the whole log, with what is undone and what undoes.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._actor: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._least: dict[int, int] = {}
        #: Of each actor: “different” and “unsure” that one of its members is part of.
        self._others: dict[int, list[Judgement]] = {}
        self._links: dict[int, list[Judgement]] = {}
        for judgement in standing(judgements):
            self.take(judgement)

    def take(self, judgement: Judgement) -> None:
        """Count one more judgement, which is not an undoing."""
        left, right = judgement.pair
        if judgement.verdict == "same":
            for entry in (left, right):
                self._links.setdefault(entry, []).append(judgement)
            self._join(left, right)
        else:
            for entry in (left, right):
                self._others.setdefault(self._root(entry), []).append(judgement)

    def actor(self, entry: int) -> int:
        """The id of the actor that the entry is of."""
        root = self._root(entry)
        return self._least.get(root, root)

    def members(self, entry: int) -> list[int]:
        """All entries of that entry's actor, itself included, in order."""
        return sorted(self._members.get(self._root(entry), [entry]))

    def joined(self, left: int, right: int) -> bool:
        """Whether both are of one actor."""
        return self._root(left) == self._root(right)

    def apart(self, left: int, right: int) -> Judgement | None:
        """A “different” that keeps the actors of the two apart, the oldest one."""
        return self._between(left, right, "different")

    def unsure(self, left: int, right: int) -> Judgement | None:
        """An “unsure” between the actors of the two, the oldest one."""
        return self._between(left, right, "unsure")

    def chain(self, left: int, right: int) -> list[Judgement]:
        """The fewest “same” that lead from one entry to the other; none if they are not joined."""
        came: dict[int, tuple[int, Judgement]] = {}
        waiting = deque([left])
        while waiting and right not in came:
            entry = waiting.popleft()
            for link in self._links.get(entry, ()):
                other = link.pair[0] if link.pair[1] == entry else link.pair[1]
                if other not in came and other != left:
                    came[other] = (entry, link)
                    waiting.append(other)
        out: list[Judgement] = []
        while right in came:
            right, link = came[right]
            out.append(link)
        return out[::-1]

    def _root(self, entry: int) -> int:
        return self._actor.get(entry, entry)

    def _join(self, left: int, right: int) -> None:
        small, large = self._root(left), self._root(right)
        if small == large:
            return
        if len(self._members.get(small, (small,))) > len(self._members.get(large, (large,))):
            small, large = large, small
        moved = self._members.pop(small, [small])
        self._members.setdefault(large, [large]).extend(moved)
        self._actor.update(dict.fromkeys(moved, large))
        self._least[large] = min(self._least.get(large, large), self._least.pop(small, small))
        others = self._others.pop(small, [])
        self._others.setdefault(large, []).extend(others)

    def _between(self, left: int, right: int, verdict: str) -> Judgement | None:
        one, other = self._root(left), self._root(right)
        fewer = min(self._others.get(one, []), self._others.get(other, []), key=len)
        found = (
            j
            for j in fewer
            if j.verdict == verdict and {self._root(e) for e in j.pair} == {one, other}
        )
        return min(found, key=lambda j: j.id, default=None)
