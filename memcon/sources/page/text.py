"""Text: the words of an article as trafilatura has found it, an empty line between its blocks.

trafilatura writes each block on a line and tells by nothing whether a line ends a paragraph or an item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

#: A list's own sign before a number that `items.py` has written.
_SIGN = re.compile(r"^(\s*)- (?=\(?\w{1,6}(?:[.)]|\.\d+\.?) )", re.MULTILINE)
#: With what an item begins, and a paragraph ends that is no stem of items.
_ITEM = re.compile(r"- |\(?(?:\d{1,3}|[a-z]|[ivxl]{1,5})[.)] ")
_ENDS = '.!?”"'
#: Who is quoted in the block before.
_SOURCE = "— "


def text_of(body: Any) -> str:
    """The text of the body that trafilatura gives: a paragraph, heading, item or row is a line."""
    pieces: list[str] = []
    for block in _blocks(body):
        if pieces:
            stem = _ITEM.match(block) and pieces[-1][-1:] not in _ENDS
            pieces.append("\n" if stem or block.startswith(_SOURCE) else "\n\n")
        pieces.append(block)
    return "".join(pieces)


def _blocks(parent: Any) -> Iterator[str]:
    from trafilatura.xml import xmltotxt

    for child in parent.iterchildren():
        if (
            child.tag in ("quote", "div")
            and child.find("p") is not None
            and not (child.text or "").strip()
        ):
            yield from _blocks(child)
            continue
        words = xmltotxt(child, False).strip("\n")
        if child.tag == "list" and child.get("rend") == "ol":
            words = _SIGN.sub(r"\1", words)
        if words.strip():
            yield words
