"""Windows: the stretches of a text that the encoder reads at once.

A window holds whole sentences, and whole paragraphs where they fit. Neighbours overlap; a word is
decided by the window in which it stands farther from an edge, so that no cue is judged without the
sentences on both sides of it.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from memcon.language.words import Words

#: Wordpieces in a window, the two special ones included, and shared with the window before it.
SIZE = 320
OVERLAP = 48


@dataclass(frozen=True, slots=True)
class Pieces:
    """The wordpieces of a text: `ids` and the word each belongs to, shape `(pieces,)`.

    `first[w]` is the place of word w's first piece and `first[words]` the number of pieces. A
    paragraph ends with the separator piece, counted to its last word.
    """

    ids: NDArray[np.int64]
    word: NDArray[np.int64]
    first: NDArray[np.int64]


def piece_id(tokenizer: Tokenizer, piece: str) -> int:
    """Number of a wordpiece.

    :raises ValueError: if the vocabulary has none of that form.
    """
    number = tokenizer.token_to_id(piece)
    if number is None:
        raise ValueError(f"the tokenizer has no {piece}: it is not one of a BERT-like model")
    return number


def cut_into_pieces(
    words: Words, tokenizer: Tokenizer, instead: Mapping[int, str] | None = None
) -> Pieces:
    """Wordpieces of all words; a word of nothing but unknown characters is one unknown piece.

    :param instead: what is read in place of some words, by their index.
    """
    separator, unknown = piece_id(tokenizer, "[SEP]"), piece_id(tokenizer, "[UNK]")
    known: dict[str, list[int]] = {}
    said = instead or {}
    texts = [said.get(i) or words[i] for i in range(len(words))]
    fresh = list(dict.fromkeys(texts))
    for text, encoding in zip(
        fresh, tokenizer.encode_batch(fresh, add_special_tokens=False), strict=True
    ):
        known[text] = encoding.ids[:16] or [unknown]
    ids: list[int] = []
    word: list[int] = []
    first = np.zeros(len(words) + 1, dtype=np.int64)
    for i, text in enumerate(texts):
        first[i] = len(ids)
        ids += known[text]
        word += [i] * len(known[text])
        if i + 1 < len(texts) and words.paragraph[i + 1] != words.paragraph[i]:
            ids.append(separator)
            word.append(i)
    first[len(words)] = len(ids)
    return Pieces(np.array(ids, dtype=np.int64), np.array(word, dtype=np.int64), first)


@dataclass(frozen=True, slots=True)
class Window:
    """Words `start` to `stop` read at once, of which `own_start` to `own_stop` are decided here."""

    start: int
    stop: int
    own_start: int
    own_stop: int


def cut_into_windows(
    words: Words, pieces: Pieces, size: int = SIZE, overlap: int = OVERLAP, first: int | None = None
) -> list[Window]:
    """Windows that cover the text, each of at most `size` wordpieces.

    :param first: size of the first window alone; training shifts all cuts with it.
    """
    count, bounds = len(words), []
    start, room = 0, (first or size) - 2
    while start < count:
        stop = _stop(words, pieces, start, room)
        bounds.append((start, stop))
        if stop == count:
            break
        start = _back(words, pieces, start, stop, overlap)
        room = size - 2
    edges = [0]
    for (_, stop), (start, _) in itertools.pairwise(bounds):
        edges.append((start + stop) // 2)
    edges.append(count)
    return [Window(a, b, edges[i], edges[i + 1]) for i, (a, b) in enumerate(bounds)]


def cut_range(
    words: Words, pieces: Pieces, start: int, stop: int, size: int = SIZE
) -> list[Window]:
    """Windows side by side, without overlap, that cover the words from start to stop."""
    windows = []
    while start < stop:
        end = min(_stop(words, pieces, start, size - 2), stop)
        windows.append(Window(start, end, start, end))
        start = end
    return windows


def _stop(words: Words, pieces: Pieces, start: int, room: int) -> int:
    limit = int(np.searchsorted(pieces.first, pieces.first[start] + room, side="right")) - 1
    if limit >= len(words):
        return len(words)
    limit = max(limit, start + 1)
    for marks, least in ((words.paragraph, 0.5), (words.sentence, 0.25)):
        cut = limit
        while cut > start and marks[cut] == marks[cut - 1]:
            cut -= 1
        if cut - start > least * (limit - start):
            return cut
    return limit


def _back(words: Words, pieces: Pieces, start: int, stop: int, overlap: int) -> int:
    if not overlap:
        return stop
    least = int(np.searchsorted(pieces.first, pieces.first[stop] - overlap, side="left"))
    least = max(least, start + 1)
    cut = least
    while cut < stop and words.sentence[cut] == words.sentence[cut - 1]:
        cut += 1
    return cut if cut < stop else least
