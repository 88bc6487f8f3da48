"""Candidate mentions: every stretch around a noun or pronoun that may mention somebody or something.

The tree proposes, the mention head decides: a noun's phrase ends at its head, or behind any of the
parts that follow it (“the team | of girls | which had been denied visas”).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memcon.language.words import Words

#: Dependencies of words that never head a mention.
_NEVER = frozenset({
    "advmod", "agent", "aux", "auxpass", "case", "cc", "det", "expl", "intj", "mark", "neg",
    "preconj", "predet", "prep", "prt", "punct", "quantmod",
})  # fmt: skip
#: Dependencies of verbs as a rule; a noun that the parser takes for one still has a noun's parts.
_VERBAL = frozenset({
    "acomp", "ccomp", "xcomp", "advcl", "relcl", "acl", "csubj", "parataxis", "pcomp",
})  # fmt: skip
_NOMINAL = frozenset({"det", "poss", "amod", "compound", "nummod"})
#: Left parts that stand before a phrase and are not in it.
_OUTSIDE = frozenset({"punct", "cc", "preconj", "prep", "mark", "intj", "advmod", "aux", "nsubj"})
_MARKS = frozenset(",;:.!?()[]\"'“”‘’«»–—-…")
#: A phrase longer than this is cut off; a head proposes at most so many ends.
_LONGEST, _ENDS = 60, 6


@dataclass(frozen=True, slots=True)
class Candidates:
    """Candidate mentions in the order of their first words; all arrays have the shape `(candidates,)`.

    :param first, last: words of the phrase, both included.
    :param head: its head.
    :param end: 0 if the phrase ends with the head, 1 with the part after it, and so on.
    :param full: whether it is the whole phrase of the head.
    """

    first: NDArray[np.int32]
    last: NDArray[np.int32]
    head: NDArray[np.int32]
    end: NDArray[np.int32]
    full: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.first)


def find_candidates(words: Words) -> Candidates:
    """All candidate mentions of a text."""
    rows: list[tuple[int, int, int, int, bool]] = []
    heads = words.head.tolist()
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    left, right = edges(heads, children)
    forms = [words[i] for i in range(len(words))]
    for i, dep in enumerate(words.dep):
        if dep in _NEVER and not words.entity[i]:
            continue
        if not any(c.isalnum() for c in forms[i]):
            continue
        verbal = dep in _VERBAL and not words.entity[i]
        if verbal and not any(words.dep[c] in _NOMINAL for c in children[i]):
            continue
        first = i
        for child in reversed([c for c in children[i] if c < i]):
            if words.dep[child] in _OUTSIDE or (
                right[child] != first - 1 and right[child] < first - 2
            ):
                break
            first = left[child]
        while first < i and forms[first] in _MARKS:
            first += 1
        ends = [i]
        for child in (c for c in children[i] if c > i):
            if words.dep[child] == "punct" or words.dep[child] == "cc":
                continue
            ends.append(right[child])
        seen: set[int] = set()
        for number, last in enumerate(ends[:_ENDS]):
            while last > i and forms[last] in _MARKS:
                last -= 1
            if last not in seen and last - first < _LONGEST:
                seen.add(last)
                rows.append((first, last, i, number, last >= max(ends) - 1))
    known = {(row[0], row[1]) for row in rows}
    rows += [row for row in _entities(words, heads) if (row[0], row[1]) not in known]
    rows.sort()
    table = np.array(rows, dtype=np.int32).reshape(-1, 5)
    return Candidates(table[:, 0], table[:, 1], table[:, 2], table[:, 3], table[:, 4] == 1)


def _entities(words: Words, heads: list[int]) -> Iterator[tuple[int, int, int, int, bool]]:
    """Named entities, which the tree may have cut apart."""
    first = 0
    for i, kind in enumerate(words.entity):
        if words.entity_start[i] or kind != words.entity[i - 1]:
            first = i
        ends = i + 1 == len(heads) or words.entity[i + 1] != kind or words.entity_start[i + 1]
        if kind and ends:
            inside = range(first, i + 1)
            head = next((j for j in inside if heads[j] == j or heads[j] not in inside), i)
            yield first, i, head, 0, False


def edges(heads: list[int], children: list[list[int]]) -> tuple[list[int], list[int]]:
    """First and last word of every word's subtree."""
    left, right = list(range(len(heads))), list(range(len(heads)))
    depth = [0] * len(heads)
    order: list[int] = []
    stack = [i for i, head in enumerate(heads) if head == i]
    while stack:
        i = stack.pop()
        order.append(i)
        for child in children[i]:
            depth[child] = depth[i] + 1
            stack.append(child)
    for i in reversed(order):
        head = heads[i]
        left[head] = min(left[head], left[i])
        right[head] = max(right[head], right[i])
    return left, right
