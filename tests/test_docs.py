"""Docs that are written by the program say what the program says."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).resolve().parent.parent / "docs"


@pytest.fixture
def generator() -> ModuleType:
    """docs/generate_cli.py as a module."""
    spec = importlib.util.spec_from_file_location("generate_cli", DOCS / "generate_cli.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_command_line_page_is_what_the_program_says(generator: ModuleType) -> None:
    written = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert written == generator.page(), "run .venv/bin/python docs/generate_cli.py"


def test_the_page_is_the_same_on_any_terminal(
    generator: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = generator.page()
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert generator.page() == before


def test_every_command_is_on_the_page(generator: ModuleType) -> None:
    page = generator.page()
    assert all(f"\n## memcon{name}\n" in page for name in ("", " read", " schema"))
    help_texts = page.split("```")[1::2]
    assert max(len(line) for text in help_texts for line in text.splitlines()) <= 80
