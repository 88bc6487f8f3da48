"""Sentences with questions that point at spans: what is felt towards this one, what does this one do
to that one. Read once by spaCy and the tokenizer, and laid side by side for the network.

The text that the encoder reads has no marks: the questions are put to the heads, so that one pass of
the encoder answers any number of them.
"""

from __future__ import annotations

import itertools
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from memcon.attribution import paths, surface
from memcon.attribution.extract import quotation_numbers
from memcon.attribution.windows import cut_into_pieces
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations
from memcon.language.standins import stand_ins_of
from memcon.spans import Span

#: Wordpieces of a sentence that are read at most; the few longer ones are lists.
LONGEST = 160


@dataclass(frozen=True, slots=True)
class Question:
    """Spans pointed at, in an order that matters, and the number of the right answer.

    :param spans: in code points; a span that the sentence does not have is none.
    :param answer: number of the class, or probabilities of all classes as a teacher gave them.
    :param again: whether it asks the same as the question before it, of another mention.
    """

    spans: tuple[Span | None, ...]
    answer: int | tuple[float, ...]
    again: bool = False


@dataclass(slots=True)
class Pointed:
    """A sentence and its questions as the network gets them.

    ids, shapes, quotes: `(pieces,)`, the special ones included; first: place of every word's first
    piece `(words,)`; spans: weights that average each span's words `(questions, spans, words)`;
    pairs: `(questions, spans, 5, words)`, see `memcon.attribution.paths.describe`; answers and again:
    as in the questions; within: first word and the one behind the last of the sentence that each
    question is about.
    """

    text: str
    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    quotes: NDArray[np.int64]
    first: NDArray[np.int64]
    spans: NDArray[np.float32]
    pairs: NDArray[np.int8 | np.int16]
    answers: list[int | tuple[float, ...]]
    again: list[bool]
    within: list[tuple[int, int]]

    def asking(self, questions: Sequence[int]) -> Pointed:
        """The sentence with some of its questions."""
        return replace(
            self,
            spans=self.spans[questions],
            pairs=self.pairs[questions],
            answers=[self.answers[i] for i in questions],
            again=[False] * len(questions),
            within=[self.within[i] for i in questions],
        )

    def one_of_each(self, rng: Random, further: float = 0.3) -> Pointed:
        """Each question once: of its first mention, or now and then of another one."""
        first = [i for i, again in enumerate(self.again) if not again]
        chosen = []
        for a, b in itertools.pairwise([*first, len(self.again)]):
            chosen.append(rng.randrange(a + 1, b) if b > a + 1 and rng.random() < further else a)
        return self.asking(chosen)


def point(
    text: str,
    questions: Sequence[Question],
    tokenizer: Tokenizer,
    special: tuple[int, int],
    shift: int | None = None,
) -> Pointed:
    """Read a sentence.

    :param shift: where the lists of stand-ins begin; None reads names as they are written.
    :param special: ids of the pieces that begin and end what the encoder reads.
    """
    words = parse(text)
    quotations = find_quotations(text)
    pieces = cut_into_pieces(
        words, tokenizer, None if shift is None else stand_ins_of(words, shift)
    )
    count = int(np.searchsorted(pieces.first, LONGEST - 2, side="right")) - 1
    count = min(count, len(words))
    end = int(pieces.first[count])
    word = pieces.word[:end]
    shapes, quotes = surface.shapes(words), surface.quotes(words, quotations)
    groups, quoted = paths.groups(words), quotation_numbers(words, quotations)
    size = len(questions[0].spans) if questions else 0
    weights = np.zeros((len(questions), size, count), dtype=np.float32)
    pairs = np.zeros((len(questions), size, len(paths.VALUES), count), dtype=np.int16)
    for row, question in enumerate(questions):
        for column, span in enumerate(question.spans):
            inside = words.inside(span) if span else range(0)
            inside = range(inside.start, min(inside.stop, count))
            if len(inside):
                weights[row, column, inside.start : inside.stop] = 1 / len(inside)
                pairs[row, column] = paths.describe(words, groups, quoted, inside, 0, count)
    return Pointed(
        text,
        np.concatenate([[special[0]], pieces.ids[:end], [special[1]]]),
        np.concatenate([[0], shapes[word], [0]]),
        np.concatenate([[0], quotes[word], [0]]),
        pieces.first[:count] + 1,
        weights, pairs, [q.answer for q in questions], [q.again for q in questions],
        [(0, count)] * len(questions),
    )  # fmt: skip


def shifted(text: str) -> int:
    """A place in the lists of stand-ins, another for each text."""
    return zlib.crc32(text.encode()) % 97


