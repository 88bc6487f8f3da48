"""The speech act that a cue shows: “praised”, “expressed concern”, “called for”."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache
from typing import NamedTuple

from memcon.actors.reading import Reading
from memcon.language.acts import Act, acts_of_words, forces
from memcon.language.inflection import forms_of
from memcon.record import Attribution
from memcon.statements.contents import accepting

#: Acts of which a cue tells little; another word of the cue, or the content, may tell more.
PLAIN = {"state", "describe", "refer", "claim", "discuss", "stress"}
#: Verbs that only carry an act that a noun names: “offered gratitude”, “placed a demand”.
_LIGHT = {
    "express", "expressed", "expresses", "expressing", "voice", "voiced", "voices", "voicing",
    "offer", "offered", "offers", "offering", "convey", "conveyed", "conveys", "conveying",
    "extend", "extended", "extends", "extending", "make", "made", "makes", "making", "give", "gave",
    "gives", "giving", "pay", "paid", "pays", "paying", "issue", "issued", "issues", "issuing",
    "share", "shared", "shares", "sharing", "reiterate", "reiterated", "reiterates", "reiterating",
    "repeated", "repeat", "show", "showed", "have", "has", "had", "is", "are", "was", "were", "be",
}  # fmt: skip
#: So many words of the content are looked at for the noun that a light verb carries.
_NEAR = 5
_QUESTION = {"if", "whether", "about", "what", "why", "how", "when", "where", "who", "which"}
_CLAUSE = {"that", "whether", "if", "how", "why"}


#: Verbs whose participles tell a feeling, and whose active forms cause one or do something else.
_MOVING = ("honour", "honor", "concern", "worry", "alarm", "delight", "please", "excite")
#: “Never promised”, “made no commitment”.
_NONE = {"never", "no"}
#: Who does not do this to a feeling shows it.
_HIDING = {"hide", "conceal", "disguise", "mask"}


class _Turn(NamedTuple):
    """What a verb does before one of the words, and what before any other."""

    before: Set[str]
    act: str | None
    otherwise: str | None


#: Verbs whose act the word behind them turns; "" is nothing behind them.
_TURNS = {
    "call": _Turn({"for", "on", "upon"}, "urge", "describe"),
    "ask": _Turn({"", *_QUESTION}, "ask", "request"),
    "rule": _Turn({"out"}, "refuse", "state"),
    "push": _Turn({"for"}, "urge", None),
    "look": _Turn({"forward"}, "hope", None),
    "insist": _Turn({"on", "upon"}, "demand", "state"),
    # A court, a ministry or a study “determined that”: no resolve of theirs.
    "determine": _Turn(_CLAUSE, "state", "intend"),
    "mean": _Turn(_CLAUSE, "state", "intend"),
}
#: “Suggested that they meet” proposes; “suggested that they had met” only says so.
_SUGGEST = set(forms_of("suggest")) | set(forms_of("propose"))
_TOLD_AS_FACT = {"is", "are", "was", "were", "has", "had", "did", "does"}


def act_of_cue(reading: Reading, attribution: Attribution) -> Act | None:
    """The act that the cue shows, or None where it has no word of any."""
    cue = [i for span in attribution.cue for i in reading.inside(span)]
    content = [i for span in attribution.content for i in reading.inside(span)]
    after = [reading.low[i] for i in content[:2]]
    light = any(reading.low[i] in _LIGHT for i in cue)
    found: list[tuple[bool, int, int, str]] = []
    for place, i in enumerate(cue):
        following = [reading.low[j] for j in cue[place + 1 :]][:2] + after
        name = _name(reading, i, following)
        if name is not None and not (light and reading.low[i] in _LIGHT and name == "offer"):
            found.append((name in PLAIN, place, i, name))
    if light and not any(not plain for plain, *_ in found):
        carried = _noun(reading, content)
        if carried is not None:
            found.append((False, len(cue), *carried))
    negated = any(reading.dep[i] == "neg" or reading.low[i] in _NONE for i in cue)
    if negated and any(reading.low[i] in _HIDING for i in cue):
        return _named_in(reading, content)
    if not found:
        return None
    if negated:
        denied = next((i for i in cue if reading.low[i] in accepting()), None)
        if denied is not None:
            return Act(forces()["refuse"], "refuse", (reading.words.span(denied, denied),))
        # Who “did not rule out” something has not refused it, nor done anything else but said so.
        return Act("assertive", "state")
    _, _, word, name = min(found)
    return Act(forces()[name], name, (reading.words.span(word, word),))


def _noun(reading: Reading, content: Sequence[int]) -> tuple[int, str] | None:
    """The first noun of an act at the beginning of the content, with the act."""
    for i in content[:_NEAR]:
        name = _name(reading, i, [])
        noun = reading.dep[i] in {"dobj", "pobj", "nsubj", "ROOT", "attr", "acomp", "conj"}
        if name is not None and name not in PLAIN and noun:
            return i, name
    return None


def _named_in(reading: Reading, content: Sequence[int]) -> Act | None:
    carried = _noun(reading, content)
    if carried is None:
        return Act("assertive", "state")
    word, name = carried
    return Act(forces()[name], name, (reading.words.span(word, word),))


def _name(reading: Reading, i: int, following: list[str]) -> str | None:
    low = reading.low[i]
    turn = _turns().get(low)
    if turn is not None:
        return turn.act if (following[:1] or [""])[0] in turn.before else turn.otherwise
    if low in _SUGGEST and _clause_tells(reading, i):
        return "claim"
    if low in {"back", "fault", "question", "name", "order", "report"} and reading.dep[i] in {
        "advmod", "prt", "pobj", "compound",
    }:  # fmt: skip
        return None
    names = acts_of_words().get(low)
    if low in _moving() and any(reading.dep[c] == "dobj" for c in reading.children[i]):
        # Who “honours obligations” or “alarmed the neighbours” says nothing of how they feel.
        return None
    return names[0] if names else None


@cache
def _turns() -> dict[str, _Turn]:
    return {form: turn for base, turn in _TURNS.items() for form in forms_of(base)}


@cache
def _moving() -> frozenset[str]:
    return frozenset(form for base in _MOVING for form in forms_of(base))


def _clause_tells(reading: Reading, verb: int) -> bool:
    """Whether the clause that hangs on the verb tells what is or was, not what should be."""
    for clause in reading.children[verb]:
        if reading.dep[clause] == "ccomp":
            finite = {reading.low[clause], *(reading.low[c] for c in reading.children[clause])}
            return bool(finite & _TOLD_AS_FACT)
    return False
