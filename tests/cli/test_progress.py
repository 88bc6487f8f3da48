"""The bar on standard error, for who looks at one and has to wait."""

from __future__ import annotations

import contextlib
import io
import os
import pty
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from memcon.cli.progress import BIG, open_progress
from memcon.collecting import Given
from tests.cli.conftest import SAID, names

SMALL = Given("a.txt", Path("a.txt"), 100)
INPUT = Given("standard input")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal of 100 columns in place of standard error."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    # Not sys.stderr itself, which pytest sets anew before the test.
    monkeypatch.setattr("memcon.cli.progress.sys", SimpleNamespace(stderr=stream))
    return stream


def test_many_documents_show_rate_and_time_left(terminal: Terminal) -> None:
    with open_progress([SMALL, SMALL], shown=True) as progress:
        progress.advance(100, "She said no.")
    shown = terminal.getvalue()
    assert "reading" in shown
    assert "50%" in shown
    assert "words/s" in shown
    assert "left" in shown


def test_failures_count_as_done(terminal: Terminal) -> None:
    with open_progress([SMALL, SMALL], shown=True) as progress:
        progress.advance(100, "")
        progress.advance(100, "")
    assert "100%" in terminal.getvalue()


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (SMALL, False),
        (Given("a.txt", Path("a.txt"), BIG), True),
        (Given("a.jsonl", Path("a.jsonl"), BIG), True),
        (Given("a.zip", Path("a.zip"), BIG), True),
        (INPUT, True),
        (Given("https://ossel.example/", address="https://ossel.example/"), True),
    ],
    ids=["small", "big", "JSON Lines", "ZIP", "standard input", "address"],
)
def test_one_place_has_a_bar_if_it_may_take_long(
    terminal: Terminal, place: Given, shown: bool
) -> None:
    with open_progress([place], shown=True):
        pass
    assert bool(terminal.getvalue()) is shown


def test_time_left_is_told_only_where_it_is_known(terminal: Terminal) -> None:
    with open_progress([SMALL, INPUT], shown=True) as progress:
        progress.advance(100, "She said no.")
    assert "words/s" in terminal.getvalue()
    assert "left" not in terminal.getvalue()


def test_no_bar_if_none_is_wanted_or_nobody_looks(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_progress([SMALL, SMALL], shown=False):
        pass
    for nobody in (io.StringIO(), None):
        monkeypatch.setattr("memcon.cli.progress.sys", SimpleNamespace(stderr=nobody))
        with open_progress([SMALL, SMALL], shown=True) as progress:
            progress.advance(100, "She said no.")
        assert not (nobody and nobody.getvalue())
    assert terminal.getvalue() == ""


def on_terminal(process: Callable, *arguments: str) -> tuple[bytes, str, int]:
    """Output, what a terminal on standard error gets, and the exit code."""
    ours, theirs = pty.openpty()
    run = process(*arguments, stderr=theirs)
    os.close(theirs)
    seen = b""
    with contextlib.suppress(OSError):  # Which is how Linux tells that the other end is closed.
        while piece := os.read(ours, 65536):
            seen += piece
    os.close(ours)
    out, _ = run.communicate(timeout=60)
    return out, seen.decode(), run.returncode


@pytest.mark.parametrize("quiet", [False, True])
def test_a_folder_read_by_somebody_at_a_terminal(
    folder: Path, process: Callable, monkeypatch: pytest.MonkeyPatch, quiet: bool
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm")
    for number in range(5):
        (folder / f"{number}.txt").write_text(SAID, "utf-8")
    (folder / "bad.txt").write_bytes(b"")
    arguments = ("read", ".", "-f", "jsonl", *(["--quiet"] if quiet else []))
    out, seen, code = on_terminal(process, *arguments)
    assert names(out) == [f"{number}.txt" for number in range(5)]
    assert code == 1
    assert "memcon: bad.txt: the file is empty" in seen
    assert ("words/s" in seen) is not quiet
    assert ("1 of 6 documents failed" in seen) is not quiet
