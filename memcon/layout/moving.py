"""Moving: the parts of a Record that were read in the plain text, with the spans of the document."""

from __future__ import annotations

from itertools import chain
from typing import Any

from memcon.document import readable
from memcon.layout.marks import as_written
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
        given = tuple(
            t.model_copy(update={"span": self._span(t.span), "words": self._written(t.words)})
            for t in part.title_spans
        )
        titles = tuple(map(self._written, part.titles))
        mentions = tuple(map(self._span, part.mentions))
        name = self._written(part.name)
        update = {"mentions": mentions, "name": name, "titles": titles, "title_spans": given}
        return part.model_copy(update=update)

    def statement(self, part: Statement) -> Statement:
        """A statement."""
        stances = tuple(
            self._moved(stance, ("evidence",)).model_copy(
                update={"mention": stance.mention and self._span(stance.mention)}
            )
            for stance in part.stances
        )
        moved: Statement = self._moved(part, _OF_STATEMENTS)
        topics = tuple(map(self._written, part.topics))
        return moved.model_copy(update={"stances": stances, "topics": topics})

    def event(self, part: Event) -> Event:
        """An event."""
        moved: Event = self._moved(part, ("span",))
        return moved.model_copy(update={"place": part.place and self._written(part.place)})

    def meeting(self, part: Meeting) -> Meeting:
        """A meeting, with its facts in the very words of the document."""
        facts = tuple(self._quoted(fact) for fact in part.facts)
        roles = tuple(self._quoted(role) for role in part.roles)
        told = {"facts": facts, "roles": roles, "gifts": tuple(map(self._written, part.gifts))}
        return part.model_copy(update={**told, "place": part.place and self._written(part.place)})

    def _quoted(self, part: Any) -> Any:
        start, end = self._span(part.span)
        words = readable(self._text[start:end])
        return part.model_copy(update={"span": (start, end), "words": words})

    def _written(self, words: str) -> str:
        return as_written(words, self._text)

    def _span(self, span: tuple[int, int]) -> tuple[int, int]:
        return self._plain.span(span)

    def _moved(self, part: Any, names: tuple[str, ...]) -> Any:
        spans: dict[str, Spans] = {
            name: tuple(chain.from_iterable(map(self._plain.spans, getattr(part, name))))
            for name in names
        }
        return part.model_copy(update=spans)
