"""Questions of an interview that no label names: rows in bold print, or rows that ask among others."""

from __future__ import annotations

import re

from memcon.layout.plain import Plain
from memcon.layout.rows import FIRST_PERSON
from memcon.spans import Span

#: So few questions may be rhetorical ones, or headings.
_FEWEST = 2
_WITHOUT_PRINT = 3
#: Code points of a question that is no paragraph of an answer.
_LONGEST = 600
_ENDED = re.compile(r"[?.!…][”\"’')\]]*$")
_ANNOUNCED = re.compile(
    r"\b(?:interview(?:ed|s)?|Q\s?&\s?A|spoke\s+(?:to|with)|talks?\s+to|in\s+conversation)\b",
    re.IGNORECASE,
)


def asked_rows(plain: Plain, rows: list[Span]) -> list[Span]:
    """The rows that ask, if below each somebody answers in the first person; else nothing."""
    text = plain.text
    bold = [row for row in rows[1:] if plain.is_bold(row) and _ENDED.search(text[row[0] : row[1]])]
    asking = [row for row in bold if "?" in text[row[0] : row[1]]]
    if len(asking) >= _FEWEST and 2 * len(asking) >= len(bold):
        # Some “questions” state something that is to be answered: “The opposition says you lied.”
        first = bold.index(asking[0])
        asked = [row for row in bold[first:] if text[row[0]] not in '“"']
        return asked if _answered(text, rows, asked) else []
    head = text[: rows[min(4, len(rows) - 1)][1]] if rows else ""
    if not _ANNOUNCED.search(head):
        return []
    asking = [
        row
        for row in rows[1:]
        if row[1] - row[0] < _LONGEST and text[row[1] - 1] == "?" and text[row[0]] not in '“"'
    ]
    return asking if len(asking) >= _WITHOUT_PRINT and _answered(text, rows, asking) else []


def _answered(text: str, rows: list[Span], asked: list[Span]) -> bool:
    """Whether below most of the rows stands something that is no question, in the first person."""
    answers = 0
    for row, after in zip(asked, [*asked[1:], (len(text), 0)], strict=True):
        said = text[row[1] : after[0]].strip()
        answers += bool(said) and bool(FIRST_PERSON.search(said))
    return 2 * answers > len(asked)
