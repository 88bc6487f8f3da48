"""The archive's commands with a stand-in for the reader, for the tests of each of them."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

STAND_IN = Path(__file__).with_name("archive_stand_in.py")
ROOT = STAND_IN.parents[2]
#: Modules that take the reader's functions when they are imported.
BOUND = ("memcon.cli.attempts", "memcon.cli.add_run", "memcon.cli.reread_run")

MONDAY = (
    "Talks in Velmar.\n\n“The strait stays open,” said Ana Quill.\n"
    "“We thank Ossel,” said Ruben Harnes.\n"
)
FRIDAY = "“Fishing dues will be halved,” said Ruben Harnes on Friday in the town hall of Velmar.\n"

Run = Callable[..., Result]


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[Run]:
    """Run `memcon` with these arguments in the empty folder, on the archive desk.db."""
    spec = importlib.util.spec_from_file_location("memcon.reading", STAND_IN)
    assert spec and spec.loader
    reader = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reader)
    monkeypatch.setitem(sys.modules, "memcon.reading", reader)
    monkeypatch.setitem(sys.modules, "memcon.isolated", reader)
    for module in BOUND:
        monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setenv("MEMCON_DB", "desk.db")
    from memcon.cli import app

    def run(*arguments: str, stdin: bytes = b"") -> Result:
        return CliRunner().invoke(app, list(arguments), input=stdin, catch_exceptions=False)

    yield run
    # What was imported meanwhile holds on to the stand-in.
    for module in BOUND:
        sys.modules.pop(module, None)


@pytest.fixture
def two_days(folder: Path, desk: Run) -> Run:
    """`memcon` on an archive of two reports."""
    (folder / "monday.txt").write_text(MONDAY, "utf-8")
    (folder / "friday.txt").write_text(FRIDAY, "utf-8")
    assert desk("add", "--by-words", "monday.txt", "friday.txt").exit_code == 0
    return desk
