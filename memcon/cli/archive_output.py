"""Output of commands on the archive for programs: UTF-8 whatever the terminal's encoding."""

from __future__ import annotations

import sys


def put_text(text: str) -> None:
    """Print a text as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def put_bytes(data: bytes) -> None:
    """Write bytes as they are."""
    sys.stdout.flush()
    rest = memoryview(data)
    # Unbuffered, as in many containers, a write may be of a part only.
    while rest:
        rest = rest[sys.stdout.buffer.write(rest) :]
    sys.stdout.buffer.flush()
