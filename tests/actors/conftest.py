"""A document, its attributions made by hand, and whom they are found to be by."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from memcon.actors.reading import Reading
from memcon.actors.speakers import name_speakers
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations
from memcon.record import Actor, Attribution, Span

#: Source, cue, content, each as it stands in the text; "" where there is none.
Row = tuple[str, str, str]


class Told:
    """Attributions with speakers, and the actors, of one text."""

    def __init__(self, text: str, attributions: list[Attribution], actors: list[Actor]) -> None:
        self.text, self.attributions, self.actors = text, attributions, actors

    @property
    def speakers(self) -> list[str | None]:
        """Name of the speaker of each attribution, in the order of the rows."""
        names = {a.id: a.name for a in self.actors}
        return [names[a.speaker] if a.speaker else None for a in self.attributions]

    @property
    def addressees(self) -> list[str | None]:
        """Name of the addressee of each attribution, in the order of the rows."""
        names = {a.id: a.name for a in self.actors}
        return [names[a.addressee] if a.addressee else None for a in self.attributions]

    def actor(self, name: str) -> Actor:
        return next(a for a in self.actors if a.name == name)

    def mentions(self, name: str) -> list[str]:
        """The words that mention the actor."""
        return [self.text[a:b] for a, b in self.actor(name).mentions]


def _spans(text: str, row: Row, at: int) -> tuple[tuple[Span, ...], ...]:
    """Where the words of a row stand, nearest to its content, which is looked for from `at` on."""
    start = text.index(row[2], at)
    content = (start, start + len(row[2]))
    out = []
    for words in row[:2]:
        places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
        outside = [p for p in places if p[1] <= start or content[1] <= p[0]] if words else []
        nearest = sorted(outside, key=lambda p: max(start - p[1], p[0] - content[1]))
        out.append(tuple(nearest[:1]))
    return *out, (content,)


@pytest.fixture
def tell() -> Callable[..., Told]:
    """`tell(text, row, …)`: each row's content is looked for behind the start of the one before."""

    def make(text: str, *rows: Row) -> Told:
        attributions: list[Attribution] = []
        at = 0
        for number, row in enumerate(rows, start=1):
            source, cue, content = _spans(text, row, at)
            at = content[0][0]
            outer = [
                a.id for a in attributions
                if a.content[0][0] <= at and content[0][1] <= a.content[0][1]
                and all(a.content[0][0] <= s[0] for s in source)
            ]  # fmt: skip
            quoted = row[2][0] in "“‘" or row[1] == ":"
            attributions.append(
                Attribution(
                    id=f"a{number}", source=source, cue=cue, content=content,
                    type="direct" if quoted else "indirect",
                    parent=outer[-1] if outer else None, confidence=1.0,
                )
            )  # fmt: skip
        return Told(text, *name_speakers(attributions, Reading(parse(text)), find_quotations(text)))

    return make
