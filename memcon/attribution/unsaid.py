"""What stands in a publication and nobody says: letterheads, particulars, who was there, furniture."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter

from memcon.attribution.relation import Relation
from memcon.layout.block import Block
from memcon.spans import Span

#: Kinds of blocks that hold no attributions.
UNSAID = frozenset(["letterhead", "particulars", "dateline", "byline", "furniture", "interjection"])
#: A longer note tells something: “[The Spokeswoman later said that …]”.
_SHORT_NOTE = 60
#: Heads of lists of people: “was attended by the following:”, “Delegations:”.
_PRESENT = re.compile(
    r"\b(?:attend\w*|participa\w+|present|represented|delegations?|members|composed)\b[^.]*:\s*$",
    re.IGNORECASE,
)


def without_unsaid(told: list[Relation], blocks: tuple[Block, ...], text: str) -> list[Relation]:
    """The relations whose cue, or without one whose content, stands in what somebody may have said."""
    spans = sorted(
        span for n, block in enumerate(blocks) if _unsaid(n, blocks, text) for span in block.spans
    )
    if not spans:
        return told
    return [r for r in told if not _inside((r.cue or r.content)[0], spans)]


def _unsaid(number: int, blocks: tuple[Block, ...], text: str) -> bool:
    block = blocks[number]
    if block.kind in UNSAID or (block.kind == "note" and block.end - block.begin < _SHORT_NOTE):
        return True
    head = blocks[block.head] if block.head is not None else None
    return block.kind == "item" and head is not None and _lists_people(text, head, block)


def _lists_people(text: str, head: Block, item: Block) -> bool:
    """Whether the item is one of those who were there: it does not end as a sentence does."""
    above = text[head.spans[-1][0] : head.end]
    return bool(_PRESENT.search(above)) and text[item.end - 1] not in ".!?”"


def _inside(span: Span, spans: list[Span]) -> bool:
    at = bisect_right(spans, span[0], key=itemgetter(0)) - 1
    return at >= 0 and span[1] <= spans[at][1]
