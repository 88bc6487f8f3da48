"""The layout of a text, read once: its rows, its turns and its blocks."""

from __future__ import annotations

from functools import cached_property

from memcon.layout.block import Block
from memcon.layout.blocks import read_blocks
from memcon.layout.plain import Plain
from memcon.layout.rows import find_lines
from memcon.layout.turns import Turn, find_turns
from memcon.spans import Span


class Layout:
    """What the form of a text tells.

    :param plain: the text in its plainest form; all spans are of it, in code points.
    """

    def __init__(self, plain: Plain) -> None:
        self.plain = plain
        self.text = plain.text
        self._turns: dict[bool, list[Turn]] = {}
        self._blocks: dict[bool, tuple[Block, ...]] = {}

    @cached_property
    def rows(self) -> list[Span]:
        """The printed lines that hold more than white space, trimmed."""
        return find_lines(self.text)

    def turns(self, *, known: bool = False) -> list[Turn]:
        """The turns of the conversation, if it is one.

        :param known: whether the text is known to be a transcript.
        """
        if known not in self._turns:
            self._turns[known] = find_turns(self.plain, self.rows, known=known)
        return self._turns[known]

    def blocks(self, *, known: bool = False) -> tuple[Block, ...]:
        """All blocks, in the order of the text; every row is in just one of them."""
        if known not in self._blocks:
            self._blocks[known] = read_blocks(self.plain, self.rows, self.turns(known=known))
        return self._blocks[known]
