"""A child process that does one task after the other, and is ended and begun anew if one hangs."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Cost:
    """What a task took: CPU seconds, megabytes of the process at their highest, and its faults."""

    seconds: float
    megabytes: int
    faults: list[str] = field(default_factory=list)


class Child:
    """A child process.

    :param begin: called there first; it gives what is called with every task and returns faults. Both
        must stand at the top of a module.
    """

    def __init__(self, begin: Callable[[], Callable[[Any], list[str]]]) -> None:
        self._begin = begin
        self._start()

    def do(self, task: Any, limit: float) -> Cost:
        """What the task costs; one that takes more than `limit` seconds by the clock is ended."""
        self._pipe.send(task)
        try:
            if self._pipe.poll(limit):
                told: Cost = self._pipe.recv()
                return told
            fault = f"ended after {limit:.0f} s"
        except (EOFError, ConnectionError):
            fault = "died"
        self.end()
        self._start()
        return Cost(limit, 0, [fault])

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self._pipe.close()

    def _start(self) -> None:
        self._pipe, theirs = multiprocessing.Pipe()
        self._process = multiprocessing.get_context("spawn").Process(
            target=_serve, args=(self._begin, theirs), daemon=True
        )
        self._process.start()
        theirs.close()
        self._pipe.recv()


def _serve(begin: Callable[[], Callable[[Any], list[str]]], pipe: Connection) -> None:
    work = begin()
    pipe.send(None)
    while True:
        task = pipe.recv()
        # What VmHWM tells begins anew.
        Path("/proc/self/clear_refs").write_text("5", "ascii")
        began = time.process_time()
        faults = work(task)
        pipe.send(Cost(time.process_time() - began, _highest(), faults))


def _highest() -> int:
    status = Path("/proc/self/status").read_text("utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024
