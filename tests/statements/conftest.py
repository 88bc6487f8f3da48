"""A text, its attributions made by hand, and the statements that they are read as."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.actors.reading import Reading
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations
from memcon.record import Attribution, Statement
from memcon.spans import Spans
from memcon.statements.reading import find_statements

#: Cue and content, each as it stands in the text; "" where there is none.
Row = tuple[str, str]


class Meant:
    """The statements of one text."""

    def __init__(self, text: str, statements: tuple[Statement, ...]) -> None:
        self.text, self.statements = text, statements

    @property
    def first(self) -> Statement:
        return self.statements[0]

    @property
    def acts(self) -> list[str | None]:
        return [s.act for s in self.statements]

    def words(self, spans: Spans) -> list[str]:
        return [self.text[a:b] for a, b in spans]


def _spans(text: str, words: str, at: int = 0) -> Spans:
    if not words:
        return ()
    start = text.index(words, at)
    return ((start, start + len(words)),)


@pytest.fixture
def mean() -> Callable[..., Meant]:
    """`mean(text, row, …)`: each row's content is looked for behind the start of the one before."""

    def make(text: str, *rows: Row) -> Meant:
        attributions: list[Attribution] = []
        at = 0
        for number, (cue, content) in enumerate(rows, start=1):
            spans = _spans(text, content, at)
            at = spans[0][0]
            attributions.append(
                Attribution(
                    id=f"a{number}",
                    cue=_spans(text, cue),
                    content=spans,
                    type="direct" if "“" in content else "indirect",
                    confidence=1,
                )
            )
        return Meant(
            text, find_statements(attributions, Reading(parse(text)), find_quotations(text))
        )

    return make
