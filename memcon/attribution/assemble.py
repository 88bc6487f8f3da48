"""Relations become attributions: no repetitions, types, parents, ids."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.attribution.relation import Relation
from memcon.language.quotations import Quotation
from memcon.record import Attribution, AttributionType
from memcon.spans import Span, Spans


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
    outer = [q.span for q in quotations if not q.depth]
    parents = _parents(ordered)
    return [
        Attribution(
            id=f"a{i + 1}",
            source=r.source,
            cue=r.cue,
            content=r.content,
            type="direct" if r.verbatim else _type(r.content, outer, text),
            parent=None if parents[i] is None else f"a{parents[i] + 1}",
            confidence=r.confidence,
        )
        for i, r in enumerate(ordered)
    ]


def _place(relation: Relation) -> tuple[int, int, Spans]:
    """Where a relation's content begins; of those that begin together the longer one is first."""
    start, end = relation.content[0][0], relation.content[-1][1]
    return start, -end, relation.cue


def _type(content: Spans, quotations: list[Span], text: str) -> AttributionType:
    """Direct if the words are all quoted, mixed if some are; scare quotes count as quoted words."""
    quoted = total = 0
    for start, end in content:
        inside = [(max(a, start), min(b, end)) for a, b in quotations if a < end and start < b]
        total += _letters(text, start, end)
        quoted += sum(_letters(text, a, b) for a, b in inside)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= total else "mixed"


def _letters(text: str, start: int, end: int) -> int:
    return sum(c.isalnum() for c in text[start:end])


@dataclass(frozen=True, slots=True)
class _Extent:
    start: int
    end: int
    size: int


def _parents(relations: list[Relation]) -> list[int | None]:
    """Index of the innermost relation whose content holds the whole of each other one."""
    contents = [
        _Extent(r.content[0][0], r.content[-1][1], r.content[-1][1] - r.content[0][0])
        for r in relations
    ]
    out: list[int | None] = []
    # Candidates still open at the current place, so that long texts are not compared pair by pair.
    order = sorted(range(len(relations)), key=lambda i: (contents[i].start, -contents[i].size))
    spans = [r.source + r.cue + r.content for r in relations]
    extents = [(min(s)[0], max(b for _, b in s)) for s in spans]
    for i, (start, end) in enumerate(extents):
        best: int | None = None
        for j in order:
            if contents[j].start > start:
                break
            if j == i or contents[j].end < end or not _holds(relations[j], relations[i]):
                continue
            if best is None or contents[j].size < contents[best].size:
                best = j
        out.append(best)
    return out


def _holds(outer: Relation, inner: Relation) -> bool:
    """Whether the inner relation is told in the outer one's content, and not the other way round."""
    if not all(any(a <= c and d <= b for a, b in outer.content) for c, d in inner.cue + inner.content):
        # The words between two pieces of a content (“…,” she said, “…”) belong to its carrier.
        return False
    outer_size = sum(b - a for a, b in outer.content)
    inner_size = sum(b - a for a, b in inner.content)
    return outer_size > inner_size
