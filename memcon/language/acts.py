"""Speech acts: what is done by saying something, in Searle's classes and in the terms of diplomacy.

Classes after Searle, “A classification of illocutionary acts” (Language in Society 5, 1976). Which words
do which act stands in `acts.tsv`; it holds for every speaker alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from memcon.language.inflection import forms_of
from memcon.record import Force
from memcon.spans import Spans


@dataclass(frozen=True, slots=True)
class Act:
    """An act with the words that show it.

    :param force: Searle's class.
    :param name: the finer act: praise, thank, warn …
    """

    force: Force
    name: str
    evidence: Spans = ()


@cache
def forces() -> dict[str, Force]:
    """Searle's class of each finer act."""
    return {name: force for name, force, _ in _rows()}


@cache
def acts_of_words() -> dict[str, tuple[str, ...]]:
    """The acts that a form of a word can show, the likeliest first."""
    out: dict[str, list[str]] = {}
    for name, _, words in _rows():
        for base in words.split():
            for form in forms_of(base):
                if name not in out.setdefault(form, []):
                    out[form].append(name)
    return {form: tuple(names) for form, names in out.items()}


@cache
def _rows() -> tuple[tuple[str, Force, str], ...]:
    text = files("memcon.language").joinpath("acts.tsv").read_text(encoding="utf-8")
    return tuple(tuple(row.split("\t")) for row in text.splitlines()[1:])  # type: ignore[misc]
