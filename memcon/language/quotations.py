"""Quotations: where quoted words begin and end, whatever marks a house style uses.

Marks are matched inside one paragraph only, so that an unbalanced one never costs more than its own
paragraph: a quotation whose closing mark is missing ends with the paragraph, which is also how a
quotation that runs on over several paragraphs is printed (each opens, only the last one closes).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
#: The opening marks that each mark closes: '' is one mark, of which a single ' closes nothing.
_OPENERS = {
    mark: [opener for opener, closers in CLOSERS.items() if mark in closers.replace("''", "")]
    for mark in {*CLOSERS, *"’”»›"}
} | {"''": ["''", "``"], "``": []}
#: The opening marks with which a single one need not be an apostrophe; here '' is two of them.
_OPEN_TO = {
    mark: [opener for opener, closers in CLOSERS.items() if mark in closers] for mark in _SINGLE
}
#: What may close a quotation that a straight mark opens.
_PARTNER = re.compile(r"[\w.,!?…]'(?!\w)")
_ENDS = {mark: re.compile(rf"{mark}(?!\w)") for mark in ("'", "’")}
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
    stack = _Stack()
    partner = _Ahead(_PARTNER, text, end)
    ends = {mark: _Ahead(pattern, text, end) for mark, pattern in _ENDS.items()}
    for match in _MARK.finditer(text, begin, end):
        mark, at, after = match[0], match.start(), match.end()
        before = text[at - 1] if at > begin else " "
        behind = text[after] if after < end else " "
        if mark in _SINGLE and _is_apostrophe(text, at, before, behind, stack, partner, ends):
            continue
        level = _closes(mark, before, behind, stack)
        if level is not None:
            # What was opened inside and never closed ends where its carrier ends.
            for depth in range(len(stack.open) - 1, level, -1):
                yield Quotation(stack.open[depth][0], at, depth, False, stack.open[depth][1])
            yield Quotation(stack.open[level][0], after, level, True, stack.open[level][1])
            stack.cut(level)
        elif _opens(mark, before, behind):
            stack.push(at, mark)
    stop = begin + len(text[begin:end].rstrip())
    for depth, (at, mark) in enumerate(stack.open):
        if stop > at + len(mark) and (mark not in _SINGLE):
            yield Quotation(at, stop, depth, False, mark)


class _Stack:
    """The quotations that are open, each by where it opens and its mark, the outermost first.

    The levels of each mark are known apart: in a text of thousands that are never closed, every mark
    would else look through all of them.
    """

    def __init__(self) -> None:
        self.open: list[tuple[int, str]] = []
        self._levels: dict[str, list[int]] = {mark: [] for mark in CLOSERS}

    def push(self, at: int, mark: str) -> None:
        """A quotation is opened."""
        self._levels[mark].append(len(self.open))
        self.open.append((at, mark))

    def cut(self, level: int) -> None:
        """The quotation of that level is closed, and all in it."""
        for _, mark in self.open[level:]:
            self._levels[mark].pop()
        del self.open[level:]

    def innermost(self, openers: Iterable[str]) -> int | None:
        """The highest level that one of these marks opened."""
        return max((self._levels[mark][-1] for mark in openers if self._levels[mark]), default=None)


class _Ahead:
    """Whether there is a match behind a place; asked from left to right, it looks at each place once."""

    def __init__(self, pattern: re.Pattern[str], text: str, end: int) -> None:
        self._pattern, self._text, self._end = pattern, text, end
        self._next = -1

    def of(self, place: int) -> bool:
        """Whether a match begins there or farther on, before the end."""
        if self._next < place:
            match = self._pattern.search(self._text, place, self._end)
            self._next = match.start() if match else self._end
        return self._next < self._end


def _closes(mark: str, before: str, behind: str, stack: _Stack) -> int | None:
    """The level of the stack that the mark closes, if it closes one."""
    level = stack.innermost(_OPENERS[mark])
    if level is None:
        return None
    # A mark that can do both (", “ after „) opens a nested one after a space.
    if before.isspace() and not behind.isspace() and _opens(mark, before, behind):
        return None if mark != "”" else level
    return level


def _opens(mark: str, before: str, behind: str) -> bool:
    if mark in ("“", "„", "«", "‹", "‘", "‚", "``"):
        return True
    starts_word = not before.isalnum() and before not in ".,!?;" and not behind.isspace()
    return mark in ('"', "'", "''", "”", "»") and starts_word


def _is_apostrophe(
    text: str,
    at: int,
    before: str,
    behind: str,
    stack: _Stack,
    partner: _Ahead,
    ends: dict[str, _Ahead],
) -> bool:
    """Whether a single mark is an apostrophe: it’s, Talvik’s, the ministers’ view, ’til, the ’90s.

    :param partner: tells whether a straight mark farther on may close what this one opens; `ends` of
        each mark whether one stands at an end of something.
    """
    mark = text[at]
    if mark == "‘":
        return False
    if before.isalnum() and behind.isalnum():
        return True
    if any(_AND.match(text, start) for start in (at, at - 2) if start >= 0):
        return True
    if stack.innermost(_OPEN_TO[mark]) is None:
        # A closing-shaped mark with nothing to close; a straight one may open a quotation if a
        # partner follows in the same paragraph.
        if mark == "’" or before.isalnum() or not behind.isalnum():
            return True
        return not partner.of(at + 1) or behind.isdigit()
    if not before.isalnum():
        return behind.isalnum()
    plural_possessive = before == "s" and re.match(r" [a-z]", text[at + 1 : at + 3])
    return bool(plural_possessive and ends[mark].of(at + 1))
