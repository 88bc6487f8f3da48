"""Questions that point at spans, put to a head of the model: what is felt towards this one?

The encoder reads a text once and knows nothing of the questions; a head answers any number of them from
the states of the words (`training/pointed_network.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memcon.attribution import paths
from memcon.language.runtime import InferenceSession
from memcon.language.states import States

#: Words that the head goes through at once, each counted once for each question, about 70 kB each.
#: Sentences of prose come nowhere near; one of “(a (a (a …” has thousands of words.
AT_ONCE = 4000


@dataclass(frozen=True, slots=True)
class Answers:
    """Probabilities of the classes `(questions, classes)`, and what each word weighed in the answer
    `(questions, words)`.
    """

    probabilities: NDArray[np.float32]
    weights: NDArray[np.float32]


def ask(
    head: InferenceSession,
    states: States,
    inside: range,
    questions: Sequence[Sequence[range]],
    heard: Sequence[NDArray[np.bool_]] | None = None,
) -> Answers:
    """Answers of a head about one sentence.

    :param inside: words of the sentence.
    :param questions: for each the words of every span it points at; an empty range is none.
    :param heard: for each question which words of the sentence may be looked at; default all.
    """
    some = max(AT_ONCE // max(len(inside), 1), 1)
    parts = [
        _ask(head, states, inside, questions[n : n + some], heard and heard[n : n + some])
        for n in range(0, len(questions), some)
    ]
    if len(parts) == 1:
        return parts[0]
    return Answers(
        np.concatenate([part.probabilities for part in parts]),
        np.concatenate([part.weights for part in parts]),
    )


def _ask(
    head: InferenceSession,
    states: States,
    inside: range,
    questions: Sequence[Sequence[range]],
    heard: Sequence[NDArray[np.bool_]] | None,
) -> Answers:
    words, size = states.prepared.words, len(inside)
    spans = np.zeros((len(questions), len(questions[0]), size), dtype=np.float32)
    pairs = np.zeros((len(questions), len(questions[0]), len(paths.VALUES), size), dtype=np.int64)
    present = np.ones((len(questions), size), dtype=np.float32)
    for row, question in enumerate(questions):
        if heard is not None:
            present[row] = heard[row]
        for column, pointed in enumerate(question):
            span = range(max(pointed.start, inside.start), min(pointed.stop, inside.stop))
            if not len(span):
                continue
            spans[row, column, span.start - inside.start : span.stop - inside.start] = 1 / len(span)
            pairs[row, column] = paths.describe(
                words,
                states.prepared.groups,
                states.prepared.quoted,
                span,
                inside.start,
                inside.stop,
            )
    logits, weights = head.run(
        None,
        {
            "words": states.of(inside.start, inside.stop),
            "spans": spans,
            "pairs": pairs,
            "present": present,
        },
    )
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    return Answers(shifted / shifted.sum(axis=1, keepdims=True), weights)
