"""Limits of time and memory for the reading of one document, from the environment or the defaults."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Self

from memcon.errors import MemconError

#: Names of the environment's variables.
SECONDS, MEMORY = "MEMCON_READ_SECONDS", "MEMCON_READ_MEMORY"
#: Code points for which there is a second more: a twentieth of what an idle core reads.
_A_SECOND = 500
_SECONDS, _MEGABYTES, _MEGABYTE = 120.0, 4096, 1024 * 1024


class LimitsError(MemconError):
    """A limit in the environment is no number, or too small to read anything."""


class TooLongError(MemconError):
    """A document was not read within its time."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the reading of one document may take.

    :param seconds: for a short document, by the clock; a long one has one more for every 500 code points.
    :param memory: bytes that the reading process may have for its data, the model's 300 MB with it; 0 for
        any number. Systems without resource limits do not hold it.
    """

    seconds: float = _SECONDS
    memory: int = _MEGABYTES * _MEGABYTE

    @classmethod
    def of_environment(cls) -> Self:
        """`MEMCON_READ_SECONDS` (seconds) and `MEMCON_READ_MEMORY` (megabytes).

        :raises LimitsError: if one of them is no number, or too small.
        """
        seconds = _number(SECONDS, _SECONDS, 1)
        megabytes = _number(MEMORY, _MEGABYTES, 1024)
        return cls(seconds, int(megabytes) * _MEGABYTE)

    def seconds_for(self, characters: int) -> float:
        """Seconds for a text of so many code points."""
        return self.seconds + characters / _A_SECOND


def _number(name: str, default: float, least: int) -> float:
    given = os.environ.get(name, "").strip()
    if not given:
        return default
    if not (given.isascii() and given.isdigit() and len(given) < 10):
        raise LimitsError(f"{name} is {given[:40]!r}; it must be a whole number")
    if int(given) and int(given) < least:
        raise LimitsError(f"{name} is {given}; it must be {least} or more, or 0 for no limit")
    return int(given) or float("inf") if name == SECONDS else int(given)
