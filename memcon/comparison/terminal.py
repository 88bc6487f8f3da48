"""A comparison on a terminal: one column an account, or one below the other where it is narrow.

Nothing is told by colour alone: without colour, or piped to a file, it says the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from memcon.comparison.layout import (
    EMPHASIS,
    FACTS,
    NOTHING,
    SAID,
    WORDS,
    Row,
    Words,
    fact_rows,
    naming_rows,
    said_rows,
    shares,
    titles,
)
from memcon.comparison.model import Comparison
from memcon.report.visible import line

#: Columns beyond which a table is tiring to read.
MEASURE = 140
#: An account gets at least so many columns; with fewer, accounts stand one below the other.
_LEAST = 26
_LABEL = 20
_NAME, _QUIET, _MARK, _DIFFERENT = "bold", "dim", "cyan", "bold yellow"
_ASCII = str.maketrans({"─": "-", "·": "|", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-",
                        "…": "...", "⟨": "<", "⟩": ">", "×": "x"})  # fmt: skip


def print_comparison(comparison: Comparison, console: Console) -> None:
    """Print a comparison, at most `MEASURE` columns wide."""
    width = min(console.width, MEASURE)
    columns = len(comparison.accounts)
    wide = width >= _LABEL + columns * (_LEAST + 2)
    for part in _parts(comparison, wide, width):
        if isinstance(part, Text):
            rows = part.wrap(console, max(width, 20))
            for row in rows:
                row.rstrip()
                console.print(_plain(row, console), soft_wrap=True, highlight=False)
        else:
            console.print(_table(part, console), width=width, highlight=False)


#: A table before it is drawn: headings, and rows of texts.
Grid = tuple[list[str], list[list[Text]]]


def _parts(comparison: Comparison, wide: bool, width: int) -> Iterator[Text | Grid]:
    heads = titles(comparison)
    for letter, name, about in heads:
        yield Text.assemble((letter, _MARK), "  ", (name, _NAME), f" · {about}" if about else "")
    yield Text()
    yield Text(comparison.summary)
    for doubt in comparison.doubts:
        yield Text.assemble(
            ("These may not be accounts of one meeting: ", _DIFFERENT), line(doubt.words)
        )
    letters = [letter for letter, _, _ in heads]
    for heading, rows in (
        (FACTS, fact_rows(comparison)),
        (SAID, said_rows(comparison)),
        (WORDS, naming_rows(comparison)),
    ):
        if rows:
            yield from _section(heading, rows, letters, wide, width)
        if heading == SAID:
            yield from _emphasis(comparison, letters, width)


def _heading(words: str, width: int) -> Iterator[Text]:
    yield Text()
    yield Text(words, style=_NAME)
    yield Text("─" * width, style=_QUIET)


def _section(
    heading: str, rows: Sequence[Row], letters: list[str], wide: bool, width: int
) -> Iterator[Text | Grid]:
    yield from _heading(heading, width)
    if not wide:
        for row in rows:
            yield from _stacked(row, letters)
        return
    lines: list[list[Text]] = []
    for row in rows:
        lines.append([_label(row), *(_cell(cell) for cell in row.cells)])
        for note in row.notes:
            label = Text(f"  {note.label}", style=_DIFFERENT)
            lines.append([label, *(_cell(cell) for cell in note.cells)])
        if heading != FACTS:
            lines.append([Text() for _ in range(len(letters) + 1)])
    yield ["", *letters], lines


def _stacked(row: Row, letters: list[str]) -> Iterator[Text]:
    yield _label(row)
    for letter, cell in zip(letters, row.cells, strict=True):
        if cell:
            yield Text.assemble((f"{letter}  ", _MARK), _cell(cell))
    for note in row.notes:
        told = [
            Text.assemble((f"{letter} ", _MARK), _cell(cell))
            for letter, cell in zip(letters, note.cells, strict=True)
        ]
        yield Text.assemble((f"   {note.label}: ", _DIFFERENT), Text(" · ").join(told))
    yield Text()


def _label(row: Row) -> Text:
    label = Text(row.label, style=_NAME)
    if row.likeness is not None:
        label.append(f" {row.likeness:.2f}", style=_QUIET)
    if row.verdict:
        style = _DIFFERENT if row.verdict == "different" else _QUIET
        label.append(f" {row.verdict}", style=style)
    return label


def _cell(cell: tuple[Words, ...]) -> Text:
    if not cell:
        return Text(NOTHING, style=_QUIET)
    parts = []
    for words in cell:
        part = Text()
        if words.head:
            part.append(f"{words.id} ", style=_QUIET)
            part.append(f"{words.head}: ", style=_NAME)
        part.append(words.text)
        if words.note:
            part.append(f" ({words.note})", style=_QUIET)
        if words.head and words.span:
            part.append(f" {words.span[0]}–{words.span[1]}", style=_QUIET)
        parts.append(part)
    return Text("\n" if cell[0].head else ", ").join(parts)


def _emphasis(comparison: Comparison, letters: list[str], width: int) -> Iterator[Text | Grid]:
    found = shares(comparison)
    if not found:
        return
    yield from _heading(EMPHASIS, width)
    yield Text(
        "Share of the reported words, and place in the order in which each comes.", style=_QUIET
    )
    for heading, rows in found:
        lines = [[Text(name), *(Text(cell) for cell in cells)] for name, cells in rows]
        yield [heading, *letters], lines


def _table(grid: Grid, console: Console) -> Table:
    headings, lines = grid
    table = Table(box=None, padding=(0, 2, 0, 0), expand=True, show_edge=False)
    ratio = 1 if headings[0] else None
    table.add_column(headings[0], width=None if ratio else _LABEL, ratio=ratio, header_style=_QUIET)
    for letter in headings[1:]:
        table.add_column(letter, ratio=2, header_style=_MARK, overflow="fold")
    for texts in lines:
        table.add_row(*(_plain(text, console) for text in texts))
    return table


def _plain(text: Text, console: Console) -> Text:
    """The text, without styles, in characters that an encoding other than UTF-8 can write."""
    if not console.options.ascii_only:
        return text
    plain = text.plain.translate(_ASCII)
    return Text(plain.encode(console.encoding, "backslashreplace").decode(console.encoding))
