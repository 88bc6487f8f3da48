"""Labels: names, signs and numbers that stand beside their text, in a column of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from memcon.sources.pdf.line import Line

#: The sign or number of an item, a name with a colon; a name in capitals.
_LABEL = re.compile(r"[•▪◦·‣●○■□–*-]|\(?\w{1,4}[.)]|[QA]\d*|.{1,60}:")
_CAPITALS = re.compile(r"[^a-z]{2,40}")
#: Words of a label that has no form of one.
_MOST = 5


def room_behind(words: str) -> str:
    """What parts a label from its text; empty if the words have no form of one."""
    if _LABEL.fullmatch(words):
        return " "
    return "  " if _CAPITALS.fullmatch(words) else ""


def labelled(left: Sequence[Line], right: Sequence[Line]) -> list[list[Line]] | None:
    """The text of each label with it, if all lines on the left are labels of those on the right.

    :param left: from top to bottom, as `right`.
    """
    if not left or any(line.words.count(" ") >= _MOST for line in left):
        return None
    out: list[list[Line]] = []
    at = 0
    for number, label in enumerate(left):
        start = at
        while at < len(right) and not label.beside(right[at]):
            at += 1
        if at == len(right) or (number == 0 and at):
            return None
        if out:
            out[-1] += right[start:at]
        first = right[at].behind(label, room_behind(label.words) or "  ")
        out.append([first])
        at += 1
    out[-1] += right[at:]
    return out
