"""Who does what a verb tells: its own subject, or one that it shares with a verb above it."""

from __future__ import annotations

from functools import cache

from memcon.clauses.whom import Whom
from memcon.language.acts import acts_of_words, forces
from memcon.language.inflection import forms_of

_SUBJECTS = {"nsubj", "csubj"}
#: What a word is whose subject stands with the word above it: “wants to go”, “while thanking …”.
_SHARED = {"xcomp", "conj", "advcl", "pcomp", "prep", "acl", "ccomp", "acomp", "relcl"}
_RELATIVE = {"who", "which", "that"}
#: Verbs of saying that also carry a deed: “held talks”, “continued the attack”.
_CARRYING = ("hold", "continue", "conclude", "maintain", "exchange", "address", "raise", "repeat")
#: Acts that bind who does them, and yet not to do the thing.
_NOT_DONE = {"refuse", "oppose", "support"}
#: Verbs whose object does what is said behind “to”.
_CONTROLLING = (
    "urge", "ask", "tell", "order", "request", "encourage", "help", "allow", "enable", "force", "invite",
    "call", "press", "persuade", "permit", "instruct", "warn", "advise", "convince", "compel", "push",
)  # fmt: skip
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
            owners = [c for c in reading.children[up] if reading.dep[c] == "poss"]
            if owners:
                # “Praised Ossel's efforts to end it”.
                return owners[:1]
            # “Has no right to …”, “pursue goals which they …”: who has it does it.
            up = reading.head[up] if reading.dep[up] in {"dobj", "attr"} else up
        controller = _controller(whom, at, up)
        if controller is not None:
            return [controller]
        at = up
        if whom.headed(at) is not None and reading.dep[at] in _SUBJECTS | {"appos"}:
            return [at]
    return []


def _controller(whom: Whom, clause: int, verb: int) -> int | None:
    """“Urge Ossel to end it”, “call on Ossel to end it”: the object of the verb does it."""
    reading = whom.reading
    if (
        reading.dep[clause] not in {"xcomp", "ccomp", "advcl"}
        or reading.low[verb] not in _controls()
    ):
        return None
    for c in reading.children[verb]:
        if verb < c < clause:
            if reading.dep[c] in {"dobj", "dative"}:
                return c
            if reading.low[c] in {"on", "upon"}:
                return next((g for g in reading.children[c] if reading.dep[g] == "pobj"), None)
    return None


@cache
def _controls() -> frozenset[str]:
    return frozenset(form for base in _CONTROLLING for form in forms_of(base))


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
            return [] if _only_speaks_of(reading.low[up]) else subject(whom, up)
        if dep == "prep" and whom.headed(up) is not None:
            return [up]
        at = up
    return []


@cache
def _carrying() -> frozenset[str]:
    return frozenset(form for base in _CARRYING for form in forms_of(base))


@cache
def _only_speaks_of(verb: str) -> bool:
    """Whether who does the verb has not done what it is done to: “condemned the attack”."""
    acts = acts_of_words().get(verb, ()) if verb not in _carrying() else ()
    return bool(acts) and (forces()[acts[0]] != "commissive" or acts[0] in _NOT_DONE)


def _is_open(whom: Whom, word: int, verb: int) -> bool:
    """“Goals which they failed to reach”: a pronoun that nobody resolved is who has the goals."""
    return (
        whom.reading.dep[verb] == "relcl"
        and whom.reading.low[word] in {"they", "it", "he", "she"}
        and whom.headed(word) is None
    )
