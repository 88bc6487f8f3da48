"""Offices told by a verb: “N is the president”, “N was sworn in as mayor”, “who is the minister”."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from memcon.actors.given import Given, is_fact, is_holder, subject_of
from memcon.actors.offices import Office
from memcon.actors.reading import Reading
from memcon.actors.titles import HONORIFICS, MODIFIERS, plain

COPULAS = {
    "is", "was", "are", "were", "be", "been", "being", "'s", "became", "become", "becomes",
    "becoming", "remains", "remained",
}  # fmt: skip
#: By these verbs one person is put into an office; who does it is their subject in the active.
APPOINTING = {
    "elected", "re-elected", "reelected", "appointed", "reappointed", "named", "chosen", "made",
    "crowned", "sworn", "installed", "inaugurated", "confirmed", "declared", "proclaimed",
    "designated", "appoints", "appointing", "names", "naming", "elects",
}  # fmt: skip
#: By these, followed by “as”, one fills it or gives it up.
FILLING = {
    "serve", "serves", "served", "serving", "act", "acts", "acted", "acting", "resigned", "resigns",
    "resign", "retired", "stepped", "took", "takes", "returned", "continues", "continued",
    "remains", "remained",
}  # fmt: skip
_BEING = {"was", "is", "been", "being", "were", "'s"}
_AUXILIARIES = {
    "is", "was", "has", "had", "been", "being", "'s", "also", "now", "then", "later", "recently",
    "currently", "once", "formerly", "earlier", "previously", "first", "today", "just", "already",
    "still", "re", "-", "unanimously", "formally", "again", "himself", "herself", "both",
}  # fmt: skip


def find_predicates(
    reading: Reading, offices: list[Office], named: Collection[int]
) -> Iterator[Given]:
    """Offices that a verb gives to a named person or to “he” or “she”.

    :param named: words of persons' names.
    """
    for office in offices:
        if office.word in named:
            continue
        holder = _beside(reading, office, named)
        if holder is None:
            holder = _put_into(reading, office, named)
        if holder is None:
            holder = _by_syntax(reading, office, named)
        if holder is not None:
            acting = reading.low[max(office.first - 2, 0) : office.first] == ["acting", "as"]
            yield Given(office, holder, "capacity" if acting else "predicate")


def _beside(reading: Reading, office: Office, named: Collection[int]) -> int | None:
    """The words alone: a name, auxiliaries, the verb, the office; no parser is asked."""
    i = office.first - 1
    behind_as = i > 0 and reading.low[i] == "as"
    i -= behind_as
    while i > 0 and reading.low[i] in {"in", "office", "over", "down", "then", "also", "now"}:
        i -= 1
    if i < 1 or not reading.same_paragraph(i, office.first):
        return None
    verb = reading.low[i]
    tells = verb in FILLING if behind_as else verb in COPULAS
    if not tells and verb not in APPOINTING:
        return None
    if not is_fact(reading, i) or (verb in APPOINTING and not _passive(reading, i)):
        return None
    i -= 1
    while i > 0 and reading.low[i] in _AUXILIARIES:
        i -= 1
    if verb in APPOINTING and reading.form[i] == ",":
        i -= 1
    if i > 0 and reading.low[i] == "who":
        i -= 1
        i -= reading.form[i] in {",", "–", "—"}
    if i < 0 or not reading.same_paragraph(i, office.first):
        return None
    if not is_holder(reading, i, named) or _inside_other(reading, i):
        return None
    return i


def _put_into(reading: Reading, office: Office, named: Collection[int]) -> int | None:
    """They appointed N foreign minister; they named N as mayor."""
    last = office.first - 1
    last -= last > 0 and reading.low[last] in {"as", "their", "its", "his", "her"}
    i = last
    while i > 0 and i in named:
        i -= 1
    if i == last or not reading.same_paragraph(i, office.last):
        return None
    while i > 0 and (reading.low[i] in MODIFIERS or plain(reading.low[i]) in HONORIFICS):
        i -= 1
    appoints = reading.low[i] in APPOINTING and is_fact(reading, i)
    return last if appoints and not _passive(reading, i) else None


def _passive(reading: Reading, verb: int) -> bool:
    """Whether a participle has “was”, “been” before it, or is set off from its noun by a comma."""
    before = reading.low[max(verb - 5, 0) : verb]
    return before[-1:] == [","] or not _BEING.isdisjoint(before)


def _inside_other(reading: Reading, i: int) -> bool:
    """Whether the name before the verb only hangs on its subject: “the friend of N is president”."""
    at = i
    for _ in range(4):
        if reading.dep[at] in {"pobj", "poss", "conj", "dobj"}:
            return reading.dep[at] != "dobj"
        if reading.dep[at] not in {"compound", "flat", "appos"} or reading.head[at] == at:
            return False
        at = reading.head[at]
    return False


def _by_syntax(reading: Reading, office: Office, named: Collection[int]) -> int | None:
    verb, dep = reading.head[office.word], reading.dep[office.word]
    if verb == office.word:
        return None
    if dep == "pobj" and reading.low[verb] == "as":
        verb = reading.head[verb]
        low = reading.low[verb]
        if low not in APPOINTING | FILLING:
            return None
    elif dep == "attr":
        if reading.low[verb] not in COPULAS:
            return None
    elif dep in {"oprd", "dobj", "xcomp", "ccomp"}:
        if reading.low[verb] not in APPOINTING:
            return None
    else:
        return None
    if not is_fact(reading, verb):
        return None
    if reading.low[verb] in APPOINTING:
        return _appointed(reading, verb, office, named)
    return subject_of(reading, verb, named)


def _appointed(reading: Reading, verb: int, office: Office, named: Collection[int]) -> int | None:
    """Who is put into the office: the subject of a passive, the object of an active verb."""
    objects = [
        c for c in reading.children[verb]
        if reading.dep[c] in {"dobj", "nsubj", "dative"} and verb < c < office.first
    ]  # fmt: skip
    if objects:
        return objects[0] if is_holder(reading, objects[0], named) else None
    passive = any(reading.dep[c] in {"auxpass", "nsubjpass"} for c in reading.children[verb])
    if passive or reading.dep[verb] in {"acl", "advcl"}:
        return subject_of(reading, verb, named)
    return None
