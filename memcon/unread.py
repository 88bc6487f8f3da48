"""Unread: parts of a Record that memcon failed on. They stay empty, which is said; the others are read.

Nothing that a text can hold may end a reading, and silence is better than a false line; but a part
that is empty for a fault of memcon's own must not look like one that the text leaves empty.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from memcon.errors import ModelError

_log = logging.getLogger("memcon")
_HERE = Path(__file__).parent
Part = TypeVar("Part")


def read_part(document: str, name: str, read: Callable[[], Part], empty: Part) -> Part:
    """The part, or `empty` if memcon fails on it; then the log, by default standard error, says so.

    :param document: its name, for the message; `name`: the part's.
    :raises ModelError: since nothing can be read without the model.
    :raises MemoryError: since the next part would have none either.
    """
    try:
        return read()
    except (ModelError, MemoryError):
        raise
    except Exception as error:
        tell(document, name, error)
        return empty


def tell(document: str, name: str, error: Exception) -> None:
    """Say that a part of a document is empty for a fault, and where in memcon that was."""
    _log.warning(
        "memcon: %s: its %s could not be read (%s at %s), and are left empty; please report it",
        _printable(document), name, type(error).__name__, _place(error),
    )  # fmt: skip


def _place(error: Exception) -> str:
    """The innermost line of memcon's own that the error came through: `actors/speakers.py:200`."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(_HERE):
            return f"{path.relative_to(_HERE).as_posix()}:{frame.lineno}"
    return "an unknown place"


def _printable(words: str) -> str:
    """A name of a file may hold what acts on a terminal."""
    return "".join(c if c.isprintable() else "�" for c in words)
