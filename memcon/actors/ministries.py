"""Ministries, parliaments and offices that only one state calls so: the Storting, the Lok Sabha.

`ministries.tsv` is a table of our own, for all states alike: names by which the English press knows a
body or an office and that no other state has. A row without a code (`-`) is a longer name that contains
one of them and that several states have.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from memcon.actors.reading import Reading

_SHARED = "-"


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word -> (all words, code), the longest first."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    table = (files("memcon.actors") / "ministries.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        code, name = line.split("\t")
        words = tuple(name.replace("-", " - ").replace(",", " ,").split())
        out.setdefault(words[0], []).append((words, code))
    for rows in out.values():
        rows.sort(key=lambda row: -len(row[0]))
    return out


def find_ministries(reading: Reading) -> dict[int, str]:
    """ISO 3166-1 alpha-2 code of the state by the first word of each name that only it has."""
    table, forms = _table(), reading.form
    out: dict[int, str] = {}
    end = 0
    for i, form in enumerate(forms):
        if form not in table or i < end:
            continue
        for words, code in table[form]:
            if tuple(forms[i : i + len(words)]) == words:
                end = i + len(words)
                if code != _SHARED:
                    out[i] = code
                break
    return out
