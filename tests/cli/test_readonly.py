"""Commands on an archive that can only be read: it is searched; what would write says so first."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.archive_runs import Run, desk, two_days

__all__ = ["desk", "two_days"]

SAID = (
    "memcon: desk.db: it can be read only; ask for the right to write to it, or give another one with "
    "--db\n"
)


@pytest.fixture
def kept(two_days: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`memcon` on an archive in a folder that cannot be written to."""
    # Root may write everywhere, so what the system says is made up.
    monkeypatch.setattr(os, "access", lambda _path, mode: not mode & os.W_OK)
    return two_days


@pytest.mark.parametrize(
    "command",
    [
        ("search", "strait"), ("archive", "documents"), ("archive", "check"), ("archive", "text", "1"),
        ("timeline",), ("network",), ("topics",), ("sql", "SELECT count(*) FROM archive_view_documents"),
    ],
)  # fmt: skip
def test_it_is_read(kept: Run, folder: Path, command: tuple[str, ...]) -> None:
    before = sorted(path.name for path in folder.iterdir())
    result = kept(*command)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout
    assert sorted(path.name for path in folder.iterdir()) == before


@pytest.mark.parametrize("command", [("add", "--by-words", "monday.txt"), ("reread", "--by-words")])
def test_what_would_write_says_so_at_once(kept: Run, command: tuple[str, ...]) -> None:
    result = kept(*command)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", SAID)
