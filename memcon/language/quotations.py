"""Quotations: where quoted words begin and end, whatever marks a house style uses.

Marks are matched inside one paragraph only, so that an unbalanced one never costs more than its own
paragraph: a quotation whose closing mark is missing ends with the paragraph, which is also how a
quotation that runs on over several paragraphs is printed (each opens, only the last one closes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.spans import Span

#: Opening mark -> the marks that may close it. German-style „ closes with “ or ”.
CLOSERS = {
    "“": '”“"',
    "„": '“”"',
    "«": "»",
    "‹": "›",
    "»": "«",
    "‘": "’",
    "‚": "‘’",
    "”": "”",
    '"': '"”',
    "''": "''",
    "``": "''",
    "'": "'",
}
_MARK = re.compile(r"``|''|[“”„«»‹›‘’‚\"']")
_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
_SINGLE = {"'", "’", "‘"}
#: “and” cut short at both ends, as in rock ’n’ roll.
_AND = re.compile(r"(?<!\w)['’]n['’](?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch, its marks included.

    :param depth: 0 for an outermost quotation, 1 for one inside it, and so on.
    :param closed: whether the closing mark is there.
    """

    start: int
    end: int
    depth: int
    closed: bool
    mark: str

    @property
    def span(self) -> Span:
        return self.start, self.end


def find_quotations(text: str) -> list[Quotation]:
    """Every quotation of the text, by position; one inside another follows it."""
    found: list[Quotation] = []
    for paragraph in _PARAGRAPH.finditer(text):
        found.extend(_in_paragraph(text, paragraph.start(), paragraph.end()))
    return sorted(found, key=lambda q: (q.start, -q.end))


def _in_paragraph(text: str, begin: int, end: int) -> Iterator[Quotation]:
    stack: list[tuple[int, str]] = []
    for match in _MARK.finditer(text, begin, end):
        mark, at, after = match[0], match.start(), match.end()
        before = text[at - 1] if at > begin else " "
        behind = text[after] if after < end else " "
        if mark in _SINGLE and _is_apostrophe(text, at, before, behind, end, stack):
            continue
        level = _closes(mark, before, behind, stack)
        if level is not None:
            # What was opened inside and never closed ends where its carrier ends.
            for depth in range(len(stack) - 1, level, -1):
                yield Quotation(stack[depth][0], at, depth, False, stack[depth][1])
            yield Quotation(stack[level][0], after, level, True, stack[level][1])
            del stack[level:]
        elif _opens(mark, before, behind):
            stack.append((at, mark))
    stop = begin + len(text[begin:end].rstrip())
    for depth, (at, mark) in enumerate(stack):
        if stop > at + len(mark) and (mark not in _SINGLE):
            yield Quotation(at, stop, depth, False, mark)


def _closes(mark: str, before: str, behind: str, stack: list[tuple[int, str]]) -> int | None:
    """The level of the stack that the mark closes, if it closes one."""
    for level in range(len(stack) - 1, -1, -1):
        opener = stack[level][1]
        if mark in CLOSERS[opener].replace("''", "") or (mark == "''" and opener in ("''", "``")):
            # A mark that can do both (", “ after „) opens a nested one after a space.
            if before.isspace() and not behind.isspace() and _opens(mark, before, behind):
                return None if mark != "”" else level
            return level
    return None


def _opens(mark: str, before: str, behind: str) -> bool:
    if mark in ("“", "„", "«", "‹", "‘", "‚", "``"):
        return True
    starts_word = not before.isalnum() and before not in ".,!?;" and not behind.isspace()
    return mark in ('"', "'", "''", "”", "»") and starts_word


def _is_apostrophe(
    text: str, at: int, before: str, behind: str, end: int, stack: list[tuple[int, str]]
) -> bool:
    """Whether a single mark is an apostrophe: it’s, Talvik’s, the ministers’ view, ’til, the ’90s."""
    mark = text[at]
    if mark == "‘":
        return False
    if before.isalnum() and behind.isalnum():
        return True
    if any(_AND.match(text, start) for start in (at, at - 2) if start >= 0):
        return True
    open_single = any(mark in CLOSERS[m] for _, m in stack)
    if not open_single:
        # A closing-shaped mark with nothing to close; a straight one may open a quotation if a
        # partner follows in the same paragraph.
        if mark == "’" or before.isalnum() or not behind.isalnum():
            return True
        return re.search(r"[\w.,!?…]'(?!\w)", text[at + 1 : end]) is None or behind.isdigit()
    if not before.isalnum():
        return behind.isalnum()
    plural_possessive = before == "s" and re.match(r" [a-z]", text[at + 1 : at + 3])
    return bool(plural_possessive and re.search(rf"{mark}(?!\w)", text[at + 1 : end]))
