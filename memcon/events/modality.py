"""Whether an event is told to have occurred, or is intended, demanded, denied or supposed."""

from __future__ import annotations

from typing import Literal

from memcon.actors.pronouns import FIRST, FIRST_PLURAL
from memcon.actors.reading import Reading
from memcon.language.questions import is_inverted

Modality = Literal["occurred", "intended", "demanded", "denied", "hypothetical"]

_NEGATIVE = {"not", "n't", "never", "no", "neither", "nor", "without"}
_MAY = {"would", "could", "may", "might", "can"}
_MUST = {"must", "should", "ought", "shall"}
_WILL = {"will", "'ll", "wo", "going"}
_WANTED = {
    "demand", "demands", "demanded", "demanding", "urge", "urged", "urges", "urging", "call", "called",
    "calls", "calling", "request", "requested", "requests", "ask", "asked", "asks", "insist", "insisted",
    "insistence", "appeal", "appealed", "order", "ordered", "need", "needs", "require", "required",
    "proposed", "propose", "suggested", "suggest", "invited", "invite", "requirement", "necessary",
    "necessity",
}  # fmt: skip
_PLANNED = {
    "plan", "plans", "planned", "planning", "intend", "intends", "intended", "intention", "intentions",
    "want", "wants", "wanted", "seek", "seeks", "sought", "seeking", "aim", "aims", "aimed", "determined",
    "ready", "prepared", "pledge", "pledged", "promise", "promised", "vow", "vowed", "agree", "agreed",
    "scheme", "bid", "attempt", "attempts", "hope", "hopes", "hoped", "threaten", "threatened", "decided",
    "continue", "expansion", "development", "further",
}  # fmt: skip
_OPEN = {"who", "whom", "what", "why", "when", "where", "how", "which"}
_STEPS = 4
_POLITE = {"like", "want", "wish", "love"}
#: What a word is whose verb above it says whether it is done: “did not want to talk”.
_HEARD = {"attr", "xcomp", "conj", "acomp"}
#: Verbs that say it of their object: “will hold talks”, but not “may discuss the attack”.
_CARRYING = {
    "hold", "held", "have", "has", "had", "launch", "launched", "conduct", "conducted", "make",
    "made", "give", "given", "provide", "provided", "offer", "offered", "take", "taken", "begin",
    "begun", "start", "started", "stop", "stopped", "end", "ended", "continue", "continued",
    "expand", "resume", "resumed", "want", "receive", "plan", "impose", "imposed", "carry", "see",
    "extend", "extended", "increase",
}  # fmt: skip
_UP = {
    "xcomp",
    "ccomp",
    "conj",
    "pcomp",
    "prep",
    "dobj",
    "pobj",
    "advcl",
    "acl",
    "nsubjpass",
    "acomp",
}


def modality(reading: Reading, trigger: int, hypothetical: set[int]) -> Modality:
    """The modality of the event that a word tells, by the words around and above it.

    :param hypothetical: words that stand in conditions.
    """
    parts = reading.children[trigger]
    above = _above(reading, trigger)
    if reading.dep[trigger] == "xcomp" and reading.low[reading.head[trigger]] in _POLITE:
        # “We would like to thank” thanks.
        return "occurred" if _in_person(reading, reading.head[trigger]) else "intended"
    verbs = [trigger, *above]
    carried = above[:1] if _is_heard(reading, trigger) else []
    if any(_negated(reading, v) for v in [trigger, *carried]) or any(
        reading.low[c] in _NEGATIVE for c in parts
    ):
        return "denied"
    if trigger in hypothetical or _asked(reading, verbs):
        return "hypothetical"
    # The “may” of a clause says nothing of the deed that a noun far down in it names.
    heard = verbs[:2] if _is_heard(reading, trigger) else verbs[:1]
    auxiliaries = {
        reading.low[c] for v in heard for c in reading.children[v] if reading.dep[c] == "aux"
    }
    if auxiliaries & _MUST or any(reading.low[v] in _WANTED for v in above):
        return "demanded"
    if auxiliaries & _MAY:
        return "hypothetical"
    if auxiliaries & _WILL or any(reading.low[v] in _PLANNED for v in above):
        return "intended"
    return "occurred"


def _asked(reading: Reading, verbs: list[int]) -> bool:
    """“Did Ossel promise help?”: it is asked whether it is so."""
    asked = next((verb for verb in verbs if is_inverted(reading.words, verb)), None)
    if asked is None:
        return False
    # “Why did it attack?” is asked of what is taken to be so.
    before = range(reading.of_sentence(reading.sentence[asked]).start, asked)
    return not any(reading.low[i] in _OPEN for i in before)


def _is_heard(reading: Reading, trigger: int) -> bool:
    """Whether the verb above says whether it is done."""
    if reading.dep[trigger] in {"dobj", "nsubjpass"}:
        return reading.low[reading.head[trigger]] in _CARRYING
    return reading.dep[trigger] in _HEARD


def _in_person(reading: Reading, verb: int) -> bool:
    return any(
        reading.dep[c] == "nsubj" and reading.low[c] in FIRST | FIRST_PLURAL
        for c in reading.children[verb]
    ) and not _negated(reading, verb)


def _negated(reading: Reading, word: int) -> bool:
    return any(reading.dep[c] == "neg" for c in reading.children[word])


def _above(reading: Reading, trigger: int) -> list[int]:
    """Words that the event is told under, the nearest first."""
    out: list[int] = []
    at = trigger
    while len(out) < _STEPS and reading.dep[at] in _UP and reading.head[at] != at:
        at = reading.head[at]
        out.append(at)
    return out
