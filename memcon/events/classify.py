"""What a source does to a target in a sentence, by the relation head.

The head was trained on Zero-Shot-PLOVER (Hu et al., ACL Findings 2024).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memcon.errors import ModelError, SpanError
from memcon.events.plover import PloverCode, roots
from memcon.language.model import Model, shipped_model
from memcon.language.pipeline import parse
from memcon.language.pointing import ask
from memcon.language.states import States, read_states
from memcon.language.words import Words
from memcon.spans import Span


def classify_relation(
    sentence: str, source: Span | None, target: Span | None, model: Model | None = None
) -> PloverCode:
    """PLOVER's code of what the source does to the target.

    :param source, target: in code points of the sentence, end exclusive; None for one that the sentence
        does not name.
    :raises SpanError: if a span names no word of the sentence, or both are None.
    :raises ModelError: if the model has no head for relations.
    """
    engine = model or shipped_model()
    if source is None and target is None:
        raise SpanError("a relation needs a source or a target: give one span at least")
    words = parse(sentence)
    pointed = tuple(_words(words, sentence, span) for span in (source, target))
    (row,) = relations(engine, read_states(words, engine), range(len(words)), [pointed])
    return code(row)


def relations(
    model: Model, states: States, inside: range, pairs: list[tuple[range, ...]]
) -> NDArray[np.float32]:
    """Probabilities of the root codes for pairs of source and target, `(pairs, 15)`.

    :param inside: words of the sentence.
    :raises ModelError: if the model has no head for relations.
    """
    if model.relation is None:
        raise ModelError(
            "the model has no head for relations: name the shipped model, or export one with "
            "training/export.py"
        )
    return ask(model.relation, states, inside, pairs).probabilities


def code(row: NDArray[np.float32]) -> PloverCode:
    """The likeliest code of a row of probabilities."""
    best = int(row.argmax())
    root = list(roots().values())[best]
    return PloverCode(
        root.name, root.quad, root.mode, root.score, round(min(float(row[best]), 1.0), 3)
    )


def _words(words: Words, text: str, span: Span | None) -> range:
    if span is None:
        return range(0)
    start, end = span
    inside = words.inside(span) if 0 <= start < end <= len(text) else range(0)
    if not len(inside):
        raise SpanError(
            f"({start}, {end}) names no words of a sentence of {len(text)} characters: give the first "
            "character of an actor's name and the one behind its last"
        )
    return inside
