"""Blocks: every row of a text in the piece to which its form assigns it."""

from __future__ import annotations

from bisect import bisect_left

from memcon.layout.apart import apart_kind
from memcon.layout.block import Block, Kind
from memcon.layout.datelines import is_dateline, is_place
from memcon.layout.furniture import is_furniture
from memcon.layout.headings import is_byline
from memcon.layout.items import completes, is_head, item_mark
from memcon.layout.letterheads import is_letterhead
from memcon.layout.notes import note_kind
from memcon.layout.particulars import has_names_below, stated
from memcon.layout.passages import closes_letter, is_caption, is_indented, is_quotation, signature
from memcon.layout.reading import Layout
from memcon.layout.rows import ends_like_speech
from memcon.layout.turns import Turn
from memcon.spans import Span

#: Code points of a row that is no heading.
_LONGEST_HEADING = 140
#: Rows of the front of a publication, before its first paragraph.
_FRONT = 24


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
        titled = False
        names_below = False
        for number, row in enumerate(self.rows[: min(stop, _FRONT)]):
            words = self.text[row[0] : row[1]]
            what = stated(self.text, row)
            kind: Kind
            if caption_or_note := self._set_apart(row):
                kind = caption_or_note
            elif is_furniture(self.text, row):
                kind = "furniture"
            elif what:
                kind = "particulars"
                names_below = has_names_below(what, words)
            elif is_dateline(self.text, row) or (titled and is_place(self.text, row)):
                kind = "dateline"
            elif words.startswith(("By ", "by ")) or is_byline(self.text, row):
                kind = "byline"
            elif is_letterhead(self.text, row):
                kind = "letterhead"
            elif names_below and not ends_like_speech(self.text, row):
                kind = "particulars"
            elif (
                titled
                and item_mark(self.text, row)
                and not is_head(self.text, self.rows[number - 1])
            ):
                kind = "bullet" if not words[0].isalnum() and words[0] != "(" else "item"
                if kind == "item":
                    return number
            elif (not titled and not self._is_told(row)) or (
                titled and self._goes_on(number) and not self._is_told(row)
            ):
                kind = "title"
            else:
                return number
            titled = titled or kind == "title"
            self._add(kind, row)
        return min(stop, _FRONT, len(self.rows))

    def _goes_on(self, number: int) -> bool:
        """Whether the row above is the title, and this one no heading of what stands below."""
        return bool(self.out) and self.out[-1].kind == "title" and number < 4

    def _is_told(self, row: Span) -> bool:
        """Whether it is text, not a title: it ends as a sentence does, or is long."""
        words = self.text[row[0] : row[1]]
        return (words[-1] in '.:;,”"' and len(words) > 40) or len(words) > 250

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
        if is_caption(self.text, row):
            return "caption"
        return note_kind(self.text, row)

    def _row(self, number: int) -> None:
        """One row of the body."""
        row = self.rows[number]
        text = self.text
        if kind := self._set_apart(row):
            self._add(kind, row)
        elif is_furniture(text, row):
            self._add("furniture", row)
        elif item_mark(text, row):
            self._add("item", row, self._head())
        elif is_quotation(text, row) or (is_indented(text, row) and self._introduced()):
            self._add("quotation", row, self._head())
        elif self._signs(number):
            self._add("signature", row, len(self.out) - 1)
        elif is_dateline(text, row):
            self._add("dateline", row)
        elif self._is_heading(number):
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

    def _head(self) -> int | None:
        """The block that the items here complete: the last one that was left open."""
        for number in range(len(self.out) - 1, -1, -1):
            block = self.out[number]
            if block.kind == "item" and block.head is not None:
                return block.head
            if block.kind in ("item", "furniture", "note", "quotation"):
                continue
            return number if is_head(self.text, block.spans[-1]) else None
        return None

    def _introduced(self) -> bool:
        """Whether the block above ends with a colon, or is itself a quotation."""
        above = self.out[-1] if self.out else None
        return above is not None and (above.kind == "quotation" or self.text[above.end - 1] == ":")

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
