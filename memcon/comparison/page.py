"""A comparison as one self-contained HTML page: two columns, and the texts below them.

The page asks nothing of any network and runs no script; its Content-Security-Policy allows the one
style sheet in it, by its SHA-256, and nothing else. Every cell links to its words in the text below.
Words of the accounts reach it through Jinja's escaping alone.
"""

from __future__ import annotations

import base64
import hashlib
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from memcon.comparison.layout import (
    EMPHASIS,
    FACTS,
    NOTHING,
    SAID,
    WORDS,
    Row,
    fact_rows,
    naming_rows,
    said_rows,
    shares,
    titles,
)
from memcon.comparison.model import Comparison
from memcon.record import Record, Span
from memcon.report.place import LINE_BREAK
from memcon.report.visible import visible


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line of the text; `anchor` where a cell links to it."""

    text: str
    anchor: str
    said: bool


def page(comparison: Comparison, records: Sequence[Record]) -> str:
    """The page, as text to be written in UTF-8.

    :param records: those that were compared, in their order; their texts are shown below.
    """
    style = files("memcon.comparison").joinpath("page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    sections = [
        (FACTS, fact_rows(comparison)),
        (SAID, said_rows(comparison)),
        (WORDS, naming_rows(comparison)),
    ]
    cells = [row for _, rows in sections for row in rows]
    return _template().render(
        comparison=comparison,
        titles=titles(comparison),
        sections=sections,
        said=SAID,
        emphasis=EMPHASIS,
        shares=shares(comparison),
        nothing=NOTHING,
        texts=[
            _lines(record.text, n, _linked(cells, n), _said(comparison, n))
            for n, record in enumerate(records)
        ],
        # Safe to leave unescaped: a file of this package.
        style=Markup(style),  # noqa: S704 (a file of this package)
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
    )


def _linked(rows: Sequence[Row], account: int) -> set[Span]:
    """Spans of an account that any cell links to."""
    return {
        words.span
        for row in rows
        for line in (row, *row.notes)
        for words in line.cells[account]
        if words.span
    }


def _said(comparison: Comparison, account: int) -> list[Span]:
    frames = set(comparison.frames[account])
    return [
        s for said in comparison.statements[account] if said.id not in frames for s in said.spans
    ]


def _lines(text: str, account: int, linked: set[Span], said: list[Span]) -> list[list[Piece]]:
    """The text by lines, cut where a link leads to or words of a statement begin or end."""
    anchors = {start for start, _ in linked}
    cuts = sorted({at for span in (*linked, *said) for at in span})
    marked = [False] * (len(text) + 1)
    for start, end in said:
        marked[start:end] = [True] * (end - start)
    out: list[list[Piece]] = []
    start = 0
    ends = [(m.start(), m.end()) for m in LINE_BREAK.finditer(text)] + [(len(text), len(text))]
    for stop, behind in ends:
        inner = [at for at in cuts if start < at < stop]
        edges = [start, *inner, stop]
        out.append(
            [
                Piece(text[a:b], f"c{account}-{a}" if a in anchors else "", marked[a])
                for a, b in itertools.pairwise(edges)
                if a < b
            ]
        )
        start = behind
    return out


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters["visible"] = visible
    source = files("memcon.comparison").joinpath("page.html.j2").read_text(encoding="utf-8")
    return environment.from_string(source)
