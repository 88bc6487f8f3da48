"""“Her office”, “his lawyer”: whoever has no name but is somebody's, and so is called by whose.

The same words behind another “her” are somebody else's.
"""

from __future__ import annotations

from memcon.actors.cast import Cast, Figure
from memcon.actors.phrases import kind_of

#: Pronouns that may stand for an owner who is named.
OWNING = {"his", "her", "its"}


class Owned:
    """Finds, or makes, those who are somebody's."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._figures: dict[tuple[int, str], Figure] = {}

    def find(self, first: int, last: int, head: int, owner: Figure) -> Figure | None:
        """The figure of a phrase that begins with a pronoun for the owner; None if that has no name.

        :param first, last: words of the phrase, both included.
        """
        if not (owner.named or owner.kind == "state"):
            return None
        reading = self.cast.reading
        noun = reading.text(first + 1, last)
        key = owner.order, noun.casefold()
        if key not in self._figures:
            kind = kind_of(reading, first, last, head)
            self._figures[key] = self.cast.add(
                Figure(kind, f"{owner.name}'s {noun}", named=False, state=owner.state)
            )
        return self._figures[key]
