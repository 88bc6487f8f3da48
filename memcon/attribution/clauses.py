"""Clauses: what hangs on the words of a content belongs to it, and a cue's preposition to the cue.

“The objectives, which they failed to reach, at the table” is one thing that somebody pursues.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from memcon.attribution.relation import Relation
from memcon.language.words import Words

_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_RELATIVES = {"which", "who", "whom", "whose", "where"}
_PRONOUNS = {"it", "this", "that", "them", "these", "those"}
_ADVERBIALS = ("prep", "advmod", "npadvmod", "advcl")
_HELPING = ("aux", "auxpass", "neg")
_MODALS = {"would", "will", "could", "might", "should", "must"}
#: “He said no more than that, but would not elaborate”: that is told of him.
_WITHHELD = {
    "comment", "elaborate", "say", "discuss", "give", "confirm", "answer", "provide", "specify",
    "identify", "name", "reveal", "disclose", "speculate", "explain",
}  # fmt: skip
#: “Have a”, “place no” is how annotators have a cue; whom one calls on is all of them.
_OF_MANY = {"all", "both", "every", "each", "any", "those", "these"}
#: Words between brackets that are looked over at most.
_INSERTED = 8


def complete(relation: Relation, words: Words) -> Relation:
    """The relation, its content carried on over the words of the sentence that hang on it.

    It stops before the first word that hangs on something else, before its own cue and source, and
    before another main clause. What an editor put between brackets is looked over.
    """
    inside = words.inside(relation.content[-1])
    behind = range(inside.stop, _sentence(words, inside).stop)
    inserted = _inserted(words, behind)
    # “[In a bid] to fill …”: the parser loses its way among the brackets.
    purposes = [
        int(words.head[i])
        for i in behind
        if i - 1 in inserted and words.dep[i] == "aux" and words[i].casefold() == "to"
    ]

    def belongs(i: int) -> bool:
        hangs = words.hangs_on(i, inside) or any(
            words.hangs_on(i, range(verb, verb + 1)) for verb in purposes
        )
        return hangs and not _another_clause(words, i)

    return _carried_on(relation, words, [i for i in behind if i not in inserted], belongs)


def with_relative_clause(relation: Relation, cues: Sequence[int], words: Words) -> Relation:
    """“Praised the bridge, | which she had crossed on foot”: what the clause adds is told as well.

    Unless somebody tells it: of “the deletion, which Ossel called unwise” the calling is another's.

    :param cues: where all cues begin, in order.
    """
    first = words.inside(relation.content[-1]).stop + 1
    if first + 1 >= len(words) or words[first - 1] != ",":
        return relation
    relative = {words[first].casefold(), words[first + 1].casefold()} & _RELATIVES
    if not relative and words.dep[first] != "acl":
        return relation
    whole = complete(relation, words)
    start, end = relation.content[-1][1], whole.content[-1][1]
    number = bisect_left(cues, start)
    told_by_another = number < len(cues) and cues[number] < end
    # “The crews, who asked for bread”: what they asked for describes them.
    describes = words.dep[first] in _SUBJECTS
    return relation if told_by_another and not describes else whole


def with_joined_verb(relation: Relation, words: Words) -> Relation:
    """“That they would share the survey, but would not publish it”: the second verb shares the subject.

    It is the content's if the parser hangs it on the content's verb, or if a modal verb says so behind a
    verb of saying: what the speaker did next would stand in the plain past (“and left”).
    """
    inside = words.inside(relation.content[-1])
    sentence = _sentence(words, inside)
    comma = inside.stop in sentence and words[inside.stop] == ","
    joint = inside.stop + comma
    if joint not in sentence or words.dep[joint] != "cc":
        return relation
    behind, verb = range(joint + 1, sentence.stop), int(words.head[joint])
    joined = next((i for i in behind if words.dep[i] == "conj" and words.head[i] == verb), None)
    if joined is None or words[joined].casefold() in _WITHHELD or _subject(words, joined, behind):
        return relation
    modal = any(words.head[i] == joined and words[i].casefold() in _MODALS for i in behind)
    if verb in inside:
        ours = _subject(words, verb, inside) and (modal or not comma)
    else:
        ours = modal and verb in _taken(relation, words)
    if not ours:
        return relation
    return _carried_on(
        relation, words, behind, lambda i: words.hangs_on(i, range(joined, joined + 1))
    )


def with_adverbial(relation: Relation, words: Words) -> Relation:
    """“Rejected it | in its entirety”: with one pronoun, how and when belongs to what is told.

    It ends at the next sign; “rejected it and left” and “told him that …” stay.
    """
    told = words.inside(relation.content[-1])
    if len(relation.content) > 1 or len(told) != 1 or words[told.start].casefold() not in _PRONOUNS:
        return relation
    verb = int(words.head[told.start])
    sentence = _sentence(words, told)
    adverbial = next((i for i in range(told.stop, sentence.stop) if words.head[i] == verb), None)
    if adverbial != told.stop or words.dep[adverbial] not in _ADVERBIALS:
        return relation

    def belongs(i: int) -> bool:
        sign = not any(c.isalnum() for c in words[i])
        return not sign and words.dep[i] != "cc" and words.hangs_on(i, range(verb, verb + 1))

    return _carried_on(relation, words, range(told.stop, sentence.stop), belongs)


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


def without_determiner(relation: Relation, words: Words) -> Relation:
    """“Called on all | parties”: “all” belongs to the parties."""
    if not relation.cue or not relation.content:
        return relation
    cue, content = words.inside(relation.cue[-1]), words.inside(relation.content[0])
    last = cue.stop - 1
    noun = int(words.head[last])
    if (
        len(cue) < 2
        or content.start != cue.stop
        or words[last].casefold() not in _OF_MANY
        or noun not in content
    ):
        return relation
    return replace(
        relation,
        cue=(*relation.cue[:-1], (relation.cue[-1][0], int(words.end[last - 1]))),
        content=((int(words.start[last]), relation.content[0][1]), *relation.content[1:]),
    )


def with_its_verb(relation: Relation, words: Words) -> Relation:
    """“Ruled | out”: a particle is no cue without its verb."""
    if len(relation.cue) != 1:
        return relation
    cue = words.inside(relation.cue[0])
    if (
        len(cue) != 1
        or words.dep[cue.start] != "prt"
        or int(words.head[cue.start]) != cue.start - 1
    ):
        return relation
    start = int(words.start[cue.start - 1])
    if any(a <= start < b for a, b in (*relation.source, *relation.content)):
        return relation
    return replace(relation, cue=((start, relation.cue[0][1]),))


def within_relative(relation: Relation, words: Words) -> Relation:
    """“An official who asked not to be named | disputed it”: what is told ends with its own clause."""
    cue = [i for span in relation.cue for i in words.inside(span)]
    verb = next((i for i in cue if words.dep[i] == "relcl"), None)
    if verb is None or not relation.content:
        return relation
    told = words.inside(relation.content[-1])
    main = int(words.head[int(words.head[verb])])
    if not told or told.start < verb or main not in told:
        return relation
    own = range(verb, verb + 1)
    last = next((i for i in told if not words.hangs_on(i, own)), told.stop) - 1
    if last < told.start:
        return relation
    return relation.ending(int(words.end[last]))


def with_its_subject(relation: Relation, words: Words) -> Relation:
    """“Ossel, as a neighbour, | would help, he assured her”: the subject is told as well.

    The cue stands behind; in “Ossel said would help” the subject is the one who says it.
    """
    if not relation.cue or relation.cue[0][0] < relation.content[0][0]:
        return relation
    told = words.inside(relation.content[0])
    verb = int(words.head[told.start]) if words.dep[told.start] in _HELPING else told.start
    sentence = words.sentence_words(int(words.sentence[told.start]))
    subject = next(
        (i for i in sentence if words.dep[i] in _SUBJECTS and words.head[i] == verb), told.start
    )
    if verb not in told or subject >= told.start:
        return relation
    start = subject
    while start > sentence.start and words.hangs_on(start - 1, range(subject, subject + 1)):
        start -= 1
    between = range(start, told.start)
    if any(
        i in _taken(relation, words) or not words.hangs_on(i, range(verb, verb + 1))
        for i in between
    ):
        return relation
    first = (int(words.start[start]), relation.content[0][1])
    return replace(relation, content=(first, *relation.content[1:]))


def _carried_on(
    relation: Relation, words: Words, behind: Collection[int], belongs: Callable[[int], bool]
) -> Relation:
    """The relation, its content going on over words behind it as long as they belong to it."""
    taken = _taken(relation, words)
    last = None
    for i in behind:
        if i in taken or not belongs(i):
            break
        if any(c.isalnum() for c in words[i]) or words[i] in (")", "]"):
            last = i
    if last is None:
        return relation
    return relation.ending(int(words.end[last]))


def _taken(relation: Relation, words: Words) -> set[int]:
    return {i for span in relation.cue + relation.source for i in words.inside(span)}


def _sentence(words: Words, inside: range) -> range:
    """Words of the sentence in which a phrase ends."""
    return words.sentence_words(int(words.sentence[inside.stop - 1]))


def _subject(words: Words, verb: int, among: range) -> bool:
    return any(words.dep[i] in _SUBJECTS and words.head[i] == verb for i in among)


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
