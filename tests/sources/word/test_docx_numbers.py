"""DOCX: signs and numbers of items, and the room between paragraphs."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

from memcon.sources.word.docx import read_docx
from memcon.sources.word.numbers import Numbers

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def text(fill: Callable[[Any], object]) -> str:
    made = docx.Document()
    fill(made)
    out = io.BytesIO()
    made.save(out)
    return read_docx("a.docx", out.getvalue()).text


def test_items_of_word_s_own_styles() -> None:
    def fill(made: Any) -> None:
        made.add_paragraph("The two governments agreed")
        for words in ("to meet;", "to talk."):
            made.add_paragraph(words, style="List Bullet")
        made.add_paragraph("They left.")
        for words in ("Ossel signs.", "Kestria waits."):
            made.add_paragraph(words, style="List Number")

    assert text(fill) == (
        "The two governments agreed\n• to meet;\n• to talk.\n\nThey left.\n\n"
        "1. Ossel signs.\n2. Kestria waits."
    )


def test_a_document_that_parts_its_paragraphs_itself() -> None:
    def fill(made: Any) -> None:
        for words in ("Harbour Office", "of Ossel", "", "Ms Lorenz said no.", "", "She left."):
            made.add_paragraph(words)

    assert text(fill) == "Harbour Office\nof Ossel\n\nMs Lorenz said no.\n\nShe left."


def level(at: int, kind: str, words: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{words}"/></w:lvl>'
    )


def numbers(*levels: str, more: str = "") -> Numbers:
    lists = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    num = '<w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num>'
    return Numbers(parse_xml(f"<w:numbering {W}>{lists}{num}{more}</w:numbering>"))


def item(at: int = 0, number: str = "4") -> Any:
    form = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    return parse_xml(f"<w:p {W}><w:pPr>{form}</w:pPr></w:p>")


def test_levels_begin_anew_below_the_next_item() -> None:
    counted = numbers(
        level(0, "decimal", "%1.", 3), level(1, "lowerLetter", "(%2)"), level(2, "decimal", "%1.%2.%3"),
    )  # fmt: skip
    told = [counted.label(item(at)) for at in (0, 1, 1, 2, 0, 1)]
    assert told == ["3.", "(a)", "(b)", "3.b.1", "4.", "(a)"]


@pytest.mark.parametrize(
    ("kind", "words", "label"),
    [
        ("bullet", "\uf0b7", "•"), ("bullet", "–", "–"), ("bullet", "", "•"), ("upperRoman", "%1.", "I."),
        ("none", "", ""), ("decimal", "Article %1", "Article 1"),
    ],
)  # fmt: skip
def test_kinds(kind: str, words: str, label: str) -> None:
    assert numbers(level(0, kind, words)).label(item()) == label


def test_a_list_that_starts_again() -> None:
    again = (
        '<w:num w:numId="5"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    counted = numbers(level(0, "decimal", "%1."), more=again)
    told = [counted.label(item(number=n)) for n in ("4", "4", "5", "5", "4")]
    assert told == ["1.", "2.", "1.", "2.", "3."]


def test_none_and_what_is_not_defined() -> None:
    counted = numbers(level(0, "decimal", "%1."))
    assert [counted.label(item(number=n)) for n in ("0", "77")] == ["", ""]
    assert counted.label(item(at=8)) == ""
    assert Numbers().label(item()) == ""


def test_text_around_a_number_without_end() -> None:
    assert len(numbers(level(0, "decimal", "x" * 1_000_000)).label(item())) < 100
