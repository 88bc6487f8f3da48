"""Words as they are looked up: the same ones, whichever way they are found in a text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from memcon.archive.terms import stemmed, topic_identity, words_of

#: A word of any script, with an apostrophe in it: what all the quicker ways must come to.
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")


@given(st.text(alphabet=st.sampled_from("aBz19_'’“”–—… -.\nßéİµ北")))
def test_words_are_the_same_in_ascii_and_in_quotation_marks(text: str) -> None:
    assert words_of(text) == _WORD.findall(text.casefold())


def test_the_words_of_a_quotation() -> None:
    said = "“The pilots’ dues,” said Ana Quill — “aren’t 300 a day…”"
    assert words_of(said) == [
        "the", "pilots", "dues", "said", "ana", "quill", "aren’t", "300", "a", "day",
    ]  # fmt: skip


def test_a_topic_is_the_same_in_other_forms_of_its_words() -> None:
    assert topic_identity("Fishing Dues") == topic_identity("fishing due") == stemmed("fish due")


def test_words_are_found_as_they_are_seen() -> None:
    shown = "in\u00advesti\u00adgation be\u00ad\ngin mon\u200bday \ufeffo\ufb03ce \ufb01nds"
    assert words_of(shown) == ["investigation", "begin", "monday", "office", "finds"]
    assert stemmed(shown) == stemmed("investigation begin monday office finds")
