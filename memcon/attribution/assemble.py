"""Relations become attributions: no repetitions, types, parents, ids."""

from __future__ import annotations

from memcon.attribution.quoted import type_of
from memcon.attribution.relation import Relation
from memcon.language.quotations import Quotation
from memcon.record import Attribution
from memcon.spans import Spans


def assemble(
    relations: list[Relation], quotations: list[Quotation], text: str
) -> list[Attribution]:
    """Attributions in the order of the text, without speakers yet.

    Of relations with the same cue and content the surest stays; a frame goes before all others.
    """
    kept: dict[tuple[Spans, Spans], Relation] = {}
    for relation in sorted(relations, key=lambda r: (not r.frame, -r.confidence)):
        kept.setdefault((relation.cue, relation.content), relation)
    ordered = sorted(kept.values(), key=_place)
    outer = sorted(q.span for q in quotations if not q.depth)
    parents = _parents(ordered)
    return [
        Attribution(
            id=f"a{i + 1}",
            source=r.source,
            cue=r.cue,
            content=r.content,
            type="direct" if r.verbatim else type_of(r.content, outer, text),
            parent=None if (parent := parents[i]) is None else f"a{parent + 1}",
            confidence=r.confidence,
        )
        for i, r in enumerate(ordered)
    ]


def _place(relation: Relation) -> tuple[int, int, Spans]:
    """Where a relation's content begins; of those that begin together the longer one is first."""
    start, end = relation.content[0][0], relation.content[-1][1]
    return start, -end, relation.cue


def _parents(relations: list[Relation]) -> list[int | None]:
    """Index of the innermost relation whose content holds the whole of each other one."""
    contents = [(r.content[0][0], r.content[-1][1]) for r in relations]
    extents = []
    for r in relations:
        spans = r.source + r.cue + r.content
        extents.append((min(a for a, _ in spans), max(b for _, b in spans)))
    out: list[int | None] = [None] * len(relations)
    # A sweep through the text: only contents that are open at a place can hold what begins there,
    # so that texts of any length are not compared pair by pair.
    coming = sorted(range(len(relations)), key=lambda i: contents[i][0])
    opened: list[int] = []
    taken = 0
    for i in sorted(range(len(relations)), key=lambda i: extents[i][0]):
        start, end = extents[i]
        while taken < len(coming) and contents[coming[taken]][0] <= start:
            opened.append(coming[taken])
            taken += 1
        opened = [j for j in opened if contents[j][1] > start]
        holders = [
            j
            for j in opened
            if j != i and contents[j][1] >= end and _holds(relations[j], relations[i])
        ]
        out[i] = min(holders, key=lambda j: (contents[j][1] - contents[j][0], j), default=None)
    return out


def _holds(outer: Relation, inner: Relation) -> bool:
    """Whether the inner relation is told in the outer one's content, and not the other way round."""
    if not all(
        any(a <= c and d <= b for a, b in outer.content) for c, d in inner.cue + inner.content
    ):
        # The words between two pieces of a content (“…,” she said, “…”) belong to its carrier.
        return False
    outer_size = sum(b - a for a, b in outer.content)
    inner_size = sum(b - a for a, b in inner.content)
    return outer_size > inner_size
