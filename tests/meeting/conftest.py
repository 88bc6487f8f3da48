"""A text, its actors as memcon finds them, and the meeting that it tells of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.actors.reading import Reading
from memcon.actors.speakers import name_speakers
from memcon.attribution.assemble import assemble
from memcon.attribution.frames import find_frames
from memcon.document import Document
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations
from memcon.layout.plain import plain
from memcon.layout.reading import Layout
from memcon.meeting import find_meeting
from memcon.record import Actor, Engine, Fact, Meeting, Record


class Met:
    """The meeting of one text, with names for ids."""

    def __init__(self, text: str, actors: list[Actor], meeting: Meeting) -> None:
        self.text, self.meeting = text, meeting
        self.names = {a.id: a.name for a in actors}

    @property
    def participants(self) -> list[str]:
        return [self.names[id] for id in self.meeting.participants]

    @property
    def roles(self) -> dict[str, str]:
        return {self.names[r.actor]: r.role for r in self.meeting.roles}

    def facts(self, kind: str) -> list[Fact]:
        return [f for f in self.meeting.facts if f.kind == kind]

    def words(self, kind: str) -> list[str]:
        return [f.words for f in self.facts(kind)]

    def gifts(self) -> list[tuple[str, str | None, str | None]]:
        """What, from whom, to whom."""
        return [
            (f.words, self.names.get(f.giver or ""), self.names.get(f.receiver or ""))
            for f in self.facts("gift")
        ]


@pytest.fixture(scope="session")
def meet() -> Callable[..., Met]:
    """Read a text for its meeting; of the attributions only the turns of a transcript are there."""

    def read(text: str, date: str | None = None, genre: str = "report") -> Met:
        words, quotations = parse(text), find_quotations(text)
        frames = find_frames(Layout(plain(text)), quotations, genre)
        attributions = assemble(frames, quotations, text)
        attributions, actors = name_speakers(attributions, Reading(words), quotations, date)
        document = Document(name="text", text=text, date=date)
        meeting = find_meeting(document, Reading(words), attributions, actors, quotations)
        # A Record that breaks an invariant cannot be made.
        Record(
            document=document, attributions=tuple(attributions), actors=tuple(actors),
            meeting=meeting, engine=Engine(version="0", model="sha256:0"),
        )  # fmt: skip
        return Met(text, actors, meeting)

    return read
