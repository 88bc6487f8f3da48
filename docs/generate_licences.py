"""Writes docs/licences.md: every package of the default install, its version and its licence.

.venv/bin/python docs/generate_licences.py
"""

from __future__ import annotations

from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

PAGE = Path(__file__).with_name("licences.md")


def default_install() -> dict[str, Distribution]:
    """The packages that memcon needs without an extra, by name, and what these need."""
    found: dict[str, Distribution] = {}
    seen, waiting = set(), [("memcon", "")]
    while waiting:
        name, extra = waiting.pop()
        if (name.lower(), extra) in seen:
            continue
        seen.add((name.lower(), extra))
        try:
            one = distribution(name)
        except PackageNotFoundError:
            continue  # For another system.
        found[one.metadata["Name"].lower()] = one
        for line in one.requires or ():
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": extra}):
                waiting += [(needed.name, e) for e in ("", *needed.extras)]
    found.pop("memcon")
    return dict(sorted(found.items()))


def licence(one: Distribution) -> str:
    """What the package says of its licence, on one line."""
    about = one.metadata
    classed = [
        c.rpartition(" :: ")[2] for c in about.get_all("Classifier", []) if c[:7] == "License"
    ]
    words = about["License-Expression"] or "; ".join(classed) or about["License"] or "not told"
    return " ".join(words.split())[:80].replace("|", "/")


def page() -> str:
    """The page."""
    rows = "".join(
        f"| {one.metadata['Name']} | {one.version} | {licence(one)} |\n"
        for one in default_install().values()
    )
    return (
        "# Licences\n\nWhat `pip install memcon` brings on Linux, and the licence that each package "
        "names. Made by\n`docs/generate_licences.py`.\n\n| package | version | licence |\n"
        f"| --- | --- | --- |\n{rows}"
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
