"""Whether words are told as they were said, by the quotation marks of the text."""

import pytest

from memcon.attribution.quoted import type_of
from memcon.language.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "content", "type"),
    [
        ("“The lamps stay lit,” she said.", "“The lamps stay lit,”", "direct"),
        ("“The lamps stay lit,” she said.", "The lamps stay lit", "direct"),
        ("She said it was “not ripe”.", "it was “not ripe”", "mixed"),
        ("She said that it was late.", "it was late", "indirect"),
        ("“No,” she said, and left the hall.", "left the hall", "indirect"),
    ],
)
def test_the_marks_of_the_text_decide(text: str, content: str, type: str) -> None:
    quotations = [q.span for q in find_quotations(text) if not q.depth]
    start = text.index(content)
    assert type_of(((start, start + len(content)),), quotations, text) == type


def test_pieces_count_together() -> None:
    text = "“The lamps,” she said, “stay lit.”"
    quotations = [q.span for q in find_quotations(text)]
    assert type_of(((0, 12), (23, 34)), quotations, text) == "direct"
    assert type_of(((0, 12), (13, 21)), quotations, text) == "mixed"
