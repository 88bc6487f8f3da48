"""What is done with the words of saying is told by nobody."""

from __future__ import annotations

import pytest

from memcon.attribution.sentences.deeds import is_deed
from memcon.language.pipeline import parse
from tests.attribution.sentences.marked import read_marked


@pytest.mark.parametrize(
    "marked",
    [
        "[s:The envoy] [q:called on] [c:the Prime Minister].",
        "[s:Ossel] [q:summoned] [c:the Kestrian ambassador].",
        "[s:Ossel] [q:recalled] [c:its ambassador from the capital].",
        "[s:The ministry] [q:did not immediately respond to] [c:a request for comment].",
        "[q:In view of] [c:the coming feast], [s:the King] wrote a letter.",
        "[s:Orlev], who [q:speaks for] [c:the fishing fleet], was on the line.",
        "[s:All of this] [q:calls for] [c:more money].",
        "[s:The ministers] [q:signed] [c:the treaty on the strait].",
        "[s:The envoy] [q:said] [c:nothing].",
    ],
)
def test_deeds(marked: str):
    text, relation = read_marked(marked)
    assert is_deed(relation, parse(text))


@pytest.mark.parametrize(
    "marked",
    [
        "[s:The envoy] [q:called on] [c:the Prime Minister to free the crews].",
        "[s:She] [q:called for] [c:restraint].",
        "[s:The two] [q:signed an agreement to] [c:open the strait].",
        "[s:Kestria] [q:signed] [c:that it would lay no mines].",
        "[s:The envoy] [q:could promise] [c:nothing].",
        "[s:The old man] [q:recalled] [c:the winter of the ambassador].",
        "[s:He] [q:could not comment on] [c:the talks].",
        "[s:She] [q:spoke of] [c:a new start].",
    ],
)
def test_sayings(marked: str):
    text, relation = read_marked(marked)
    assert not is_deed(relation, parse(text))


@pytest.mark.parametrize(
    ("marked", "confidence", "deed"),
    [
        ("[s:I] [q:have read] [c:it].", 0.5, True),
        ("[s:We] [q:will mend] [c:them].", 0.5, True),
        ("[s:Ossel] [q:rejects] [c:this].", 0.5, False),
        ("[s:The fleet] [q:wanted] [c:it].", 0.5, False),
        ("[s:The voters] [q:resented] [c:that].", 0.5, False),
        ("[s:Ossel] [q:has set its face against] [c:it].", 0.9, False),
    ],
)
def test_one_pronoun_needs_a_word_of_saying_or_a_sure_cue(
    marked: str, confidence: float, deed: bool
):
    text, relation = read_marked(marked, confidence)
    assert is_deed(relation, parse(text)) == deed
