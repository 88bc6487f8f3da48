"""Relations that sentences tell: the model's part of finding who said what."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from memcon.attribution import paths, surface
from memcon.attribution.clauses import (
    with_its_preposition,
    with_its_verb,
    within_relative,
    without_determiner,
)
from memcon.attribution.confidence import confidence
from memcon.attribution.decode import Roles, Thresholds, assign_roles, find_cues
from memcon.attribution.depth import least_confidence
from memcon.attribution.edges import (
    Chains,
    characters,
    whole_condition,
    whole_subject,
    whole_tail,
    whole_verb,
)
from memcon.attribution.relation import Relation
from memcon.attribution.windows import (
    Pieces,
    Window,
    cut_into_pieces,
    cut_into_windows,
    piece_id,
)
from memcon.document import Genre
from memcon.language.model import Model
from memcon.language.questions import is_inverted
from memcon.language.quotations import Quotation
from memcon.language.standins import stand_ins_of
from memcon.language.words import Words

_SURE = 0.5
_REFLEXIVE = {"themselves", "itself", "himself", "herself", "oneself"}


#: Cues whose roles are told at once. A window of prose has fewer; one of “(a (a (a …” hundreds, and the
#: head's memory grows with cues times words.
TOGETHER = 24


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text as the model gets it; features of words have the shape `(words,)`."""

    words: Words
    quotations: list[Quotation]
    pieces: Pieces
    windows: list[Window]
    shapes: NDArray[np.int64]
    quotes: NDArray[np.int64]
    groups: NDArray[np.int64]
    quoted: NDArray[np.int64]
    chained: Chains


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder gave for one window: states `(words, width)`, tags `(words, 3)`."""

    window: Window
    states: NDArray[np.float32]
    tags: NDArray[np.float32]


def prepare(
    words: Words, quotations: list[Quotation], model: Model, *, as_written: bool = False
) -> Prepared:
    """Everything that the encoder needs, before any of it runs.

    :param as_written: whether names are read as they are, and not by their stand-ins.
    """
    instead = {} if as_written or not model.settings.get("stand_ins") else stand_ins_of(words)
    pieces = cut_into_pieces(words, model.tokenizer, instead)
    windows = cut_into_windows(words, pieces) if len(words) else []
    return Prepared(
        words,
        quotations,
        pieces,
        windows,
        surface.shapes(words),
        surface.quotes(words, quotations),
        paths.groups(words),
        quotation_numbers(words, quotations),
        Chains(quotations, words.text),
    )


def encode(prepared: Prepared, window: Window, model: Model) -> Encoded:
    """Run the encoder on one window; may be called from several threads."""
    a, b = prepared.pieces.first[window.start], prepared.pieces.first[window.stop]
    word = prepared.pieces.word[a:b]
    begin, end = piece_id(model.tokenizer, "[CLS]"), piece_id(model.tokenizer, "[SEP]")
    states, tags = model.encode(
        np.concatenate([[begin], prepared.pieces.ids[a:b], [end]]),
        np.concatenate([[0], prepared.shapes[word], [0]]),
        np.concatenate([[0], prepared.quotes[word], [0]]),
        prepared.pieces.first[window.start : window.stop] - a + 1,
    )
    return Encoded(window, states, tags)


@dataclass(frozen=True, slots=True)
class Labelled:
    """The cues that a window decides, with their probabilities and logits `(cues, words, 7)`."""

    window: Window
    cues: list[range]
    probabilities: list[float]
    logits: NDArray[np.float32]


def relate(
    prepared: Prepared, window: Window, model: Model, genre: Genre = "report"
) -> list[Relation]:
    """Relations whose cues one window decides; may be called from several threads.

    What the encoder gave for the window is let go at once, so that memory stays flat however long
    the text is.
    """
    return relate_encoded(prepared, encode(prepared, window, model), model, genre)


def relate_encoded(
    prepared: Prepared,
    part: Encoded,
    model: Model,
    genre: Genre = "report",
    below: float = 0.0,
) -> list[Relation]:
    """Relations whose cues a window decides, from what the encoder gave for it.

    :param below: how far under the least confidence candidates are given as well, for `backing`.
    """
    thresholds = Thresholds(**model.settings["thresholds"])
    words, least = prepared.words, least_confidence(thresholds.least, genre)
    thresholds = replace(thresholds, least=least - below)
    labelled = label_window(prepared, part, thresholds.cue, model)
    told = decide(prepared, labelled, thresholds, model.settings["confidence"])
    told = [with_its_verb(with_its_preposition(r, words), words) for r in told]
    told = [within_relative(r, words) for r in told]
    return [without_determiner(r, words) for r in told]


def label_window(prepared: Prepared, part: Encoded, least: float, model: Model) -> Labelled:
    """Run the role head on every cue of at least that probability that the window decides."""
    window, own = part.window, range(part.window.own_start, part.window.own_stop)
    found = {
        _whole(prepared.words, cue, window): probability
        for cue, probability in find_cues(part.tags, least)
        if cue.start + window.start in own
    }
    cues = list(found)
    logits = label_cues(prepared, part, cues, model)
    return Labelled(window, cues, list(found.values()), logits)


def _whole(words: Words, cue: range, window: Window) -> range:
    whole = whole_verb(words, range(cue.start + window.start, cue.stop + window.start))
    return range(cue.start, min(whole.stop, window.stop) - window.start)


def decide(
    prepared: Prepared, part: Labelled, thresholds: Thresholds, weights: list[float]
) -> list[Relation]:
    """Choose each cue's source and content, and drop relations below the least confidence."""
    relations = []
    chosen = assign_roles(part.logits, part.cues, thresholds)
    for cue, probability, roles in zip(part.cues, part.probabilities, chosen, strict=True):
        quoted = quoted_share(prepared, roles, part.window)
        sure = confidence(probability, roles, quoted, weights)
        if roles.content and sure >= thresholds.least:
            relations.append(_relation(prepared, cue, roles, part.window.start, sure))
    return [r for r in relations if _tells(r, prepared.words)]


