"""The page on the registry shows what its commands print, the instants aside."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"


def timeless(page: str) -> str:
    """The page without instants."""
    return re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "…", page)


def test_the_page_shows_what_the_commands_print() -> None:
    spec = importlib.util.spec_from_file_location("run_registry", DOCS / "run_registry.py")
    assert spec and spec.loader
    runner = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(runner)
    written = runner.PAGE.read_text("utf-8")
    assert timeless(written) == timeless(runner.page()), "run .venv/bin/python docs/run_registry.py"
