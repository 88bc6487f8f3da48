"""Small Records made by hand, of invented meetings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.document import Document
from memcon.record import Actor, Attribution, Engine, Meeting, Record, Spans, Title

ENGINE = Engine(version="0", model="sha256:0")

#: Escape sequence, bidirectional control, markup of three kinds, a formula, an astral character.
MALICE = (
    '\u202eevil\u202c [bold]red[/bold] </style></script><script>alert("1")</script> '
    "\x1b[31m😀 &amp; =cmd()"
)

TALKS = (
    "“The lamps stay lit,” Dara Quill, the harbour minister, said. “Every night.”\n"
    "\n"
    "She added that the keeper had warned her that fog was near.\n"
)


def find(text: str, *words: str) -> Spans:
    """Spans of the words, each looked for behind the one before."""
    spans: list[tuple[int, int]] = []
    for word in words:
        start = text.index(word, spans[-1][1] if spans else 0)
        spans.append((start, start + len(word)))
    return tuple(spans)


@pytest.fixture
def talks() -> Record:
    """A discontinuous direct quotation, and a doubtful attribution nested in another."""
    quill = Actor(
        id="p1", name="Dara Quill", kind="person", titles=("harbour minister",), country="XK",
        title_spans=(
            Title(words="harbour minister", span=(40, 56), how="apposition"),
        ),
        mentions=find(TALKS, "Dara Quill", "the harbour minister", "She"),
        forms=("name", "title", "pronoun"),
    )  # fmt: skip
    return Record(
        document=Document(name="talks.txt", text=TALKS, genre="report", language="en"),
        attributions=(
            Attribution(
                id="a1", source=find(TALKS, "Dara Quill, the harbour minister,"),
                cue=find(TALKS, "said"),
                content=find(TALKS, "“The lamps stay lit,”", "“Every night.”"),
                type="direct", speaker="p1", confidence=0.9,
            ),
            Attribution(
                id="a2", source=find(TALKS, "She"), cue=find(TALKS, "added"),
                content=find(TALKS, "that the keeper had warned her that fog was near"),
                type="indirect", speaker="p1", confidence=0.8,
            ),
            Attribution(
                id="a3", source=find(TALKS, "the keeper"), cue=find(TALKS, "had warned"),
                content=find(TALKS, "that fog was near"), type="indirect", parent="a2",
                addressee="p1", confidence=0.4,
            ),
        ),
        actors=(quill,),
        meeting=Meeting(participants=("p1",), place="the Lamp Room", gifts=("a wick", "a map")),
        engine=ENGINE,
    )  # fmt: skip


@pytest.fixture
def empty() -> Record:
    """A Record of a text in which nobody says anything."""
    return Record(document=Document(name="empty.txt", text="Rain fell.\n"), engine=ENGINE)


@pytest.fixture
def said() -> Callable[..., Record]:
    """A Record of a text that is one content, said by nobody or by an actor of that name."""

    def make(text: str, *, type: str = "indirect", name: str | None = None) -> Record:
        actors = (Actor(id="p1", name=name, kind="person", mentions=((0, 1),)),) if name else ()
        attribution = Attribution.model_validate(
            {"id": "a1", "content": ((0, len(text)),), "type": type, "confidence": 0.9,
             "speaker": "p1" if name else None}
        )  # fmt: skip
        document = Document(name=text[:20], title=text, text=text)
        return Record(document=document, attributions=(attribution,), actors=actors, engine=ENGINE)

    return make


@pytest.fixture
def malice(said: Callable[..., Record]) -> Record:
    """A Record all of whose words try to be something else than words."""
    return said(MALICE, name=MALICE)