def _tells(relation: Relation, words: Words) -> bool:
    """Whether something is told; the facts that “speak for themselves” tell nothing."""
    told = [i for span in relation.content for i in words.inside(span)]
    cue = [i for span in relation.cue for i in words.inside(span)]
    # “Did she promise a date?” is asked, not told, unless the model is sure that it tells something.
    asked = relation.confidence < _SURE and any(is_inverted(words, i) for i in cue)
    return not asked and any(words[i].casefold() not in _REFLEXIVE for i in told)


def quoted_share(prepared: Prepared, roles: Roles, window: Window) -> float:
    """Share of the content's words that stand in quotation marks, 0 to 1."""
    inside = prepared.quoted[window.start : window.stop] >= 0
    total = sum(len(r) for r in roles.content)
    return sum(int(inside[r.start : r.stop].sum()) for r in roles.content) / max(total, 1)


def label_cues(
    prepared: Prepared, part: Encoded, cues: list[range], model: Model
) -> NDArray[np.float32]:
    """Logits of the roles of the window's words for each cue, `(cues, words, 7)`."""
    window, words = part.window, prepared.words
    size = window.stop - window.start
    if not cues:
        return np.zeros((0, size, 7), dtype=np.float32)
    weights = np.zeros((len(cues), size), dtype=np.float32)
    pairs = []
    for row, cue in enumerate(cues):
        weights[row, cue.start : cue.stop] = 1 / len(cue)
        there = range(cue.start + window.start, cue.stop + window.start)
        pairs.append(
            paths.describe(
                words, prepared.groups, prepared.quoted, there, window.start, window.stop
            )
        )
    batches = [slice(n, n + TOGETHER) for n in range(0, len(cues), TOGETHER)]
    return np.concatenate(
        [model.label(part.states, weights[some], np.stack(pairs[some])) for some in batches]
    )


def quotation_numbers(words: Words, quotations: list[Quotation]) -> NDArray[np.int64]:
    """Number of the outermost quotation every word is in, −1 outside, shape `(words,)`."""
    out = np.full(len(words), -1, dtype=np.int64)
    for number, quotation in enumerate(quotations):
        if not quotation.depth:
            inside = words.inside(quotation.span)
            out[inside.start : inside.stop] = number
    return out


def _relation(prepared: Prepared, cue: range, roles: Roles, offset: int, sure: float) -> Relation:
    words = prepared.words

    def moved(ranges: tuple[range, ...]) -> tuple[range, ...]:
        return tuple(range(r.start + offset, r.stop + offset) for r in ranges)

    source = characters(words, tuple(whole_subject(words, r) for r in moved(roles.source)))
    signal = characters(words, moved((cue,)))
    if not signal:  # a cue that is nothing but a sign, such as a dash before a name
        signal = (words.span(cue.start + offset, cue.stop - 1 + offset),)
    told = tuple(whole_condition(words, whole_tail(words, r)) for r in moved(roles.content))
    content = prepared.chained.snap(characters(words, told), source + signal)
    return Relation(source, signal, content, sure)
