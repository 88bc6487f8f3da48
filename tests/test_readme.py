"""README's two commands are the ones that CI runs."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def commands() -> list[str]:
    """The one-line commands for a fresh machine, as README gives them."""
    return [line for line in README.splitlines() if line.startswith("python3 -m venv")]


def test_readme_has_two_one_line_commands():
    reading, testing = commands()
    assert "memcon read samples/" in reading
    assert testing.endswith("pytest -q")


def test_ci_runs_the_test_command_word_for_word():
    assert commands()[1] in CI.splitlines()


def test_the_sample_and_every_file_that_readme_links_to_exist():
    linked = re.findall(r"\]\(([^)#:]+)\)", README) + re.findall(r"samples/[\w.-]+", README)
    missing = [name for name in linked if not (ROOT / name).exists()]
    assert not missing
