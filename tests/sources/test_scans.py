"""Scans: pictures of words, with the place of each word; and what is told where they cannot be read."""

from __future__ import annotations

import io
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from memcon.document import Document
from memcon.errors import EmptyError, FormatError, UnreadableError
from memcon.sources import load
from memcon.sources.limits import TooLargeError
from memcon.sources.pdf.line import Line
from memcon.sources.scans import pages as scan_pages
from memcon.sources.scans import read_pdf_or_scan, recognition, scan_of_image, scan_of_pdf
from memcon.sources.scans.places import placed
from memcon.sources.scans.recognition import Page, Seen, refuse_without_tesseract
from tests.sources.made_files import WORDS, pdf

needs_pillow = pytest.mark.skipif(
    find_spec("PIL") is None, reason="Pillow, of memcon[ocr], is absent"
)
needs_tesseract = pytest.mark.skipif(
    find_spec("pytesseract") is None or shutil.which("tesseract") is None,
    reason="Tesseract or memcon[ocr] is not installed here",
)
FIRST = [
    "The foreign minister of Kestria said on Monday that the",
    "talks in Velmar would go on in May, and that the har-",
    "bour of Corran would stay open to all ships.",
]
TEXT = "".join(f"{line} " for line in FIRST).strip().replace("har- bour", "harbour")


def drawn(lines: list[str], foot: str = "", mode: str = "L", width: int = 1650) -> Any:
    """A picture of a page at 200 dots to an inch."""
    from PIL import Image, ImageDraw, ImageFont

    paper = Image.new(mode, (width, 2200), "white")
    pen, font = ImageDraw.Draw(paper), ImageFont.load_default(size=38)
    for number, line in enumerate(lines):
        pen.text((150, 300 + 60 * number), line, font=font, fill="black")
    pen.text((800, 2080), foot, font=font, fill="black")
    return paper


def saved(kind: str, *pages: Any, **options: Any) -> bytes:
    out = io.BytesIO()
    more = {"save_all": True, "append_images": pages[1:]} if kind in ("PDF", "TIFF") else {}
    told = {"resolution": 200} if kind == "PDF" else {"dpi": (200, 200)}
    pages[0].save(out, kind, **{**more, **told, **options})
    return out.getvalue()


@needs_tesseract
def test_a_pdf_of_pictures_is_read_and_each_word_has_its_place() -> None:
    data = saved(
        "PDF",
        drawn(FIRST, "1"),
        drawn(["Her deputy agreed to that."], "2"),
        drawn(["It was late."], "3"),
    )
    scan = scan_of_pdf("a.pdf", data)
    assert scan.document.text == f"{TEXT}\n\nHer deputy agreed to that.\n\nIt was late."
    where = scan.document.text.index("harbour")
    cut = scan.places((where, where + 7))
    assert [(one.words, one.page) for one in cut] == [("har-", 1), ("bour", 1)]
    where = scan.document.text.index("deputy")
    [deputy] = scan.places((where + 2, where + 3))
    left, bottom, right, top = deputy.box
    # The page is 594 points wide and 792 high; the line stands 300 dots, 108 points, below its top.
    assert deputy.page == 2 and 54 < left < right < 200 and 660 < bottom < top < 684
    assert 0.5 < deputy.certainty <= 1


@needs_tesseract
@pytest.mark.parametrize(("kind", "end"), [("PNG", "png"), ("JPEG", "jpg"), ("TIFF", "tiff")])
def test_a_picture_is_a_document(folder: Path, kind: str, end: str) -> None:
    path = folder / f"a.{end}"
    path.write_bytes(saved(kind, drawn(FIRST)))
    assert load(path).text == TEXT
    assert (load(path).name, load(path).language) == (f"a.{end}", "en")


@needs_tesseract
def test_words_on_paper_that_can_be_seen_through_and_of_few_dots() -> None:
    seen_through = drawn(FIRST, mode="RGBA")
    seen_through.putalpha(seen_through.convert("L").point(lambda dot: 255 - dot))
    assert scan_of_image("a.png", saved("PNG", seen_through)).document.text == TEXT
    small = drawn(FIRST).resize((825, 1100))
    assert scan_of_image("a.png", saved("PNG", small, dpi=(100, 100))).document.text == TEXT


@needs_tesseract
def test_a_picture_without_words() -> None:
    with pytest.raises(EmptyError, match="no words were recognised in it"):
        scan_of_image("a.png", saved("PNG", drawn([])))
    with pytest.raises(EmptyError, match="no words were recognised in it"):
        read_pdf_or_scan("a.pdf", pdf([]))


@needs_tesseract
def test_a_picture_on_which_tesseract_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "_language", lambda: "none")
    with pytest.raises(FormatError, match="Tesseract fails on page 1"):
        scan_of_image("a.png", saved("PNG", drawn(FIRST)))


