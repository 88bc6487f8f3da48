"""Moving: the parts of a Record that were read in the plain text, with the spans of the document."""

from __future__ import annotations

from typing import Any

from memcon.document import readable
from memcon.layout.plain import Plain
from memcon.record import Actor, Attribution, Event, Meeting, Statement
from memcon.spans import Spans

_OF_ATTRIBUTIONS = ("source", "cue", "content")
_OF_STATEMENTS = (
    "act_evidence", "conditions", "exceptions", "negations", "commitments", "insertions",
)  # fmt: skip


class Moving:
    """Moves parts from a plain text to the document's.

    :param text: the document's, for what is told in its own words.
    """

    def __init__(self, plain: Plain, text: str) -> None:
        self._plain = plain
        self._text = text

    def attribution(self, part: Attribution) -> Attribution:
        """An attribution."""
        return self._moved(part, _OF_ATTRIBUTIONS)

    def actor(self, part: Actor) -> Actor:
        """An actor."""
        titles = tuple(t.model_copy(update={"span": self._span(t.span)}) for t in part.title_spans)
        moved: Actor = self._moved(part, ("mentions",))
        return moved.model_copy(update={"title_spans": titles})

    def statement(self, part: Statement) -> Statement:
        """A statement."""
        stances = tuple(
            self._moved(stance, ("evidence",)).model_copy(
                update={"mention": stance.mention and self._span(stance.mention)}
            )
            for stance in part.stances
        )
        moved: Statement = self._moved(part, _OF_STATEMENTS)
        return moved.model_copy(update={"stances": stances})

    def event(self, part: Event) -> Event:
        """An event."""
        moved: Event = self._moved(part, ("span",))
        return moved

    def meeting(self, part: Meeting) -> Meeting:
        """A meeting, with its facts in the very words of the document."""
        facts = tuple(self._quoted(fact) for fact in part.facts)
        roles = tuple(self._quoted(role) for role in part.roles)
        return part.model_copy(update={"facts": facts, "roles": roles})

    def _quoted(self, part: Any) -> Any:
        start, end = self._span(part.span)
        words = readable(self._text[start:end])
        return part.model_copy(update={"span": (start, end), "words": words})

    def _span(self, span: tuple[int, int]) -> tuple[int, int]:
        return self._plain.span(span)

    def _moved(self, part: Any, names: tuple[str, ...]) -> Any:
        spans: dict[str, Spans] = {
            name: tuple(map(self._plain.span, getattr(part, name))) for name in names
        }
        return part.model_copy(update=spans)
