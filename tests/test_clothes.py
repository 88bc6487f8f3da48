"""The same text as a page, a Word document, a mail and a PDF has the same words and paragraphs."""

from __future__ import annotations

import re

import pytest

from benchmarks.clothes.__main__ import FILES, dressed
from benchmarks.clothes.form import blocks
from benchmarks.clothes.lines import LINES

TEXT = """Ministers agree on all lights but one

Velmar, 3 March 2031

The foreign ministers of Kestria and Ossel met in Velmar on Monday for the fourth round of \
negotiations on the administration of the northern lighthouses, which both have claimed since 1974.

What was agreed

The two governments undertake
• to restore the light at Corran before the first of December;
• to exchange the registers of both harbour offices.

1. The ministers took note of the report of the technical subcommittee, which had sat since the spring.

2. They thanked the Secretary-General for her patience.

**Ms Lorenz:** We have not come to Velmar to count lamps. We have come because fishermen drowned.

**Mr Faber:** We were not consulted, and one cannot disregard what one has not received."""


def paragraphs(text: str) -> list[str]:
    """Its lines, without the marks of bold print and with one sign for all items."""
    lines = (re.sub(r"\s+", " ", line).strip() for line in text.replace("**", "").split("\n"))
    return [re.sub(r"^[•-] ", "• ", line) for line in lines if line]


@pytest.mark.parametrize("clothes", FILES)
def test_files(clothes: str) -> None:
    assert paragraphs(dressed(clothes, "a", TEXT).text) == paragraphs(TEXT)


@pytest.mark.parametrize("clothes", FILES)
def test_files_part_blocks_by_empty_lines(clothes: str) -> None:
    told = dressed(clothes, "a", TEXT).text.split("\n\n")
    # Items of a list in Word have no room between them.
    text = TEXT.replace("\n\n2.", "\n2.") if clothes == "DOCX" else TEXT
    assert len(told) == text.count("\n\n") + 1


@pytest.mark.parametrize("clothes", [name for name in LINES if name != "straight marks"])
def test_lines(clothes: str) -> None:
    assert dressed(clothes, "a", TEXT).text.strip("\ufeff").split() == TEXT.split()


def test_a_day_is_no_item() -> None:
    told = [
        [line.kind for line in block]
        for block in blocks("A\n\n8. May 2031 - 13:47\n\n1. Yes.\n2. No.")
    ]
    assert told == [["title"], ["paragraph"], ["number", "number"]]
