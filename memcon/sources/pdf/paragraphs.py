"""Paragraphs: which lines of a column are one, by the room between them, their edges and their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from memcon.sources.pdf.columns import has_room
from memcon.sources.pdf.hyphens import Hyphens
from memcon.sources.pdf.line import Line
from memcon.sources.pdf.order import Region

#: Times the usual distance of lines, from one to the next, at which a paragraph ends; and at which an
#: empty line stands between two.
_FURTHER, _APART = 1.1, 1.25
#: Part of the commonest distance's lines that one has which stands for the usual one.
_OFTEN = 0.3
#: Times that distance at which another part of the page begins, and lines from which on such a part may
#: have a width of its own.
_FAR, _LONG = 2.5, 5
#: Part of its size by which type differs from that of the line before if it is another.
_OTHER = 0.08
#: Times the size of the type by which a first line is indented at least.
_INDENT = 0.6
_ENDS = '.!?:;”"’)]…'
#: With what an item begins; with what one does unless a sentence goes on; the label of a turn.
_ITEM = re.compile(r"[•▪◦·‣●○■□]\s")
_DASHED = re.compile(r"[–*-]\s+\S")
_NUMBERED = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s")
_LABEL = re.compile(r"(?:[A-Z][\w.’'-]*,?\s){0,5}[A-Z][\w.’'-]*:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a row of a table.

    :param width: of the column in which it stands, in points.
    :param apart: whether there is more room above it than between its lines.
    """

    words: str
    first: Line
    last: Line
    width: float
    apart: bool
    row: bool = False


class Paragraphs:
    """Puts lines of regions together.

    :param found: all regions of the document, for what is usual in it.
    """

    def __init__(self, found: Sequence[Region]) -> None:
        self._hyphens = Hyphens(line.words for r in found for cell in r.cells for line in cell)
        self._usual = _distances(found)

    def text(self, found: Sequence[Region]) -> str:
        """The text of regions, one paragraph a line, an empty one where there is room between them."""
        pieces: list[str] = []
        before: Paragraph | None = None
        for region in found:
            for paragraph in self._of(region):
                if before is None:
                    pieces.append(paragraph.words)
                elif self._goes_over(before, paragraph):
                    last = pieces.pop()
                    pieces += [self._hyphens.joined(last, paragraph.words), paragraph.words]
                else:
                    pieces += ["\n\n" if paragraph.apart else "\n", paragraph.words]
                before = paragraph
        return "".join(pieces)

    def _of(self, region: Region) -> Iterator[Paragraph]:
        if region.row:
            cells = [self._joined(cell) for cell in region.cells]
            lines = [line for cell in region.cells for line in cell]
            yield Paragraph("\t".join(cells), lines[0], lines[-1], 0.0, apart=False, row=True)
            return
        [lines] = region.cells
        start, apart = 0, True
        edges = self._edges(lines)
        for at in range(1, len(lines) + 1):
            behind = lines[at + 1] if at + 1 < len(lines) else None
            edge = edges[at - 1]
            if at == len(lines) or self._ends(lines[start], lines[at - 1], lines[at], behind, edge):
                some = lines[start:at]
                width = edge - min(line.left for line in some)
                yield Paragraph(self._joined(some), some[0], some[-1], width, apart)
                if at < len(lines):
                    start, apart = at, self._is_further(lines[at - 1], lines[at], _APART)

    def _edges(self, lines: Sequence[Line]) -> list[float]:
        """For each line where the longest one near it ends: widths may change down a page."""
        starts = [
            0,
            *(n for n in range(1, len(lines)) if self._is_further(lines[n - 1], lines[n], _FAR)),
            len(lines),
        ]
        widest = max(line.right for line in lines)
        out: list[float] = []
        for start, end in pairwise(starts):
            long = end - start >= _LONG
            edge = max(line.right for line in lines[start:end]) if long else widest
            out += [edge] * (end - start)
        return out

    def _ends(self, first: Line, line: Line, below: Line, behind: Line | None, edge: float) -> bool:
        """Whether a paragraph ends between two lines.

        :param first: the first line of the paragraph.
        :param behind: the line after the two, if there is one.
        """
        if line.beside(below):
            return False
        other = abs(below.size - line.size) > _OTHER * line.size
        if other or self._is_further(line, below, _FURTHER) or _ITEM.match(below.words):
            return True
        closed = line.words[-1] in _ENDS
        if (closed or line.words[-1] == ",") and _DASHED.match(below.words):
            return True
        if closed and _NUMBERED.match(below.words):
            return True
        if (closed or _LABEL.match(first.words)) and _LABEL.match(below.words):
            return True
        if has_room(line, below, edge) and (closed or not below.words[0].islower()):
            return True
        # A first line is indented, those behind it are not; items and labels have it the other way.
        inward = below.left - line.left > _INDENT * line.size
        alone = behind is None or behind.left < below.left - _INDENT * line.size
        return inward and closed and alone

    def _is_further(self, line: Line, below: Line, times: float) -> bool:
        usual = self._usual.get(round(below.size), 1.25 * below.size)
        return line.bottom - below.bottom > times * usual

    def _goes_over(self, before: Paragraph, behind: Paragraph) -> bool:
        """Whether a sentence goes on from the end of a column or page."""
        line, below = before.last, behind.first
        if before.row or behind.row or (line.page == below.page and line.bottom > below.bottom):
            return False
        if abs(below.size - line.size) > _OTHER * line.size or _ITEM.match(below.words):
            return False
        if line.words[-1] in _ENDS:
            return False
        # The last line of a page that ends no sentence is no heading if it is as long as most.
        return below.words[0].islower() or line.right - line.left > 0.6 * before.width

    def _joined(self, lines: Sequence[Line]) -> str:
        # Pieces are put together at the end: a page may be one paragraph of a million lines.
        pieces = [lines[0].words]
        for line, below in pairwise(lines):
            if line.beside(below):
                pieces += ["  ", below.words]
            else:
                last = pieces.pop()
                pieces += [self._hyphens.joined(last, below.words), below.words]
        return "".join(pieces)


def _distances(found: Sequence[Region]) -> dict[int, float]:
    """The usual distance of two lines of one size of type, by that size in whole points."""
    counted: dict[int, Counter[float]] = {}
    for region in found:
        for cell in region.cells:
            for line, below in pairwise(cell):
                size, distance = round(line.size), round(line.bottom - below.bottom, 1)
                near = 0.5 * line.size < distance < 3 * line.size
                if near and abs(below.size - line.size) <= _OTHER * line.size:
                    counted.setdefault(size, Counter())[distance] += 1
    # Where paragraphs are short, most lines stand further apart than those within one.
    return {
        size: min(
            distance for distance, count in some.items() if count >= _OFTEN * max(some.values())
        )
        for size, some in counted.items()
    }
