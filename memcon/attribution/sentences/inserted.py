"""Cues inserted into what they tell: “The dam, he warned, would not hold, and the town would drown.”

Such a cue stands in a parenthesis between two signs, and the sentence around it is the content, to its
end (the reporting clauses of Quirk et al., A Comprehensive Grammar of the English Language, 14.29).
The model often stops at the next sign, or begins behind the parenthesis.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.attribution.relation import Relation
from memcon.language.words import Words
from memcon.spans import Span

#: Words that a reporting clause has at most, and those of them behind source and cue.
LONGEST, BEHIND = 16, 8
#: Signs on both sides of the parenthesis.
_SIGNS = frozenset((",", "–", "—", "--"))
_CLOSING = frozenset(("”", "’", '"', "'", "»"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl"))
#: Words with which a content that was whole before the parenthesis goes on behind it. With a participle
#: or “when” the narrator goes on: “…, he said, thanking the crews”.
_GOING_ON = frozenset(
    (
        "and",
        "but",
        "or",
        "nor",
        "until",
        "unless",
        "because",
        "if",
        "provided",
        "although",
        "though",
    )
)
#: What begins a clause whose main clause is still to come.
_SUBORDINATE = frozenset(("if", "unless", "should", "were", "had", "until", "once", "without"))
_VERBS = frozenset(("ROOT", "ccomp", "parataxis", "conj"))
_JOINING = frozenset(("and", "but", "or", "nor"))


def around(relations: Sequence[Relation], words: Words) -> list[Relation]:
    """The relations; those with an inserted cue tell the whole sentence around it."""
    by_sentence: dict[int, list[Relation]] = {}
    for relation in relations:
        if relation.cue:
            by_sentence.setdefault(_sentence(relation, words), []).append(relation)
    return [_around(r, by_sentence[_sentence(r, words)], words) if r.cue else r for r in relations]


def _sentence(relation: Relation, words: Words) -> int:
    return int(words.sentence[words.inside(relation.cue[0]).start])


def _around(relation: Relation, others: Sequence[Relation], words: Words) -> Relation:
    parts = _cut_by_clause(relation, words)
    if parts is None:
        return relation
    before, behind = parts
    end = int(words.end[before.stop - 1])
    first = next((a for a, b in relation.content if b == end), None)
    goes_on = [s for s in relation.content if s[0] >= int(words.start[behind.start])]
    incomplete = _lacks_subject(words, behind) or _is_subordinate(words, before)
    if first is None:
        subject = _subject_before(words, before) if goes_on and incomplete else None
        if subject is None:
            return relation
        first = int(words.start[subject])
    if not (goes_on or incomplete or words[behind.start].casefold() in _GOING_ON):
        return relation
    stop = _stop(relation, others, words, behind)
    if stop is None:
        return relation
    earlier = tuple(s for s in relation.content if s[1] < first)
    later = (int(words.start[behind.start]), max(stop, *(b for _, b in goes_on), 0))
    return replace(relation, content=(*earlier, (first, end), later))


def _cut_by_clause(relation: Relation, words: Words) -> tuple[range, range] | None:
    """What stands before and behind a reporting clause in its sentence, without the signs around it."""
    if not (relation.source and relation.cue and relation.content):
        return None
    spans = sorted(relation.source + relation.cue)
    own = words.inside((spans[0][0], spans[-1][1]))
    sentence = words.sentence_words(int(words.sentence[own.start]))
    if own.stop > sentence.stop or own.start - 2 < sentence.start or len(own) > LONGEST:
        return None
    if words[own.start - 1] not in _SIGNS or words[own.start - 2] in _CLOSING:
        return None
    stop = own.stop
    while stop < min(sentence.stop, own.stop + BEHIND) and words[stop] not in _SIGNS:
        stop += 1
    if stop + 1 >= sentence.stop or words[stop] not in _SIGNS:
        return None
    if any(_touches(words, span, range(own.start, stop)) for span in relation.content):
        return None
    behind = range(stop + 1, _last(words, sentence) + 1)
    return (range(sentence.start, own.start - 1), behind) if behind else None


def _touches(words: Words, span: Span, inside: range) -> bool:
    return span[0] < int(words.end[inside.stop - 1]) and int(words.start[inside.start]) < span[1]


def _last(words: Words, sentence: range) -> int:
    """The last word of the sentence that is no sign, but for marks that belong to the words."""
    last = sentence.stop - 1
    while last > sentence.start and words[last] in (".", "!", ",", ";", ":"):
        last -= 1
    return last


def _lacks_subject(words: Words, behind: range) -> bool:
    """“The dam, he warned, would not hold”: a verb stands behind whose subject stood before."""
    for i in behind:
        if words.dep[i] in _SUBJECTS:
            return False
        if words.dep[i] in ("aux", "auxpass") or words.dep[i] in _VERBS:
            verb = int(words.head[i]) if words.dep[i] in ("aux", "auxpass") else i
            return not any(words.dep[j] in _SUBJECTS and words.head[j] == verb for j in behind)
        if words.dep[i] not in ("advmod", "neg", "punct"):
            return False
    return False


def _is_subordinate(words: Words, before: range) -> bool:
    """“If it rains, he warned, the dam …”: the main clause is still to come."""
    return words[before.start].casefold() in _SUBORDINATE


def _subject_before(words: Words, before: range) -> int | None:
    """First word of a noun phrase that is all that stands before, and has no verb."""
    verbal = (*_SUBJECTS, "aux", "auxpass", "mark")
    if any(words.dep[i] in verbal and int(words.head[i]) in before for i in before):
        return None
    if words.dep[before.start] in ("prep", "advmod", "mark", "cc"):
        return None
    return before.start


def _stop(
    relation: Relation, others: Sequence[Relation], words: Words, behind: range
) -> int | None:
    """Where the content ends: before what the speaker is told to have done next, if anything."""
    ours = {i for span in relation.cue for i in words.inside(span)}
    stop = behind.stop
    for i in behind:
        joined = words.dep[i] == "conj" and int(words.head[i]) in ours
        if joined and not any(words.dep[j] in _SUBJECTS and words.head[j] == i for j in behind):
            stop = min(stop, i)
    for other in others:
        if (other.source and other.source != relation.source) or not other.cue:
            continue
        place = words.inside(other.cue[0]).start
        if place in behind:
            stop = min(stop, place)
    while behind.start < stop < behind.stop and _leads_on(words, stop - 1):
        stop -= 1
    return int(words.end[stop - 1]) if stop > behind.start else None


def _leads_on(words: Words, index: int) -> bool:
    """Whether the word belongs to the verb behind it, or is a sign before that."""
    joining = words[index].casefold() in _JOINING or words[index] in (",", ";")
    return joining or words.dep[index] in ("advmod", "aux")
