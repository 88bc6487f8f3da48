"""Bytes to text, character for character."""

import codecs

import pytest

from memcon.errors import BinaryError, EmptyError, EncodingError
from memcon.sources.text import read_text

SAID = "“The café stays open,” Ms Maravel said – and left.\n"
POLISH = (
    "The mayor of Łódź, Żaneta Kądziołka, said that Jiří Dvořáček would come to Kroměříž on "
    "Tuesday, and that the ministers had agreed to meet Śliwiński there.\n"
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SAID, "utf-8"),
        (SAID, "utf-8-sig"),
        (SAID * 3, "cp1252"),
        ("José Marín and Zoë said that Málaga agreed.", "cp1252"),
        (POLISH, "iso8859_2"),
        (SAID, "utf-16"),
        (SAID, "utf-32"),
    ],
)
def test_text_is_what_was_encoded_and_the_encoding_is_named(text: str, encoding: str) -> None:
    document = read_text("a.txt", text.encode(encoding))
    assert document.text == text
    assert document.encoding == encoding


def test_utf_16_with_the_big_end_first() -> None:
    document = read_text("a.txt", codecs.BOM_UTF16_BE + SAID.encode("utf-16-be"))
    assert (document.text, document.encoding) == (SAID, "utf-16")


def test_a_byte_order_mark_shifts_no_offset() -> None:
    document = read_text("a.txt", codecs.BOM_UTF8 + SAID.encode())
    assert document.text.index("café") == SAID.index("café")


def test_line_ends_stay_as_they_are() -> None:
    text = "One.\r\nTwo.\rThree.\n\r\n“Four,” she said.\u2028Five."
    document = read_text("a.txt", text.encode())
    assert document.text == text
    start = text.index("“Four,”")
    assert document.text[start : start + 7] == "“Four,”"


def test_marks_of_direction_and_combining_characters_survive() -> None:
    text = "\u200fشیراز\u200e: Zoe\u0308 said e\u0301 and é \u2067x\u2069 \ufeffdiffer."
    assert read_text("a.txt", text.encode()).text == text


def test_an_empty_file_is_refused() -> None:
    for data in (b"", codecs.BOM_UTF8):
        with pytest.raises(EmptyError, match="the file is empty; check"):
            read_text("a.txt", data)
    with pytest.raises(EmptyError, match="only white space"):
        read_text("a.txt", b" \r\n\t\xc2\xa0\n")


def test_bytes_that_no_encoding_explains_are_refused() -> None:
    with pytest.raises(EncodingError, match=r"a\.txt: .*byte 6 .*convert it to UTF-8"):
        read_text("a.txt", b"Hello \xff\xfe\xfa\x81\xfb\x8d\xfc\x90\xfd\x9d\xfe\x8f" * 9)


def test_a_cut_utf_16_file_is_refused() -> None:
    with pytest.raises(EncodingError, match="says UTF-16, but byte"):
        read_text("a.txt", SAID.encode("utf-16")[:-1])


def test_nul_bytes_are_refused() -> None:
    with pytest.raises(BinaryError, match="NUL byte at byte 5"):
        read_text("a.txt", b"Hello\0 world")
    with pytest.raises(BinaryError, match="NUL"):
        read_text("a.txt", SAID.encode("utf-16-le"))


def test_quotation_marks_only_are_text() -> None:
    assert read_text("a.txt", '“”“”‘’""'.encode()).text == '“”“”‘’""'


def test_twenty_megabytes_in_one_paragraph() -> None:
    text = "“We wait,” the pilot said, and the café’s owner nodded. " * 350_000
    data = text.encode("cp1252")
    assert len(data) > 19_000_000
    assert read_text("a.txt", data).text == text
