"""What is wrong with a user's list of topics, and how its values are named in messages."""

from __future__ import annotations

from typing import Any

from memcon.errors import MemconError

#: Characters of a value that a message shows.
_SHOWN = 60
#: Bits of a number that a message shows; Python writes out no number of more than 4,300 digits.
_BITS = 128


class TopicsError(MemconError):
    """A list of topics cannot be read, or contradicts itself."""


def shown(value: Any) -> str:
    """A value as a message names it: in full if it is short, else by what it is.

    A list is never written out: a few hundred bytes of YAML can stand for millions of values.
    """
    if isinstance(value, str):
        return f"“{value}”" if len(value) <= _SHOWN else f"“{value[:_SHOWN]} …”"
    if isinstance(value, dict):
        return "a list of fields"
    if isinstance(value, list | tuple | set):
        return "a list"
    if isinstance(value, int) and value.bit_length() > _BITS:
        return "a long number"
    words = repr(value)
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]} …"
