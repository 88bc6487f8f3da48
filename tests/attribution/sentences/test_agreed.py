"""What was agreed without its being said by whom."""

from __future__ import annotations

import pytest

from memcon.attribution.sentences.agreed import find_agreed
from memcon.language.pipeline import parse
from tests.attribution.sentences.marked import told


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "An agreement was reached to meet again in May.",
            "An agreement was reached",
            "to meet again in May",
        ),
        (
            "They ate, and an understanding was reached that the fleet would stay.",
            "an understanding was reached",
            "that the fleet would stay",
        ),
        (
            "There was consensus that the strait must stay open.",
            "consensus",
            "that the strait must stay open",
        ),
        (
            "A working group on fish would be set up, it was agreed.",
            "it was agreed",
            "A working group on fish would be set up",
        ),
        ("The crews asked for bread. This was agreed.", "was agreed", "This"),
    ],
)
def test_agreements_without_a_source(text: str, cue: str, content: str):
    (found,) = find_agreed(parse(text))
    assert (told(text, found.cue), told(text, found.content)) == (cue, content)
    assert not found.source


@pytest.mark.parametrize(
    "text",
    [
        # Who agrees is named, and the model sees it; nothing is said of what; nothing was agreed.
        "This was agreed by the two ministers.",
        "An agreement was reached on Monday.",
        "An agreement was reached in Geneva after two days.",
        "The agreement was signed to much applause.",
        "The ministers agreed to meet in May.",
    ],
)
def test_other_sentences(text: str):
    assert not list(find_agreed(parse(text)))
