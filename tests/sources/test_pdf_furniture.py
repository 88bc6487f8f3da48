"""PDF: running heads and page numbers are left out, sentences go on over the end of a page."""

from __future__ import annotations

from memcon.sources.pdf import read_pdf
from memcon.sources.pdf_furniture import without_furniture
from tests.sources.made_files import pdf

HEAD = "Harbour Office of Kestria – Press Service"
LONG = "Ms Lorenz said that they had agreed on every light but one, and"


def test_a_quotation_over_the_end_of_a_page() -> None:
    made = pdf(
        [HEAD, LONG, "that one stood on a rock which both had painted in their colours,", "Page 1 of 2"],
        [HEAD, "and that both accept the colour that it chooses. She left to-", "day.", "Page 2 of 2"],
    )  # fmt: skip
    assert read_pdf("a.pdf", made).text == (
        f"{LONG} that one stood on a rock which both had painted in their colours, and that both "
        "accept the colour that it chooses. She left today."
    )


def test_a_word_that_is_cut_by_the_end_of_a_page() -> None:
    assert read_pdf("a.pdf", pdf(["The nego-"], ["tiations went on."])).text == (
        "The negotiations went on."
    )


def test_heads_of_left_and_right_pages() -> None:
    pages = [
        [("THE TALKS" if n % 2 else "OSSEL 2031"), f"words {'abcd'[n % 4]}{n}x of page", f"- {n} -"]
        for n in range(1, 9)
    ]
    left = without_furniture(pages)
    assert [len(page) for page in left] == [1] * 8
    assert left[0] == ["words b1x of page"]


def test_what_comes_once_or_is_a_row_of_numbers_stays() -> None:
    pages = [["Talks", "12 7 9"], ["Dues", "13 8 2"]]
    assert without_furniture(pages) == pages


def test_pages_that_are_the_same_keep_their_words() -> None:
    pages = [["Ossel agreed."], ["Ossel agreed."]]
    assert without_furniture(pages) == pages
