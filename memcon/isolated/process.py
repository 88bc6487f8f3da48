"""Process: one that reads, for as long as it answers; each thread has one of its own."""

from __future__ import annotations

import atexit
import multiprocessing
import signal
import threading
from collections.abc import Callable
from typing import Any

from memcon.isolated import child
from memcon.isolated.limits import Limits


class SilentError(Exception):
    """The process did not answer in time."""


class EndedError(Exception):
    """The process ended; the message says how.

    :param by_memory: whether it is likely that the system ended it for want of memory.
    :param stopped: whether it was ended on purpose, by `stopper`.
    """

    def __init__(self, how: str, by_memory: bool, stopped: bool) -> None:
        super().__init__(how)
        self.by_memory = by_memory
        self.stopped = stopped


class Process:
    """A process that reads.

    :param memory: bytes that it may have for its data; 0 for any number.
    """

    def __init__(self, memory: int) -> None:
        # Not by forking: a thread of the parent may hold a lock that nobody lets go in the copy.
        context = multiprocessing.get_context("spawn")
        self._connection, other = context.Pipe()
        self._process = context.Process(
            target=child.run, args=(other, memory), name="memcon-reader", daemon=True
        )
        self._process.start()
        self._stopped = False
        other.close()

    @property
    def lives(self) -> bool:
        """Whether it can be asked."""
        return self._process.is_alive() and not self._connection.closed

    def send(self, message: Any) -> None:
        """Send it something.

        :raises EndedError: if it has ended.
        """
        try:
            self._connection.send(message)
        except (BrokenPipeError, ConnectionError) as error:
            raise self._ended() from error

    def answer(self, seconds: float) -> tuple[Any, ...]:
        """What it answers.

        :raises SilentError: if that takes longer; the process is ended then.
        :raises EndedError: if it has ended.
        """
        try:
            if not self._connection.poll(None if seconds == float("inf") else seconds):
                self.end()
                raise SilentError
            answer: tuple[Any, ...] = self._connection.recv()
        except (EOFError, ConnectionError) as error:
            raise self._ended() from error
        return answer

    def stop(self) -> None:
        """End it from another thread: the one that waits for its answer is told."""
        self._stopped = True
        self._process.kill()

    def end(self) -> None:
        """End it, whatever it does."""
        self._connection.close()
        self._process.kill()
        self._process.join()

    def _ended(self) -> EndedError:
        self._process.join(5.0)
        code = self._process.exitcode
        self.end()
        # The system's killer of processes sends the one, a failed allocation in C++ the other.
        by_memory = code in (-signal.SIGKILL, -signal.SIGABRT) if code is not None else False
        return EndedError(f"ended with {code}", by_memory, self._stopped)


#: Memory and process of each thread, by the thread's number.
_own: dict[int, tuple[int, Process]] = {}


def own_process(limits: Limits) -> Process:
    """The process of the thread that asks; a new one if none lives that has this limit."""
    thread = threading.get_ident()
    known = _own.get(thread)
    if known is not None:
        memory, process = known
        if memory == limits.memory and process.lives:
            return process
        if process.lives:
            process.end()
    made = Process(limits.memory)
    _own[thread] = limits.memory, made
    return made


def stopper() -> Callable[[], None]:
    """What ends the reading of the thread that asks for it, whichever thread calls it."""
    thread = threading.get_ident()

    def stop() -> None:
        if thread in _own:
            _own[thread][1].stop()

    return stop


@atexit.register
def _end_all() -> None:
    for _, process in list(_own.values()):
        if process.lives:
            process.end()
