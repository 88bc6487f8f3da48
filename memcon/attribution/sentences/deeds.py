"""Deeds with the words of saying: “called on the minister at his office” is a visit, and tells nothing.

The model knows cues by their words and surroundings, and takes these for attributions now and then.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from memcon.attribution.relation import Relation
from memcon.language.acts import acts_of_words
from memcon.language.inflection import forms_of
from memcon.language.words import Words

#: What is sent out can be recalled: the diplomat is called back, and nothing is remembered.
_SENT = frozenset((
    "ambassador", "ambassadors", "envoy", "envoys", "diplomats", "troops", "forces", "consul", "staff",
))  # fmt: skip
_RECALLED = frozenset(("recall", "recalls", "recalled", "recalling"))
_SUMMONED = frozenset(("summon", "summons", "summoned", "summoning"))
_CALLED = frozenset(("call", "calls", "called", "calling"))
#: What is called on somebody to do stands behind “to” or “for”.
_ASKED = frozenset(("to", "for", "not", "that"))
_SPEAKING = frozenset(("speak", "speaks", "spoke", "speaking", "spoken"))
#: A treaty is signed; “signed an agreement to …” tells what was agreed.
_SIGNED = frozenset(("sign", "signs", "signed", "signing"))
#: “Did not respond”; of “could not comment on the talks” the talks are told.
_DID, _NOT = frozenset(("did", "has", "have", "had")), frozenset(("not", "n't", "n’t"))
_ANSWERING = frozenset(("respond", "reply", "comment", "answer", "return"))
_PRONOUNS = frozenset((
    "it", "this", "that", "them", "so", "him", "her", "these", "those", "me", "us", "you",
))  # fmt: skip
#: Verbs of attitudes: somebody's mind is told by them, whatever the object.
_ATTITUDES = (
    "want", "like", "love", "hate", "trust", "distrust", "resent", "forgive", "fear",
    "disagree", "despise",
)  # fmt: skip
_DEMONSTRATIVES = frozenset(("this", "that", "these", "those"))
#: Confidence from which one pronoun is told whatever the cue: “put it”, “have read it” say nothing.
SURE = 0.75


def is_deed(relation: Relation, words: Words) -> bool:
    """Whether what the relation gives is something done, and nobody's words or thoughts."""
    cue = [words[i].casefold() for span in relation.cue for i in words.inside(span)]
    told = [words[i].casefold() for span in relation.content for i in words.inside(span)]
    if not cue or not told:
        return False
    return (
        _is_visit(cue, told)
        or _is_summons(cue, told)
        or _is_silence(cue)
        or (bool(_SIGNED & set(cue)) and not _ASKED & {cue[-1], told[0]})
        # “Could promise nothing” tells what cannot be promised, “said nothing” is silence.
        or (told in (["nothing"], ["none"]) and not {"could", "can"} & set(cue))
        or cue[:2] in (["in", "view"], ["in", "light"])
        or (bool(_SPEAKING & set(cue)) and cue[-1] == "for")
        or _is_bare(relation, cue, told)
        or _has_no_speaker(relation, words, cue)
    )


def _is_visit(cue: Sequence[str], told: Sequence[str]) -> bool:
    """“Called on the President”: somebody who is called on to do something is told what."""
    calling = any(a in _CALLED and b in ("on", "upon") for a, b in pairwise(cue))
    return calling and not _ASKED & set(told)


def _is_summons(cue: Sequence[str], told: Sequence[str]) -> bool:
    """“Recalled its ambassador”, “summoned the envoy”."""
    if _SUMMONED & set(cue):
        return True
    return bool(_RECALLED & set(cue)) and bool(_SENT & set(told[:3]))


def _is_silence(cue: Sequence[str]) -> bool:
    """“Did not respond to a request for comment”."""
    return all(set(cue) & part for part in (_DID, _NOT, _ANSWERING))


def _is_bare(relation: Relation, cue: Sequence[str], told: Sequence[str]) -> bool:
    """“Have read it”: one pronoun is content only of words that do a speech act, or of a sure cue."""
    if len(told) > 1 or told[0] not in _PRONOUNS or relation.confidence >= SURE:
        return False
    acts = acts_of_words()
    return not any(word in acts or word in _attitudes() for word in cue)


@cache
def _attitudes() -> frozenset[str]:
    return frozenset(form for base in _ATTITUDES for form in forms_of(base))


def _has_no_speaker(relation: Relation, words: Words, cue: Sequence[str]) -> bool:
    """“All of this calls for restraint”: a fact asks for nothing."""
    if not (_CALLED & set(cue)) or not relation.source:
        return False
    source = words.inside(relation.source[-1])
    return len(source) > 0 and words[source[-1]].casefold() in _DEMONSTRATIVES
