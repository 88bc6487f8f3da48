"""The command line with a stand-in for the reader: in this process, or in one of its own."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

STAND_IN = Path(__file__).with_name("reader_stand_in.py")
ROOT = STAND_IN.parents[2]


@pytest.fixture
def memcon(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Callable[..., Result]:
    """Run `memcon` with these arguments in the empty folder."""
    spec = importlib.util.spec_from_file_location("memcon.reading", STAND_IN)
    assert spec and spec.loader
    reader = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reader)
    monkeypatch.setitem(sys.modules, "memcon.reading", reader)
    for module in ("memcon.cli.run", "memcon.cli.attempts"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    from memcon.cli import app

    def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, list(arguments), input=stdin)

    return run


@pytest.fixture
def process(folder: Path) -> Callable[..., subprocess.Popen[bytes]]:
    """Start `memcon` with these arguments as a process in the empty folder."""

    def start(*arguments: str, delay: float = 0, **options: Any) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "MEMCON_TEST_DELAY": str(delay), "PYTHONPATH": str(ROOT)}
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": environment}
        return subprocess.Popen([sys.executable, str(STAND_IN), *arguments], **{**pipes, **options})

    return start
