"""Whether something is asked, and not told."""

import pytest

from memcon.language.pipeline import parse
from memcon.language.questions import is_inverted


@pytest.mark.parametrize(
    ("text", "word", "asked"),
    [
        ("Did she promise a date?", "promise", True),
        ("She promised a date.", "promised", False),
        ("Who promised a date?", "promised", False),
    ],
)
def test_a_question_is_told_by_its_auxiliary(text, word, asked):
    words = parse(text)
    i = next(i for i in range(len(words)) if words[i] == word)
    assert is_inverted(words, i) is asked
