"""The blocks of a document as it is, with spans of its own text."""

from __future__ import annotations

from itertools import chain

from memcon.document import Document, readable
from memcon.layout.block import Block
from memcon.layout.marks import curly
from memcon.layout.plain import Plain, plain
from memcon.layout.reading import Layout
from memcon.spans import Span, Spans

#: What stands around bold words and before headings.
_MARKS = "*_#"


def layout_of(document: Document) -> Layout:
    """The layout of a document, in the plain text that all of memcon reads."""
    return Layout(plain(curly(readable(document.text))))


def blocks_of(document: Document, *, known: bool = False) -> tuple[Block, ...]:
    """The blocks of a document, in its own code points.

    :param known: whether it is known to be a transcript.
    """
    layout = layout_of(document)
    return tuple(_moved(block, layout.plain, document.text) for block in layout.blocks(known=known))


def _with_marks(span: Span, text: str) -> Span:
    """The span with the marks of bold print and of headings around it, which are no words."""
    start, end = span
    before = text[text.rfind("\n", 0, start) + 1 : start]
    behind = text[end:].split("\n", 1)[0] if text[end : end + 1] in _MARKS else ""
    start -= len(before) - len(before.rstrip(_MARKS + " \t"))
    end += len(behind) - len(behind.lstrip(_MARKS))
    while text[start].isspace():
        start += 1
    return start, end


def _moved(block: Block, read: Plain, text: str) -> Block:
    def moved(spans: Spans) -> Spans:
        return tuple(chain.from_iterable(map(read.spans, spans)))

    return Block(
        block.kind,
        tuple(_with_marks(span, text) for span in moved(block.spans)),
        block.label and read.span(block.label),
        block.cue and read.span(block.cue),
        moved(block.body),
        block.note and read.span(block.note),
        block.head,
    )
