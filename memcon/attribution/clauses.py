"""Clauses: what hangs on the words of a content and follows them belongs to it.

“The objectives, which they failed to reach, at the table” is one thing that somebody pursues.
"""

from __future__ import annotations

from dataclasses import replace

from memcon.attribution.relation import Relation
from memcon.language.words import Words


def with_joined_verbs(relation: Relation, words: Words) -> Relation:
    """“That they would share the survey, but would not publish it”: the second verb shares the subject.

    It is the content's if the parser hangs it on the content's verb, or if a modal verb says so behind a
    verb of saying: what the speaker did next would stand in the plain past (“and left”).
    """
    inside = words.inside(relation.content[-1])
    comma = inside.stop < len(words) and words[inside.stop] == ","
    joint = inside.stop + comma
    if not len(inside) or joint >= len(words) or words.dep[joint] != "cc":
        return relation
    taken = {i for span in relation.cue + relation.source for i in words.inside(span)}
    verb = int(words.head[joint])
    sentence = words.sentence_words(int(words.sentence[inside.stop - 1]))
    behind = range(joint + 1, sentence.stop)
    joined = next(
        (i for i in behind if words.dep[i] == "conj" and int(words.head[i]) == verb), None
    )
    if joined is None or _subjects(words, joined, behind):
        return relation
    if words[joined].casefold() in _WITHHELD:
        return relation
    modal = any(
        words.dep[i] == "aux" and words[i].casefold() in _MODALS and int(words.head[i]) == joined
        for i in behind
    )
    if verb in taken:
        ours = modal
    else:
        ours = verb in inside and _subjects(words, verb, inside) and (modal or not comma)
    if not ours:
        return relation
    last = None
    for i in behind:
        if i in taken or not words.hangs_on(i, range(joined, joined + 1)):
            break
        if any(c.isalnum() for c in words[i]):
            last = i
    if last is None:
        return relation
    start = relation.content[-1][0]
    return replace(relation, content=(*relation.content[:-1], (start, int(words.end[last]))))


def _subjects(words: Words, verb: int, among: range) -> bool:
    return any(words.dep[i] in _SUBJECTS and int(words.head[i]) == verb for i in among)


def with_its_preposition(relation: Relation, words: Words) -> Relation:
    """“Committed to opening …”: the “to” belongs to the cue, as PolNeAR's annotators have it.

    “To open” is another matter: there it begins what is willed.
    """
    if not relation.cue:
        return relation
    cue, content = words.inside(relation.cue[-1]), words.inside(relation.content[0])
    first = content.start
    if (
        len(content) < 2
        or cue.stop != first
        or words[first].casefold() != "to"
        or words.dep[first] != "prep"
        or words.dep[first + 1] != "pcomp"
    ):
        return relation
    return replace(
        relation,
        cue=(*relation.cue[:-1], (relation.cue[-1][0], int(words.end[first]))),
        content=((int(words.start[first + 1]), relation.content[0][1]), *relation.content[1:]),
    )


_MODALS = {"would", "will", "could", "might", "should", "must"}
#: “He said no more than that, but would not elaborate”: that is told of him.
_WITHHELD = {
    "comment", "elaborate", "say", "discuss", "give", "confirm", "answer", "provide", "specify",
    "identify", "name", "reveal", "disclose", "speculate", "explain",
}  # fmt: skip
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
#: Words between brackets that are looked over at most.
_INSERTED = 8


def complete(relation: Relation, words: Words) -> Relation:
    """The relation, its content carried on over the words of the sentence that hang on it.

    It stops before the first word that hangs on something else, before its own cue and source, and
    before another main clause.
    """
    inside = words.inside(relation.content[-1])
    sentence = words.sentence_words(int(words.sentence[inside.stop - 1]))
    taken = {i for span in relation.cue + relation.source for i in words.inside(span)}
    last = inside.stop - 1
    inserted = _inserted(words, range(inside.stop, sentence.stop))
    carried_on = range(0)
    for i in range(inside.stop, sentence.stop):
        if i in inserted:
            continue
        if i - 1 in inserted and words.dep[i] == "aux" and words[i].casefold() == "to":
            # “[In a bid] to fill …”: the parser loses its way among the brackets.
            carried_on = range(int(words.head[i]), int(words.head[i]) + 1)
        hangs = words.hangs_on(i, inside) or words.hangs_on(i, carried_on)
        if i in taken or not hangs or _another_clause(words, i):
            break
        if any(c.isalnum() for c in words[i]) or words[i] in (")", "]"):
            last = i
    if last < inside.stop:
        return relation
    end = int(words.end[last])
    start = relation.content[-1][0]
    return replace(relation, content=(*relation.content[:-1], (start, end)))


def _inserted(words: Words, among: range) -> set[int]:
    """Words of an editor between brackets: the speaker's own go on behind them."""
    out: set[int] = set()
    first = None
    for i in among:
        if words[i] == "[":
            first = i
        elif words[i] == "]" and first is not None and i - first <= _INSERTED:
            out.update(range(first, i + 1))
            first = None
    return out


def _another_clause(words: Words, index: int) -> bool:
    """Whether a clause with a subject of its own is joined on there: “…, and we are watching”."""
    if words.dep[index] != "cc":
        return False
    joined = range(index + 1, min(index + 4, len(words)))
    return any(words.dep[i] in _SUBJECTS for i in joined)
