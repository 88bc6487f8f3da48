"""Plain text of mails: lines that a mail program broke are put together (RFC 3676), replies set apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

_QUOTED = re.compile(r">(?:[ ]?>)*")


def unflowed(text: str, *, flowed: bool, cut: bool = False) -> str:
    """The text of a mail, an empty line between what is quoted (`> `) and what is not.

    :param flowed: whether the mail says that a space at the end of a line lets the next one go on.
    :param cut: whether that space is no part of the text (`DelSp=yes`).
    """
    out: list[str] = []
    before = 0
    for depth, words in _lines(text, flowed=flowed, cut=cut):
        if out and bool(depth) != bool(before) and words and out[-1].strip("> "):
            out.append("")
        before = depth
        out.append(f"{'>' * depth} {words}" if depth and flowed else words)
    return "\n".join(out)


def _lines(text: str, *, flowed: bool, cut: bool) -> Iterator[tuple[int, str]]:
    """How deep each line is quoted, and its words; those of unflowed mails as they are."""
    pieces: list[str] = []
    open_depth = 0
    for line in text.splitlines():
        found = _QUOTED.match(line)
        if not flowed:
            yield (found[0].count(">") if found else 0), line
            continue
        # Within a flowed mail the signs of quotation have no spaces between them.
        words = line.lstrip(">")
        depth = len(line) - len(words)
        words = words.removeprefix(" ")
        if pieces and depth != open_depth:
            yield open_depth, "".join(pieces).rstrip()
            pieces = []
        open_depth = depth
        goes_on = words.endswith(" ") and words != "-- "
        pieces.append(words[:-1] if goes_on and cut else words)
        if not goes_on:
            yield depth, "".join(pieces)
            pieces = []
    if pieces:
        yield open_depth, "".join(pieces).rstrip()
