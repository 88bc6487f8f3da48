"""Seats of government that stand for it: the White House, the Élysée, the Kremlin.

`seats.tsv` is a table of our own, in the order of the codes, for all states alike: buildings, streets
and squares by which the English press names a government or, as `organisation`, a ministry. Names
that several states share (Government House, State House) are not in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from memcon.actors.metonymy import use_of
from memcon.actors.phrases import POSSESSIVE_MARKS
from memcon.actors.reading import Reading
from memcon.actors.titles import MODIFIERS, OFFICES
from memcon.record import ActorKind

#: Words from a seat to an office that is held there.
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Seat:
    """Words from first to last (both included, article and all) that name a seat.

    :param code: ISO 3166-1 alpha-2 code of its state.
    :param acts: whether it stands for who sits there.
    """

    first: int
    last: int
    code: str
    name: str
    kind: ActorKind
    acts: bool


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], str, ActorKind]]]:
    """First word -> (all words, code, kind), the longest first."""
    out: dict[str, list[tuple[tuple[str, ...], str, ActorKind]]] = {}
    table = (files("memcon.actors") / "seats.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        code, name, kind = line.split("\t")
        words = tuple(name.replace("-", " - ").split())
        out.setdefault(words[0], []).append((words, code, cast(ActorKind, kind)))
    for rows in out.values():
        rows.sort(key=lambda row: -len(row[0]))
    return out


def find_seats(reading: Reading) -> list[Seat]:
    """Every seat of the table that the text names, from left to right."""
    table, forms = _table(), reading.form
    out: list[Seat] = []
    for i, form in enumerate(forms):
        if form not in table or (out and i <= out[-1].last):
            continue
        for words, code, kind in table[form]:
            last = i + len(words) - 1
            if tuple(f.replace("’", "'") for f in forms[i : last + 1]) == words:
                serves = _has_office(reading, last)
                # In “the White House spokesman” the article is the spokesman's.
                the = reading.same_paragraph(i - 1, i) and reading.low[i - 1] == "the"
                the = the and not serves
                acts = serves or use_of(reading, i, last) == "government"
                out.append(Seat(i - the, last, code, " ".join(words), kind, acts))
                break
    return out


def _has_office(reading: Reading, last: int) -> bool:
    """A White House spokesman, the Élysée's chief adviser: the office is in its service."""
    for i in range(last + 1, last + 1 + _NEAR):
        if not reading.same_paragraph(i, last):
            return False
        if reading.low[i] in OFFICES or reading.low[i].removesuffix("s") in OFFICES:
            return True
        if reading.low[i] not in MODIFIERS and reading.form[i] not in POSSESSIVE_MARKS:
            return False
    return False
