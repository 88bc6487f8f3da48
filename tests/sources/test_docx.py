"""DOCX: paragraphs and tables, and what is wrong with the file."""

from __future__ import annotations

import pytest

from memcon.errors import EmptyError, FormatError, UnreadableError
from memcon.sources.docx import read_docx
from memcon.sources.limits import TooLargeError
from tests.sources.made_files import WORDS, docx, packed


def test_paragraphs_and_tables_in_their_order() -> None:
    data = docx(WORDS, "Ossel agreed.", table=[["Kestria", "12"], ["Ossel", "7"]], title="Talks")
    document = read_docx("a.docx", data)
    assert document.text == f"{WORDS}\nOssel agreed.\nKestria\t12\nOssel\t7"
    assert document.title == "Talks"


@pytest.mark.parametrize("data", [b"PK\x03\x04nothing", b"words", packed(a_txt=b"words")])
def test_broken_ones(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"a\.docx: this Word document is broken"):
        read_docx("a.docx", data)


def test_one_that_is_encrypted() -> None:
    with pytest.raises(UnreadableError, match="encrypted or of an old kind"):
        read_docx("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))


def test_one_without_words() -> None:
    with pytest.raises(EmptyError, match="perhaps it holds pictures"):
        read_docx("a.docx", docx(""))


def test_one_that_unpacks_to_far_more_than_it_is() -> None:
    with pytest.raises(TooLargeError, match="as only a ZIP bomb does"):
        read_docx("a.docx", packed(word_xml=bytes(30_000_000)))
