"""docs/licences.md: it names all that is installed and shipped, and nothing else."""

from __future__ import annotations

import json
import re
import tomllib
from fnmatch import fnmatch

from tests.test_lock import LOCK, ROOT, plain

PAGE = (ROOT / "docs/licences.md").read_text("utf-8")
ABOUT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def rows(title: str) -> dict[str, list[str]]:
    """The table below a title: its first column to the others."""
    [part] = re.findall(rf"^#+ {re.escape(title)}\n(.*?)(?=^#|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    cells = [line.strip("| ").split(" | ") for line in part.splitlines() if line[:2] == "| "]
    head, _, *found = cells
    assert all(len(row) == len(head) and all(row) for row in found)
    return {row[0].strip("`"): row[1:] for row in found}


def names(lines: list[str]) -> set[str]:
    return {plain(re.split(r"[^\w.-]", line)[0]) for line in lines}


def test_the_default_install_is_what_is_locked() -> None:
    told = {plain(name) for name in rows("Licences")}
    assert told == {plain(name) for name in re.findall(r"^([\w.-]+)==", LOCK, re.MULTILINE)}
    assert names(ABOUT["dependencies"]) <= told


def test_packages_of_extras_are_those_of_the_project() -> None:
    needed = {
        (name, extra)
        for extra, lines in ABOUT["optional-dependencies"].items()
        for name in names(lines) - {"memcon"}
    }
    told = rows("Extras")
    assert needed == {(plain(n), extra) for n, row in told.items() for extra in row[0].split(", ")}


def test_each_file_of_the_package_that_is_no_python_is_told_of_once() -> None:
    patterns = rows("Models, tables and other files of the package")
    met = dict.fromkeys(patterns, 0)
    for file in (ROOT / "memcon").rglob("*"):
        if not file.is_file() or file.suffix in {".py", ".pyc"}:
            continue
        name = file.relative_to(ROOT).as_posix()
        # A star stands for what is in one folder.
        fits = [p for p in patterns if fnmatch(name, p) and p.count("/") == name.count("/")]
        assert len(fits) == 1, name
        met[fits[0]] += 1
    assert all(met.values()), met


def test_libraries_of_the_browser_are_those_of_the_manifest() -> None:
    vendor = ROOT / "memcon/web/static/vendor"
    manifest = json.loads((vendor / "manifest.json").read_text("utf-8"))
    bundled = {
        name: [about["version"], about["license"], f"`{about['file']}`"]
        for bundle in manifest.values()
        for name, about in bundle["packages"].items()
    }
    assert rows("Libraries of the browser") == bundled
    assert all((vendor / row[2].strip("`")).is_file() for row in bundled.values())
    assert {file.name for file in vendor.glob("*.js")} == set(manifest)
