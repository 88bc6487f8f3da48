"""Ctrl-C: what was written stays whole."""

from __future__ import annotations

import json
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from memcon.cli.interruption import interruption_held
from tests.cli.conftest import SAID, names


def test_in_the_middle_of_a_folder(folder: Path, process: Callable) -> None:
    for number in range(500):
        (folder / f"{number:03}.txt").write_text(SAID, "utf-8")
    run = process("read", ".", "-f", "jsonl", delay=0.02)
    first = run.stdout.readline()
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=60)
    read = names(first + out)
    assert read == [f"{number:03}.txt" for number in range(len(read))]
    assert 1 <= len(read) < 500
    assert err.decode() == (
        f"memcon: interrupted; {len(read)} document{'s' * (len(read) > 1)} read and written\n"
    )
    assert run.returncode == 130


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_in_the_middle_of_a_line(
    folder: Path, process: Callable, monkeypatch: pytest.MonkeyPatch, unbuffered: str
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    # The line is much longer than a pipe holds, so that it is still being written.
    (folder / "a.txt").write_text(SAID * 5000, "utf-8")
    run = process("read", "a.txt", "a.txt", "-f", "jsonl")
    start = run.stdout.read(1000)
    run.send_signal(signal.SIGINT)
    out, _ = run.communicate(timeout=60)
    [line] = (start + out).splitlines()
    assert len(json.loads(line)["attributions"]) == 5000
    assert run.returncode == 130


def test_a_file_that_must_be_whole_is_not_replaced(folder: Path, process: Callable) -> None:
    (folder / "out").write_text("of yesterday")
    for number in range(500):
        (folder / f"{number:03}.txt").write_text(SAID, "utf-8")
    run = process("read", ".", "-f", "md", "-o", "out", delay=0.02)
    while not any(part.stat().st_size for part in folder.glob(".out.*.part")):
        assert run.poll() is None
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=60)
    assert run.returncode == 130
    assert err.endswith(b"read, nothing written to out\n")
    assert (folder / "out").read_text() == "of yesterday"
    assert not list(folder.glob(".out.*"))


def test_before_the_first_document(process: Callable) -> None:
    run = process("read", "-", "-f", "jsonl", "-o", "out", stdin=-1)
    while not Path("out").exists():  # From then on it waits for standard input.
        assert run.poll() is None
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    assert run.wait(timeout=60) == 130
    assert run.stderr.read() == b"memcon: interrupted; 0 documents read and written\n"
    for stream in (run.stdin, run.stdout, run.stderr):
        stream.close()


def test_it_is_held_back_until_the_end() -> None:
    done = False
    with pytest.raises(KeyboardInterrupt), interruption_held():
        signal.raise_signal(signal.SIGINT)
        done = True
    assert done


def test_a_second_one_takes_effect_at_once() -> None:
    done = False
    with pytest.raises(KeyboardInterrupt), interruption_held():
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        done = True
    assert not done
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_who_ignores_it_goes_on_to_ignore_it(monkeypatch: pytest.MonkeyPatch) -> None:
    # A run in the background of a script, or under nohup.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with interruption_held():
            signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)


def test_other_threads_have_nothing_to_hold() -> None:
    entered = []

    def work() -> None:
        with interruption_held():
            entered.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert entered
