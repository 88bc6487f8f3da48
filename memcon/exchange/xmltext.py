"""Text for XML 1.0, which has no way to write some characters, not even as references."""

from __future__ import annotations

import re

#: What is not a `Char` (XML 1.0, production 2): most control characters, surrogates, two non-characters.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
REPLACEMENT = "\ufffd"


def legal(text: str) -> str:
    """The text with U+FFFD for each character that XML cannot hold: no offset changes."""
    return _ILLEGAL.sub(REPLACEMENT, text)


def illegal(text: str) -> str:
    """The characters that `legal` replaces: `offset:code` in code points and hexadecimal, by spaces."""
    return " ".join(f"{m.start()}:{ord(m[0]):x}" for m in _ILLEGAL.finditer(text))


def restored(text: str, replaced: str) -> str:
    """The text as it was before `legal`.

    :param replaced: what `illegal` said of it.
    """
    characters = list(text)
    for place in replaced.split():
        offset, _, code = place.partition(":")
        characters[int(offset)] = chr(int(code, 16))
    return "".join(characters)


_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


def escaped(text: str) -> str:
    r"""The text with `\u001b` for each character that XML cannot hold; `unescaped` undoes it."""
    text = text.replace("\\u", "\\u005cu")
    return _ILLEGAL.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def unescaped(text: str) -> str:
    """The text that `escaped` made this of."""
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)), text)
