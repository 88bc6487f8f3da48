"""Blocks: every row of a text in the piece to which its form assigns it."""

from __future__ import annotations

import re
from bisect import bisect_left

from memcon.layout.apart import apart_kind
from memcon.layout.block import Block, Kind
from memcon.layout.datelines import is_dateline, is_place
from memcon.layout.furniture import is_furniture
from memcon.layout.headings import is_byline
from memcon.layout.items import completes, is_head, item_mark
from memcon.layout.letterheads import is_letterhead
from memcon.layout.notes import note_kind
from memcon.layout.particulars import SYMBOL, has_names_below, stated
from memcon.layout.passages import (
    closes,
    closes_letter,
    hands_over,
    is_caption,
    is_indented,
    is_quotation,
    opens,
    signature,
)
from memcon.layout.reading import Layout
from memcon.layout.rows import FIRST_PERSON, QUOTED, ends_like_speech
from memcon.layout.turns import Turn
from memcon.spans import Span

#: Code points of a row that is no title, and of one that is a sentence if a full stop ends it.
_LONGEST_TITLE, _SHORTEST_SENTENCE = 250, 40
#: Code points of a row that is no heading.
_LONGEST_HEADING = 140
#: Rows of the front of a publication, before its first paragraph.
_FRONT = 24
#: Rows of a title; code points of a name among the particulars; rows in which who speaks says “I”.
_TITLE_ROWS, _LONGEST_NAME, _STATEMENT_ROWS = 4, 120, 6

#: A full stop behind a long word: no initial, no title.
_SENTENCE = re.compile(r"[a-z]{3}[.!?]$")


def read_blocks(layout: Layout, *, known: bool = False) -> tuple[Block, ...]:
    """The blocks in the order of the text; every row is in exactly one of them.

    :param known: whether the text is known to be a transcript.
    """
    return _Blocks(layout, known).read()


class _Blocks:
    def __init__(self, layout: Layout, known: bool) -> None:
        self.text = layout.text
        self.layout = layout
        self.rows = layout.rows
        self.turns = layout.turns(known=known)
        self.out: list[Block] = []

    def read(self) -> tuple[Block, ...]:
        at = self._front(self._first_turn())
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

    def _front(self, stop: int) -> int:
        """Read what stands before the first paragraph or turn; the number of the row behind it."""
        names_below = False
        for number, row in enumerate(self.rows[: min(stop, _FRONT)]):
            what = stated(self.text, row)
            names_below = has_names_below(what) if what else names_below
            kind = self._front_kind(number, row, what, names_below)
            if kind is None:
                return number
            self._add(kind, row)
        return min(stop, _FRONT, len(self.rows))

    def _front_kind(
        self, number: int, row: Span, what: str | None, names_below: bool
    ) -> Kind | None:
        """The kind of a row of the front; None if the text begins there."""
        text = self.text
        words = text[row[0] : row[1]]
        titled = any(block.kind == "title" for block in self.out)
        if is_letterhead(text, row):
            return "letterhead"
        if apart := self._set_apart(row):
            return apart
        if what and what != SYMBOL:
            return "particulars"
        if is_dateline(text, row) or (titled and is_place(text, row)):
            return "dateline"
        below = names_below and len(words) < _LONGEST_NAME and not _SENTENCE.search(words)
        if what or below:
            return "particulars"
        if words.startswith(("By ", "by ")) or is_byline(text, row):
            return "byline"
        if titled and item_mark(text, row) and not is_head(text, self.rows[number - 1]):
            return "bullet" if not words[0].isalnum() and words[0] != "(" else None
        return "title" if not self._is_told(row) and self._goes_on(titled, number) else None

    def _goes_on(self, titled: bool, number: int) -> bool:
        """Whether no title stands above, or one directly above that this row may go on with."""
        row = self.rows[number]
        if not titled:
            return True
        short = row[1] - row[0] < _LONGEST_HEADING
        return self.out[-1].kind == "title" and short and number < _TITLE_ROWS

    def _is_told(self, row: Span) -> bool:
        """Whether it is text, not a title: it ends as a sentence does, or is long, or an item."""
        words = self.text[row[0] : row[1]]
        if words[-1] in ":;," or item_mark(self.text, row) or len(words) > _LONGEST_TITLE:
            return True
        return words[-1] in ".”" and len(words) > _SHORTEST_SENTENCE

    def _turn(self, turn: Turn, at: int, following: Turn | None) -> int:
        """The rows of a turn; notes and headings on rows of their own within it stand apart."""
        end = turn.body[-1][1]
        limit = following.begin if following else len(self.text)
        stop = at
        while stop < len(self.rows) and self.rows[stop][0] < max(end, turn.begin + 1):
            stop += 1
        rows = self.rows[at:stop]
        apart = [(apart_kind(self.layout.plain, row), row) for row in rows[1:]]
        notes = {row for kind, row in apart if kind}
        inside = tuple(row for row in rows if row not in notes)
        self.out.append(
            Block(
                "question" if turn.asks else "turn",
                inside,
                turn.label,
                turn.cue,
                turn.body,
                turn.note,
            )
        )
        self.out += [Block(kind, (row,)) for kind, row in apart if kind]
        while stop < len(self.rows) and self.rows[stop][0] < limit:
            self._row(stop)
            stop += 1
        return stop

    def _set_apart(self, row: Span) -> Kind | None:
        """The kind of a row that is none of the text proper, wherever it stands."""
        if is_caption(self.text, row):
            return "caption"
        if is_furniture(self.text, row):
            return "furniture"
        return note_kind(self.text, row)

    def _row(self, number: int) -> None:
        """One row of the body."""
        row = self.rows[number]
        text = self.text
        if kind := self._set_apart(row):
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
        self.out.append(Block(kind, (row,), head=head))

    def _head(self, row: Span | None = None) -> int | None:
        """The block that the items here complete: the last one that was left open.

        :param row: the item, if it must go on with a sentence.
        """
        if row is not None and not completes(self.text, row):
            return None
        for number in range(len(self.out) - 1, -1, -1):
            block = self.out[number]
            last = number == len(self.out) - 1
            left_open = is_head(self.text, block.spans[-1])
            if block.kind == "item" and not (last and left_open and block.head is None):
                if block.head is not None:
                    return block.head
                continue
            if block.kind in ("furniture", "note", "quotation"):
                continue
            cut = last and block.kind == "paragraph"
            return number if left_open or (cut and not self._ends(block)) else None
        return None

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
            if not ended or self._set_apart(row) or item_mark(self.text, row):
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
        if self.layout.plain.is_bold(row):
            return words[-1] not in ".;,”"
        open_ended = words[-1] not in '.?!:;,…”"’)—–-' and not words[0].islower()
        return open_ended and ends_like_speech(self.text, self.rows[number + 1])
