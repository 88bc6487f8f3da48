"""The text as it is shown: pieces cut into runs whose characters a selection can be counted in.

Every run says where it begins, so that the browser can tell the place of a selection in code points. A
character that would act and is spelt out (`⟨U+202E⟩`) is a run of its own: it counts as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.record import Record
from memcon.report.pieces import ROLES, Piece, pieces
from memcon.report.visible import visible

#: Contents nested deeper than this share one tint.
DEEPEST_TINT = 4


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that are shown as they are, or one that is spelt out.

    :param start: offset of the first character in the text.
    """

    start: int
    shown: str
    spelt: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of the text as it is shown.

    :param classes: of its parts, for the style.
    :param parts: role and the numbers of the attributions in which it plays it.
    :param marks: numbers of the attributions that begin here, each with the depth of its mark.
    :param speaker: place of the innermost speaker among the speakers, from 0; None if there is none.
    """

    runs: tuple[Run, ...]
    classes: str
    parts: tuple[tuple[str, str], ...]
    marks: tuple[int, ...]
    speaker: int | None


def shown_lines(record: Record) -> list[list[Shown]]:
    """The lines of the text."""
    order = speaker_order(record)
    speakers = [order.get(a.speaker) for a in record.attributions]
    return [[_shown(record.text, piece, speakers) for piece in row] for row in pieces(record)]


def speaker_order(record: Record) -> dict[str | None, int]:
    """Speakers by the order in which they first appear: each has a colour of its own."""
    ordered = sorted(record.attributions, key=lambda a: a.content)
    ids = dict.fromkeys(a.speaker for a in ordered if a.speaker)
    return {id: number for number, id in enumerate(ids)}


def _shown(text: str, piece: Piece, speakers: Sequence[int | None]) -> Shown:
    contents = piece.numbers("content")
    parts = tuple(
        (role, " ".join(map(str, piece.numbers(role)))) for role in ROLES if piece.numbers(role)
    )
    classes: list[str] = [role for role, _ in parts]
    speaker = None
    if contents:
        classes.append(f"d{min(len(contents), DEEPEST_TINT)}")
        speaker = speakers[contents[-1]]
    return Shown(_runs(text, piece), " ".join(classes), parts, piece.begins, speaker)


def _runs(text: str, piece: Piece) -> tuple[Run, ...]:
    words = text[piece.start : piece.end]
    if visible(words) == words:
        return (Run(piece.start, words),)
    runs: list[Run] = []
    kept: list[str] = []
    start = piece.start
    for at, character in enumerate(words, start=piece.start):
        spelt = visible(character)
        if spelt == character:
            if not kept:
                start = at
            kept.append(character)
            continue
        if kept:
            runs.append(Run(start, "".join(kept)))
            kept = []
        runs.append(Run(at, spelt, spelt=True))
    if kept:
        runs.append(Run(start, "".join(kept)))
    return tuple(runs)
