"""Breaks: paragraphs of old pages, which are parted by two `br`, and loose words between elements.

trafilatura takes two breaks for one, and drops loose words in front of them.
"""

from __future__ import annotations

from typing import Any

#: What holds words and paragraphs alike.
_HOLDERS = ("div", "td", "center", "article", "section", "main", "body", "p")
#: What stands in a line; all else is a block of its own.
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "nobr",
    ]
)


def part_at_breaks(tree: Any) -> None:
    """Make paragraphs of a page's tree, of lxml, where breaks part the words of an element."""
    for holder in list(tree.iter(*_HOLDERS)):
        children = list(holder)
        breaks = [child for child in children if child.tag == "br"]
        if any(map(_is_double, breaks)) or (
            breaks and holder.tag != "p" and _has_words(holder.text, children)
        ):
            _part(holder, children)


def _has_words(text: str | None, children: list[Any]) -> bool:
    """Whether there are loose words in an element."""
    return bool((text or "").strip()) or any((child.tail or "").strip() for child in children)


def _is_double(element: Any) -> bool:
    """Whether another break follows with nothing between."""
    behind = element.getnext()
    return behind is not None and behind.tag == "br" and not (element.tail or "").strip()


def _part(holder: Any, children: list[Any]) -> None:
    """Put what stands in lines into paragraphs, parted by two breaks or a block."""
    parts: list[Any] = []
    paragraph = holder.makeelement("p", {})
    paragraph.text, holder.text = holder.text, None
    for child in children:
        holder.remove(child)
        inline = not isinstance(child.tag, str) or child.tag in _INLINE or child.tag == "br"
        doubled = child.tag == "br" and _ends_in_break(paragraph)
        if inline and not doubled:
            paragraph.append(child)
            continue
        parts.append(paragraph)
        paragraph = holder.makeelement("p", {})
        paragraph.text, child.tail = child.tail, None
        if not inline:
            parts.append(child)
    parts.append(paragraph)
    if holder.tag == "p":
        holder.tag = "div"
    holder.extend(
        part for part in parts if part.tag != "p" or len(part) or (part.text or "").strip()
    )


def _ends_in_break(paragraph: Any) -> bool:
    """Whether a break is the last thing in a paragraph; it is taken off then."""
    if not len(paragraph) or paragraph[-1].tag != "br" or (paragraph[-1].tail or "").strip():
        return False
    paragraph.remove(paragraph[-1])
    return True
