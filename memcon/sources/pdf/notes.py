"""Notes at the foot of pages: they are set apart, and their numbers in the text are no part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from memcon.sources.pdf.characters import MARKS, RAISED, shown
from memcon.sources.pdf.line import Line

#: Notes are set in type of at most this part of the text's.
_SMALL = 0.93
_NUMBER = re.compile(r"\s*(?:\[?(\d{1,3})[\].)]?(?=\s|[A-Z“])|([*†‡])\s*)")
_RAISED = re.compile("[" + chr(RAISED) + "-" + chr(RAISED + len(MARKS) - 1) + "]+")


def parted(lines: list[Line], size: float) -> tuple[list[Line], list[Line]]:
    """What stands on a page over its notes, and the notes.

    :param lines: those of the page, from top to bottom.
    :param size: that of the type in which most of the document is set.
    """
    start = len(lines)
    while start and lines[start - 1].size <= _SMALL * size:
        start -= 1
    # What is small at the foot and begins with no number is an imprint, or goes on from a note.
    while start < len(lines) and not _NUMBER.match(shown(lines[start].words)):
        start += 1
    return (lines[:start], lines[start:]) if start else (lines, [])


def begins(words: str) -> bool:
    """Whether a line is the first one of a note."""
    return _NUMBER.match(shown(words)) is not None


def numbers(notes: Iterable[str]) -> set[str]:
    """The numbers of notes, of which the first lines are given."""
    found = (_NUMBER.match(shown(note)) for note in notes)
    return {match[1] or match[2] for match in found if match}


def without_numbers(words: str, known: set[str]) -> str:
    """The words without raised numbers of notes; other raised digits as they are."""

    def instead(found: re.Match[str]) -> str:
        digits = shown(found[0])
        # Marks of two notes may stand beside each other.
        return "" if digits in known or all(d in known for d in digits) else digits

    return _RAISED.sub(instead, words)
