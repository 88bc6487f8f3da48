"""PDF: running heads and page numbers are left out, sentences go on over the end of a page."""

from __future__ import annotations

from memcon.sources.pdf import read_pdf
from memcon.sources.pdf.furniture import between_furniture
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
    assert between_furniture(pages) == [(1, 2)] * 8


def test_numbers_of_a_preface() -> None:
    pages = [["Ossel agreed.", "iii"], ["Kestria did not.", "iv"]]
    assert between_furniture(pages) == [(0, 1), (0, 1)]


def test_what_comes_once_or_is_a_row_of_numbers_stays() -> None:
    pages = [["Talks", "12 7 9"], ["Dues", "13 8 2"]]
    assert between_furniture(pages) == [(0, 2), (0, 2)]


def test_pages_that_are_the_same_keep_their_words() -> None:
    pages = [["Ossel agreed."], ["Ossel agreed."]]
    assert between_furniture(pages) == [(0, 1), (0, 1)]


def test_a_page_that_has_a_head_and_a_number_only() -> None:
    pages = [
        ["The Talks", "Ossel agreed.", "1"],
        ["The Talks", "Kestria did not.", "2"],
        ["The Talks", "3"],
    ]
    start, end = between_furniture(pages)[2]
    assert start >= end


def test_a_page_number_that_says_so_need_not_come_again() -> None:
    assert between_furniture([["Ossel agreed.", "Page 1 of 1"]]) == [(0, 1)]
    assert between_furniture([["Ossel agreed.", "https://ossel.example/talks 1/1"]]) == [(0, 1)]
    assert between_furniture([["– 1 –", "Ossel agreed."]]) == [(1, 2)]
    assert between_furniture([["Ossel agreed.", "Page 3 of the treaty is void."], ["1"]])[0] == (
        0,
        2,
    )
