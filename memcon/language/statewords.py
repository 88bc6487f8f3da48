"""Names of states and of their peoples of one word each, which the entity recogniser may miss."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def types_of_states() -> dict[str, str]:
    """OntoNotes type by the name, lower case: GPE of a state, NORP of its people and its adjective."""
    text = files("memcon.actors").joinpath("countries.tsv").read_text(encoding="utf-8")
    out: dict[str, str] = {}
    for row in text.splitlines():
        if row.startswith("#"):
            continue
        for type, column in zip(("GPE", "NORP", "NORP"), row.split("\t")[1:], strict=False):
            for name in column.split("|"):
                if " " not in name and len(name) > 2:
                    out.setdefault(name.lower(), type)
    return out
