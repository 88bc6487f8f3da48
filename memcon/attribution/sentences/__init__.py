"""What the sentences of a text tell, of what the model found in its windows: every step in its order."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.attribution.clauses import (
    complete,
    with_adverbial,
    with_its_subject,
    with_joined_verb,
    with_relative_clause,
)
from memcon.attribution.depth import reads_quotations
from memcon.attribution.inside import add_inner, whole_inner
from memcon.attribution.nouns import find_noun_cues
from memcon.attribution.relation import Relation
from memcon.attribution.resolves import find_resolves
from memcon.attribution.rivals import cut_at_joined, settle
from memcon.attribution.sentences.addressed import unaddressed
from memcon.attribution.sentences.agreed import find_agreed
from memcon.attribution.sentences.backing import backed
from memcon.attribution.sentences.clefts import resolved
from memcon.attribution.sentences.deeds import is_deed
from memcon.attribution.sentences.inserted import around
from memcon.attribution.sentences.openings import as_items
from memcon.attribution.sentences.partners import without_partner
from memcon.document import Genre
from memcon.language.words import Words


def told_by_sentences(
    outer: Sequence[Relation],
    inner: Sequence[Relation],
    words: Words,
    genre: Genre,
    *,
    least: float,
    least_inner: float,
) -> list[Relation]:
    """Relations with whole contents, none of them a mere deed, in no order.

    :param outer: candidates of the text as it stands, those below `least` as well.
    :param inner: relations found inside quotations, read without their marks.
    :param least, least_inner: confidence that either must have.
    """
    candidates, items = as_items(outer, words, least)
    told = around(settle(backed(candidates, words, least)), words)
    told = [with_its_subject(r, words) for r in told]
    cues = sorted(a for r in told for a, _ in r.cue)

    def whole(r: Relation) -> Relation:
        if r.cue in items:
            return r
        if genre in ("readout", "joint statement"):
            return complete(r, words)
        return with_joined_verb(with_relative_clause(r, cues, words), words)

    told = [whole(r) for r in told]
    told = [without_partner(r, words) for r in cut_at_joined(told, words)]
    deep = reads_quotations(words.text, genre)
    if deep:
        # Before the model's own, which take “to” and the verb behind it into the cue now and then.
        told = add_inner(told, find_resolves(words), 0.0)
    told = add_inner(told, whole_inner(inner, words), least_inner)
    if deep:
        told = add_inner(told, find_noun_cues(words), 0.0)
    told = add_inner(told, find_agreed(words), 0.0)
    kept = (r for r in resolved(told, words) if not is_deed(r, words))
    # “Have it on tape” is a bare pronoun still.
    return list(unaddressed((with_adverbial(r, words) for r in kept), words))