def joined(items: Sequence[Pointed]) -> Pointed:
    """Sentences as one text, as they stand in a document: each question is about its own still."""
    pieces = [p.ids[1:-1] for p in items]
    words = [len(p.first) for p in items]
    starts = np.cumsum([0, *(len(p) for p in pieces)])
    before = np.cumsum([0, *words])
    size, total = items[0].spans.shape[1], int(before[-1])
    questions = sum(len(p.answers) for p in items)
    spans = np.zeros((questions, size, total), dtype=np.float32)
    pairs = np.zeros((questions, size, len(paths.VALUES), total), dtype=np.int16)
    within: list[tuple[int, int]] = []
    for number, p in enumerate(items):
        rows = slice(len(within), len(within) + len(p.answers))
        columns = slice(int(before[number]), int(before[number + 1]))
        spans[rows, :, columns], pairs[rows, :, :, columns] = p.spans, p.pairs
        within += [(a + columns.start, b + columns.start) for a, b in p.within]

    def whole(name: str) -> NDArray[np.int64]:
        first, last = getattr(items[0], name)[:1], getattr(items[0], name)[-1:]
        return np.concatenate([first, *(getattr(p, name)[1:-1] for p in items), last])

    return Pointed(
        " ".join(p.text for p in items), whole("ids"), whole("shapes"), whole("quotes"),
        np.concatenate([p.first + a for p, a in zip(items, starts[:-1], strict=True)]),
        spans, pairs, [a for p in items for a in p.answers], [x for p in items for x in p.again],
        within,
    )  # fmt: skip


def in_company(items: Sequence[Pointed], rng: Random, share: float = 0.4) -> list[Pointed]:
    """The sentences, some of them joined to one or two others: a document's stand among others too."""
    waiting, out = rng.sample(list(items), len(items)), []
    while waiting:
        size = rng.choice((2, 3)) if rng.random() < share / 2 else 1
        some, waiting = waiting[:size], waiting[size:]
        out.append(joined(some) if len(some) > 1 else some[0])
    return out


@dataclass(slots=True)
class PointedBatch:
    """Sentences side by side, padded.

    ids, mask, shapes, quotes: `(sentences, pieces)`; first: `(sentences, words)`, 0 where padded;
    of: sentence of each question `(questions,)`; spans: `(questions, spans, words)`; pairs:
    `(questions, spans, 5, words)`; present: 1 for a word `(questions, words)`; answers: probabilities
    of the classes `(questions, classes)`.
    """

    ids: torch.Tensor
    mask: torch.Tensor
    shapes: torch.Tensor
    quotes: torch.Tensor
    first: torch.Tensor
    of: torch.Tensor
    spans: torch.Tensor
    pairs: torch.Tensor
    present: torch.Tensor
    answers: torch.Tensor


def lay(items: Sequence[Pointed], classes: int) -> PointedBatch:
    """A batch of sentences; those without questions are read for nothing."""
    pieces, words = max(len(p.ids) for p in items), max(len(p.first) for p in items)
    questions = sum(len(p.answers) for p in items)
    size = items[0].spans.shape[1]
    flat = [np.zeros((len(items), pieces), dtype=np.int64) for _ in range(4)]
    first = np.zeros((len(items), words), dtype=np.int64)
    of = np.zeros(questions, dtype=np.int64)
    spans = np.zeros((questions, size, words), dtype=np.float32)
    pairs = np.zeros((questions, size, len(paths.VALUES), words), dtype=np.int64)
    present = np.zeros((questions, words), dtype=np.int64)
    answers = np.zeros((questions, classes), dtype=np.float32)
    n = 0
    for i, p in enumerate(items):
        for array, row in zip(flat, (p.ids, np.ones_like(p.ids), p.shapes, p.quotes), strict=True):
            array[i, : len(row)] = row
        count = len(p.first)
        first[i, :count] = p.first
        rows = slice(n, n + len(p.answers))
        of[rows] = i
        spans[rows, :, :count] = p.spans
        pairs[rows, :, :, :count] = p.pairs
        for number, (a, b) in enumerate(p.within, start=n):
            present[number, a:b] = 1
        for answer in p.answers:
            answers[n] = np.eye(classes)[answer] if isinstance(answer, int) else answer
            n += 1
    tensors = (torch.from_numpy(a) for a in (*flat, first, of, spans, pairs, present, answers))
    ids, mask, shapes, quotes, *rest = tensors
    return PointedBatch(ids, mask, shapes, quotes, *rest)


def shuffled(items: Sequence[Pointed], size: int, rng: Random | None) -> list[list[Pointed]]:
    """Batches of about equally long sentences, in random order; without `rng` in the given one."""
    items = list(items)
    if rng:
        rng.shuffle(items)
    out: list[list[Pointed]] = []
    for i in range(0, len(items), 40 * size):
        block = sorted(items[i : i + 40 * size], key=lambda p: len(p.ids))
        out += [block[j : j + size] for j in range(0, len(block), size)]
    if rng:
        rng.shuffle(out)
    return out
