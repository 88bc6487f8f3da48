"""Agreement: how far coders found the same, as Krippendorff's α and as F1.

α (Krippendorff, Content Analysis, 4th ed., ch. 12) by the library `krippendorff`, for nominal data: of
values over the statements that both found, and of spans over the words of the texts, each of which lies
in a source, cue or content, or does not. F1 takes the one coder for right and the other for an answer,
which makes no difference: a span counts as found if it is the same, or shares characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from memcon.archive.corrections import value
from memcon.record import Attribution, Record
from memcon.spans import Spans, overlap
from memcon.web.review.pairing import pair

ROLES = ("source", "cue", "content")
#: Fields of which coders give a value for each statement.
VALUES = ("speaker", "addressee", "type", "act", "speech_act", "topics", "stance")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on one thing.

    :param alpha: 1 for perfect, 0 for chance; None where there is nothing to compare or no variation.
    :param f1: of spans, in per cent: the same ones, and those that share characters.
    :param units: words or statements that were compared.
    """

    name: str
    alpha: float | None
    exact: float | None
    overlapping: float | None
    units: int
    same: int


def agreement(codings: Sequence[Sequence[Record]]) -> list[Agreement]:
    """Agreement of the coders, pair by pair taken together.

    :param codings: of each coder the Records of the texts, in the same order.
    """
    pairs = [
        (a, b)
        for i, one in enumerate(codings)
        for other in codings[i + 1 :]
        for a, b in zip(one, other, strict=True)
    ]
    return [
        *(_of_role(codings, pairs, role) for role in ROLES),
        *(_of_value(pairs, v) for v in VALUES),
    ]


def coded(record: Record, attribution: Attribution, field: str) -> str:
    """What a coder's Record has for a field of a statement; "" for nothing."""
    if field == "stance":
        statement = next((s for s in record.statements if s.attribution == attribution.id), None)
        names = {actor.id: actor.name for actor in record.actors}
        stances = statement.stances if statement else ()
        return "; ".join(sorted(f"{s.polarity} {names[s.target]}" for s in stances if s.polarity))
    return value(record, attribution.id, field) or ""


def _of_role(
    codings: Sequence[Sequence[Record]], pairs: Sequence[tuple[Record, Record]], role: str
) -> Agreement:
    rows = [np.concatenate([_labels(record, role) for record in coder]) for coder in codings]
    data = np.stack(rows) if rows else np.zeros((0, 0))
    same = int((data == data[0]).all(axis=0).sum()) if data.size else 0
    return Agreement(
        role, _alpha(data), _f1(pairs, role, lambda a, b: a == b), _f1(pairs, role, overlap),
        data.shape[-1], same,
    )  # fmt: skip


def _of_value(pairs: Sequence[tuple[Record, Record]], field: str) -> Agreement:
    found = [
        (coded(one, a, field), coded(other, b, field))
        for one, other in pairs
        for a, b in pair(one, other)
        if a and b
    ]
    codes = {
        text: number for number, text in enumerate(sorted({t for both in found for t in both}))
    }
    data = np.array([[codes[t] for t in both] for both in found], dtype=float).T
    same = sum(a == b for a, b in found)
    return Agreement(field, _alpha(data), None, None, len(found), same)


def _labels(record: Record, role: str) -> np.ndarray:
    """Of each word of a text, whether it lies in a source, cue or content: 0 or 1, `(words,)`."""
    inside = np.zeros(len(record.text) + 1, dtype=np.int8)
    for attribution in record.attributions:
        for start, end in getattr(attribution, role):
            inside[start:end] = 1
    starts = [match.start() for match in _WORD.finditer(record.text)]
    return inside[starts].astype(float)


def _alpha(data: np.ndarray) -> float | None:
    try:
        import krippendorff
    except ModuleNotFoundError:
        # The library is under the GPL and comes by an extra of its own: `memcon[agreement]`.
        return None
    if data.ndim != 2 or data.shape[1] < 1 or len(data) < 2 or len(np.unique(data)) < 2:
        return None  # without any variation α is not defined
    return float(krippendorff.alpha(reliability_data=data, level_of_measurement="nominal"))


def _f1(
    pairs: Iterable[tuple[Record, Record]], role: str, alike: Callable[[Spans, Spans], bool]
) -> float | None:
    found = total = 0
    for one, other in pairs:
        left, right = ([getattr(a, role) for a in r.attributions if getattr(a, role)]
                       for r in (one, other))  # fmt: skip
        total += len(left) + len(right)
        found += sum(any(alike(a, b) for b in right) for a in left)
        found += sum(any(alike(a, b) for a in left) for b in right)
    return 100 * found / total if total else None
