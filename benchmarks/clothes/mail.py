"""A text as a mail: lines of 72 characters that flow (RFC 3676), quoted-printable."""

from __future__ import annotations

import re
from email.message import EmailMessage

_WIDTH = 72


def mail(text: str) -> bytes:
    """With a subject and a sender that say nothing of the text."""
    made = EmailMessage()
    made["From"], made["To"] = "press@mail.example", "list@mail.example"
    made["Subject"], made["Date"] = "Press service", "Mon, 03 Mar 2031 10:00:00 +0100"
    flowed = "\n".join(map(_flowed, text.split("\n"))) + "\n"
    made.set_content(flowed, cte="quoted-printable", params={"format": "flowed"})
    return made.as_bytes()


def _flowed(line: str) -> str:
    """A line in several, each but the last with a space at its end."""
    # No white space at a line's own end, which would let the next line go on.
    pieces, length = [""], 0
    for word in re.findall(r"\s*\S+", line.rstrip()):
        if length and length + len(word) > _WIDTH:
            pieces.append("")
            # The white space before a word stays on the line that it ends.
            space = word[: len(word) - len(word.lstrip())]
            pieces[-2] += space
            word, length = word.lstrip(), 0
        pieces[-1] += word
        length += len(word)
    # Lines that begin with a space or a sign of quotation are stuffed with a space (RFC 3676, 4.4).
    return "\n".join(f" {p}" if p.startswith((" ", ">", "From ")) else p for p in pieces)
