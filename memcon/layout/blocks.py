"""Blocks: every row of a text in the piece to which its form assigns it."""

from __future__ import annotations

from bisect import bisect_left

from memcon.layout.apart import apart_kind, outside_kind
from memcon.layout.block import Block, Kind
from memcon.layout.datelines import is_dateline
from memcon.layout.front import front_kinds
from memcon.layout.furniture import is_furniture
from memcon.layout.items import completes, is_head, item_mark
from memcon.layout.passages import (
    closes,
    closes_letter,
    hands_over,
    is_indented,
    is_quotation,
    opens,
    signature,
)
from memcon.layout.plain import Plain
from memcon.layout.rows import FIRST_PERSON, QUOTED, ends_like_speech
from memcon.layout.turns import Turn
from memcon.spans import Span

#: Code points of a row that is no heading.
_LONGEST_HEADING = 140
#: Rows in which whoever speaks says “I”.
_STATEMENT_ROWS = 6

#: Kinds that may stand between a head and its items.
_LOOSE = frozenset(["furniture", "note", "quotation"])


def read_blocks(plain: Plain, rows: list[Span], turns: list[Turn]) -> tuple[Block, ...]:
    """The blocks in the order of the text; every row is in exactly one of them."""
    return _Blocks(plain, rows, turns).read()


