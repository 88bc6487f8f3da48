"""A relation: an attribution before it has an id, a parent and a speaker."""

from __future__ import annotations

from dataclasses import dataclass, replace

from memcon.spans import Spans


@dataclass(frozen=True, slots=True)
class Relation:
    """Source, cue and content spans, each in the order of the text.

    :param confidence: 0 to 1.
    :param frame: whether the form of the publication gives it (a speaker label, “attributable to”,
        a signature) rather than a sentence.
    :param verbatim: whether the content is the speaker's own words though no marks say so, as in a
        turn of a transcript.
    """

    source: Spans
    cue: Spans
    content: Spans
    confidence: float = 1.0
    frame: bool = False
    verbatim: bool = False

    def ending(self, end: int) -> Relation:
        """The relation, its content ending there."""
        return replace(self, content=(*self.content[:-1], (self.content[-1][0], end)))
