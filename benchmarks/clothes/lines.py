"""Clothes of plain text: other line ends, other white space, other marks."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def wrapped(width: int) -> Callable[[str], str]:
    """Wraps each line at a width, as a mail program does."""

    def wrap(text: str) -> str:
        return "\n".join(
            "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False))
            for line in text.split("\n")
        )

    return wrap


LINES: dict[str, Callable[[str], str]] = {
    "wrapped at 60": wrapped(60),
    "wrapped at 72": wrapped(72),
    "wrapped at 80": wrapped(80),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "byte-order mark": lambda text: "\ufeff" + text,
    "no-break spaces": lambda text: re.sub(r"(?<=\d) (?=\w)", "\u00a0", text),
    "doubled spaces": lambda text: re.sub(r"(?<=[.!?]) (?=\w)", "  ", text),
    "straight marks": lambda text: text.translate(STRAIGHT),
}
