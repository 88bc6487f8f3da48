"""Characters: what PDFium finds on a page, put together to lines where they stand beside each other.

PDFium tells the characters in the order of the file, with spaces and line ends where it sees some. A line
whose parts stand far from each other (cells of a table, columns) is told in pieces.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Any

from memcon.sources.pdf.line import Line

#: What PDFium tells for a hyphen at which a word is cut.
_CUT = "\x02"
#: Ligatures of fonts, and what they stand for (Unicode, Alphabetic Presentation Forms).
_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st",
    "\ufb06": "st",
}  # fmt: skip
#: Heights of the type by which pieces of a line are apart, and times the line's own spaces.
_APART, _TIMES = 1.2, 2.0
#: Heights of the type which the room between two words has at least.
_SPACE = 0.12
#: Times the spaces of its line, and heights of the type, that the room behind a label without colon has.
_WIDE, _WIDEST = 1.6, 0.35
#: Heights of the type that it has where the line has no other space.
_ONLY = 0.6
#: Part of the height of the type which a small raised sign has at most.
_SMALL = 0.8
#: A raised digit is told as one of these until it is known whether it is that of a note: the last plane
#: for private use, which no font's own characters are mapped to.
RAISED = 0x10FF00
#: The raised signs, in the order of these.
MARKS = "0123456789*†‡"


class _Character:
    """A character and its place; `space` tells whether white space stands before it."""

    __slots__ = ("bottom", "left", "right", "space", "top", "words")

    def __init__(self, words: str, box: tuple[float, float, float, float], space: bool) -> None:
        self.words, self.space = words, space
        self.left, self.bottom, self.right, self.top = box


def pieces(textpage: Any, page: int) -> list[Line]:
    """The lines of a page, or pieces of them, in the order of the file.

    :param textpage: pypdfium2's.
    """
    turned: dict[int, list[Line]] = {}
    for quarter, run in _runs(textpage):
        turned.setdefault(quarter, []).extend(_lines(run, page))
    # What runs another way than most of the page is a note at its edge: it comes last.
    order = sorted(turned.values(), key=lambda some: -sum(len(line.words) for line in some))
    return [line for some in order for line in some]


def shown(words: str) -> str:
    """The words with raised digits as they are."""
    return "".join(MARKS[ord(c) - RAISED] if ord(c) >= RAISED else c for c in words)


def _runs(textpage: Any) -> Iterator[tuple[int, list[_Character]]]:
    """Characters up to the next line end, and by how many quarters their line is turned."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    run: list[_Character] = []
    quarter, space, ended = 0, False, False
    for index in range(textpage.count_chars()):
        words = chr(min(pdfium.FPDFText_GetUnicode(textpage, index), RAISED - 1))
        if words in "\r\n":
            ended = True
            continue
        if words.isspace():
            space = True
            continue
        turned = quarter
        if not run or ended:
            angle = pdfium.FPDFText_GetCharAngle(textpage, index)
            turned = round(angle / (math.pi / 2)) % 4
        pdfium.FPDFText_GetLooseCharBox(textpage, index, box)
        character = _Character(
            "-" if words == _CUT else _LIGATURES.get(words, words), _upright(box, turned), space
        )
        if run and (
            turned != quarter
            or _breaks(run[-1], character)
            or (ended and not _adjoins(run[-1], character))
        ):
            yield quarter, run
            run = []
        quarter = turned
        run.append(character)
        space, ended = False, False
        if words == _CUT:
            yield quarter, run
            run = []
    yield quarter, run


def _upright(box: Any, quarter: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a box as they are when its line is read."""
    if quarter == 1:
        return -box.top, box.left, -box.bottom, box.right
    if quarter == 2:
        return -box.right, -box.top, -box.left, -box.bottom
    if quarter == 3:
        return box.bottom, -box.right, box.top, -box.left
    return box.left, box.bottom, box.right, box.top


def _breaks(before: _Character, behind: _Character) -> bool:
    """Whether a character is not of the line of the one before it, though no line end was told."""
    middle = (behind.bottom + behind.top) / 2
    height = before.top - before.bottom
    other = (before.bottom + before.top) / 2
    beside = before.bottom <= middle <= before.top or behind.bottom <= other <= behind.top
    return not beside or behind.left < before.left - 2 * height


def _adjoins(before: _Character, behind: _Character) -> bool:
    """Whether a line goes on, though its end was told: PDFium does so behind raised signs."""
    gap, height = behind.left - before.right, max(c.top - c.bottom for c in (before, behind))
    behind.space |= gap > _SPACE * height
    return -_SPACE * height < gap < _APART * height


def _lines(run: list[_Character], page: int) -> Iterator[Line]:
    """The pieces of a line."""
    if not run:
        return
    size = median(c.top - c.bottom for c in run)
    gaps = [b.left - a.right for a, b in pairwise(run) if b.space]
    usual = median(gaps) if len(gaps) > 2 else min([*gaps, 0.25 * size])
    wide = max(_WIDE * usual, (_WIDEST if len(gaps) > 1 else _ONLY) * size)
    start = 0
    for at in range(1, len(run) + 1):
        gap = run[at].left - run[at - 1].right if at < len(run) else math.inf
        if gap > max(_APART * size, _TIMES * usual):
            yield _line(run[start:at], size, page, usual, wide)
            start = at


def _line(run: list[_Character], size: float, page: int, usual: float, wide: float) -> Line:
    base = median(c.bottom for c in run)
    told: list[str] = []
    for number, character in enumerate(run):
        small = character.top - character.bottom <= _SMALL * size
        raised = small and character.bottom > base + 0.1 * size and character.words in MARKS
        if number and character.space:
            gap = character.left - run[number - 1].right
            told.append("  " if gap > wide else " ")
        told.append(chr(RAISED + MARKS.index(character.words)) if raised else character.words)
    behind = next((n for n, c in enumerate(run) if n and c.space), len(run))
    return Line(
        words="".join(told), left=run[0].left, right=max(c.right for c in run), bottom=base,
        top=base + size, size=round(size, 1), page=page, step=usual,
        start=run[behind - 1].right - run[0].left,
    )  # fmt: skip
