"""Ctrl-C: held back while something is written that must not be cut in two."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def interruption_held() -> Iterator[None]:
    """Let what is inside finish before Ctrl-C takes effect; a second one takes effect at once.

    Without this, a long line may be written in part: Python looks for signals between the pieces
    in which a pipe takes it (PEP 475).
    """
    ignored = signal.getsignal(signal.SIGINT) is signal.SIG_IGN  # Run in the background, nohup.
    if ignored or threading.current_thread() is not threading.main_thread():
        yield
        return
    came = False

    def hold(_number: int, _frame: FrameType | None) -> None:
        nonlocal came
        if came:
            raise KeyboardInterrupt
        came = True

    before = signal.signal(signal.SIGINT, hold)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt
