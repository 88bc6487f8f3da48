"""Which line ends are spaces, and which are not."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.layout.lines import soft_ends
from memcon.layout.plain import plain

REFUSAL = (
    "President Mira Solano came out at noon with her guest. “We will not sign a paper that nobody has "
    "read,” she told the pool, and added that the ferry of the northern islands would run again."
)


def joined(text: str) -> str:
    return plain(text).text


@pytest.mark.parametrize("width", [50, 60, 72, 80])
def test_a_wrapped_paragraph_is_one_line(width: int) -> None:
    assert joined(textwrap.fill(REFUSAL, width)) == REFUSAL


def test_paragraphs_stay_apart() -> None:
    wrapped = "\n\n".join(textwrap.fill(REFUSAL, 72) for _ in range(3))
    assert joined(wrapped) == "\n\n".join([REFUSAL] * 3)


def test_a_compound_that_was_cut_at_its_hyphen_is_one_word() -> None:
    spoken = "The ministers spoke of the long-term lease " * 6
    text = next(t for w in range(44, 80) if "long-\nterm" in (t := textwrap.fill(spoken, w)))
    assert "long-term" in joined(text) and "long- term" not in joined(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg\n12 Harbour Lane\nTalvik\n",
        "AGENDA\n1. Fishing dues\n2. The bridge\n3. Pilotage\n",
        "MR. BERG: No.\nMR. POPA: Why not?\nMR. BERG: It is late.\n",
        "The lamp is lit\nthe ships come in\nand nobody will tell\n",
        f"{REFUSAL}\n{REFUSAL}\n",
        "",
        "\n\n\n",
    ],
)
def test_what_is_not_wrapped_stays(text: str) -> None:
    assert soft_ends(text) == []


@pytest.mark.parametrize("begin", ["MR. BERG: ", "– ", "(b) ", "3. ", "> ", "Q: "])
def test_what_begins_a_line_of_its_own_stays_there(begin: str) -> None:
    first = textwrap.fill(REFUSAL, 72)
    # As wide as a line can be, so that nothing would fit behind it.
    text = f"{first}\n{'x' * 72}\n{begin}{first}"
    assert f"\n{begin}" in joined(text)


@given(st.text(st.sampled_from("ab .\n\r\t\u00a0\u00ad\u2028\ufeff-“”"), max_size=80))
def test_every_span_of_the_plain_text_is_one_of_the_document(text: str) -> None:
    made = plain(text)
    last = 0
    for at, character in enumerate(made.text):
        start, end = made.span((at, at + 1))
        assert last <= start < end <= len(text)
        # White space stands for white space, and every other character for itself.
        assert text[start:end] == character or (text[start:end] + character).isspace()
        last = end
    shown = [c for c in text if not c.isspace() and c not in "\u00ad\ufeff"]
    assert [c for c in made.text if not c.isspace()] == shown
