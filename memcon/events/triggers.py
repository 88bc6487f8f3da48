"""Words that tell an event, and whether as a noun or as a verb."""

from __future__ import annotations

from functools import cache

from memcon.actors.reading import Reading
from memcon.events.plover import roots, roots_of_nouns, roots_of_verbs
from memcon.language.inflection import forms_of

_VERBAL = {"ROOT", "conj", "xcomp", "ccomp", "advcl", "relcl", "acl", "pcomp", "csubj", "parataxis"}
_NOMINAL = {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "ROOT", "dative", "oprd"}
_CALLING = {"call", "calls", "called", "calling"}
_RECALLING = {"recall", "recalls", "recalled", "recalling", "withdrew", "withdraws", "withdrawn"}
_ENVOYS = {"ambassador", "ambassadors", "envoy", "envoys", "diplomats", "consul"}
_SENDING = ("send", "ship", "dispatch", "airlift")
_GOODS = {
    "aid", "food", "wheat", "grain", "rice", "flour", "medicine", "medicines", "supplies", "vaccines",
    "assistance", "relief", "blankets", "tents", "fuel", "money", "doctors", "nurses", "ambulances",
}  # fmt: skip
_FORCES = {
    "troops", "soldiers", "forces", "tanks", "warships", "warship", "jets", "army", "frigate", "fleet",
    "paratroopers", "marines",
}  # fmt: skip
#: Quad classes from which on an event is a conflict.
_CONFLICT = 3
_ENDING = (
    "lift", "ease", "end", "remove", "waive", "suspend", "halt", "cancel", "postpone", "stop", "abandon",
    "freeze", "scrap", "terminate", "break", "cut", "quit", "withhold", "interrupt", "revoke", "annul",
)  # fmt: skip
_ENDS = {"lifting", "easing", "end", "removal", "suspension", "halt", "cancellation", "termination",
         "withdrawal", "revocation"}  # fmt: skip
#: A protest that is handed to somebody; one in the streets is held.
_LODGING = ("lodge", "file", "register", "submit", "deliver", "hand", "make", "send", "voice")
_WRITTEN = {"solemn", "formal", "official", "diplomatic", "written", "verbal", "stern"}
#: Parts that only a verb has.
_OF_VERBS = {"nsubj", "nsubjpass", "aux", "auxpass", "dobj"}


def codes(reading: Reading, i: int) -> tuple[str, ...]:
    """Root codes that the word can tell; none if it tells no event."""
    if is_noun(reading, i):
        return roots_of_nouns()[reading.low[i]]
    if reading.dep[i] in _VERBAL and reading.low[i] in _RECALLING and _calls_back(reading, i):
        return ("SANCTION",)
    if reading.low[i] in _CALLING and not any(
        reading.low[c] in {"for", "on", "upon"} for c in reading.children[i]
    ):
        # “Called Ossel a partner” asks nothing of Ossel.
        return ()
    if reading.dep[i] in _VERBAL and reading.low[i] in roots_of_verbs():
        return roots_of_verbs()[reading.low[i]]
    if reading.dep[i] in _VERBAL and reading.low[i] in _sending():
        return _sent(reading, i)
    return ()


def _calls_back(reading: Reading, verb: int) -> bool:
    """“Recalled its ambassador”: relations are reduced, a sanction in PLOVER's terms."""
    objects = [c for c in reading.children[verb] if reading.dep[c] in {"dobj", "nsubjpass"}]
    return any(reading.low[c] in _ENVOYS for c in objects)


def _sent(reading: Reading, verb: int) -> tuple[str, ...]:
    """Wheat is sent to help, and troops are sent to be there; what else is sent tells nothing."""
    objects = [c for c in reading.children[verb] if reading.dep[c] in {"dobj", "nsubjpass"}]
    measured = [
        g
        for c in objects
        for p in reading.children[c]
        if reading.low[p] == "of"
        for g in reading.children[p]
    ]
    things = {reading.low[i] for i in (*objects, *measured)}
    if things & _GOODS:
        return ("AID",)
    return ("MOBILIZE",) if things & _FORCES else ()


@cache
def _sending() -> frozenset[str]:
    return frozenset(["sent", *(form for base in _SENDING for form in forms_of(base))])


def settled(reading: Reading, i: int, codes: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of a noun, or what it is to end what it names, or to say it only.

    To lift sanctions is to yield; to break off talks is a sanction, in PLOVER's terms: relations are
    reduced. A protest that is lodged with somebody is words, and no march.
    """
    if codes == ("PROTEST",) and is_noun(reading, i) and _is_lodged(reading, i):
        return ("ACCUSE",)
    if not codes or not is_noun(reading, i) or not _is_ended(reading, i):
        return codes
    return ("YIELD",) if roots()[codes[0]].quad >= _CONFLICT else ("SANCTION",)


def _is_ended(reading: Reading, noun: int) -> bool:
    head = reading.head[noun]
    if reading.dep[noun] in {"dobj", "nsubjpass"}:
        return reading.low[head] in _ending()
    return (
        reading.dep[noun] == "pobj"
        and reading.low[head] == "of"
        and reading.low[reading.head[head]] in _ENDS
    )


def _is_lodged(reading: Reading, noun: int) -> bool:
    if any(reading.low[c] in _WRITTEN for c in reading.children[noun]):
        return True
    return (
        reading.dep[noun] in {"dobj", "nsubjpass"} and reading.low[reading.head[noun]] in _lodging()
    )


@cache
def _lodging() -> frozenset[str]:
    return frozenset(form for base in _LODGING for form in forms_of(base))


@cache
def _ending() -> frozenset[str]:
    return frozenset(form for base in _ENDING for form in forms_of(base))


def is_noun(reading: Reading, i: int) -> bool:
    """Whether the word is a noun that tells an event: “the attack”, but not “they attack Ossel”."""
    return (
        reading.dep[i] in _NOMINAL
        and reading.low[i] in roots_of_nouns()
        and not any(reading.dep[c] in _OF_VERBS for c in reading.children[i])
    )
