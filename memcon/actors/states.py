"""States by name, adjective, people and capital, from a table of ordinary English words.

The table treats all alike: one row a state, in alphabetical order, with all names in use.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from memcon.actors.reading import Reading

StateForm = Literal["name", "adjective", "people", "capital"]


@dataclass(frozen=True, slots=True)
class State:
    """One row: `code` is the ISO 3166-1 alpha-2 code, used as a key."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class StateMention:
    """Words from first to last (both included) that name a state in one of four ways."""

    first: int
    last: int
    state: State
    form: StateForm


_FORMS: tuple[StateForm, ...] = ("name", "adjective", "people", "capital")
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


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], State, StateForm]]]:
    """First word -> (all words, state, form), the longest first."""
    out: dict[str, list[tuple[tuple[str, ...], State, StateForm]]] = {}
    lines = (files("memcon.actors") / "states.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        code, *columns = line.split("\t")
        state = State(code, columns[0].split("|")[0])
        for form, column in zip(_FORMS, columns, strict=False):
            for name in filter(None, column.split("|")):
                words = tuple(_split(name))
                out.setdefault(words[0], []).append((words, state, form))
    for rows in out.values():
        rows.sort(key=lambda row: -len(row[0]))
    return out


def _split(name: str) -> Iterator[str]:
    """As the tokenizer does: hyphens and possessives apart, points kept."""
    for word in (
        name.replace("-", " - ")
        .replace(",", " ,")
        .replace("’s ", " ’s ")
        .replace("'s ", " 's ")
        .split()
    ):
        yield word.replace("’", "'")


def find_states(reading: Reading) -> list[StateMention]:
    """Every mention of a state of the table, from left to right, none inside another."""
    table = _table()
    forms = reading.form
    out: list[StateMention] = []
    i = 0
    while i < len(forms):
        found = None
        for words, state, form in table.get(forms[i], ()):
            size = len(words)
            if tuple(f.replace("’", "'") for f in forms[i : i + size]) == words:
                found = StateMention(i, i + size - 1, state, form)
                break
        if found is None and "-" in forms[i]:
            found = _compound(reading, i)
        if found is None or (found.form != "adjective" and _in_name(reading, found)):
            i += 1
            continue
        out.append(_styled(reading, found))
        i = found.last + 1
    return out


def _in_name(reading: Reading, mention: StateMention) -> bool:
    """Whether the words are a part of a person's longer name, as Jordan may be."""
    if reading.entity[mention.first] != "PERSON":
        return False
    before, after = mention.first - 1, mention.last + 1
    goes_on = (
        after < len(reading) and reading.entity[after] == "PERSON" and not reading.begins[after]
    )
    return goes_on or (
        before >= 0 and reading.entity[before] == "PERSON" and not reading.begins[mention.first]
    )


def _compound(reading: Reading, i: int) -> StateMention | None:
    """“U.S.-Armenian” is one word to the tokenizer: its first part counts."""
    for words, state, form in _table().get(reading.form[i].split("-")[0], ()):
        if len(words) == 1:
            return StateMention(i, i, state, "adjective" if form == "name" else form)
    return None


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
