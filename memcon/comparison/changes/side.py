"""Side: what one account says in a pair of statements that say the like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.comparison.account import Account
from memcon.comparison.model import Change, ChangeName, Told
from memcon.comparison.units import Unit
from memcon.record import Attribution, Span, Spans, Statement


@dataclass(frozen=True)
class Side:
    """What one account says in a pair: its units, which may be several."""

    account: Account
    units: tuple[Unit, ...]

    @property
    def spans(self) -> Spans:
        """The words of all units."""
        return tuple(sorted(span for unit in self.units for span in unit.spans))

    @property
    def around(self) -> Spans:
        """The sentences in which the words of all units stand.

        A reading may end a content before its last phrase, which is told all the same.
        """
        reading = self.account.reading
        numbers = {reading.sentence[i] for span in self.spans for i in reading.inside(span)}
        sentences = (reading.of_sentence(n) for n in sorted(numbers))
        return tuple((reading.start[s[0]], reading.end[s[-1]]) for s in sentences)

    def statements(self) -> Iterator[tuple[Statement, Attribution]]:
        """All statements with their attributions."""
        for unit in self.units:
            yield from zip(unit.statements, unit.attributions, strict=True)

    def told(self, text: str, normal: str, span: Span | None) -> Told:
        """Words of this side."""
        return Told(account=self.account.number, text=text, normal=normal, span=span)


def change(kind: ChangeName, values: Sequence[Told | None], target: str | None = None) -> Change:
    """A change, from what each account has."""
    return Change(change=kind, values=tuple(values), target=target)


def low(text: str) -> list[str]:
    """Words in small letters, without marks."""
    return [word.strip(',.;:“”"').casefold() for word in text.split()]
