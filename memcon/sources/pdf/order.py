"""Order: the lines of a page as they are read: columns one after the other, tables row by row.

Pages are parted at their gutters, as by the recursive cut of Nagy and Seth (1984), but upright first,
and only where there are columns of running text (`columns.py`). What stands beside other things
otherwise is a row of a table, or a label with its text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.sources.pdf.columns import bands
from memcon.sources.pdf.labels import labelled, room_behind
from memcon.sources.pdf.line import Line

#: Columns in columns.
_DEEPEST = 3
#: Lines of one page beyond which it is taken as it is in the file: no page for people has them.
_MOST = 3000
#: Times its height a line stands from the one above it in a cell, measured between them.
_NEAR = 0.9
#: Lines of the longest cell; what has more is read by itself.
_CELL = 8


@dataclass(frozen=True, slots=True)
class Region:
    """Lines below each other in one column, or the cells of a row of a table.

    :param cells: of each its lines; a column is one.
    """

    cells: list[list[Line]]

    @property
    def row(self) -> bool:
        """Whether it is a row of a table."""
        return len(self.cells) > 1


def regions(lines: Sequence[Line], depth: int = 0) -> list[Region]:
    """The regions of a page in the order in which they are read.

    :param lines: those of the page, or pieces of them, in the order of the file.
    """
    if len(lines) > _MOST:
        return [Region([list(lines)])]
    found = bands(lines) if depth < _DEEPEST else None
    if found is None:
        return list(_rows(lines))
    out: list[Region] = []
    for parts in found:
        for part in parts:
            # In the order of the file again.
            here = {id(line) for line in part}
            out += regions([line for line in lines if id(line) in here], depth + 1) if part else []
    return out


def _rows(lines: Sequence[Line]) -> Iterator[Region]:
    """Blocks from top to bottom; those that stand beside each other are a row."""
    plain: list[Line] = []
    for beside in _levels(_blocks(lines)):
        columns = _stacks(beside)
        if len(columns) == 1:
            plain += columns[0]
        elif len(columns) == 2 and len(columns[0]) == 1 and room_behind(columns[0][0].words):
            [label], [first, *rest] = columns
            plain += [first.behind(label, room_behind(label.words)), *rest]
        else:
            if plain:
                yield Region([plain])
                plain = []
            yield from _beside(columns)
    if plain:
        yield Region([plain])


def _beside(columns: list[list[Line]]) -> Iterator[Region]:
    """What stands beside each other: labels with their texts, long columns, or a row of a table."""
    several = len(columns) == 2 and len(columns[0]) > 1
    found = labelled(*columns) if several else None
    if found:
        yield from (Region([some]) for some in found)
    elif max(map(len, columns)) > _CELL:
        yield from (Region([column]) for column in columns)
    else:
        yield Region(columns)


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that follow each other in the file and stand close below each other."""
    out: list[list[Line]] = []
    for line in lines:
        above = out[-1][-1] if out else None
        if (
            above is not None
            and above.over(line)
            and above.bottom > line.bottom
            and -0.5 * line.size < above.bottom - line.top < _NEAR * line.size
        ):
            out[-1].append(line)
        else:
            out.append([line])
    return out


def _levels(blocks: list[list[Line]]) -> Iterator[list[list[Line]]]:
    """Blocks that stand beside each other, from top to bottom."""
    level: list[list[Line]] = []
    lowest = 0.0
    for block in sorted(blocks, key=lambda block: (-block[0].top, block[0].left)):
        top, bottom = block[0].top, block[-1].bottom
        # A little of a line may reach into the next one, as signs that stand higher do.
        if level and top - lowest > 0.4 * block[0].size:
            level.append(block)
            lowest = min(lowest, bottom)
            continue
        if level:
            yield level
        level, lowest = [block], bottom
    if level:
        yield level


def _stacks(blocks: list[list[Line]]) -> list[list[Line]]:
    """The lines of blocks of one level, those that stand over each other together, from left to right."""
    out: list[tuple[float, list[Line]]] = []
    for block in sorted(blocks, key=lambda block: min(line.left for line in block)):
        right = max(line.right for line in block)
        if out and min(line.left for line in block) < out[-1][0]:
            edge, lines = out.pop()
            out.append((max(edge, right), [*lines, *block]))
        else:
            out.append((right, block))
    return [sorted(lines, key=lambda line: (-line.top, line.left)) for _, lines in out]
