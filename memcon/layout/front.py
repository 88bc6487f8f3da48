"""The front of a publication: what stands above its first paragraph, row by row."""

from __future__ import annotations

import re

from memcon.layout.apart import outside_kind
from memcon.layout.block import Kind
from memcon.layout.datelines import is_dateline, is_place
from memcon.layout.headings import is_byline
from memcon.layout.items import is_head, item_mark
from memcon.layout.letterheads import is_letterhead
from memcon.layout.particulars import SYMBOL, has_names_below, stated
from memcon.spans import Span

#: Rows of a front, and of a title.
_ROWS, _TITLE_ROWS = 24, 4
#: Code points of a row that is no title, of a title's further row, and of a name among the particulars.
_LONGEST_TITLE, _LONGEST_FURTHER, _LONGEST_NAME = 250, 140, 120
#: Code points of a row that is a sentence if a full stop ends it.
_SHORTEST_SENTENCE = 40
#: A full stop behind a long word: no initial, no title.
_SENTENCE = re.compile(r"[a-z]{3}[.!?]$")


def front_kinds(text: str, rows: list[Span]) -> list[Kind]:
    """The kinds of the first rows, up to the one with which the text itself begins.

    :param rows: those before the first turn, if there is one.
    """
    kinds: list[Kind] = []
    names_below = False
    for row in rows[:_ROWS]:
        what = stated(text, row)
        names_below = has_names_below(what) if what else names_below
        kind = _kind(text, row, kinds, what, names_below) or _title(text, rows, kinds)
        if kind is None:
            break
        kinds.append(kind)
    return kinds


def _kind(
    text: str, row: Span, above: list[Kind], what: str | None, names_below: bool
) -> Kind | None:
    """The kind of a row that tells it by its own words; None of a title, and of text."""
    words = text[row[0] : row[1]]
    if is_letterhead(text, row):
        return "letterhead"
    if outside := outside_kind(text, row):
        return outside
    if what and what != SYMBOL:
        return "particulars"
    if is_dateline(text, row) or ("title" in above and is_place(text, row)):
        return "dateline"
    named = names_below and len(words) < _LONGEST_NAME and not _SENTENCE.search(words)
    if what or named:
        return "particulars"
    return "byline" if words.startswith(("By ", "by ")) or is_byline(text, row) else None


def _title(text: str, rows: list[Span], above: list[Kind]) -> Kind | None:
    """Whether the row below those above is the title, goes on with it, or sums it up in a bullet."""
    number = len(above)
    row = rows[number]
    words = text[row[0] : row[1]]
    titled = "title" in above
    if item_mark(text, row):
        bullet = titled and not words[0].isalnum() and words[0] != "("
        return "bullet" if bullet and not is_head(text, rows[number - 1]) else None
    if words[-1] in ":;," or len(words) > _LONGEST_TITLE:
        return None
    if words[-1] in ".”" and len(words) > _SHORTEST_SENTENCE:
        return None
    goes_on = number < _TITLE_ROWS and len(words) < _LONGEST_FURTHER
    return "title" if not titled or (above[-1] == "title" and goes_on) else None
