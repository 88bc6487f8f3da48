"""Rivals: of two cues that lay claim to one stretch of words, the nearer one has it.

In “She said the lamp was lit, adding: ‘And so it stays.’” the quotation is what she added. A model
that labels every cue by itself gives it to “said” as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from memcon.attribution.relation import Relation
from memcon.language.words import Words
from memcon.spans import Span, Spans

#: Cues on each side, in the order of the text, that a cue's stretches are compared with.
NEIGHBOURS = 6
#: Share of the stretch that the rival must claim, and of the rival's content that this must be.
CLAIMED, MAINLY = 0.8, 0.6
#: Parts of speech between “and” and a verb, and signs that belong to what stands before it.
_BEFORE_VERBS = {"advmod", "aux", "neg"}
_SUBJECTS = {"nsubj", "nsubjpass", "expl"}
_ENDING = {")", "]", "”", '"'}


def settle(relations: list[Relation]) -> list[Relation]:
    """The relations in the order of their cues, without the stretches that a rival has.

    Only a content of several stretches can lose one, and never its last: what stands inside another's
    content as a whole is nested in it, not claimed twice.
    """
    ordered = sorted(relations, key=lambda r: (r.cue, r.content))
    return [_without_lost(ordered, i) for i in range(len(ordered))]


def cut_at_joined(relations: list[Relation], words: Words) -> list[Relation]:
    """The relations, none going on into what its speaker did next.

    “She regretted the loss and thanked the crews”: what was regretted ends before “and”. The two cues
    share one source, which stands outside of what either tells. Before a third cue the comma does for
    “and”: “regretted the loss, thanked the crews, and left”.
    """
    by_source: dict[Spans, list[Relation]] = {}
    for relation in relations:
        if relation.source and relation.cue:
            by_source.setdefault(relation.source, []).append(relation)
    return [_cut(r, by_source.get(r.source, ()), words) for r in relations]


def _cut(relation: Relation, beside: Sequence[Relation], words: Words) -> Relation:
    start, end = relation.content[-1]
    joints = {cue: before for r in beside for cue, before in _joint(r, words)}
    last_joint = max((c for c, b in joints.items() if words.dep[b] == "cc"), default=-1)
    for other in beside:
        cue = other.cue[0][0] if other.cue else -1
        if not start < cue < end or cue not in joints:
            continue
        before = joints[cue]
        if words.dep[before] != "cc" and not (words[before] == "," and cue < last_joint):
            continue
        last = before - 1
        while (
            last >= 0 and not any(c.isalnum() for c in words[last]) and words[last] not in _ENDING
        ):
            last -= 1
        # “Said that he was ill and called it a common ailment”: a clause shares its subject itself.
        told = words.inside((start, int(words.end[last])))
        ours = {i for a, b in relation.cue for i in words.inside((a, b))}
        verbs = [i for a, b in other.cue for i in words.inside((a, b))]
        joined = any(words.dep[i] == "conj" and int(words.head[i]) in ours for i in verbs)
        if told and (joined or not any(words.dep[i] in _SUBJECTS for i in told)):
            end = min(end, int(words.end[last]))
    return relation if end == relation.content[-1][1] else relation.ending(end)


def _joint(relation: Relation, words: Words) -> Iterator[tuple[int, int]]:
    """Where the cue begins, and the word before it and before what belongs to its verb."""
    cue = relation.cue[0][0]
    before = words.inside((cue, cue + 1)).start - 1
    while before >= 0 and words.dep[before] in _BEFORE_VERBS:
        before -= 1
    if before >= 1:
        yield cue, before


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
