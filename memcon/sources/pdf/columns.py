"""Columns: whether a page, or a part of it, is set in columns, and where one ends and the next begins.

A gutter is where many lines begin that have others wholly to their left. Cells of a table have that, too;
a table is written row by row, columns of text one after the other. Where columns were written line by
line over both (by programs that read scans), it is told by their lines: those of running text are full.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from memcon.sources.pdf.line import Line

#: Points by which edges of lines that are flush differ at most.
_FLUSH = 3.0
#: Lines that a column has at least; and with which it is one, whatever its lines say.
_LINES, _MANY = 2, 3
#: Gutters that are tried, those with the most lines first.
_TRIED = 12
#: Words on a line of running text in a column, half of the lines having more.
_WORDS = 5
#: Part of the lines of running text that have no room for the next one's first word.
_FULL = 0.5

#: Heights of the type between two lines of one title, at most.
_NEAR = 0.9
#: Part of the height of a column that its lines fill.
_DENSE = 0.4

#: Lines over the whole width, then those left of the gutter, then those right of it; each may be empty.
Band = tuple[list[Line], list[Line], list[Line]]


def bands(lines: Sequence[Line]) -> list[Band] | None:
    """The bands of columns, from top to bottom, with what stands over them; None if there are none.

    :param lines: in the order of the file.
    """
    place = {id(line): number for number, line in enumerate(lines)}
    starts = Counter(round(line.left / _FLUSH) for line in lines)
    best: tuple[int, list[Band]] | None = None
    for start, count in starts.most_common(_TRIED):
        edge = min(line.left for line in lines if round(line.left / _FLUSH) == start)
        if count < _LINES:
            break
        found = _parted(lines, edge)
        held = sum(
            len(left) + len(right) for _, left, right in found if _are_columns(left, right, place)
        )
        # A band that is none of columns makes the gutter none: it is the edge of a table's cells.
        if any(left and right and not _are_columns(left, right, place) for _, left, right in found):
            continue
        if held and (best is None or held > best[0]):
            best = held, found
    return best[1] if best else None


def _parted(lines: Sequence[Line], edge: float) -> list[Band]:
    """Bands by a gutter left of an edge: each begins with lines that cross it."""
    out: list[Band] = []
    sides = ((_side(line, edge), line) for line in sorted(lines, key=lambda line: -line.top))
    for crosses, run in groupby(sides, key=lambda pair: pair[0] == 0):
        some = list(run)
        if crosses:
            out.append(([line for _, line in some], [], []))
        else:
            over = out.pop()[0] if out else []
            left, right = ([line for side, line in some if side == at] for at in (-1, 1))
            while over and left and _ends_title(over[-1], left[0], right):
                over.append(left.pop(0))
            out.append((over, left, right))
    return out


def _ends_title(above: Line, line: Line, right: Sequence[Line]) -> bool:
    """Whether the first line on the left is the short last one of what stands over the columns."""
    near = above.bottom - line.top < _NEAR * line.size and abs(above.size - line.size) < 0.5
    return near and not any(line.beside(other) or other.top > line.top for other in right[:1])


def _side(line: Line, edge: float) -> int:
    if line.left >= edge - 1.0:
        return 1
    return -1 if line.right < edge - 2.0 else 0


def _are_columns(left: Sequence[Line], right: Sequence[Line], place: dict[int, int]) -> bool:
    if min(len(left), len(right)) < _LINES or not _overlap(left, right):
        return False
    here = {id(line) for line in left}
    both = sorted([*left, *right], key=lambda line: place[id(line)])
    switches = sum((id(a) in here) != (id(b) in here) for a, b in pairwise(both))
    if switches == 1 and all(len(some) >= _MANY and _is_dense(some) for some in (left, right)):
        return True
    return _is_running(left) and _is_running(right)


def _is_dense(lines: Sequence[Line]) -> bool:
    """Whether they stand below each other as lines of a text do, not as labels beside one."""
    extent = max(line.top for line in lines) - min(line.bottom for line in lines)
    labels = sum(line.words.endswith(":") for line in lines)
    return sum(line.size for line in lines) > _DENSE * extent and 2 * labels < len(lines)


def _overlap(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether they stand beside each other, not one below the other."""
    lowest = max(min(line.bottom for line in some) for some in (left, right))
    highest = min(max(line.top for line in some) for some in (left, right))
    return highest > lowest


def _is_running(lines: Sequence[Line]) -> bool:
    """Whether it is text that runs on from line to line."""
    counts = sorted(line.words.count(" ") + 1 for line in lines)
    if counts[len(counts) // 2] < _WORDS:
        return False
    edge = max(line.right for line in lines)
    pairs = [pair for pair in pairwise(lines) if not pair[0].beside(pair[1])]
    full = sum(not has_room(before, behind, edge) for before, behind in pairs)
    return full >= _FULL * len(pairs)


def has_room(line: Line, behind: Line, edge: float) -> bool:
    """Whether the first word of the line behind would have fitted into this one.

    :param edge: the right edge of the column.
    """
    return line.right + line.step + behind.start < edge - _FLUSH / 2
