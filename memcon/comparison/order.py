"""Order: the same Comparison with its accounts in another order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from memcon.comparison.model import Change, Comparison, Emphasis, Share, Told, Value

_Item = TypeVar("_Item")


def reordered(comparison: Comparison, order: Sequence[int]) -> Comparison:
    """The Comparison with account `order[n]` at place n.

    :param order: each number of an account once.
    """
    places = {old: new for new, old in enumerate(order)}

    def moved(items: tuple[_Item, ...]) -> tuple[_Item, ...]:
        return tuple(items[n] for n in order)

    def value(item: Value | None) -> Value | None:
        return item and item.model_copy(update={"account": places[item.account]})

    def told(item: Told | None) -> Told | None:
        return item and item.model_copy(update={"account": places[item.account]})

    def change(item: Change) -> Change:
        values = moved(tuple(map(told, item.values)))
        stronger = None if item.stronger is None else places[item.stronger]
        return item.model_copy(update={"values": values, "stronger": stronger})

    def share(item: Share) -> Share:
        return item.model_copy(update={"shares": moved(item.shares), "order": moved(item.order)})

    emphasis = comparison.emphasis
    return comparison.model_copy(
        update={
            "accounts": moved(comparison.accounts),
            "facts": tuple(
                f.model_copy(update={"values": moved(tuple(map(value, f.values)))})
                for f in comparison.facts
            ),
            "pairs": tuple(
                p.model_copy(
                    update={
                        "members": moved(p.members),
                        "changes": tuple(change(c) for c in p.changes),
                    }
                )
                for p in comparison.pairs
            ),
            "only": moved(comparison.only),
            "frames": moved(comparison.frames),
            "emphasis": Emphasis(
                speakers=tuple(map(share, emphasis.speakers)),
                topics=tuple(map(share, emphasis.topics)),
                words=moved(emphasis.words),
            ),
            "words": tuple(
                w.model_copy(update={"names": moved(w.names)}) for w in comparison.words
            ),
            "statements": moved(comparison.statements),
        }
    )
