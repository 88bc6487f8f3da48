"""Hedges and bounds of numbers that not all accounts have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.comparison.changes.side import Side, change
from memcon.comparison.hedges import find_hedges
from memcon.comparison.model import Change, Told
from memcon.comparison.numbers import Quantity
from memcon.record import Span


def hedging(sides: Sequence[Side | None]) -> Iterator[Change]:
    rows: list[dict[str, Span]] = []
    for side in sides:
        found: dict[str, Span] = {}
        for unit in side.units if side else ():
            assert side is not None
            spans = tuple(sorted({*unit.spans, *(c for a in unit.attributions for c in a.cue)}))
            for hedge in find_hedges(side.account.reading, spans):
                found.setdefault(hedge.normal, hedge.span)
            for quantity in side.account.quantities_of(unit):
                if quantity.bound:
                    # Only the words of the bound, without the number.
                    words = quantity.words.removesuffix(
                        side.account.text((quantity.span[0], quantity.span[1]))
                    )
                    bound = words or quantity.words
                    found.setdefault(_bound_words(bound, quantity), quantity.span)
        rows.append(found)
    present = [row for row, side in zip(rows, sides, strict=True) if side]
    shared = set.intersection(*(set(row) for row in present)) if present else set()
    values: list[Told | None] = []
    for row, side in zip(rows, sides, strict=True):
        own = [(span, words) for words, span in row.items() if words not in shared]
        if side is None or not own:
            values.append(None)
            continue
        own.sort()
        text = ", ".join(words for _, words in own)
        values.append(side.told(text, text, own[0][0]))
    if any(values):
        yield change("hedge", values)


def _bound_words(words: str, quantity: Quantity) -> str:
    """“About” of “about 25 million dollars”."""
    cut = len(words) - len(quantity.noun)
    for end in range(len(words), 0, -1):
        if quantity.noun.startswith(words[end - 1 :]) and words[: end - 1].endswith(" "):
            return words[: end - 1].strip().casefold()
    return words[: max(cut, 0)].strip().casefold() or words.casefold()
