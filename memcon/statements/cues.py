"""The speech act that a cue shows: “praised”, “expressed concern”, “called for”."""

from __future__ import annotations

from memcon.actors.reading import Reading
from memcon.record import Attribution
from memcon.statements.acts import Act, acts_of_words, forces

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
_FOR_SOMETHING = {"for", "on", "upon"}
_QUESTION = {"if", "whether", "about", "what", "why", "how", "when", "where", "who", "which"}


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
        for i in content[:_NEAR]:
            name = _name(reading, i, [])
            noun = reading.dep[i] in {"dobj", "pobj", "nsubj", "ROOT", "attr", "acomp", "conj"}
            if name is not None and name not in PLAIN and noun:
                found.append((False, len(cue), i, name))
                break
    if not found:
        return None
    if any(reading.dep[i] == "neg" or reading.low[i] == "never" for i in cue):
        # Who “did not rule out” something has not refused it, nor done anything else but said so.
        return Act("assertive", "state")
    _, _, word, name = min(found)
    return Act(forces()[name], name, (reading.words.span(word, word),))


def _name(reading: Reading, i: int, following: list[str]) -> str | None:
    low = reading.low[i]
    if low.startswith("call") and low in {"call", "called", "calls", "calling"}:
        return "urge" if following and following[0] in _FOR_SOMETHING else "describe"
    if low in {"ask", "asked", "asks", "asking"}:
        question = not following or following[0] in _QUESTION
        return "ask" if question else "request"
    if low in {"rule", "ruled", "rules", "ruling"}:
        return "refuse" if following and following[0] == "out" else "state"
    if low in {"push", "pushed", "pushes", "pushing"}:
        return "urge" if following and following[0] == "for" else None
    if low in {"back", "fault", "question", "name", "order", "report"} and reading.dep[i] in {
        "advmod", "prt", "pobj", "compound",
    }:  # fmt: skip
        return None
    names = acts_of_words().get(low)
    return names[0] if names else None
