"""Honorifics as they are printed before a name: abbreviated, in pairs, with “(ret.)” behind them."""

from __future__ import annotations

from memcon.actors.reading import Reading
from memcon.actors.titles import BEFORE_NAMES, HONORIFICS, plain

#: Words that are an honorific only together: Tan and Sri are names, “Tan Sri” is not.
PAIRS = {
    ("tan", "sri"), ("dato", "seri"), ("datuk", "seri"), ("dato", "sri"), ("datin", "seri"),
    ("right", "honourable"), ("right", "honorable"), ("right", "hon"), ("right", "reverend"),
    ("most", "reverend"), ("very", "reverend"), ("madam", "secretary"), ("madam", "president"),
    ("madam", "speaker"), ("madam", "minister"),
}  # fmt: skip
#: The tokenizer parts these from their point at the beginning of a line, as if it ended a sentence.
_ABBREVIATED = {
    "lt", "hon", "brig", "gen", "maj", "col", "capt", "cmdr", "sgt", "rev", "prof", "amb", "sen",
    "rep", "gov", "adm", "dr", "mr", "ms", "mrs", "h.e", "msgr", "mgr", "cpl",
}  # fmt: skip
_RETIRED = {"ret", "retd", "rtd", "retired"}
_APOSTROPHES = {"’", "'", "‘"}


def honorific_before(reading: Reading, i: int) -> tuple[int, str] | None:
    """First word of the honorific that ends right before a word, and its word in lower case.

    A capital is asked for, since “general” and “master” are ordinary words as well.
    """
    last = _without_marks(reading, i - 1)
    if last < 0 or not reading.same_paragraph(last, i):
        return None
    word = plain(reading.low[last])
    before = _without_marks(reading, last - 1)
    if before >= 0 and reading.same_paragraph(before, i) and reading.form[before][0].isupper():
        pair = plain(reading.low[before]).rstrip("'"), word
        if pair in PAIRS:
            return before, word
    if word.rstrip("'") not in HONORIFICS or not reading.form[last][0].isupper():
        return None
    return last, word.rstrip("'")


def behind_honorifics(reading: Reading, i: int) -> int:
    """The first word behind the honorifics that begin at a word; the word itself if none do."""
    while i < len(reading):
        j = i + 1
        if j < len(reading) and reading.form[j] in _APOSTROPHES:
            j += 1
        pair = (
            plain(reading.low[i]).rstrip("'"),
            plain(reading.low[j]).rstrip("'") if j < len(reading) else "",
        )
        whole = pair[0] not in BEFORE_NAMES or pair[1] in {"seri", "sri"}
        if pair in PAIRS and whole and reading.same_paragraph(i, j):
            i = j + 1
        elif pair[0] in HONORIFICS and reading.capital(i):
            i = j
        else:
            break
    return i


def _without_marks(reading: Reading, i: int) -> int:
    """The word before a point, an apostrophe or “(ret.)” that belongs to it."""
    if i >= 3 and reading.form[i] == ")":
        inside = [j for j in range(i - 3, i) if reading.low[j].rstrip(".") in _RETIRED]
        if inside and reading.form[inside[0] - 1] == "(":
            i = inside[0] - 2
    if i > 0 and reading.end[i - 1] == reading.start[i]:
        if reading.form[i] == "." and reading.low[i - 1] in _ABBREVIATED:
            return i - 1
        if reading.form[i] in _APOSTROPHES and reading.low[i - 1] in {"dato", "datu"}:
            return i - 1
    return i
