"""A small Record made by hand, of an invented meeting."""

from __future__ import annotations

import pytest

from memcon.document import Document
from memcon.record import (
    Actor,
    Attribution,
    Engine,
    Event,
    Meeting,
    Record,
    Spans,
    Stance,
    Statement,
    Title,
)

ENGINE = Engine(version="0", model="sha256:0")

TALKS = (
    "“The lamps 𝔏 stay lit,” Dara Quill, the harbour minister, told Ossel. “Every night.”\r\n"
    "\r\n"
    "She added that Kestria had warned her that\nfog was near.\r\n"
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
    """A discontinuous direct quotation, and an attribution nested in another, with CRLF line ends."""
    title = find(TALKS, "harbour minister")
    quill = Actor(
        id="p1", name="Dara Quill", kind="person", titles=("harbour minister",), country="XK",
        title_spans=(Title(words="harbour minister", span=title[0], how="apposition"),),
        mentions=find(TALKS, "Dara Quill", "the harbour minister", "She"),
        forms=("name", "title", "pronoun"), identifiers={"wikidata": "Q0"},
    )  # fmt: skip
    kestria = Actor(id="p2", name="Kestria", kind="state", country="XK",
                    mentions=find(TALKS, "Kestria"))  # fmt: skip
    ossel = Actor(id="p3", name="Ossel", kind="state", mentions=find(TALKS, "Ossel"))
    inner = "that\nfog was near"
    return Record(
        document=Document(name="talks.txt", text=TALKS, genre="report", language="en",
                          title="Lamps; and “fog”", publisher="Harbour News", date="2024-03-05"),
        attributions=(
            Attribution(
                id="a1", source=find(TALKS, "Dara Quill, the harbour minister,"),
                cue=find(TALKS, "told"),
                content=find(TALKS, "“The lamps 𝔏 stay lit,”", "“Every night.”"),
                type="direct", speaker="p1", addressee="p3", confidence=0.9,
            ),
            Attribution(
                id="a2", source=find(TALKS, "She"), cue=find(TALKS, "added"),
                content=find(TALKS, "that Kestria had warned her " + inner),
                type="indirect", speaker="p1", confidence=0.8,
            ),
            Attribution(
                id="a3", source=find(TALKS, "Kestria"), cue=find(TALKS, "had warned"),
                content=find(TALKS, inner), type="indirect", parent="a2", speaker="p2",
                addressee="p1", confidence=0.4,
            ),
        ),
        actors=(quill, kestria, ossel),
        statements=(
            Statement(id="s1", attribution="a1", speech_act="assertive", act="state",
                      topics=("the lamps",)),
            Statement(id="s2", attribution="a2", act="state",
                      stances=(Stance(target="p2", polarity=-1, evidence=find(TALKS, "warned"),
                                      confidence=0.7, mention=find(TALKS, "Kestria")[0]),)),
        ),
        events=(
            Event(id="e1", type="THREATEN", mode="verbal", modality="occurred", sources=("p2",),
                  targets=("p1",), span=find(TALKS, "had warned her"), attribution="a2",
                  score=-4.4, date="2024-03-05"),
        ),
        meeting=Meeting(participants=("p1",), place="the Lamp Room", gifts=("a wick", "a map")),
        engine=ENGINE,
    )  # fmt: skip


@pytest.fixture
def empty() -> Record:
    """A Record of a text in which nobody says anything."""
    return Record(document=Document(name="empty.txt", text="Rain fell.\n"), engine=ENGINE)