class _Blocks:
    def __init__(self, plain: Plain, rows: list[Span], turns: list[Turn]) -> None:
        self.text = plain.text
        self.plain = plain
        self.rows = rows
        self.turns = turns
        self.out: list[Block] = []
        #: The last block that ends a list: all but items without a head, quotations, notes, furniture.
        self.firm = -1

    def read(self) -> tuple[Block, ...]:
        front = front_kinds(self.text, self.rows[: self._first_turn()])
        for kind, row in zip(front, self.rows, strict=False):
            self._add(kind, row)
        at = len(front)
        turns = iter(self.turns)
        turn = next(turns, None)
        while at < len(self.rows):
            if turn is not None and self.rows[at][1] > turn.begin:
                following = next(turns, None)
                at = self._turn(turn, at, following)
                turn = following
            else:
                self._row(at)
                at += 1
        return tuple(self.out)

    def _first_turn(self) -> int:
        """Number of the row in which the first turn begins."""
        if not self.turns:
            return len(self.rows)
        return max(0, bisect_left(self.rows, (self.turns[0].begin + 1, -1)) - 1)

    def _turn(self, turn: Turn, at: int, following: Turn | None) -> int:
        """The rows of a turn; notes and headings on rows of their own within it stand apart."""
        end = turn.body[-1][1]
        limit = following.begin if following else len(self.text)
        stop = at
        while stop < len(self.rows) and self.rows[stop][0] < max(end, turn.begin + 1):
            stop += 1
        rows = self.rows[at:stop]
        apart = [(apart_kind(self.plain, row), row) for row in rows[1:]]
        notes = {row for kind, row in apart if kind}
        inside = tuple(row for row in rows if row not in notes)
        self._append(
            Block(
                "question" if turn.asks else "turn",
                inside,
                turn.label,
                turn.cue,
                turn.body,
                turn.note,
            )
        )
        for kind, row in apart:
            if kind:
                self._append(Block(kind, (row,)))
        while stop < len(self.rows) and self.rows[stop][0] < limit:
            self._row(stop)
            stop += 1
        return stop

    def _row(self, number: int) -> None:
        """One row of the body."""
        row = self.rows[number]
        text = self.text
        if kind := outside_kind(self.text, row):
            self._add(kind, row)
        elif item_mark(text, row) and not self._is_numbered_heading(number):
            self._add("item", row, self._head(row))
        elif self._is_quoted(number):
            self._add("quotation", row, self._head())
        elif self._is_set_in(row):
            self._add("item", row, self._head())
        elif self._signs(number):
            self._add("signature", row, len(self.out) - 1)
        elif is_dateline(text, row):
            self._add("dateline", row)
        elif self._is_heading(number) or item_mark(text, row):
            self._add("heading", row)
        elif (head := self._head()) is not None and completes(text, row):
            self._add("item", row, head)
        else:
            self._add("paragraph", row)

    def _add(self, kind: Kind, row: Span, head: int | None = None) -> None:
        if kind == "title" and self.out and self.out[-1].kind == "title":
            self.out[-1] = Block("title", (*self.out[-1].spans, row))
            return
        self._append(Block(kind, (row,), head=head))

    def _append(self, block: Block) -> None:
        loose = block.kind in _LOOSE or (block.kind == "item" and block.head is None)
        self.firm = self.firm if loose else len(self.out)
        self.out.append(block)

    def _head(self, row: Span | None = None) -> int | None:
        """The block that the items here complete: the last one that was left open.

        :param row: the item, if it must go on with a sentence.
        """
        if row is not None and not completes(self.text, row):
            return None
        last = len(self.out) - 1
        # An item that is left open itself is the head of those below it.
        loose = last >= 0 and self.out[last].kind == "item" and self.out[last].head is None
        if loose and is_head(self.text, self.out[last].spans[-1]):
            return last
        if self.firm < 0:
            return None
        block = self.out[self.firm]
        if block.kind == "item":
            return block.head
        cut = block.kind == "paragraph" and self.firm == last and not self._ends(block)
        return self.firm if cut or is_head(self.text, block.spans[-1]) else None

    def _ends(self, block: Block) -> bool:
        return ends_like_speech(self.text, block.spans[-1])

    def _is_numbered_heading(self, number: int) -> bool:
        """“2. Olive oil”: a short row without a sentence's end, and no item directly below it."""
        if number + 1 >= len(self.rows):
            return False
        row, below = self.rows[number], self.rows[number + 1]
        words = self.text[row[0] : row[1]]
        short = len(words) < _LONGEST_HEADING and not ends_like_speech(self.text, row)
        mark = item_mark(self.text, row)
        return (
            short
            and words[0].isalnum()
            and words[mark : mark + 1].isupper()
            and not item_mark(self.text, below)
            and ends_like_speech(self.text, below)
            and self._head() is None
        )

    def _is_quoted(self, number: int) -> bool:
        """Whether the row is a quotation, or part of one that goes over several rows."""
        row, text = self.rows[number], self.text
        if is_quotation(text, row):
            return True
        above = self.out[-1] if self.out else None
        if above is None:
            return False
        if self._is_set_in(row) and ends_like_speech(text, row):
            return True
        if above.kind == "quotation" and not closes(text, above.spans[-1]):
            return True
        opened = text[above.end - 1] == ":" or above.kind == "quotation"
        if opened and opens(text, row):
            return True
        handed = hands_over(text, above.spans[-1]) or self._is_unmarked(above)
        return handed and self._speaks(number)

    def _is_unmarked(self, block: Block) -> bool:
        """Whether it is a quotation without marks, only set below who says it."""
        unmarked = block.kind == "quotation" and not is_indented(self.text, block.spans[-1])
        return unmarked and not opens(self.text, block.spans[-1])

    def _speaks(self, number: int) -> bool:
        """Whether from the row on somebody says “I” or “we”, up to the next heading or open row."""
        for at in range(number, min(number + _STATEMENT_ROWS, len(self.rows))):
            row = self.rows[at]
            ended = ends_like_speech(self.text, row) and self.text[row[1] - 1] != ":"
            if not ended or outside_kind(self.text, row) or item_mark(self.text, row):
                return False
            if FIRST_PERSON.search(QUOTED.sub(" ", self.text[row[0] : row[1]])):
                return True
        return False

    def _is_set_in(self, row: Span) -> bool:
        """Whether the row is set in from the margin below a colon, or below another such row."""
        above = self.out[-1] if self.out else None
        if above is None or not is_indented(self.text, row):
            return False
        return above.kind in ("quotation", "item") or self.text[above.end - 1] == ":"

    def _signs(self, number: int) -> bool:
        """Whether the row names who said what stands right above it, or who wrote the letter."""
        if not self.out or signature(self.text, self.rows[number]) is None:
            return False
        above = self.out[-1]
        if above.kind in ("quotation", "signature") or closes_letter(self.text, above.spans[-1]):
            return True
        last = all(is_furniture(self.text, row) for row in self.rows[number + 1 :])
        return last and above.kind in ("paragraph", "item")

    def _is_heading(self, number: int) -> bool:
        """A short row that ends as no sentence does, with text below; or one in bold print."""
        row = self.rows[number]
        words = self.text[row[0] : row[1]]
        if number + 1 >= len(self.rows) or len(words) > _LONGEST_HEADING:
            return False
        if self.plain.is_bold(row):
            return words[-1] not in ".;,”"
        open_ended = words[-1] not in '.?!:;,…”"’)—–-' and not words[0].islower()
        return open_ended and ends_like_speech(self.text, self.rows[number + 1])
