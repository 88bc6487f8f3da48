"""Paragraphs: text that a library took from a file, made fit to be kept."""

from __future__ import annotations

import re

#: What no database or file can hold: NUL and halves of surrogate pairs; and other control characters.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def clean(text: str) -> str:
    """The text without control characters and without white space at the ends of its lines.

    Only for what is taken from PDF, DOCX and the like, where it is not clear what the text is anyway:
    plain text stays as it was published, character for character.
    """
    lines = _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip("\n")
