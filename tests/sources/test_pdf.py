"""PDF: text, what the file says of itself, and what is wrong with it."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter

from memcon.errors import EmptyError, FormatError, UnreadableError
from memcon.sources.pdf import read_pdf
from tests.sources.made_files import WORDS, pdf


def encrypted(data: bytes, password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_lines_of_a_paragraph_are_joined_and_words_that_were_cut() -> None:
    lines = [
        "The foreign minister of Kestria said that the nego-",
        "tiations would go on in Velmar, as long as it takes.",
        "He left.",
        "Ossel was silent, and so were all the others there.",
    ]
    document = read_pdf("a.pdf", pdf(lines, ["On the next page it ended."], title="Talks"))
    assert document.text.split("\n") == [
        "The foreign minister of Kestria said that the negotiations would go on in Velmar, as long as "
        "it takes. He left.",
        "Ossel was silent, and so were all the others there.",
        "",
        "On the next page it ended.",
    ]
    assert (document.title, document.date) == ("Talks", "2031-03-03")


def test_one_that_is_encrypted() -> None:
    with pytest.raises(UnreadableError, match=r"a\.pdf: this PDF is encrypted; save it without"):
        read_pdf("a.pdf", encrypted(pdf([WORDS]), "secret"))


def test_one_that_is_encrypted_but_may_be_read() -> None:
    assert read_pdf("a.pdf", encrypted(pdf([WORDS]), "")).text == WORDS


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4\nnothing", b"", b"%PDF-1.7\n" + bytes(range(256)), pdf([WORDS])[:200]]
)
def test_broken_ones(data: bytes) -> None:
    with pytest.raises((FormatError, EmptyError), match=r"a\.pdf"):
        read_pdf("a.pdf", data)


def test_a_scan() -> None:
    with pytest.raises(EmptyError, match="it is a scan; give memcon the text of an OCR program"):
        read_pdf("a.pdf", pdf([]))
