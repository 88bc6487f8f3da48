"""The speech act of somebody's own words where the cue only says that they were said.

“We will not accept that” refuses, whatever verb reports it. Only the words of the content are read, by
their mood: modal verbs, performative verbs in the first person, questions.
"""

from __future__ import annotations

from functools import cache

from memcon.actors.pronouns import FIRST, FIRST_PLURAL
from memcon.actors.reading import Reading
from memcon.language.acts import Act, acts_of_words, forces
from memcon.language.inflection import forms_of

_OUGHT = {"must": "demand", "should": "urge", "ought": "urge", "shall": "demand"}
_WILL = {"will", "'ll", "shall", "wo", "won't"}
_NOT = {"not", "n't", "never", "no", "neither", "nor", "nt"}
_SUBJECTS = {"nsubj", "nsubjpass"}
#: Who cannot do this refuses.
_ACCEPTING = (
    "accept", "agree", "support", "endorse", "allow", "permit", "tolerate", "recognise", "recognize",
    "condone", "consent", "approve", "concede", "yield",
)  # fmt: skip
#: What cannot be so treated must be treated otherwise.
_LET_BE = {
    "accepted", "allowed", "tolerated", "permitted", "condoned", "ignored", "forgotten", "repeated",
    "postponed", "delayed", "overlooked", "changed", "imposed", "solved", "resolved",
}  # fmt: skip
#: Acts that the words perform if it is “I” or “we” who say the verb in the present.
_PERFORMED = {
    "thank", "welcome", "congratulate", "condemn", "condole", "apologise", "regret", "praise", "urge",
    "promise", "refuse", "hope", "express concern", "rejoice", "support", "oppose", "deny", "intend",
    "demand", "request", "propose", "invite", "stress", "agree",
}  # fmt: skip
#: Verbs whose forms end like a present one and are the past: these report an act, they do none.
_PAST = ("ed",)


def act_of_content(reading: Reading, content: list[int]) -> Act:
    """The act of the first clause that shows one; plain stating where none does.

    :param content: the words, in order.
    """
    inside = set(content)
    clauses = _heads(reading, content, inside)
    for verb in clauses:
        found = _performed(reading, verb, inside) or _mood(reading, verb, inside)
        if found is not None:
            name, words = found
            return Act(forces()[name], name, (reading.words.span(min(words), max(words)),))
    if (content and reading.form[content[-1]] == "?") or (
        len(content) > 1 and reading.form[content[-2]] == "?"
    ):
        return Act("directive", "ask", ())
    return Act("assertive", "state", ())


def _heads(reading: Reading, content: list[int], inside: set[int]) -> list[int]:
    """Verbs of the main clauses, and those joined to them, in order."""
    out = []
    for i in content:
        head = reading.head[i]
        root = head == i or head not in inside
        joined = reading.dep[i] == "conj" and head in out
        thanks = root and reading.low[i] in {"thank", "thanks"}
        told = any(reading.dep[c] in _SUBJECTS | {"aux"} for c in reading.children[i])
        if thanks or ((root or joined) and told):
            out.append(i)
    return out


def _mood(reading: Reading, verb: int, inside: set[int]) -> tuple[str, list[int]] | None:
    parts = [c for c in reading.children[verb] if c in inside]
    auxiliaries = [c for c in parts if reading.dep[c] == "aux"]
    negated = [c for c in parts if reading.dep[c] == "neg" or reading.low[c] in _NOT]
    subjects = parts
    if reading.dep[verb] == "conj" and not any(reading.dep[c] in _SUBJECTS for c in parts):
        # “We do not have, and will not have”: what is joined has the subject of what it is joined to.
        subjects = [c for c in reading.children[reading.head[verb]] if c in inside]
    ours = any(
        reading.dep[c] in _SUBJECTS and reading.low[c] in FIRST | FIRST_PLURAL for c in subjects
    )
    for c in auxiliaries:
        low = reading.low[c]
        if ours and low in _WILL:
            return ("refuse" if negated else "promise"), [c, verb, *negated]
        if low in _OUGHT:
            return _OUGHT[low], [c, verb]
        if low in {"can", "could", "ca"} and negated:
            act = _of_cannot(reading, verb, parts, ours)
            if act is not None:
                return act, [c, *negated, verb]
    if reading.low[verb] in {"need", "needs", "has", "have"} and any(
        reading.dep[c] == "xcomp" for c in parts
    ):
        return "demand", [verb]
    conditional = [c for c in parts if reading.dep[c] == "advcl" and _if(reading, c)]
    if conditional and any(reading.low[c] in _WILL | {"would"} for c in auxiliaries):
        bad = any(reading.dep[c] == "neg" for c in reading.children[conditional[0]])
        return ("warn" if bad else "predict"), [*auxiliaries, verb]
    return None


def _of_cannot(reading: Reading, verb: int, parts: list[int], ours: bool) -> str | None:
    """“It cannot accept this” refuses; “they cannot oppose it” demands; “cannot be seen” does neither."""
    if any(reading.dep[c] == "auxpass" for c in parts):
        return "demand" if reading.low[verb] in _LET_BE else None
    if reading.low[verb] in accepting():
        return "refuse"
    return None if ours else "demand"


@cache
def accepting() -> frozenset[str]:
    """Forms of the verbs that refuse what they are denied of: “did not accept”."""
    return frozenset(form for base in _ACCEPTING for form in forms_of(base))


def _if(reading: Reading, verb: int) -> bool:
    return any(reading.low[c] in {"if", "unless"} for c in reading.children[verb])


def _performed(reading: Reading, verb: int, inside: set[int]) -> tuple[str, list[int]] | None:
    """“We welcome …”, “I am grateful …”, “Let me thank …”, “Thank you …”."""
    parts = [c for c in reading.children[verb] if c in inside]
    ours = any(
        reading.dep[c] in _SUBJECTS and reading.low[c] in FIRST | FIRST_PLURAL for c in parts
    )
    subject = any(reading.dep[c] in _SUBJECTS for c in parts)
    if not ours and (subject or reading.low[verb] not in {"thank", "thanks"}):
        return None
    negated = any(reading.dep[c] == "neg" for c in parts)
    words = [verb, *(c for c in parts if reading.dep[c] in {"acomp", "xcomp", "dobj"})]
    for i in words:
        for name in acts_of_words().get(reading.low[i], ()):
            past = reading.low[i].endswith(_PAST) and i == verb and not _is_state(reading, parts)
            if name in _PERFORMED and not past and not negated:
                return name, [i]
    return None


def _is_state(reading: Reading, parts: list[int]) -> bool:
    """“We are committed to …”: a participle behind a form of “be”."""
    return any(reading.low[c] in {"am", "are", "'re", "'m", "is", "was", "were"} for c in parts)
