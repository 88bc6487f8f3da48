"""Shrink: the shortest text that still shows a fault, by leaving out lines, then words."""

from __future__ import annotations

import re
from collections.abc import Callable


def shrink(text: str, shows: Callable[[str], bool], tries: int = 200) -> str:
    """The text without the lines and words that the fault does not need.

    :param shows: whether a text has the fault; the whole text must.
    :param tries: how often that is asked at most.
    """
    left = [tries]

    def asked(pieces: list[str]) -> bool:
        left[0] -= 1
        return left[0] >= 0 and shows("".join(pieces))

    lines = _fewest(re.split(r"(?<=[\n\r\u2028\x0b\x0c\x85])", text), asked)
    return "".join(_fewest(re.split(r"(?<=\s)", "".join(lines)), asked))


def _fewest(pieces: list[str], shows: Callable[[list[str]], bool]) -> list[str]:
    """Leave out halves, quarters and so on, down to single pieces, while the rest still shows it."""
    size = max(len(pieces) // 2, 1)
    while pieces:
        at, before = 0, len(pieces)
        while at < len(pieces):
            rest = pieces[:at] + pieces[at + size :]
            if len(rest) < len(pieces) and shows(rest):
                pieces = rest
            else:
                at += size
        if size == 1 and len(pieces) == before:
            break
        size = max(size // 2, 1)
    return pieces
