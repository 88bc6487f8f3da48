"""Marks: straight quotation marks and apostrophes as the curly ones that they stand for."""

from __future__ import annotations

import re

#: Behind what a quotation can begin.
_BEFORE = " \t\n([{—–/“‘-"
_STRAIGHT = re.compile("\"|(?<=\\w)'(?=\\w)|(?<=s)'(?=\\s)")


def curly(text: str) -> str:
    """The text with curly marks, as long as before: “ before a word, ” behind one, ’ within words."""
    if '"' not in text and "'" not in text:
        return text

    began, paragraph = False, 0

    def instead(found: re.Match[str]) -> str:
        nonlocal began, paragraph
        if found[0] == "'":
            return "’"
        at = found.start()
        behind = text[at + 1 : at + 2]
        if "\n" in text[paragraph:at]:
            began = False
        paragraph = at
        opens = (at == 0 or text[at - 1] in _BEFORE) and not behind.isspace()
        if not opens and behind == " " and text[at - 1 : at] in ("", " ", "\n"):
            # Texts cut into words have a space on both sides: the first mark of two begins.
            opens = not began
        began = opens and bool(behind)
        return "“" if began else "”"

    return _STRAIGHT.sub(instead, text)


def as_written(words: str, text: str) -> str:
    """Words that were read with curly marks, with straight ones if the document has no others."""
    for mark, straight in (("’", "'"), ("“", '"'), ("”", '"')):
        if mark in words and mark not in text:
            words = words.replace(mark, straight)
    return words
