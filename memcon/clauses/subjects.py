"""Who does what a verb tells: its own subject, or one that it shares with a verb above it."""

from __future__ import annotations

from memcon.clauses.whom import Whom

_SUBJECTS = {"nsubj", "csubj"}
#: What a word is whose subject stands with the word above it: “wants to go”, “while thanking …”.
_SHARED = {"xcomp", "conj", "advcl", "pcomp", "prep", "acl", "ccomp", "acomp", "relcl"}
_RELATIVE = {"who", "which", "that"}
#: Steps up the tree at most.
_STEPS = 4


def subject(whom: Whom, verb: int) -> list[int]:
    """Words that do it; none if no word above the verb has a subject either."""
    reading = whom.reading
    at = verb
    for _ in range(_STEPS):
        own = [c for c in reading.children[at] if reading.dep[c] in _SUBJECTS | {"nsubjpass"}]
        if own and not _is_open(whom, own[0], at):
            # A relative pronoun stands for what its clause describes.
            relative = reading.low[own[0]] in _RELATIVE and reading.dep[at] == "relcl"
            return [reading.head[at] if relative else own[0]]
        if reading.dep[at] == "relcl" and not own:
            return [reading.head[at]]
        if reading.dep[at] not in _SHARED or reading.head[at] == at:
            return own
        up = reading.head[at]
        if reading.dep[at] in {"acl", "relcl"}:
            if whom.headed(up) is not None:
                return [up]
            # “Has no right to …”, “pursue goals which they …”: who has it does it.
            up = reading.head[up] if reading.dep[up] in {"dobj", "attr"} else up
        at = up
        if whom.headed(at) is not None and reading.dep[at] in _SUBJECTS | {"appos"}:
            return [at]
    return []


def carrier(whom: Whom, noun: int) -> list[int]:
    """Whose deed a noun is that a verb carries: “A held talks with B”, “A, in talks with B, …”."""
    reading = whom.reading
    at = noun
    for _ in range(_STEPS):
        up, dep = reading.head[at], reading.dep[at]
        if up == at or reading.sentence[up] != reading.sentence[noun]:
            return []
        clause = any(reading.dep[c] in _SUBJECTS for c in reading.children[up])
        if dep in {"dobj", "attr", "nsubjpass"} or (dep == "prep" and clause):
            return subject(whom, up)
        if dep == "prep" and whom.headed(up) is not None:
            return [up]
        at = up
    return []


def _is_open(whom: Whom, word: int, verb: int) -> bool:
    """“Goals which they failed to reach”: a pronoun that nobody resolved is who has the goals."""
    return (
        whom.reading.dep[verb] == "relcl"
        and whom.reading.low[word] in {"they", "it", "he", "she"}
        and whom.headed(word) is None
    )
