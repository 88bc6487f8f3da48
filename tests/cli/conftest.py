"""The command line with a stand-in for the reader: in this process, or in one of its own."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

STAND_IN = Path(__file__).with_name("reader_stand_in.py")
ROOT = STAND_IN.parents[2]
#: Modules that take the reader's functions when they are imported.
BOUND = ("memcon.cli.run", "memcon.cli.attempts")

#: A document in which the stand-in finds one quotation, from the first character on.
SAID = "“The lamps stay lit,” the harbour minister said to the press.\n"


def records(lines: str | bytes) -> list[dict[str, Any]]:
    """The Records of JSON Lines."""
    return [json.loads(line) for line in lines.splitlines()]


def names(lines: str | bytes) -> list[str]:
    """Names of the documents of JSON Lines."""
    return [record["document"]["name"] for record in records(lines)]


@pytest.fixture
def memcon(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[Callable[..., Result]]:
    """Run `memcon` with these arguments in the empty folder."""
    spec = importlib.util.spec_from_file_location("memcon.reading", STAND_IN)
    assert spec and spec.loader
    reader = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reader)
    monkeypatch.setitem(sys.modules, "memcon.reading", reader)
    monkeypatch.setitem(sys.modules, "memcon.isolated", reader)
    for module in BOUND:
        monkeypatch.delitem(sys.modules, module, raising=False)
    from memcon.cli import app

    def run(*arguments: str, stdin: bytes = b"") -> Result:
        return CliRunner().invoke(app, list(arguments), input=stdin, catch_exceptions=False)

    yield run
    # What was imported meanwhile holds on to the stand-in.
    for module in BOUND:
        sys.modules.pop(module, None)


@pytest.fixture
def process(folder: Path) -> Callable[..., subprocess.Popen[bytes]]:
    """Start `memcon` with these arguments as a process in the empty folder."""

    def start(*arguments: str, delay: float = 0, **options: Any) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "MEMCON_TEST_DELAY": str(delay), "PYTHONPATH": str(ROOT)}
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": environment}
        # No buffers here: communicate() would not look into them.
        options = {**pipes, "bufsize": 0, **options}
        return subprocess.Popen([sys.executable, str(STAND_IN), *arguments], **options)

    return start
