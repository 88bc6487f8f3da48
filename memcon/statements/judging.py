"""The stance head's answer: polarities of a sentence towards spans of it, and the words that weighed."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from memcon.actors.reading import Reading
from memcon.errors import ModelError
from memcon.language.model import Model
from memcon.language.pointing import ask
from memcon.language.states import States
from memcon.record import Spans
from memcon.spans import merge

Polarity = Literal[-1, 0, 1]
#: Polarities in the order of the head's classes.
POLARITIES: tuple[Polarity, ...] = (-1, 0, 1)
#: Words that show a stance: the weightiest, until they weigh so much together, so many at most.
_SHOWN, _MOST = 0.5, 5


def decide(row: NDArray[np.float32], least: float = 0.0) -> tuple[Polarity, float]:
    """Polarity and confidence from the probabilities of −1, 0, +1.

    :param least: probability from which another polarity than 0 is told.
    """
    best = int(row.argmax())
    if best != 1 and row[best] < least:
        best = 1
    return POLARITIES[best], round(min(float(row[best]), 1.0), 3)


def judge(
    model: Model,
    states: States,
    reading: Reading,
    inside: range,
    mentions: list[range],
    heard: NDArray[np.bool_] | None = None,
) -> tuple[NDArray[np.float32], list[Spans]]:
    """Probabilities `(mentions, 3)`, and for each mention the words that weighed most.

    :param inside: words of the sentence.
    :param heard: which of them may be looked at, the mention itself apart; default all.
    :raises ModelError: if the model has no head for stances.
    """
    if model.stance is None:
        raise ModelError(
            "the model has no head for stances: name the shipped model, or export one with "
            "training/export.py"
        )
    rows = None if heard is None else [_with(heard, m, inside) for m in mentions]
    found = ask(model.stance, states, inside, [(m,) for m in mentions], rows)
    shown = [
        _weightiest(reading, inside, weights, mention)
        for weights, mention in zip(found.weights, mentions, strict=True)
    ]
    return found.probabilities, shown


def _with(heard: NDArray[np.bool_], mention: range, inside: range) -> NDArray[np.bool_]:
    out = heard.copy()
    out[max(mention.start - inside.start, 0) : mention.stop - inside.start] = True
    return out


def _weightiest(
    reading: Reading, inside: range, weights: NDArray[np.float32], mention: range
) -> Spans:
    """The words that weighed most, the target's own left out."""
    order = sorted(range(len(inside)), key=lambda n: (-float(weights[n]), n))
    chosen: list[int] = []
    total = 0.0
    for n in order:
        i = inside[n]
        if i in mention or not reading.form[i][0].isalnum():
            continue
        if weights[n] <= 0:
            break
        chosen.append(i)
        total += float(weights[n])
        if total >= _SHOWN or len(chosen) == _MOST:
            break
    return merge((reading.words.span(i, i) for i in chosen), reading.words.text)
