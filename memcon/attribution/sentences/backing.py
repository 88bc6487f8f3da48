"""Candidates a little below the threshold, told if the sentence's own build backs them.

The confidence was fitted on news; of minutes and communiqués (“the Authority thanks its hosts”) it
thinks too little. What the model takes for a cue there is believed if it is the main verb, does a speech
act by itself, and has for its subject what the model takes for the source.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from memcon.attribution.relation import Relation
from memcon.language.acts import acts_of_words
from memcon.language.words import Words

#: How far below the threshold a candidate may be.
BELOW = 0.1
#: Verbs joined by “and” that are followed back to the first.
LONGEST_CHAIN = 10
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
#: What might be said, or was not, is not told on so little.
_MODALS = frozenset(
    ("could", "would", "might", "may", "should", "must", "can", "did", "has", "have", "had")
)
_NEGATED = frozenset(("not", "n't", "n’t", "never"))


def backed(relations: Sequence[Relation], words: Words, least: float) -> list[Relation]:
    """The relations of at least that confidence, and those a little below it that their build backs."""
    return [
        r
        for r in relations
        if r.confidence >= least or (r.confidence >= least - BELOW and _has_its_subject(r, words))
    ]


def _has_its_subject(relation: Relation, words: Words) -> bool:
    """Whether the parse has the cue for a main verb of saying, and the source for its subject."""
    acts = acts_of_words()
    cue = [i for span in relation.cue for i in words.inside(span)]
    verb = next(
        (i for i in cue if words.dep[i] in ("ROOT", "conj") and words[i].casefold() in acts), None
    )
    if verb is None or not relation.source:
        return False
    sentence = words.sentence_words(int(words.sentence[verb]))
    helping = {words[i].casefold() for i in range(sentence.start, verb) if words.head[i] == verb}
    if helping & (_MODALS | _NEGATED):
        return False
    chain = _chain(words, verb)
    source = {i for span in relation.source for i in words.inside(span)}
    return any(words.dep[i] in _SUBJECTS and int(words.head[i]) in chain for i in source)


def _chain(words: Words, verb: int) -> Collection[int]:
    """The verb and those before it that it is joined to."""
    chain = [verb]
    for _ in range(LONGEST_CHAIN):
        if words.dep[chain[-1]] != "conj":
            break
        chain.append(int(words.head[chain[-1]]))
    return chain
