"""Room: wide space within a line, which parts a speaker's name from the words where no colon does.

trafilatura makes one space of it; it is kept as two, as in a text.
"""

from __future__ import annotations

import re
from typing import Any

#: An em or en space, or several that do not break.
_WIDE = re.compile("[\u2001-\u2003]+|\u00a0(?: ?\u00a0)+ ?")
#: What stands for it meanwhile: a space as editors show it, since trafilatura drops what is no letter or
#: sign.
_SIGN = "\u2423"
_SPACES = re.compile(f"[ {_SIGN}]+")


def keep_room(tree: Any) -> None:
    """Mark wide space in a page's tree, of lxml."""
    for element in tree.iter():
        if element.text and isinstance(element.tag, str):
            element.text = _WIDE.sub(_SIGN, element.text)
        if element.tail:
            element.tail = _WIDE.sub(_SIGN, element.tail)


def with_room(text: str) -> str:
    """The text with two spaces where there was wide space, none at the ends of lines."""

    def instead(found: re.Match[str]) -> str:
        if _SIGN not in found[0]:
            return found[0]
        start, end = found.span()
        at_end = (start == 0 or text[start - 1] == "\n") or text[end : end + 1] in ("", "\n")
        return "" if at_end else "  "

    return _SPACES.sub(instead, text)
