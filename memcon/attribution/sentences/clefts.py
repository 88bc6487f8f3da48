"""Relative pronouns as contents: what is told is what they stand for.

“A decision which we welcomed” tells the decision, and “what we reject is the idea that …” the idea: in
such a pseudo-cleft (Prince, Language 54, 1978) the content stands behind the copula.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.attribution.relation import Relation
from memcon.language.words import Words
from memcon.spans import Span

#: Steps up the tree from a pronoun to the verb of its clause.
_STEPS = 6
_RELATIVES = frozenset(("which", "whom", "that"))
_SIGNS = frozenset((",", ";", ":", ".", "!", "?", "–", "—"))


def resolved(relations: Sequence[Relation], words: Words) -> list[Relation]:
    """The relations, such pronouns replaced; a “what” that stands for nothing tells nothing."""
    return [whole for r in relations if (whole := _resolved(r, words)) is not None]


def _resolved(relation: Relation, words: Words) -> Relation | None:
    first = words.inside(relation.content[0])
    if len(first) != 1:
        return relation
    pronoun = words[first.start].casefold()
    if pronoun == "what":
        return _cleft(relation, words, first.start)
    # “An invitation to visit Oruro, which he accepted”: behind a comma it may stand for a whole clause.
    apart = first.start == 0 or words[first.start - 1] in _SIGNS
    if pronoun in _RELATIVES and len(relation.content) == 1 and not apart:
        span = _antecedent(words, first.start)
        return replace(relation, content=(span,)) if span else relation
    return relation


def _cleft(relation: Relation, words: Words, pronoun: int) -> Relation | None:
    verb = _clause_verb(words, pronoun, "csubj")
    opens = pronoun == 0 or words.sentence[pronoun - 1] != words.sentence[pronoun]
    if verb is None:
        # “What the room said”, as a heading; “wondered what they meant” is another matter.
        return None if opens and len(relation.content) == 1 else relation
    copula = int(words.head[verb])
    behind = range(copula + 1, words.sentence_words(int(words.sentence[copula])).stop)
    if any(words.dep[i] == "acomp" and words.head[i] == copula for i in behind):
        # “What she wants is simple” says what it is like.
        return relation
    end = copula
    for i in behind:
        if not words.hangs_on(i, range(copula, copula + 1)):
            break
        if words[i] not in _SIGNS:
            end = i
    return replace(relation, content=(words.span(copula + 1, end),)) if end > copula else relation


def _antecedent(words: Words, pronoun: int) -> Span | None:
    """The noun phrase before the pronoun that its clause describes."""
    verb = _clause_verb(words, pronoun, "relcl")
    if verb is None:
        return None
    noun = int(words.head[verb])
    start, stop = noun, noun + 1
    while start > 0 and words.hangs_on(start - 1, range(noun, noun + 1)):
        start -= 1
    while stop < pronoun and words[stop] not in _SIGNS and words.head[stop] != verb:
        stop += 1
    return words.span(start, stop - 1) if stop <= pronoun else None


def _clause_verb(words: Words, pronoun: int, label: str) -> int | None:
    """The verb of the pronoun's clause, if the clause hangs on what is before or behind it so."""
    i = pronoun
    for _ in range(_STEPS):
        if words.dep[i] == label:
            return i
        if words.head[i] == i:
            return None
        i = int(words.head[i])
    return None
