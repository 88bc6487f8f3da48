"""The words of a Word document as its reader sees them when all tracked changes are accepted.

python-docx gives the text of plain paragraphs only: it leaves out what was inserted while changes were
tracked, content controls, text boxes and notes. Names of elements are those of ISO 29500-1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from memcon.sources.word.numbers import Numbers

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
#: What was deleted or moved away, and what tells of form only.
_PASSED_OVER = {
    _WORD + name
    for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid")
}  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = {_WORD + "footnoteReference": "footnotes", _WORD + "endnoteReference": "endnotes"}


class Words:
    """Reads paragraphs; remembers which notes they refer to, in their order.

    :param numbers: what tells the signs and numbers of items.
    """

    def __init__(self, numbers: Numbers | None = None) -> None:
        self._numbers = numbers or Numbers()
        #: The kind of part, and the number that the note has in it. A dict for its order.
        self.notes: dict[tuple[str, str], None] = {}

    def blocks(self, parent: Any) -> Iterator[str]:
        """Paragraphs, and of tables the rows, in an element; text boxes behind their paragraph."""
        return (words for words, _ in self.marked(parent))

    def marked(self, parent: Any) -> Iterator[tuple[str, str]]:
        """The same, each with its kind: that of an item (`•`, `1`), a row (`|`), or nothing."""
        begun = label = ""
        for block in _shown(parent):
            if block.tag == _WORD + "p":
                boxes: list[Any] = []
                words = "".join(self._inline(block, boxes))
                if words.strip() and not begun:
                    label = self._numbers.label(block)
                    words = f"{label} {words}" if label else words
                begun += words
                if not _has(block, "pPr", "rPr", "del"):
                    yield begun, _kind(label)
                    begun = label = ""
                for box in boxes:
                    yield from self.marked(box)
            elif block.tag == _WORD + "tbl":
                yield from ((row, "|") for row in self._rows(block))
        if begun:
            yield begun, _kind(label)

    def notes_of(self, kind: str, part: Any) -> dict[tuple[str, str], str]:
        """The words of all notes in a part that were referred to, each in one line."""
        found = {}
        for note in part.iterchildren(_WORD + kind.removesuffix("s")):
            key = (kind, note.get(_WORD + "id") or "")
            if key in self.notes and key not in found:
                found[key] = " ".join(" ".join(self.blocks(note)).split())
        return found

    def _inline(self, parent: Any, boxes: list[Any]) -> Iterator[str]:
        """The words in a paragraph; the text boxes that hang at it are put into the list."""
        for child in _shown(parent):
            name = child.tag.removeprefix(_WORD)
            if child.tag in _NOTES:
                self.notes[_NOTES[child.tag], child.get(_WORD + "id") or ""] = None
            elif name == "t":
                yield child.text or ""
            elif name == "br":
                # A break of the page or column stands between words, too, but ends no line.
                yield "\n" if child.get(_WORD + "type") in (None, "textWrapping") else " "
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name == "txbxContent":
                boxes.append(child)
            else:
                yield from self._inline(child, boxes)

    def _rows(self, table: Any) -> Iterator[str]:
        """The words of each row, its cells parted by tabs; those of a merged cell where it begins.

        The cells are taken as they are written. python-docx gives a cell for each column and row that
        one is merged over, as many as the file says.
        """
        for row in _named(_shown(table), "tr"):
            if _has(row, "trPr", "del"):
                continue
            cells = (
                "\n".join(self.blocks(cell)).strip()
                for cell in _named(_shown(row), "tc")
                if not _has(cell, "tcPr", "cellDel") and not _goes_on(cell)
            )
            yield "\t".join(filter(None, cells))


def _kind(label: str) -> str:
    return "1" if any(map(str.isalnum, label)) else label and "•"


def _shown(parent: Any) -> Iterator[Any]:
    """The elements in one, those in wrappers (insertions, content controls, choices) among them."""
    for child in parent.iterchildren():
        tag = child.tag
        if not isinstance(tag, str) or tag in _PASSED_OVER:
            continue  # Comments and processing instructions have no name.
        if tag == _WORD + "sdt":
            # “Click here to enter text” is nobody's.
            if not _has(child, "sdtPr", "showingPlcHdr"):
                for content in child.iterchildren(_WORD + "sdtContent"):
                    yield from _shown(content)
        elif tag in (_WORD + "ins", _WORD + "moveTo", _WORD + "customXml", _WORD + "smartTag"):
            yield from _shown(child)
        elif tag == _COMPATIBLE + "AlternateContent":
            # The same thing for newer and for older programs: once is enough.
            chosen = next(
                child.iterchildren(_COMPATIBLE + "Choice", _COMPATIBLE + "Fallback"), None
            )
            if chosen is not None:
                yield from _shown(chosen)
        else:
            yield child


def _named(elements: Iterable[Any], name: str) -> Iterator[Any]:
    return (element for element in elements if element.tag == _WORD + name)


def _has(element: Any, *path: str) -> bool:
    for name in path:
        element = next(element.iterchildren(_WORD + name), None)
        if element is None:
            return False
    return True


def _goes_on(cell: Any) -> bool:
    """Whether it is a further row of a cell that began above (17.4.84)."""
    properties = next(cell.iterchildren(_WORD + "tcPr"), None)
    merged = (
        next(properties.iterchildren(_WORD + "vMerge"), None) if properties is not None else None
    )
    return merged is not None and merged.get(_WORD + "val") != "restart"
