"""Form of a page: what a browser shows by its elements, put into words and blocks before it is read.

trafilatura keeps words, not what the form of some elements says: the marks that a browser sets around
`q`, the captions of pictures, and the cells of a table that lays out the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

#: Cut nothing: words go on over them.
_SEAMLESS = ("nobr", "wbr")
#: Invisible places at which a word may be cut.
_CUTS = re.compile("[\u00ad\u200b]")
_MARKS = ("“", "”"), ("‘", "’")
_ANY_MARK = re.compile('[“”„«»"]')
#: What begins a line that names whose words stand before it; such a name is so long at most.
_SIGNED = re.compile(r"[—–―]\s*\w|--?\s+\w")
_LONGEST_SOURCE = 160
#: What makes a table one of data.
_DATA = "boolean(.//th or .//thead or ./caption or .//tfoot)"
#: What makes it one that lays out the page, if it is none of data: blocks such as pages have in a cell.
_BLOCKS = (
    "boolean(.//h1 or .//h2 or .//h3 or .//article or .//blockquote or .//ul or .//table"
    " or .//td[count(p) > 1])"
)
_UNSHOWN = ("script", "style", "template", "title")
_TABLE = ("table", "tbody", "tr", "td")


def put_into_words(tree: Any) -> None:
    """Change a page's tree, of lxml, so that its words alone say what its elements do."""
    from lxml.etree import strip_tags

    _mark_quotations(tree)
    _mark_blocks(tree, [*_name_sources(tree), *_free_captions(tree)])
    for table in list(tree.iter("table")):
        if table.get("role") in ("presentation", "none") or (
            not table.xpath(_DATA) and table.xpath(_BLOCKS)
        ):
            _lay_open(table)
    strip_tags(tree, "q", *_SEAMLESS)


def uncut(text: str) -> str:
    """The text without invisible places at which a word may be cut."""
    return _CUTS.sub("", text)


def _mark_quotations(tree: Any) -> None:
    from lxml.etree import iterwalk

    depth = 0
    for event, element in iterwalk(tree, events=("start", "end"), tag="q"):
        depth += 1 if event == "start" else -1
        # Some pages set the marks themselves, and switch those of the browser off.
        if event == "start" and not _ANY_MARK.match((element.text or "").lstrip()[:1]):
            _enclose(element, *_MARKS[depth % 2 == 0])


def _mark_blocks(tree: Any, signed: list[Any]) -> None:
    """Marks around quotations that are blocks, on pages that show by nothing else what is quoted.

    :param signed: blocks whose source is named: they are quotations on every page.
    """
    blocks = list(tree.iter("blockquote"))
    shown = bool(blocks) and any(map(_ANY_MARK.search, _words_shown(tree)))
    for block in blocks:
        if shown and (block not in signed or _ANY_MARK.search("".join(block.itertext()))):
            continue
        # A quotation of many paragraphs has an opening mark at each, and one closing mark.
        inside = [p for p in block.iterchildren("p") if "".join(p.itertext()).strip()]
        for paragraph in inside[:-1]:
            paragraph.text = "“" + (paragraph.text or "").lstrip()
        if inside or (block.text or "").strip():
            _enclose(inside[-1] if inside else block, *_MARKS[0])


def _words_shown(tree: Any) -> Iterator[str]:
    for element in tree.iter():
        # Scripts are full of marks.
        if element.text and element.tag not in _UNSHOWN:
            yield element.text
        if element.tail:
            yield element.tail


def _name_sources(tree: Any) -> list[Any]:
    """Who is quoted in a block stands in a line of its own behind it, as in print.

    :returns: such blocks.
    """
    signed = []
    for block in list(tree.iter("blockquote")):
        for element in list(block.iter("cite", "footer", "p", "br")):
            words = _source_in(element)
            if words and _is_last(element, block):
                _replace(element, block, f"— {words}")
                signed.append(block)
    return signed


def _source_in(element: Any) -> str:
    """Who is quoted, by the words of an element that may tell; "" if it does not."""
    tail = (element.tail or "").strip()
    if element.tag == "br":
        words, told = tail, bool(_SIGNED.match(tail))
    else:
        words = " ".join("".join(element.itertext()).split())
        told = not tail and (element.tag != "p" or bool(_SIGNED.match(words)))
    return words.lstrip("—–―- ") if told and len(words) <= _LONGEST_SOURCE else ""


def _is_last(element: Any, block: Any) -> bool:
    while element is not block:
        if element.getnext() is not None:
            return False
        element = element.getparent()
        if element is None:
            return False
    return True


def _replace(cite: Any, block: Any, words: str) -> None:
    """Put the words as a paragraph behind the block, in place of the element in it."""
    line = block.makeelement("p", {})
    line.text, line.tail = words, block.tail
    block.tail = None
    block.addnext(line)
    cite.getparent().remove(cite)


def _free_captions(tree: Any) -> list[Any]:
    """Captions of pictures as paragraphs behind them; trafilatura drops pictures as a whole.

    :returns: blocks of quotations whose source is in the caption.
    """
    signed = []
    for caption in list(tree.iter("figcaption")):
        figure = next(caption.iterancestors("figure"), None)
        words = " ".join("".join(caption.itertext()).split())
        if figure is None or not words:
            continue
        if figure.find(".//blockquote") is not None or figure.find(".//table") is not None:
            quoted = figure.find(".//blockquote")
            figure.tag = "div"
            if quoted is not None:
                signed.append(quoted)
            _replace(caption, figure, words if quoted is None else f"— {words.lstrip('—–―- ')}")
        else:
            _replace(caption, figure, words)
    return signed


def _lay_open(table: Any) -> None:
    """Cells as plain blocks; those that hold links only are menus."""
    for cell in table.iter("td"):
        linked = sum(len("".join(link.itertext()).strip()) for link in cell.iter("a"))
        whole = len("".join("".join(cell.itertext()).split()))
        if linked and linked >= 0.8 * whole and cell.find(".//p") is None:
            cell.tag = "nav"
    for part in list(table.iter(*_TABLE)):
        nearest = next(part.iterancestors("table"), None) if part.tag != "table" else part
        if nearest is None or nearest is table:
            part.tag = "div"


def _enclose(element: Any, opening: str, closing: str) -> None:
    element.text = opening + (element.text or "").lstrip()
    if len(element):
        last = element[-1]
        last.tail = (last.tail or "").rstrip() + closing
    else:
        element.text = element.text.rstrip() + closing
