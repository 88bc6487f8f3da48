"""Failures: why there is no having something, in words, whatever went wrong."""

from __future__ import annotations

from memcon.errors import SourceError
from memcon.sources import Failure


def failure_of(label: str, error: Exception, size: int = 0) -> Failure:
    """What is told of an error that one place, one page or one file in another has led to.

    :param label: what messages call it.
    :param size: bytes that are done with.
    """
    return Failure(label, size, _reason(error))


def _reason(error: Exception) -> str:
    if isinstance(error, SourceError):
        return error.reason
    if isinstance(error, MemoryError):
        return "there is not enough memory to read it; part it"
    if isinstance(error, RecursionError):
        return "it is nested too deep to be read; convert it to plain text"
    # A parser of someone else's that falls over one file must not stop the rest.
    return f"its reader failed on it ({type(error).__name__}: {error}); please report it"
