"""PDF: columns are read one after the other, tables row by row, labels with their text."""

from __future__ import annotations

from itertools import chain, zip_longest

import pytest

from memcon.sources.pdf.columns import bands
from memcon.sources.pdf.line import Line
from memcon.sources.pdf.order import Region, regions

LEFT = [
    "The foreign ministers of both",
    "countries met in Velmar and",
    "talked of the lights that",
    "stand in the north of it.",
]
RIGHT = [
    "Afterwards they told us that", "they had agreed on all of",
    "these but one, and that an", "arbiter would look at it.",
]  # fmt: skip


def line(words: str, left: float, row: int) -> Line:
    """A line; letters are five points wide, rows fourteen points apart."""
    high = 700.0 - 14 * row
    return Line(
        words, left, left + 5 * len(words), high - 12, high, 12, 0, 5, 5 * len(words.split()[0])
    )


def column(words: list[str], left: float, row: int = 0) -> list[Line]:
    return [line(w, left, row + n) for n, w in enumerate(words)]


def told(found: list[Region]) -> list[list[str]]:
    return [[" ".join(line.words for line in cell) for cell in region.cells] for region in found]


def test_columns_one_after_the_other_below_a_title() -> None:
    title = line("Ministers agree on all lights of the north but one", 50, 0)
    page = [*column(LEFT, 50, 2), *column(RIGHT, 250, 2), title]
    assert told(regions(page)) == [[title.words], [" ".join(LEFT)], [" ".join(RIGHT)]]


def test_short_columns_at_the_end_of_a_text() -> None:
    assert told(regions([*column(LEFT[:2], 50), *column(RIGHT[:2], 250)])) == [
        [" ".join(LEFT[:2])], [" ".join(RIGHT[:2])],
    ]  # fmt: skip


def test_columns_that_were_written_line_by_line() -> None:
    pairs = zip_longest(column(LEFT, 50), column(RIGHT, 250))
    page = [line for line in chain.from_iterable(pairs) if line]
    assert told(regions(page)) == [[" ".join(LEFT)], [" ".join(RIGHT)]]


def test_a_table_written_row_by_row() -> None:
    rows = [
        ["Name", "For"],
        ["Ms Lorenz", "Kestria"],
        ["Mr Faber", "Ossel"],
        ["Ms Anzhur", "Velmar"],
    ]
    page = [
        line(cell, 50 + 200 * n, row)
        for row, cells in enumerate(rows)
        for n, cell in enumerate(cells)
    ]
    assert bands(page) is None
    assert told(regions(page)) == rows


def test_a_cell_of_two_lines() -> None:
    page = [
        line("Ms Lorenz", 50, 1), line("Minister of Foreign", 200, 0), line("Affairs", 200, 1),
        line("Kestria", 400, 1),
    ]  # fmt: skip
    assert told(regions(page)) == [["Ms Lorenz", "Minister of Foreign Affairs", "Kestria"]]


def test_a_label_beside_its_text() -> None:
    page = [
        line("MR FABER:", 50, 0), line("We agreed on all of the", 150, 0),
        line("lights but one.", 150, 1),
        line("1.", 50, 3), line("It stands on a rock.", 90, 3),
    ]  # fmt: skip
    assert told(regions(page)) == [
        ["MR FABER: We agreed on all of the lights but one. 1. It stands on a rock."]
    ]


@pytest.mark.parametrize("by_column", [True, False])
def test_names_in_a_column_beside_long_turns(by_column: bool) -> None:
    turns = [(0, "MS LORENZ:", LEFT), (4, "MR FABER:", RIGHT), (8, "ANZHUR", LEFT[:1])]
    labels = [line(name, 50, row) for row, name, _ in turns]
    said = [column(words, 150, row) for row, _, words in turns]
    both = [[*labels], *said] if by_column else [[a, *b] for a, b in zip(labels, said, strict=True)]
    assert " ".join(chain(*told(regions(list(chain(*both)))))) == " ".join(
        ["MS LORENZ:", *LEFT, "MR FABER:", *RIGHT, "ANZHUR ", LEFT[0]]
    )


def test_particulars_written_column_by_column() -> None:
    page = [
        *column(["Date:", "Place:", "Subject:"], 50),
        *column(["3 March", "Velmar", "Lights"], 150),
    ]
    assert told(regions(page)) == [["Date: 3 March"], ["Place: Velmar"], ["Subject: Lights"]]


def test_the_short_last_line_of_a_title_over_columns() -> None:
    title = [
        line("Ministers agree on all lights of the north but for one", 50, 0),
        line("rock", 50, 1),
    ]
    page = [*title, *column(LEFT, 50, 3), *column(RIGHT, 250, 3)]
    assert told(regions(page))[0] == [" ".join(line.words for line in title)]


def test_what_was_written_last_and_stands_first() -> None:
    page = [*column(LEFT, 50, 5), line("Harbour Office of Ossel", 300, 0)]
    assert told(regions(page)) == [["Harbour Office of Ossel " + " ".join(LEFT)]]


def test_a_page_of_ten_thousand_lines_beside_each_other() -> None:
    page = [line(f"a{n % 7}", 10.0 * (n % 100), n // 100) for n in range(10_000)]
    assert sum(len(cell) for region in regions(page) for cell in region.cells) == 10_000
    assert regions([]) == []
