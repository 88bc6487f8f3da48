"""Who stands how towards whom: the stances of a document counted, each with where it is told."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from memcon.record import Record, Stance
from memcon.report.meaning import POLARITY, doubt, evidence_in_words
from memcon.report.outline import NOBODY
from memcon.report.visible import line

#: The heading over it.
STANDING = "Who stands how towards whom"
#: The columns, in the order in which they are shown.
COLUMNS = (1, 0, -1)
#: So many stances of a kind are quoted, and so many more only placed; the rest is counted.
_QUOTED, _PLACED = 3, 8


@dataclass(frozen=True, slots=True)
class Citation:
    """A stance where it is told.

    :param id: of the attribution, as the report's margin has it; `number` is its position.
    :param words: that show it, cut if they are long; "" where they are not quoted.
    """

    id: str
    number: int
    words: str

    def __str__(self) -> str:
        """“a2 “praised””."""
        return f"{self.id} “{self.words}”" if self.words else self.id


@dataclass(frozen=True, slots=True)
class Cell:
    """Stances of one polarity of a holder towards a target."""

    polarity: int
    citations: tuple[Citation, ...]

    @property
    def word(self) -> str:
        """“positive”."""
        return POLARITY[self.polarity]

    def __str__(self) -> str:
        """“2: a2 “praised”, a5 “thanked””, "" if there is none."""
        if not self.citations:
            return ""
        shown = ", ".join(map(str, self.shown))
        return f"{len(self.citations)}: {shown}{f', and {self.more} more' if self.more else ''}"

    @property
    def shown(self) -> tuple[Citation, ...]:
        """The citations that a reader is shown, the first of them."""
        return self.citations[:_PLACED]

    @property
    def more(self) -> int:
        """How many more there are."""
        return len(self.citations) - len(self.shown)


@dataclass(frozen=True, slots=True)
class Row:
    """How one stands towards another; `cells` are in the order of `COLUMNS`."""

    holder: str
    target: str
    cells: tuple[Cell, ...]

    @property
    def neutral(self) -> bool:
        """Whether the holder stands neither way in any statement."""
        return all(cell.polarity == 0 or not cell.citations for cell in self.cells)


def standing(record: Record) -> tuple[Row, ...]:
    """The rows, holders in the order of the text, their targets too, the merely neutral ones last."""
    attributions = {a.id: (number, a) for number, a in enumerate(record.attributions)}
    names = {actor.id: line(actor.name) for actor in record.actors}
    found: dict[tuple[str, str], dict[int, list[tuple[str, int, Stance]]]] = {}
    holders: dict[str, None] = {}
    for statement in record.statements:
        number, attribution = attributions[statement.attribution]
        source = line(record.words(attribution.source))
        holder = names.get(attribution.speaker or "", "") or source or NOBODY
        for stance in statement.stances:
            holders.setdefault(holder)
            row = found.setdefault((holder, names[stance.target]), defaultdict(list))
            row[stance.polarity].append((line(attribution.id), number, stance))
    order = {holder: place for place, holder in enumerate(holders)}
    rows = [
        Row(holder, target, tuple(_cell(record, p, told[p]) for p in COLUMNS))
        for (holder, target), told in found.items()
    ]
    return tuple(sorted(rows, key=lambda row: (order[row.holder], row.neutral)))


def _cell(record: Record, polarity: int, told: list[tuple[str, int, Stance]]) -> Cell:
    citations = []
    for place, (id, number, stance) in enumerate(told):
        quoted = place < _QUOTED and polarity and stance.evidence
        words = evidence_in_words(record, stance.evidence) if quoted else ""
        citations.append(Citation(id + doubt(stance), number, words))
    return Cell(polarity, tuple(citations))
