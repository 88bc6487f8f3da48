"""Rivals: of two cues that lay claim to one stretch of words, the nearer one has it.

In “She said the lamp was lit, adding: ‘And so it stays.’” the quotation is what she added. A model
that labels every cue by itself gives it to “said” as well.
"""

from __future__ import annotations

from dataclasses import replace

from memcon.attribution.relation import Relation
from memcon.spans import Span, Spans

#: Cues on each side, in the order of the text, that a cue's stretches are compared with.
NEIGHBOURS = 6
#: Share of the stretch that the rival must claim, and of the rival's content that this must be.
CLAIMED, MAINLY = 0.8, 0.6


def settle(relations: list[Relation]) -> list[Relation]:
    """The relations in the order of their cues, without the stretches that a rival has.

    Only a content of several stretches can lose one, and never its last: what stands inside another's
    content as a whole is nested in it, not claimed twice.
    """
    ordered = sorted(relations, key=lambda r: (r.cue, r.content))
    return [_without_lost(ordered, i) for i in range(len(ordered))]


def _without_lost(ordered: list[Relation], index: int) -> Relation:
    relation = ordered[index]
    if len(relation.content) < 2:
        return relation
    near = ordered[max(0, index - NEIGHBOURS) : index] + ordered[index + 1 : index + 1 + NEIGHBOURS]
    kept = tuple(
        span for span in relation.content if not any(_has(rival, span, relation) for rival in near)
    )
    return replace(relation, content=kept) if kept else relation


def _has(rival: Relation, span: Span, relation: Relation) -> bool:
    """Whether the rival's cue stands between the stretch and the relation's own cue, and claims it."""
    own, theirs = relation.cue[0][0], rival.cue[0][0]
    nearer = own < theirs < span[0] or span[1] <= theirs < own
    shared = _shared(rival.content, span)
    return (
        nearer
        and shared >= CLAIMED * (span[1] - span[0])
        and shared >= MAINLY * sum(b - a for a, b in rival.content)
    )


def _shared(content: Spans, span: Span) -> int:
    return sum(max(0, min(b, span[1]) - max(a, span[0])) for a, b in content)
