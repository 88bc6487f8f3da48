"""Mentions of states by name, adjective, people and capital."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.actors.reading import Reading
from memcon.actors.statenames import Meaning, State, StateForm, single_meanings, state_names


@dataclass(frozen=True, slots=True)
class StateMention:
    """Words from first to last (both included) that name a state in one of four ways."""

    first: int
    last: int
    state: State
    form: StateForm


#: Words of full names that may stand before a state's name: the Kingdom of Denmark.
_STYLES = {
    "kingdom",
    "republic",
    "state",
    "commonwealth",
    "sultanate",
    "principality",
    "federation",
}
#: New Mexico is not Mexico, and what is Latin American is not of the United States.
_ELSEWHERE_BEFORE = {"new", "latin", "native", "african"}
_PARTS_OF_AMERICA = {"north", "south", "central", "meso"}
_WATERS = {"sea", "ocean", "gulf", "bay", "strait", "channel", "canal"}


def find_states(reading: Reading) -> list[StateMention]:
    """Every mention of a state of the table, from left to right, none inside another.

    What two states share (“Congolese”), and a capital of which a larger namesake is abroad
    (“Hamilton”), means the state that the text names otherwise too, if it is one.
    """
    found = _scan(reading)
    named = {r[0].state.code for _, _, r in found if len(r) == 1 and r[0].sure}
    out: list[StateMention] = []
    for first, last, readings in found:
        able = [r for r in readings if r.sure or r.state.code in named]
        if len(able) > 1:
            able = [r for r in able if r.state.code in named]
        if len(able) == 1:
            out.append(_styled(reading, StateMention(first, last, able[0].state, able[0].form)))
    return sorted([*out, *_by_style(reading, out)], key=lambda m: m.first)


def _by_style(reading: Reading, found: list[StateMention]) -> list[StateMention]:
    """“The Free Republic” behind “the Free Republic of Kestria”, if no other state is styled so."""
    styles: dict[tuple[str, ...], set[State]] = {}
    for mention in found:
        full = reading.form[mention.first : mention.last + 1]
        if "of" in full and reading.low[mention.first + full.index("of") - 1] in _STYLES:
            styles.setdefault(tuple(full[: full.index("of")]), set()).add(mention.state)
    taken = {i for m in found for i in range(m.first, m.last + 1)}
    out = []
    for words, states in styles.items():
        if len(states) > 1:
            continue
        for i, form in enumerate(reading.form):
            last = i + len(words) - 1
            if form != words[0] or i in taken or tuple(reading.form[i : last + 1]) != words:
                continue
            behind = reading.form[last + 1 : last + 2]
            longer = bool(behind) and (behind[0][0].isupper() or behind[0] == "of")
            if i and reading.low[i - 1] == "the" and not longer:
                out.append(StateMention(i, last, next(iter(states)), "name"))
    return out


def _scan(reading: Reading) -> list[tuple[int, int, tuple[Meaning, ...]]]:
    """First word, last word, and what they can mean."""
    table, forms = state_names(), reading.form
    out: list[tuple[int, int, tuple[Meaning, ...]]] = []
    i = 0
    while i < len(forms):
        last = i
        readings: tuple[Meaning, ...] = ()
        for words, able in table.get(forms[i], ()):
            size = len(words)
            if tuple(f.replace("’", "'") for f in forms[i : i + size]) == words:
                last, readings = i + size - 1, able
                break
        if not readings and "-" in forms[i]:
            readings = _compound(forms[i])
        adjective = bool(readings) and readings[0].form == "adjective"
        if readings and _elsewhere(reading, i, last):
            i = last + 1
        elif not readings or (not adjective and _in_name(reading, i, last)):
            i += 1
        else:
            out.append((i, last, readings))
            i = last + 1
    return out


def _in_name(reading: Reading, first: int, last: int) -> bool:
    """Whether the words are a part of a person's longer name, as Jordan may be."""
    if reading.entity[first] != "PERSON":
        return False
    before, after = first - 1, last + 1
    goes_on = (
        after < len(reading) and reading.entity[after] == "PERSON" and not reading.begins[after]
    )
    return goes_on or (
        before >= 0 and reading.entity[before] == "PERSON" and not reading.begins[first]
    )


def _elsewhere(reading: Reading, first: int, last: int) -> bool:
    """New Mexico, Latin America, the South China Sea, the Gulf of Oman, Northern Ireland."""
    before, after = first - 1, last + 1
    if (
        reading.same_paragraph(after, last)
        and reading.low[after] in _WATERS
        and reading.form[after][0].isupper()
    ):
        return True
    if not reading.same_paragraph(before, first):
        return False
    low, name = reading.low[before], reading.low[last]
    if low == "of" and reading.same_paragraph(before - 1, first):
        return reading.low[before - 1] in _WATERS and reading.form[before - 1][0].isupper()
    if not reading.form[before][0].isupper():
        return False
    america = name in {"america", "american", "americans"} and first == last
    return (
        low in _ELSEWHERE_BEFORE
        or (america and low in _PARTS_OF_AMERICA)
        or (low == "northern" and name in {"ireland", "irish"})
    )


def _compound(form: str) -> tuple[Meaning, ...]:
    """“U.S.-Armenian” is one word to the tokenizer: its first part counts."""
    return tuple(
        Meaning(r.state, "adjective" if r.form == "name" else r.form, r.sure)
        for r in single_meanings(form.split("-")[0])
    )


def _styled(reading: Reading, mention: StateMention) -> StateMention:
    """Take in “Kingdom of”, “Islamic Republic of” before a name."""
    i = mention.first - 1
    if mention.form != "name" or i < 1 or reading.low[i] not in {"of", "the"}:
        return mention
    i -= reading.low[i] == "the"
    if (
        i < 1
        or reading.low[i] != "of"
        or reading.low[i - 1] not in _STYLES
        or not reading.capital(i - 1)
    ):
        return mention
    first = i - 1
    while first and reading.capital(first - 1) and reading.same_paragraph(first - 1, first):
        first -= 1
    return StateMention(first, mention.last, mention.state, "name")
