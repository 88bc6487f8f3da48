"""The words of a text: the one tokenisation that everything else in memcon stands on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memcon.spans import Span


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a text with their syntax, as parallel arrays.

    White space is never a word. All arrays have the shape `(words,)`; offsets are code points into
    `text`, end exclusive; `head` is an index into the same arrays, a root being its own head.

    :param sentence: number of the sentence, counted through the text.
    :param paragraph: number of the paragraph; a line break always begins a new one.
    :param dep: dependency label (ClearNLP scheme, as spaCy's English models give it).
    :param entity: OntoNotes type of the named entity the word is in, or "".
    :param entity_start: whether the word is the first of its entity.
    """

    text: str
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    sentence: NDArray[np.int32]
    paragraph: NDArray[np.int32]
    head: NDArray[np.int32]
    dep: list[str]
    entity: list[str]
    entity_start: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.start)

    def __getitem__(self, index: int) -> str:
        return self.text[self.start[index] : self.end[index]]

    def span(self, first: int, last: int) -> Span:
        """Characters from the first word to the last, both included."""
        return int(self.start[first]), int(self.end[last])

    def inside(self, span: Span) -> range:
        """Indices of the words that share a character with the span."""
        # A number of another type than the array's would have the whole array converted first.
        first = int(np.searchsorted(self.end, np.int32(span[0]), side="right"))
        last = int(np.searchsorted(self.start, np.int32(span[1]), side="left"))
        return range(first, last)

    def head_of(self, inside: range) -> int:
        """The first word of a phrase that hangs on none of its words; −1 if the phrase is empty."""
        heads = (i for i in inside if self.head[i] == i or self.head[i] not in inside)
        return int(next(heads, -1))

    def sentence_words(self, sentence: int) -> range:
        """Indices of the words of a sentence."""
        first = int(np.searchsorted(self.sentence, np.int32(sentence), side="left"))
        return range(first, int(np.searchsorted(self.sentence, np.int32(sentence), side="right")))

    def paragraph_words(self, paragraph: int) -> range:
        """Indices of the words of a paragraph."""
        first = int(np.searchsorted(self.paragraph, np.int32(paragraph), side="left"))
        return range(first, int(np.searchsorted(self.paragraph, np.int32(paragraph), side="right")))

    def hangs_on(self, index: int, inside: range, steps: int = 40) -> bool:
        """Whether the way up the tree from a word leads into the range within so many steps."""
        for _ in range(steps):
            if index in inside:
                return True
            head = int(self.head[index])
            if head == index:
                return False
            index = head
        return False
