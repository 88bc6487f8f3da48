"""Messages on standard error, whatever names of files hold and whoever listens."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import SAID, names


def test_a_name_cannot_act_on_the_terminal(memcon: Callable) -> None:
    result = memcon("read", "\x1b[31mred\n.txt")
    [message] = result.stderr.splitlines()
    assert message.startswith("memcon: ⟨U+001B⟩[31mred⟨U+000A⟩.txt: there is no such file")


def test_closed_standard_error_costs_nothing_but_the_messages(
    folder: Path, process: Callable
) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    run = process("read", "gone.txt", "a.txt", "-f", "jsonl", preexec_fn=lambda: os.close(2))
    out, _ = run.communicate(timeout=60)
    assert (names(out), run.returncode) == (["a.txt"], 1)


def test_standard_error_that_nobody_reads_any_more(folder: Path, process: Callable) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    read, write = os.pipe()
    os.close(read)
    run = process("read", "gone.txt", "a.txt", "-f", "jsonl", stderr=write)
    os.close(write)
    out, _ = run.communicate(timeout=60)
    assert (names(out), run.returncode) == (["a.txt"], 1)
