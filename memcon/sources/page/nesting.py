"""Nesting: pages whose elements lie in each other deeper than anybody wrote them, laid flat.

Where tags are opened and never closed, as `font` on old pages, each following one lies in all before it.
libxml2 drops whatever lies deeper than 256; browsers put it beside each other from a depth of 512 on
(HTML standard, 13.2.6.1, lets them), and so does this, earlier.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

#: Elements in each other that are kept so; pages that people made have thirty.
DEEPEST = 200
_TAG = re.compile(r"<[a-zA-Z]")
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
))  # fmt: skip
#: What holds words of a line, and is left out where it lies too deep.
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var",
))  # fmt: skip
_RAW = ("script", "style")


def shallow(page: str) -> str:
    """The page with no element deeper than `DEEPEST`; the same if none is, as most."""
    # Counting is quicker than taking it apart.
    if sum(1 for _, _ in zip(range(DEEPEST), _TAG.finditer(page), strict=False)) < DEEPEST:
        return page
    depth = _Depth()
    _feed(page, depth)
    if depth.most <= DEEPEST:
        return page
    flat = _Flat()
    _feed(page, flat)
    return "".join(flat.out)


def _feed(page: str, target: Any) -> None:
    from lxml import etree

    parser = etree.HTMLParser(target=target, huge_tree=True)
    parser.feed(page)
    parser.close()


class _Depth:
    """How deep elements lie in each other."""

    def __init__(self) -> None:
        self.most = self._now = 0

    def start(self, tag: str, attributes: Any) -> None:
        self._now += 1
        self.most = max(self.most, self._now)

    def end(self, tag: str) -> None:
        self._now -= 1

    def close(self) -> None:
        pass


class _Flat:
    """The page written again; of what lies too deep, blocks stand beside each other."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self._open: list[str] = []
        self._deep: str | None = None

    def start(self, tag: str, attributes: Any) -> None:
        self._open.append(tag)
        if len(self._open) <= DEEPEST:
            told = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
            self.out.append(f"<{tag}{told}>")
        elif tag in _VOID:
            self.out.append(f"<{tag}>")
        elif tag not in _INLINE:
            self._leave()
            self._deep = tag
            self.out.append(f"<{tag}>")

    def end(self, tag: str) -> None:
        self._open.pop()
        if tag in _VOID:
            return
        if len(self._open) < DEEPEST:
            self._leave()
            self.out.append(f"</{tag}>")
        elif tag == self._deep:
            self._leave()

    def data(self, words: str) -> None:
        raw = bool(self._open) and self._open[-1] in _RAW
        self.out.append(words if raw else escape(words, quote=False))

    def close(self) -> None:
        pass

    def _leave(self) -> None:
        if self._deep is not None:
            self.out.append(f"</{self._deep}>")
            self._deep = None
