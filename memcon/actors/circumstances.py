"""Where a source stands: in whose words, after whose, with which cue."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.actors.cast import Figure


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the place of a source says of whom it can mean.

    :param speaker: whose words it is in: speaker of the innermost quotation or turn around it.
    :param speakers: of all quotations around it; in their own words they are “I”, never “he”.
    :param quoted: whether it stands in anybody's words at all.
    :param previous: who was reported to speak just before.
    :param addressee: to whom the words around it are addressed; in them, that is “you”.
    :param told_of: whom the words that the source says call by name: “he”, who says so, is another.
    :param turn: whether the words right around it are a turn of a transcript.
    :param asked: whether they are a question by somebody without a name.
    :param cue: the words of the cue, lower case.
    """

    speaker: Figure | None = None
    speakers: frozenset[Figure] = frozenset()
    quoted: bool = False
    previous: Figure | None = None
    cue: tuple[str, ...] = ()
    addressee: Figure | None = None
    told_of: frozenset[Figure] = frozenset()
    turn: bool = False
    asked: bool = False
