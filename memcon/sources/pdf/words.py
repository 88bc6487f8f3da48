"""Words: the text of the pages of a PDF, in reading order and in paragraphs, its notes at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from memcon.sources.pdf.furniture import between_furniture
from memcon.sources.pdf.line import Line
from memcon.sources.pdf.notes import begins, numbers, parted, without_numbers
from memcon.sources.pdf.order import Region, regions
from memcon.sources.pdf.paragraphs import Paragraphs


def text_of(pages: Iterable[list[Line]]) -> str:
    """The text of the lines of pages, given in the order of the file.

    Running heads and page numbers are left out. Notes stand behind an empty line at the end, and a
    sentence goes on over the end of a column or page.
    """
    bare = _without_furniture(list(pages))
    size = _size(bare)
    over: list[list[Line]] = []
    notes: list[Line] = []
    for page in bare:
        text, under = parted(sorted(page, key=lambda line: -line.bottom), size)
        here = {id(line) for line in text}
        over.append([line for line in page if id(line) in here])
        notes += under
    known = numbers(line.words for line in notes if begins(line.words))
    told = [[_without_numbers(line, known) for line in page] for page in over]
    body = [region for page in told for region in regions(page)]
    apart = [Region([run]) for run in _runs([_without_numbers(line, set()) for line in notes])]
    put = Paragraphs([*body, *apart])
    return "\n\n".join(filter(None, [put.text(body), "\n".join(put.text([r]) for r in apart)]))


def _without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """The lines of each page but those at its edges that come again."""
    rows = [_rows(page) for page in pages]
    kept = between_furniture([[" ".join(line.words for line in row) for row in p] for p in rows])
    out = []
    for page, some, (start, end) in zip(pages, rows, kept, strict=True):
        here = {id(line) for row in some[start:end] for line in row}
        out.append([line for line in page if id(line) in here])
    return out


def _rows(page: Sequence[Line]) -> list[list[Line]]:
    """Lines on one height together, from left to right, from top to bottom."""
    out: list[list[Line]] = []
    for line in sorted(page, key=lambda line: -line.top):
        if out and out[-1][0].beside(line):
            out[-1].append(line)
        else:
            out.append([line])
    return [sorted(row, key=lambda line: line.left) for row in out]


def _size(pages: Iterable[Iterable[Line]]) -> float:
    """The size of the type in which most words are set."""
    counted: Counter[float] = Counter()
    for page in pages:
        for line in page:
            counted[line.size] += len(line.words)
    return counted.most_common(1)[0][0] if counted else 0.0


def _without_numbers(line: Line, known: set[str]) -> Line:
    return replace(line, words=without_numbers(line.words, known))


def _runs(notes: Iterable[Line]) -> list[list[Line]]:
    """The lines of each note."""
    out: list[list[Line]] = []
    for line in notes:
        if out and not begins(line.words):
            out[-1].append(line)
        else:
            out.append([line])
    return out
