"""What somebody is set on: “the Kestrians are determined to …”, “we are committed to …”.

An adjective of will that its subject is, with what is willed behind “to”. The model takes the verb behind
“to” for a part of the cue now and then, and of quoted ones it misses many.
"""

from __future__ import annotations

from collections.abc import Iterator

from memcon.attribution.clauses import complete
from memcon.attribution.relation import Relation
from memcon.language.words import Words

#: Set by hand: too few annotated ones were there to fit it on.
SURE = 0.75
_WILLED = frozenset(
    {"determined", "committed", "resolved", "prepared", "willing", "unwilling", "reluctant"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_COPULAS = frozenset({
    "am", "is", "are", "was", "were", "be", "been", "remain", "remains", "remained",
    "'m", "'s", "'re", "’m", "’s", "’re",
})  # fmt: skip
#: Verbs behind “to” by which something is said: the whole is then one cue, “is prepared to announce”.
_SAYING = frozenset({"say", "announce", "declare", "state", "tell", "report", "confirm", "admit"})


def find_resolves(words: Words) -> Iterator[Relation]:
    """Every such adjective whose subject the text names, in the order of the text."""
    for i in range(1, len(words) - 2):
        if words[i].casefold() in _WILLED and words[i + 1].casefold() == "to":
            relation = _relation(words, i)
            if relation:
                yield relation


def _relation(words: Words, adjective: int) -> Relation | None:
    sentence = words.sentence_words(int(words.sentence[adjective]))
    copula = int(words.head[adjective]) if words.dep[adjective] == "acomp" else adjective
    first = _first_of_cue(words, adjective, sentence.start)
    if first is None or words[adjective + 2].casefold() in _SAYING:
        return None
    subject = next(
        (i for i in range(sentence.start, first)
         if words.dep[i] in _SUBJECTS and int(words.head[i]) == copula),
        None,
    )  # fmt: skip
    if subject is None:
        return None
    start, stop = subject, subject
    while start > sentence.start and words.hangs_on(start - 1, range(subject, subject + 1)):
        start -= 1
    while stop + 1 < first and words.hangs_on(stop + 1, range(subject, subject + 1)):
        stop += 1
    # “To go” is what is willed; in “committed to going” the “to” belongs to the cue.
    behind = adjective + 1 if words.dep[adjective + 1] == "aux" else adjective + 2
    if behind + 1 >= sentence.stop:
        return None
    relation = Relation(
        (words.span(start, stop),),
        (words.span(first, behind - 1),),
        (words.span(behind, behind + 1),),
        SURE,
    )
    return complete(relation, words)


def _first_of_cue(words: Words, adjective: int, least: int) -> int | None:
    """The copula, what stands between it and the adjective being “not” or an adverb; or None."""
    i = adjective - 1
    while i > least and words.dep[i] in ("advmod", "neg"):
        i -= 1
    return i if words[i].casefold() in _COPULAS else None
