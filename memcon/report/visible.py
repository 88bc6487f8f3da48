"""Words of a document made safe to show: what would act on the reader's screen is spelt out.

A document is not ours: an escape sequence in it could repaint a terminal, a bidirectional control
could make a sentence read as its opposite (“Trojan Source”, Boucher and Anderson 2021), a lone
surrogate cannot be written at all. Each such character shows as its code point, `⟨U+202E⟩`.
"""

from __future__ import annotations

import re
import unicodedata

from memcon.report.place import LINE_BREAK

#: Control, format, surrogate and private characters, and the two separators of lines.
_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
#: Joiners and the soft hyphen belong to ordinary words and emoji and change no order.
_HARMLESS = {"\n", "\t", "\u200c", "\u200d", "\u00ad"}


def visible(text: str) -> str:
    """The text with line breaks as LF, and each character that acts rather than shows spelt out."""
    text = LINE_BREAK.sub("\n", text)
    if text.isprintable():
        return text
    return "".join(_spelt(c) for c in text)


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text in visible form, white space inside each made single spaces."""
    lines = (" ".join(line.split()) for line in visible(text).split("\n"))
    return tuple(line for line in lines if line)


def line(text: str) -> str:
    """The text in visible form on one line."""
    return " ".join(paragraphs(text))


def writable(text: str) -> str:
    """The text as it stands, but for lone surrogates, which no encoding can write."""
    return re.sub(r"[\ud800-\udfff]", lambda m: _spelt(m[0]), text)


def _spelt(character: str) -> str:
    if character in _HARMLESS or unicodedata.category(character) not in _CATEGORIES:
        return character
    return f"⟨U+{ord(character):04X}⟩"
