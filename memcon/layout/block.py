"""Blocks: the pieces of a text as its form shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from memcon.spans import Span, Spans

Kind = Literal[
    "title",
    "heading",
    "dateline",
    "byline",
    "letterhead",
    "particulars",
    "paragraph",
    "item",
    "turn",
    "question",
    "interjection",
    "note",
    "quotation",
    "signature",
    "caption",
    "bullet",
    "furniture",
]
#: All kinds, in the order of the documentation.
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a text.

    :param spans: whole rows without the white space around them, in code points; several where other
        blocks lie between, as a stage direction within a turn.
    :param label: of a turn or question, the words that name who speaks.
    :param cue: the sign that ends the label, if there is one.
    :param body: of a turn or question, what is said, without the label.
    :param note: how it is said, or who is meant, in brackets beside the label.
    :param head: number of the block that this one completes: an item's, a signature's.
    """

    kind: Kind
    spans: Spans
    label: Span | None = None
    cue: Span | None = None
    body: Spans = ()
    note: Span | None = None
    head: int | None = None

    @property
    def begin(self) -> int:
        """Where it begins, in code points."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where it ends, in code points, exclusive."""
        return self.spans[-1][1]
