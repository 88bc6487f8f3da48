"""Phrases that may be mentions."""

import pytest

from memcon.coreference.candidates import find_candidates
from memcon.language.pipeline import parse


def phrases(text: str) -> set[str]:
    words = parse(text)
    c = find_candidates(words)
    spans = (words.span(a, b) for a, b in zip(c.first.tolist(), c.last.tolist(), strict=True))
    return {text[a:b] for a, b in spans}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The old minister slept.", {"The old minister"}),
        ("She saw the lamp of the town.", {"She", "the lamp", "the lamp of the town", "the town"}),
        ("Dara Quill and Ivo Talvik left.", {"Dara Quill", "Ivo Talvik"}),
        ("His brother came.", {"His", "His brother"}),
    ],
)
def test_a_noun_proposes_what_hangs_on_it(text, found):
    assert found <= phrases(text)


def test_no_phrase_begins_or_ends_with_a_mark():
    found = phrases("“Go,” she (the minister) said; the lamp — an old one, of iron — fell!")
    assert "the minister" in found
    assert all(phrase[0].isalnum() and phrase[-1].isalnum() for phrase in found)
