"""PDF: text, what the file says of itself, and what is wrong with it."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from pypdf import PdfReader, PdfWriter

from memcon.errors import EmptyError, FormatError, UnreadableError
from memcon.sources.limits import TooLargeError
from memcon.sources.pdf import pages as pdf_pages
from memcon.sources.pdf import read_pdf
from memcon.sources.pdf.characters import pieces
from memcon.sources.pdf.line import Line
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
    assert read_pdf("a.pdf", encrypted(pdf([WORDS], title="Talks"), "")).text == WORDS
    assert read_pdf("a.pdf", encrypted(pdf([WORDS], title="Talks"), "")).title == "Talks"


@pytest.mark.parametrize("title", ["(anonymous)", "untitled", "Readout_final.docx", ""])
def test_a_title_that_is_none(title: str) -> None:
    made = pdf([WORDS], title=title.replace("(", r"\(").replace(")", r"\)"))
    assert read_pdf("a.pdf", made).title is None


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4\nnothing", b"", b"%PDF-1.7\n" + bytes(range(256)), pdf([WORDS])[:200]]
)
def test_broken_ones(data: bytes) -> None:
    with pytest.raises((FormatError, EmptyError), match=r"a\.pdf"):
        read_pdf("a.pdf", data)


def test_a_scan() -> None:
    with pytest.raises(EmptyError, match="it is a scan; give memcon the text of an OCR program"):
        read_pdf("a.pdf", pdf([]))


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the pages whose text has been taken."""
    taken: list[int] = []

    def take(textpage: object, page: int) -> list[Line]:
        taken.append(page)
        return pieces(textpage, page)

    monkeypatch.setattr(pdf_pages, "pieces", take)
    return taken


def listed(times: int) -> bytes:
    """A PDF that lists its one page many times."""
    data = pdf([WORDS])
    return data.replace(
        b"/Kids [4 0 R] /Count 1", b"/Kids [%s] /Count %d" % (b"4 0 R " * times, times)
    )


@pytest.mark.parametrize("times", [2, 20_000])
def test_one_page_listed_again_and_again_is_read_once(times: int, extracted: list[int]) -> None:
    with pytest.raises(FormatError, match="lists one page twice"):
        read_pdf("a.pdf", listed(times))
    assert len(extracted) == 1


def test_pages_that_share_one_content(
    extracted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = pdf(*([WORDS] for _ in range(30)))
    for number in range(1, 30):
        data = data.replace(b"/Contents %d 0 R " % (5 + 2 * number), b"/Contents 5 0 R ")
    # A few may, as blank ones do.
    assert read_pdf("a.pdf", data).text.count(WORDS) == 30
    extracted.clear()
    monkeypatch.setattr(pdf_pages, "MOST_SHARED", 2500)
    with pytest.raises(TooLargeError, match="its pages share one content again and again"):
        read_pdf("a.pdf", data)
    assert 5 < len(extracted) < 20


def test_too_many_pages(extracted: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "MOST_PAGES", 3)
    with pytest.raises(TooLargeError, match="it has more than 3 pages; cut it into parts"):
        read_pdf("a.pdf", pdf(*([WORDS] for _ in range(5))))
    assert len(extracted) == 3


def test_too_many_characters(extracted: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "LARGEST", 200)
    with pytest.raises(TooLargeError, match="its text has more than 200 characters"):
        read_pdf("a.pdf", pdf(*([WORDS] for _ in range(9))))
    assert len(extracted) == 2


def test_pages_of_pages_without_end() -> None:
    data = pdf([WORDS]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R 2 0 R 4 0 R]")
    with pytest.raises((FormatError, EmptyError)):
        read_pdf("a.pdf", data)


def test_many_threads_at_once() -> None:
    data = [pdf([f"{WORDS} {number}."]) for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        texts = list(pool.map(lambda one: read_pdf("a.pdf", one).text, data))
    assert texts == [f"{WORDS} {number}." for number in range(40)]
