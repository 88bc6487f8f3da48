"""Blocks: each row of a publication in the piece to which its form assigns it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from memcon.document import Document
from memcon.layout.document import blocks_of
from memcon.layout.plain import plain
from memcon.layout.reading import Layout


def kinds(text: str) -> list[tuple[str, str]]:
    """Kind and first words of each block."""
    blocks = blocks_of(Document(name="text", text=text))
    return [(b.kind, " ".join(text[b.begin : b.end].split()[:2])) for b in blocks]


def test_the_front_of_a_publication():
    text = (
        "Ministry of Foreign Affairs\nPRESS RELEASE\n\nMinister Berg meets her colleague\n\n"
        "Tuura, 3 May 2026\n\nBy Ion Popa\n\nThe two ministers met on Sunday and agreed to meet again.\n"
    )
    assert kinds(text) == [
        ("letterhead", "Ministry of"),
        ("furniture", "PRESS RELEASE"),
        ("title", "Minister Berg"),
        ("dateline", "Tuura, 3"),
        ("byline", "By Ion"),
        ("paragraph", "The two"),
    ]


def test_a_memorandum_of_conversation_states_its_particulars():
    text = (
        "MEMORANDUM OF CONVERSATION\n\nSUBJECT: Fishing\nDATE: March 9, 1962\nPARTICIPANTS:\n"
        "The Secretary\nAmbassador Dobrov\n\nThe Ambassador said that his Government wanted an answer.\n"
    )
    assert [kind for kind, _ in kinds(text)] == [
        "title", *["particulars"] * 5, "paragraph",
    ]  # fmt: skip


def test_items_know_the_head_that_they_complete():
    text = (
        "COMMUNIQUÉ\n\nThe Council:\n\n1. Condemns the attack of 3 May;\n\n2. Calls for a report.\n\n"
        "The next meeting is in June.\n"
    )
    blocks = blocks_of(Document(name="text", text=text))
    assert [(b.kind, b.head) for b in blocks[1:]] == [
        ("paragraph", None), ("item", 1), ("item", 1), ("paragraph", None),
    ]  # fmt: skip


def test_a_quotation_its_signature_and_the_furniture_below():
    text = (
        "Prices rise\n\nTraders want answers from the two governments before the rains begin.\n\n"
        "“We phoned the escort. They told us to keep driving.”\nAma Serwaa\n\n"
        "[Photo] A stall at the market\n\nThe road stays closed, the governor said.\n\n"
        "Share this page\n\n###\n"
    )
    assert [kind for kind, _ in kinds(text)] == [
        "title", "paragraph", "quotation", "signature", "caption", "paragraph", "furniture", "furniture",
    ]  # fmt: skip


@given(st.text(alphabet="QA:.—“”()[]#*12 \n\r\taZé", max_size=200), st.booleans())
def test_every_row_is_in_just_one_block(text, known):
    layout = Layout(plain(text))
    spans = sorted(span for block in layout.blocks(known=known) for span in block.spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    covered = "".join(layout.text[a:b] for a, b in spans)
    assert "".join(covered.split()) == "".join(layout.text.split())
    for number, block in enumerate(layout.blocks(known=known)):
        assert block.head is None or block.head < number
