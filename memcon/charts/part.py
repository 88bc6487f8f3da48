"""A part of a Record: of all that it tells, what a chart is asked to show."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.record import Record


@dataclass(frozen=True, slots=True)
class Part:
    """A Record, and what of it counts; None where all of it does.

    :param attributions: ids; of events, those told in these attributions count.
    :param sources: ids of actors who speak or act; `targets` of those who are spoken of or acted on.
    """

    record: Record
    attributions: frozenset[str] | None = None
    sources: frozenset[str] | None = None
    targets: frozenset[str] | None = None

    def told_in(self, attribution: str | None) -> bool:
        """Whether what that attribution tells counts."""
        return self.attributions is None or attribution in self.attributions

    def joins(self, source: str, target: str) -> bool:
        """Whether what the one says of the other, or does to it, counts."""
        return self.by(source) and self.on(target)

    def by(self, source: str) -> bool:
        """Whether what that actor says or does counts."""
        return self.sources is None or source in self.sources

    def on(self, target: str) -> bool:
        """Whether what is said of that actor, or done to it, counts."""
        return self.targets is None or target in self.targets


def part(of: Record | Part) -> Part:
    """The part itself; of a Record, the whole."""
    return of if isinstance(of, Part) else Part(of)
