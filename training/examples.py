"""Examples: gold texts, read once by spaCy and the tokenizer, and cut into windows each epoch."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from memcon.attribution import paths, surface
from memcon.attribution.extract import quotation_numbers
from memcon.attribution.windows import Pieces, Window, cut_into_pieces, cut_into_windows
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations
from memcon.language.standins import stand_ins_of
from memcon.language.words import Words
from training.corpora.gold import GoldRelation, GoldText

#: Roles of a word for one cue, and the ends of spans that are learned besides.
NONE, SOURCE, CONTENT = 0, 1, 2
ENDS = 4  # source begins, source ends, content begins, content ends


@dataclass(slots=True)
class Read:
    """A text as the model gets it; `roles` and `ends` hold one row a relation with a cue.

    cue: (first word, last word + 1) of each relation; roles: (relations, words); ends:
    (relations, words, 4); tags: (words,) with 0 outside, 1 first word of a cue, 2 further word.
    """

    gold: GoldText
    words: Words
    pieces: Pieces
    shapes: NDArray[np.int64]
    quotes: NDArray[np.int64]
    label: NDArray[np.int64]
    quoted: NDArray[np.int64]
    cues: list[range]
    roles: NDArray[np.int8]
    tags: NDArray[np.int64]


def read(gold: GoldText, tokenizer: Tokenizer, shift: int | None = None) -> Read:
    """Read a text.

    :param shift: where the lists of stand-ins begin; None reads names as they are written.
    """
    words = parse(gold.text)
    instead = None if shift is None else stand_ins_of(words, shift)
    quotations = find_quotations(gold.text)
    cues, rows = [], []
    tags = np.zeros(len(words), dtype=np.int64)
    for relation in gold.relations:
        inside = sorted({i for s in relation.cue for i in words.inside(s)})
        if not inside:
            continue
        # A cue in several pieces is rare (1 of 22,500): its first stretch stands for it.
        stop = next((a + 1 for a, b in itertools.pairwise(inside) if b != a + 1), inside[-1] + 1)
        cue = range(inside[0], stop)
        cues.append(cue)
        tags[cue.start] = 1
        tags[cue.start + 1 : cue.stop] = 2
        rows.append(_roles(words, relation))
    roles = np.array(rows, dtype=np.int8).reshape(len(rows), len(words))
    return Read(
        gold, words, cut_into_pieces(words, tokenizer, instead), surface.shapes(words),
        surface.quotes(words, quotations), paths.groups(words),
        quotation_numbers(words, quotations), cues, roles, tags,
    )  # fmt: skip


def _roles(words: Words, relation: GoldRelation) -> NDArray[np.int8]:
    row = np.zeros(len(words), dtype=np.int8)
    for role, spans in ((CONTENT, relation.content), (SOURCE, relation.source)):
        for span in spans:
            inside = words.inside(span)
            row[inside.start : inside.stop] = role
    return row


def ends_of(roles: NDArray[np.int8]) -> NDArray[np.float32]:
    """Where the spans of a row of roles begin and end, `(relations, words)` -> `(…, words, 4)`."""
    padded = np.pad(roles, ((0, 0), (1, 1)))
    out = np.zeros((*roles.shape, ENDS), dtype=np.float32)
    for k, role in enumerate((SOURCE, CONTENT)):
        here = padded[:, 1:-1] == role
        out[..., 2 * k] = here & (padded[:, :-2] != role)
        out[..., 2 * k + 1] = here & (padded[:, 2:] != role)
    return out


@dataclass(slots=True)
class Example:
    """A window of a text; see `Batch` for the meaning of the parts."""

    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    quotes: NDArray[np.int64]
    first: NDArray[np.int64]
    tags: NDArray[np.int64]
    cues: list[range]
    pairs: NDArray[np.int64]
    roles: NDArray[np.int8]


def windows_of(text: Read, rng: random.Random, size: int) -> Iterable[Window]:
    """Windows without overlap, cut at other places each time."""
    first = rng.randint(size // 3, size)
    return cut_into_windows(text.words, text.pieces, size, 0, first)


def example(text: Read, window: Window, special: tuple[int, int]) -> Example:
    """The window's tensors; `special` holds the ids of the pieces that begin and end it."""
    a, b = text.pieces.first[window.start], text.pieces.first[window.stop]
    word = text.pieces.word[a:b]
    inside = [
        i for i, c in enumerate(text.cues) if window.start <= c.start and c.stop <= window.stop
    ]
    pairs = [
        paths.describe(text.words, text.label, text.quoted, text.cues[i], window.start, window.stop)
        for i in inside
    ]
    size = window.stop - window.start
    return Example(
        ids=np.concatenate([[special[0]], text.pieces.ids[a:b], [special[1]]]),
        shapes=np.concatenate([[0], text.shapes[word], [0]]),
        quotes=np.concatenate([[0], text.quotes[word], [0]]),
        first=text.pieces.first[window.start : window.stop] - a + 1,
        tags=text.tags[window.start : window.stop],
        cues=[
            range(text.cues[i].start - window.start, text.cues[i].stop - window.start)
            for i in inside
        ],
        pairs=np.array(pairs, dtype=np.int64).reshape(len(inside), 5, size),
        roles=text.roles[inside, window.start : window.stop],
    )