@needs_tesseract
@pytest.mark.parametrize(
    ("known", "used"),
    [
        (["eng", "osd"], "eng"),
        (["Latin", "eng"], "Latin"),
        (["eng", "script/Latin"], "script/Latin"),
    ],
)
def test_names_keep_their_letters_where_the_data_for_them_is_there(
    monkeypatch: pytest.MonkeyPatch, known: list[str], used: str
) -> None:
    assert "eng" in recognition._installed()
    monkeypatch.setattr(recognition, "_installed", lambda: known)
    recognition._language.cache_clear()
    assert recognition._language() == used
    recognition._language.cache_clear()


@needs_tesseract
@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0" * 9, b"II*\x00" + b"\xff" * 50]
)
def test_broken_pictures(data: bytes) -> None:
    with pytest.raises(FormatError, match="this picture is broken"):
        scan_of_image("a.png", data)


@needs_tesseract
def test_never_more_pages_or_dots_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan_pages, "MOST_PAGES", 2)
    page = drawn(["It was late."])
    for kind, scan in (("PDF", scan_of_pdf), ("TIFF", scan_of_image)):
        with pytest.raises(TooLargeError, match="a scan of 3 pages, and 2 are read"):
            scan("a", saved(kind, page, page, page))
    monkeypatch.setattr(scan_pages, "LARGEST_PICTURE", 1000)
    with pytest.raises(TooLargeError, match="1,650 by 2,200 dots"):
        scan_of_image("a", saved("PNG", page))


@needs_pillow
def test_large_pages_are_drawn_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan_pages, "MOST_DOTS", 10_000)
    for picture, _ in (
        *scan_pages.pages_of_image("a", saved("PNG", drawn([]))),
        *scan_pages.pages_of_pdf("a", saved("PDF", drawn([]))),
    ):
        assert picture.width * picture.height < 10_500


@pytest.mark.parametrize("missing", ["pytesseract", "tesseract"])
def test_what_is_to_be_installed_is_told(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    found = None if missing == "pytesseract" else sys
    monkeypatch.setattr("memcon.sources.scans.recognition.find_spec", lambda name: found)
    monkeypatch.setattr("memcon.sources.scans.recognition.shutil.which", lambda name: None)
    told = "the extra “ocr” is not installed" if missing == "pytesseract" else "Tesseract is not"
    for read in (read_pdf_or_scan, scan_of_image):
        with pytest.raises(UnreadableError, match=told) as problem:
            read("a.pdf", pdf([]))
        assert "pip install 'memcon[ocr]' and Tesseract" in problem.value.reason
    assert "it is a scan" in _reason(read_pdf_or_scan)
    assert "this is a picture" in _reason(scan_of_image)


def _reason(read: Any) -> str:
    with pytest.raises(UnreadableError) as problem:
        read("a.pdf", pdf([]))
    return problem.value.reason


def test_a_pdf_with_text_needs_none_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.sources.scans.recognition.find_spec", lambda name: None)
    assert read_pdf_or_scan("a.pdf", pdf([WORDS])).text == WORDS
    with pytest.raises(UnreadableError):
        refuse_without_tesseract("a", "this is a picture")


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("| think that", "I think that"),
        ("he said | should", "he said I should"),
        ("Page |", "Page 1"),
        ("l. At the invitation", "1. At the invitation"),
        ("|) The Council", "1) The Council"),
        ("| |", ""),
        ("all. l. 5", "all. l. 5"),
    ],
)
def test_upright_strokes_are_what_they_stand_for(seen: str, read: str) -> None:
    row = [Seen(word, 1, (n, 0, n + 1, 1), 0.9) for n, word in enumerate(seen.split())]
    assert " ".join(one.words for one in recognition._unmistaken(row)) == read


def test_words_are_placed_whatever_became_of_their_lines() -> None:
    words = ["Ossel", "7", "The", "har-", "bour", "of", "the", "sea", "the", "end."]
    seen = [Seen(word, 1 + n // 5, (n, 0, n + 1, 1), 0.9) for n, word in enumerate(words)]
    line = Line("", 0, 1, 0, 1, 1, 0, 1, 1)
    text = "The harbour of the sea\n\nthe end."
    scan = placed(Document(name="a", text=text), [Page([line], seen[:5]), Page([], seen[5:])])
    assert [(text[slice(*p.span)], p.seen.words) for p in scan.words] == [
        ("The", "The"), ("harbour", "har-"), ("harbour", "bour"), ("of", "of"), ("the", "the"),
        ("sea", "sea"), ("the", "the"), ("end.", "end."),
    ]  # fmt: skip
    assert [one.page for one in scan.places((0, 14))] == [1, 1, 1, 2]
    assert scan.places((23, 24)) == []
