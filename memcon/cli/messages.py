"""Messages on standard error; and how to part from a stream that nobody reads any more."""

from __future__ import annotations

import os
import sys
from typing import TextIO


def tell(message: str) -> None:
    """Print a message on one line, if there is somebody to read it.

    Names of files may hold anything, so what would act on the terminal is spelt out.
    """
    if sys.stderr is None:
        return
    # The commands import this file for their help, which must not wait for the reports.
    from memcon.report.visible import visible

    line = visible(message).replace("\n", "⟨U+000A⟩")
    try:
        print(f"memcon: {line}", file=sys.stderr, flush=True)
    except OSError:
        give_up(sys.stderr)


def give_up(stream: TextIO | None) -> None:
    """Let what the stream still holds go nowhere, or Python would complain of it at exit."""
    if stream is None:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
