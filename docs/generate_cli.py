"""Write docs/cli.md from the program's own help: .venv/bin/python docs/generate_cli.py

`tests/test_docs.py` fails when the file differs from what the program says.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from typer.testing import CliRunner

from memcon.cli import app

PAGE = Path(__file__).with_name("cli.md")
#: Columns of the help texts, whatever the terminal.
WIDTH = 80

_HEAD = """\
# The command line

What `memcon COMMAND --help` says of each command. `python -m memcon` is the same program.

<!-- Written by docs/generate_cli.py: change the program, not this page. -->
"""


def page() -> str:
    """The page as it should be."""
    parts = [_HEAD]
    for command in _commands(typer.main.get_command(app)):
        title = " ".join(("memcon", *command))
        parts.append(f"## {title}\n\n```text\n{_help(command)}```\n")
    return "\n".join(parts)


def _commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The command and all below it, as the words that call each."""
    yield path
    for name, below in getattr(command, "commands", {}).items():
        yield from _commands(below, (*path, name))


def _help(command: tuple[str, ...]) -> str:
    result = CliRunner().invoke(
        app, [*command, "--help"], prog_name="memcon", terminal_width=WIDTH, catch_exceptions=False
    )
    # Click pads empty lines.
    return "".join(f"{line.rstrip()}\n" for line in result.stdout.splitlines())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
