"""A comparison as Markdown: tables in GitHub's dialect, which most readers of Markdown know."""

from __future__ import annotations

from collections.abc import Iterator

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
from memcon.report.markdown import escaped
from memcon.report.visible import line


def markdown(comparison: Comparison) -> str:
    """The comparison as Markdown; words of the accounts cannot act as markup in it."""
    return "\n".join(_lines(comparison)).rstrip() + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    heads = titles(comparison)
    yield "# " + " and ".join(escaped(name) for _, name, _ in heads)
    yield ""
    for letter, name, about in heads:
        yield f"- **{letter}** {escaped(name)}" + (f" · {escaped(about)}" if about else "")
    yield ""
    yield comparison.summary
    yield ""
    for doubt in comparison.doubts:
        yield f"**These may not be accounts of one meeting:** {escaped(line(doubt.words))}"
        yield ""
    letters = [letter for letter, _, _ in heads]
    yield from _table(FACTS, fact_rows(comparison), letters)
    yield from _table(SAID, said_rows(comparison), letters)
    for n, (heading, rows) in enumerate(shares(comparison)):
        if n == 0:
            yield f"## {EMPHASIS}"
            yield ""
        yield from _head([heading, *letters])
        yield from ("| " + " | ".join([escaped(name), *cells]) + " |" for name, cells in rows)
        yield ""
    yield from _table(WORDS, naming_rows(comparison), letters)


def _table(heading: str, rows: list[Row], letters: list[str]) -> Iterator[str]:
    if not rows:
        return
    yield f"## {heading}"
    yield ""
    yield from _head(["", *letters])
    for row in rows:
        label = f"**{escaped(row.label)}**"
        label += f" {row.likeness:.2f}" if row.likeness is not None else ""
        label += f" {row.verdict}" if row.verdict else ""
        yield _line(label, row)
        for note in row.notes:
            yield _line(f"*{escaped(note.label)}*", note)
    yield ""


def _head(cells: list[str]) -> Iterator[str]:
    yield "| " + " | ".join(cells) + " |"
    yield "|" + " --- |" * len(cells)


def _line(label: str, row: Row) -> str:
    return "| " + " | ".join([label, *(_cell(cell) for cell in row.cells)]) + " |"


def _cell(cell: tuple[Words, ...]) -> str:
    parts = []
    for words in cell:
        text = escaped(words.text)
        if words.head:
            text = f"{escaped(words.id)} **{escaped(words.head)}:** {text}"
        if words.note:
            text += f" ({escaped(words.note)})"
        parts.append(text)
    return ("<br>" if cell and cell[0].head else ", ").join(parts) or NOTHING
