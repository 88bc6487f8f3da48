"""A comparison as one table for a spreadsheet: a line for each fact, point, change, share and name."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from memcon.comparison.layout import Row, fact_rows, naming_rows, said_rows, shares, titles
from memcon.comparison.model import Comparison
from memcon.report.table import guarded

_COLUMNS = ("part", "what", "verdict", "likeness")


def csv_table(comparison: Comparison) -> str:
    """The table with its header, as CSV (RFC 4180); each account has its words, ids and spans.

    Words that a spreadsheet would run as a formula have an apostrophe in front.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    letters = [letter for letter, _, _ in titles(comparison)]
    each = [f"{letter} {column}" for letter in letters for column in ("words", "ids", "spans")]
    writer.writerow([*_COLUMNS, *each])
    writer.writerows(_rows(comparison))
    return out.getvalue()


def _rows(comparison: Comparison) -> Iterator[list[str]]:
    for row in fact_rows(comparison):
        yield _row("fact", row)
    for row in said_rows(comparison):
        yield _row("said", row)
        yield from (_row("change", note) for note in row.notes)
    for heading, lines in shares(comparison):
        for name, cells in lines:
            told = [cell for text in cells for cell in (text, "", "")]
            yield ["emphasis", guarded(f"{heading.lower()} {name}"), "", "", *told]
    for row in naming_rows(comparison):
        yield _row("name", row)


def _row(part: str, row: Row) -> list[str]:
    cells = []
    for cell in row.cells:
        cells.append(guarded(" | ".join(words.text for words in cell)))
        cells.append(guarded(" ".join(words.id for words in cell if words.id)))
        spans = (f"{w.span[0]} {w.span[1]}" for w in cell if w.span)
        cells.append(";".join(spans))
    likeness = "" if row.likeness is None else f"{row.likeness:.3f}"
    return [part, guarded(row.label), row.verdict, likeness, *cells]
