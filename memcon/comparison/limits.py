"""Limits: conditions and exceptions of a unit, those too that stand right behind its words.

“He said that the tariffs could go, provided that the market opens”: a reading may end the content at
the comma, or take what follows for a statement of its own. For a comparison it is a condition.
"""

from __future__ import annotations

import re

from memcon.comparison.units import Unit
from memcon.record import Record, Span

_CONDITION = re.compile(
    r",?\s*(?:but\s+)?(?P<words>(?:only\s+)?(?:if|unless|provid(?:ed|ing)\s+that"
    # “He lauded the help, providing food” is no condition, nor is what was “provided by” somebody.
    r"|provided(?!\s+(?:as|by|for|in|to|with)\b)|on\s+"
    r"condition\s+that|on\s+the\s+condition\s+that|subject\s+to|as\s+long\s+as|so\s+long\s+as|once)\s)"
)
_EXCEPTION = re.compile(
    r",?\s*(?P<words>(?:except(?:\s+for)?|with\s+the\s+exception\s+of|other\s+than|apart\s+from|excluding"
    r"|save\s+for)\s)"
)
_STOP = re.compile(r"[.!?;](?=[”\"’']*(?:\s|$))|\n")


def conditions_of(record: Record, unit: Unit) -> list[Span]:
    """The conditions of all statements of the unit, and that behind its words."""
    own = [span for s in unit.statements for span in s.conditions]
    return _with_behind(record, unit, own, _CONDITION)


def exceptions_of(record: Record, unit: Unit) -> list[Span]:
    """The exceptions of all statements of the unit, and that behind its words."""
    own = [span for s in unit.statements for span in s.exceptions]
    return _with_behind(record, unit, own, _EXCEPTION)


def behind(record: Record, unit: Unit) -> Span | None:
    """The condition or exception right behind the words of a unit, in the same sentence."""
    for pattern in (_CONDITION, _EXCEPTION):
        found = _behind(record, unit, pattern)
        if found:
            return found
    return None


def _with_behind(
    record: Record, unit: Unit, own: list[Span], pattern: re.Pattern[str]
) -> list[Span]:
    found = _behind(record, unit, pattern)
    out: list[Span] = []
    for span in sorted({*own, *([found] if found else [])}):
        # A statement that is nested has the condition of the outer one as its own.
        if not out or span[0] >= out[-1][1]:
            out.append(span)
    return out


def _behind(record: Record, unit: Unit, pattern: re.Pattern[str]) -> Span | None:
    end = unit.root.content[-1][1]
    match = pattern.match(record.text, end)
    if match is None or unit.frame:
        return None
    start = match.start("words")
    stop = _STOP.search(record.text, start)
    return (start, stop.start() if stop else len(record.text.rstrip()))
