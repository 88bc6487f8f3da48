"""Who speaks and who is spoken to, where two accounts name different people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.comparison.actors import Cast
from memcon.comparison.changes.side import Side, change
from memcon.comparison.model import Change, ChangeName, Told


def parties(sides: Sequence[Side | None], people: Cast) -> Iterator[Change]:
    for kind in ("speaker", "addressee"):
        values: list[Told | None] = []
        numbers: list[set[int]] = []
        for side in sides:
            found = _numbered(side, kind, people) if side else {}
            values.append(next(iter(found.values()), None))
            if found:
                numbers.append(set(found))
        if len(numbers) > 1 and not _same_people(numbers, people):
            name: ChangeName = "speaker" if kind == "speaker" else "addressee"
            yield change(name, values)


def _numbered(side: Side, kind: str, people: Cast) -> dict[int, Told]:
    """Who speaks or is spoken to, by their numbers in the cast."""
    out: dict[int, Told] = {}
    for unit in side.units:
        for n in unit.chain:
            attribution = unit.attributions[n]
            id = attribution.speaker if kind == "speaker" else attribution.addressee
            number = people.of(side.account.number, id)
            actor = side.account.actors.get(id or "")
            if number is None or actor is None or actor.kind == "population":
                continue
            span = (attribution.source if kind == "speaker" else ()) or actor.mentions[:1]
            words = side.account.text(span[0]) if kind == "speaker" else people.names[number]
            out.setdefault(number, side.told(words, people.names[number], span[0]))
    return out


def _same_people(numbers: Sequence[set[int]], people: Cast) -> bool:
    """Whether nobody is named in whose stead another account has somebody else."""
    first, *rest = numbers
    for other in rest:
        if first & other or any(people.akin(a, b) for a in first for b in other):
            continue
        # Whom the reading took for a state, a body or the press need not be another.
        if not all(people.kinds[n] == "person" and n in people.parties for n in first | other):
            continue
        return False
    return True
