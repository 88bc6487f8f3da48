"""DOCX: paragraphs and tables, and what is wrong with the file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from memcon.errors import EmptyError, FormatError, SourceError, UnreadableError
from memcon.sources.limits import TooLargeError
from memcon.sources.word import docx as docx_source
from memcon.sources.word.docx import read_docx
from tests.sources.made_files import WORDS, docx, packed


def test_paragraphs_and_tables_in_their_order() -> None:
    data = docx(WORDS, "Ossel agreed.", table=[["Kestria", "12"], ["Ossel", "7"]], title="Talks")
    document = read_docx("a.docx", data)
    assert document.text == f"{WORDS}\n\nOssel agreed.\n\nKestria\t12\nOssel\t7"
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


def changed(data: bytes, change: Callable[[str], str], **more: bytes) -> bytes:
    """A Word document whose body is changed, with further parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = change(part.decode()).encode()
            new.writestr(name, part)
        for name, part in more.items():
            new.writestr(f"word/{name}.xml", part)
    return out.getvalue()


def merged(how: str) -> Callable[[str], str]:
    """Puts a property into the first cell of each row."""
    return lambda xml: re.sub(r"(<w:tr\b[^>]*>.*?<w:tcPr>)", rf"\1{how}", xml, flags=re.DOTALL)


@pytest.mark.parametrize("columns", ["2", "300000000", "9" * 400])
def test_a_cell_over_any_number_of_columns_is_one_cell(columns: str) -> None:
    data = docx(WORDS, table=[["Kestria", "12"], ["Ossel", "7"]])
    wide = changed(data, merged(f'<w:gridSpan w:val="{columns}"/>'))
    assert read_docx("a.docx", wide).text == f"{WORDS}\n\nKestria\t12\nOssel\t7"


def test_a_cell_over_many_rows_is_given_once() -> None:
    rows = 1100
    data = docx(WORDS, table=[["Kestria" if n == 0 else "", f"day {n}"] for n in range(rows)])
    first = True

    def change(xml: str) -> str:
        def mark(found: re.Match[str]) -> str:
            nonlocal first
            how, first = ("restart" if first else "continue"), False
            return f'{found[0]}<w:vMerge w:val="{how}"/>'

        return re.sub(r"<w:tr\b[^>]*>.*?<w:tcPr>", mark, xml, flags=re.DOTALL)

    lines = read_docx("a.docx", changed(data, change)).text.split("\n")
    assert lines[2:] == ["Kestria\tday 0", *(f"day {n}" for n in range(1, rows))]


def test_equal_cells_of_a_row_are_all_given() -> None:
    assert read_docx("a.docx", docx(WORDS, table=[["12", "12"]])).text.endswith("\n12\t12")


def test_many_parts_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    filling = b"<a>" + bytes(range(32, 60)) * 30_000 + b"</a>"
    data = changed(docx(WORDS), str, **{f"part{n}": filling[:900_000] for n in range(5)})
    assert read_docx("a.docx", data).text == WORDS
    monkeypatch.setattr(docx_source, "MOST_XML", 4_000_000)
    with pytest.raises(TooLargeError, match=r"unpack to 5,\d{3},\d{3} bytes together"):
        read_docx("a.docx", data)
    monkeypatch.setattr(docx_source, "MOST_PARTS", 3)
    with pytest.raises(TooLargeError, match="parts, and 3 are read"):
        read_docx("a.docx", data)


def test_a_part_that_packs_well_is_no_picture_whatever_its_name() -> None:
    part = zipfile.ZipInfo("word/media/image1.png")
    part.file_size, part.compress_size = 1000, 900
    assert docx_source._is_picture(part)
    part.compress_size = 10
    assert not docx_source._is_picture(part)


def test_mutated_ones_are_read_or_told_of() -> None:
    whole = docx(WORDS, "Ossel agreed.", table=[["Kestria", "12"]])
    for at in range(0, len(whole), 211):
        data = bytearray(whole)
        data[at] ^= 0xFF
        try:
            read_docx("a.docx", bytes(data))
        except SourceError as error:
            assert error.reason
