"""Assets: the libraries are those that were pinned, each with its licence; ours ask no other host."""

from __future__ import annotations

import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

WEB = Path(str(files("memcon.web")))
FOLDERS = [WEB / "static" / "vendor", Path(__file__).with_name("axe")]


@pytest.mark.parametrize("folder", FOLDERS, ids=["vendor", "axe"])
def test_libraries_are_those_of_the_manifest(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text())
    scripts = {path.name for path in folder.glob("*.js")}
    assert scripts == set(manifest)
    for name, about in manifest.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == about["sha256"]
        for package, of in about["packages"].items():
            assert of["version"] and of["license"], package
            assert (folder / of["file"]).stat().st_size > 100, package


def test_versions_are_those_that_are_pinned() -> None:
    wanted = json.loads((WEB / "vendoring" / "package.json").read_text())["dependencies"]
    manifest = json.loads((FOLDERS[0] / "manifest.json").read_text())
    packages = {
        name: of["version"] for about in manifest.values() for name, of in about["packages"].items()
    }
    assert {name: packages[name] for name in wanted} == wanted


def test_templates_have_no_script_style_or_handler_of_their_own() -> None:
    for template in (WEB / "templates").glob("*.j2"):
        text = template.read_text(encoding="utf-8")
        assert not re.search(r"<script(?![^>]* src=)", text), template.name
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|\|\s*safe\b|autoescape", text), (
            template.name
        )
        assert not re.search(r"(src|href)=[\"']?(https?:)?//", text), template.name


def test_our_scripts_make_no_markup_of_words() -> None:
    for script in (WEB / "static").glob("*.js"):
        text = script.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(",
            text.replace('swap: "outerHTML"', "").replace('swap: "innerHTML"', ""),
        ), script.name
