"""The words of `connotations.tsv`: what each makes of who bears it, and of whom it is done to."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from memcon.language.inflection import forms_of

_SIGN = {"+": 1, "-": -1, "": 0}


@cache
def words(kind: str) -> dict[str, tuple[int, int]]:
    """Signs towards the bearer and the object, by each form of the words of a kind."""
    text = files("memcon.statements").joinpath("connotations.tsv").read_text(encoding="utf-8")
    out: dict[str, tuple[int, int]] = {}
    for row in text.splitlines()[1:]:
        of, bearer, object_, words = row.split("\t")
        for base in words.split() if of == kind else ():
            for form in (base,) if kind == "adjective" else forms_of(base):
                before = out.get(form, (0, 0))
                out[form] = (_SIGN[bearer] or before[0], _SIGN[object_] or before[1])
    return out
