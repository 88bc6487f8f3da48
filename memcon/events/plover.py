"""PLOVER's root codes, with mode, quad class and the score of conflict and cooperation.

PLOVER: Open Event Data Alliance, “PLOVER Codebook and Manual” (2018). Scores are a convention:
Goldstein's scale (“A Conflict-Cooperation Scale for WEIS Events Data”, Journal of Conflict Resolution
36, 1992) as CAMEO carried it over to its root codes, each PLOVER code with the score of the CAMEO
root that it continues; ASSAULT, which joins three, has the mean of theirs, and REQUEST that of appeals
and demands.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from memcon.language.inflection import forms_of

Mode = Literal["verbal", "material"]
Quad = Literal[1, 2, 3, 4]


@dataclass(frozen=True, slots=True)
class Root:
    """A root code.

    :param quad: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.
    :param score: −10 (conflict) to +10 (cooperation).
    """

    name: str
    quad: Quad
    mode: Mode
    score: float


@dataclass(frozen=True, slots=True)
class PloverCode:
    """What a source does to a target.

    :param root: one of PLOVER's root codes.
    :param quad: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.
    :param mode: whether it is done by words or by deeds.
    :param score: −10 (conflict) to +10 (cooperation), a convention: see this module.
    :param confidence: 0 to 1, of the root code.
    """

    root: str
    quad: Quad
    mode: Mode
    score: float
    confidence: float


@cache
def roots() -> dict[str, Root]:
    """The fifteen root codes by name, in the order of the model's classes."""
    return {
        name: Root(name, cast(Quad, int(quad)), cast(Mode, mode), float(score))
        for name, quad, mode, score, *_ in _rows()
    }


@cache
def roots_of_verbs() -> dict[str, tuple[str, ...]]:
    """Root codes that a form of a verb can tell."""
    return _by_form(4)


@cache
def roots_of_nouns() -> dict[str, tuple[str, ...]]:
    """Root codes that a noun, singular or plural, can tell."""
    return _by_form(5)


def _by_form(column: int) -> dict[str, tuple[str, ...]]:
    out: dict[str, list[str]] = {}
    for row in _rows():
        for base in row[column].split():
            for form in forms_of(base):
                if row[0] not in out.setdefault(form, []):
                    out[form].append(row[0])
    return {form: tuple(names) for form, names in out.items()}


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    text = files("memcon.events").joinpath("plover.tsv").read_text(encoding="utf-8")
    return tuple(tuple(row.split("\t")) for row in text.splitlines()[1:])