@dataclass(slots=True)
class Batch:
    """Windows side by side, padded.

    ids, shapes, quotes, mask: `(windows, pieces)`; first, tags: `(windows, words)`, −1 where padded;
    of_cue: window of each cue `(cues,)`; cue: weights that average the cue's words `(cues, words)`;
    pairs: `(cues, 5, words)`; roles: `(cues, words)`, −1 where padded; ends: `(cues, words, 4)`.
    """

    ids: torch.Tensor
    mask: torch.Tensor
    shapes: torch.Tensor
    quotes: torch.Tensor
    first: torch.Tensor
    tags: torch.Tensor
    of_cue: torch.Tensor
    cue: torch.Tensor
    pairs: torch.Tensor
    roles: torch.Tensor
    ends: torch.Tensor


def collate(examples: list[Example]) -> Batch:
    pieces = max(len(e.ids) for e in examples)
    words = max(len(e.first) for e in examples)
    cues = sum(len(e.cues) for e in examples)

    def pad(rows: list[NDArray], width: int, value: int) -> torch.Tensor:
        out = np.full((len(rows), width), value, dtype=np.int64)
        for i, row in enumerate(rows):
            out[i, : len(row)] = row
        return torch.from_numpy(out)

    cue = np.zeros((cues, words), dtype=np.float32)
    pairs = np.zeros((cues, 5, words), dtype=np.int64)
    roles = np.full((cues, words), -1, dtype=np.int64)
    ends = np.zeros((cues, words, ENDS), dtype=np.float32)
    of_cue, n = [], 0
    for i, e in enumerate(examples):
        width = len(e.first)
        k = len(e.cues)
        for j, span in enumerate(e.cues):
            cue[n + j, span.start : span.stop] = 1 / len(span)
        pairs[n : n + k, :, :width] = e.pairs
        roles[n : n + k, :width] = e.roles
        ends[n : n + k, :width] = ends_of(e.roles)
        of_cue += [i] * k
        n += k
    return Batch(
        ids=pad([e.ids for e in examples], pieces, 0),
        mask=pad([np.ones_like(e.ids) for e in examples], pieces, 0),
        shapes=pad([e.shapes for e in examples], pieces, 0),
        quotes=pad([e.quotes for e in examples], pieces, 0),
        first=pad([e.first for e in examples], words, -1),
        tags=pad([e.tags for e in examples], words, -1),
        of_cue=torch.tensor(of_cue, dtype=torch.int64),
        cue=torch.from_numpy(cue),
        pairs=torch.from_numpy(pairs),
        roles=torch.from_numpy(roles),
        ends=torch.from_numpy(ends),
    )
