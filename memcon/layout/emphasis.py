"""Emphasis: the marks that stand for bold print where a text has no other, as Markdown's do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.spans import Span

#: “**Question?**” within a paragraph; and the hashes before a heading.
_BOLD = re.compile(r"(\*\*|__)(?=\S)((?:(?!\n\s*\n)[^*_]){1,600}?)(?<=\S)\1(?![*_])")
#: “**Lake Chad” alone on its line, as noon briefings print their headings.
_UNCLOSED = re.compile(r"^(\*{1,2})(?=\w)([^*\n]{1,100})$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t]+(?=\S)(.*)$", re.MULTILINE)


def find_emphasis(text: str) -> Iterator[tuple[Span, Span, Span]]:
    """What is printed bold: the mark before it, the words, and the mark behind, as spans.

    The mark behind a heading is empty.
    """
    if "**" in text or "__" in text:
        for found in _BOLD.finditer(text):
            yield found.span(1), found.span(2), (found.end(2), found.end())
    if "*" in text:
        for found in _UNCLOSED.finditer(text):
            yield found.span(1), found.span(2), (found.end(), found.end())
    if "#" in text:
        for found in _HEADING.finditer(text):
            start, end = found.span(1)
            yield (found.start(), start), (start, end), (end, end)
