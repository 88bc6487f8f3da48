"""From the model's numbers to words: which words are cues, sources and contents.

The role head scores every word for itself; the best assignment of whole segments is found by dynamic
programming (Viterbi, with scores for the words at which a segment begins and ends, as in
semi-Markov models: Sarawagi and Cohen, NIPS 2004).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

#: How much likelier than a further word a first one must be to begin a cue right behind another:
#: “had | told” are hardly ever two.
APART = 4
#: A score that no evidence outweighs.
_NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Chosen on the development set by `training/choose.py`.

    :param cue: least probability of a word that belongs to a cue.
    :param least: confidence below which a relation is not reported.
    :param ends: weight of the scores of span ends against those of words.
    :param segment: cost of every content segment.
    :param source: what a source must score to be one.
    """

    cue: float = 0.3
    ends: float = 0.5
    segment: float = 0.5
    source: float = 0.0
    least: float = 0.0


def find_cues(tags: NDArray[np.float32], least: float) -> list[tuple[range, float]]:
    """Cues among the words of a window, each with its probability.

    :param tags: probabilities of no cue, first word, further word, `(words, 3)`.
    :param least: of a word that belongs to a cue.
    """
    inside = 1 - tags[:, 0]
    chosen = inside >= least
    cues: list[tuple[range, float]] = []
    start: int | None = None
    for i in range(len(tags) + 1):
        here = i < len(tags) and bool(chosen[i])
        begins = here and (start is None or tags[i, 1] >= APART * tags[i, 2])
        if start is not None and (not here or begins):
            cues.append((range(start, i), float(inside[start:i].max())))
            start = None
        if begins:
            start = i
    return cues


@dataclass(frozen=True, slots=True)
class Roles:
    """The words of one cue's source and content, as ranges, and how sure the model is of each.

    :param source_score, content_score: mean log-odds of the words chosen; 0 if there are none.
    """

    source: tuple[range, ...]
    content: tuple[range, ...]
    source_score: float
    content_score: float


def assign_roles(
    logits: NDArray[np.float32], cues: list[range], thresholds: Thresholds
) -> list[Roles]:
    """Best source and content of each cue.

    :param logits: `(cues, words, 7)` as `Model.label` gives them.
    :param cues: the cues' words; they are never part of their own source or content.
    """
    if not cues:
        return []
    labels = logits[..., :3] - _log_sum(logits[..., :3])[..., None]
    odds = labels - np.log1p(-np.exp(np.minimum(labels, -1e-6)))
    source, content = odds[..., 1].copy(), odds[..., 2].copy()
    ends = thresholds.ends * logits[..., 3:]
    for row, cue in enumerate(cues):
        source[row, cue.start : cue.stop] = content[row, cue.start : cue.stop] = _NEVER
    sources = _best_segment(source, ends[..., 0], ends[..., 1], thresholds.source)
    for row, found in enumerate(sources):
        if found:
            content[row, found.start : found.stop] = _NEVER
    contents = _best_segments(content, ends[..., 2], ends[..., 3], thresholds.segment)
    out = []
    for row, (found, segments) in enumerate(zip(sources, contents, strict=True)):
        own = [source[row, found.start : found.stop].mean()] if found else [0.0]
        words = [content[row, s.start : s.stop] for s in segments]
        mean = float(np.concatenate(words).mean()) if words else 0.0
        out.append(Roles((found,) if found else (), tuple(segments), float(own[0]), mean))
    return out


def _log_sum(x: NDArray[np.float32]) -> NDArray[np.float32]:
    top = x.max(axis=-1)
    return top + np.log(np.exp(x - top[..., None]).sum(axis=-1))


def _best_segment(
    score: NDArray[np.float32], begin: NDArray[np.float32], end: NDArray[np.float32], least: float
) -> list[range | None]:
    """The one contiguous segment of the highest score in every row, if it scores `least`.

    All arrays `(rows, words)`. On ties the earlier one wins.
    """
    rows, words = score.shape
    run = np.full(rows, _NEVER, dtype=np.float64)
    since = np.zeros(rows, dtype=np.int64)
    best = np.full(rows, -np.inf)
    first, last = np.zeros(rows, dtype=np.int64), np.zeros(rows, dtype=np.int64)
    for i in range(words):
        fresh = begin[:, i] > run
        since = np.where(fresh, i, since)
        run = np.where(fresh, begin[:, i], run) + score[:, i]
        total = run + end[:, i]
        better = total > best
        best = np.where(better, total, best)
        first, last = np.where(better, since, first), np.where(better, i, last)
    return [
        range(int(a), int(b) + 1) if s > least else None
        for a, b, s in zip(first, last, best, strict=True)
    ]


def _best_segments(
    score: NDArray[np.float32], begin: NDArray[np.float32], end: NDArray[np.float32], cost: float
) -> list[list[range]]:
    """The set of segments of the highest total in every row; arrays `(rows, words)`."""
    rows, words = score.shape
    outside = np.zeros(rows)
    inside = np.full(rows, -np.inf)
    entered = np.zeros((words, rows), dtype=bool)
    left = np.zeros((words + 1, rows), dtype=bool)
    for i in range(words):
        enter = outside + begin[:, i] - cost
        entered[i] = enter > inside
        inside = np.where(entered[i], enter, inside) + score[:, i]
        close = inside + end[:, i]
        # `left[i + 1]`: the best way to be outside behind word i is to end a segment at word i.
        left[i + 1] = close > outside
        outside = np.where(left[i + 1], close, outside)
    out = []
    for row in range(rows):
        segments: list[range] = []
        i = words
        while i > 0:
            if not left[i, row]:
                i -= 1
                continue
            stop = i
            i -= 1
            while not entered[i, row]:
                i -= 1
            segments.append(range(i, stop))
        out.append(segments[::-1])
    return out
