"""Standing phrases: what one speaker says in later documents, beside what was said in earlier ones.

A phrase is *dropped* if nothing like it is said later, *added* if nothing like it was said earlier;
else it is *kept*, *hardened*, *softened* or otherwise *changed*, by what is different in it: a stronger
act (`memcon.comparison.strength`), a hedge, condition or exception gone harden it, the reverse softens
it. A negation or a number that is new tells no direction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from memcon.comparison.account import Account, open_accounts
from memcon.comparison.actors import Cast, cast
from memcon.comparison.agreement import AGREES, features_of
from memcon.comparison.alignment import align
from memcon.comparison.changes import find_changes
from memcon.comparison.comparing import ComparisonError, shipped
from memcon.comparison.likeness import Embed, Traits, embed_units, likeness, traits
from memcon.comparison.model import AccountName, Change, StatementWords
from memcon.comparison.units import Unit
from memcon.record import Part, Record
from memcon.registry.comparison import compare as compare_actors
from memcon.registry.names import normal_name

Verdict = Literal["dropped", "added", "hardened", "softened", "changed", "kept"]
#: In the order in which they are told.
VERDICTS: tuple[Verdict, ...] = ("hardened", "softened", "changed", "dropped", "added", "kept")
#: Likeness of what is the same phrase word for word.
_SAME = 0.97


class Phrase(Part):
    """What a speaker says once, in the words of one document.

    :param document: number of the document, among the earlier or the later ones.
    """

    document: int
    said: StatementWords


class Standing(Part):
    """A phrase then and now.

    :param old: where it was said earlier, empty if it is new.
    :param new: where it is said later, empty if it was dropped.
    :param changes: between the likest two of them; values are `[old, new]`.
    """

    verdict: Verdict
    old: tuple[Phrase, ...] = ()
    new: tuple[Phrase, ...] = ()
    likeness: float | None = None
    changes: tuple[Change, ...] = ()


class Difference(Part):
    """What became of a speaker's standing phrases."""

    speaker: str
    old: tuple[AccountName, ...]
    new: tuple[AccountName, ...]
    phrases: tuple[Standing, ...] = ()

    def to_json(self, *, indent: int | None = None) -> str:
        """The JSON form."""
        return self.model_dump_json(indent=indent)

    def of(self, verdict: Verdict) -> tuple[Standing, ...]:
        """The phrases of that verdict."""
        return tuple(p for p in self.phrases if p.verdict == verdict)


@dataclass(frozen=True)
class _Said:
    """A unit of the speaker's, with where it stands."""

    account: Account
    document: int
    number: int
    unit: Unit
    traits: Traits


def diff(
    old: Sequence[Record], new: Sequence[Record], speaker: str, *, embed: Embed | None = None
) -> Difference:
    """Compare what a speaker says in later documents with what was said in earlier ones.

    :param speaker: a name; the last name alone will do if it fits nobody else.
    :param embed: sentences to vectors of length 1; default the shipped encoder's.
    :raises ComparisonError: if nobody of that name speaks in the earlier or in the later documents.
    """
    records = [*old, *new]
    accounts = open_accounts(records)
    people = cast(records)
    wanted = _called(records, people, speaker)
    vectors = embed_units(accounts, embed or shipped())
    sides: list[list[_Said]] = []
    for which, part in (("earlier", accounts[: len(old)]), ("later", accounts[len(old) :])):
        said = [found for n, a in enumerate(part) for found in _of(a, n, people, wanted, vectors)]
        if not said:
            raise ComparisonError(
                f"{speaker} says nothing in the {which} documents; those who do: "
                f"{', '.join(_speakers(part, people)) or 'nobody'}"
            )
        sides.append(said)
    return Difference(
        speaker=people.names[min(wanted)],
        old=tuple(_name(record) for record in old),
        new=tuple(_name(record) for record in new),
        phrases=_phrases(sides[0], sides[1], people),
    )


def _called(records: Sequence[Record], people: Cast, name: str) -> set[int]:
    """Numbers of those who may be called so."""
    full = normal_name(name, "state").words
    out = set()
    for number, record in enumerate(records):
        for actor in record.actors:
            found = compare_actors(features_of(record, actor), features_of(record, actor, name))
            if normal_name(actor.name, "state").words == full or (found and found.score >= AGREES):
                out.add(people.numbers[number, actor.id])
    if len({people.names[n] for n in out if people.kinds[n] == "person"}) > 1:
        exact = {n for n in out if normal_name(people.names[n], "state").words == full}
        if not exact:
            names = ", ".join(sorted(people.names[n] for n in out))
            raise ComparisonError(f"{name} may be any of {names}; give the whole name")
        return exact
    return out


def _of(
    account: Account, document: int, people: Cast, wanted: set[int], vectors: dict[str, np.ndarray]
) -> list[_Said]:
    out = []
    for number, (unit, of) in enumerate(
        zip(account.units, traits(account, people, vectors), strict=True)
    ):
        if not unit.frame and of.speakers & wanted:
            # All are one speaker's here.
            one = replace(of, speakers=frozenset({min(wanted)}))
            out.append(_Said(account, document, number, unit, one))
    return out


def _speakers(accounts: Sequence[Account], people: Cast) -> list[str]:
    names = {
        people.name(a.number, s) for a in accounts for u in a.units for s in u.speakers
    }  # fmt: skip
    return sorted(name for name in names if name)


def _phrases(old: list[_Said], new: list[_Said], people: Cast) -> tuple[Standing, ...]:
    matrix = likeness([s.traits for s in old], [s.traits for s in new], people)
    groups = align([len(old), len(new)], {(0, 1): matrix}, range(2))
    out = []
    for group in groups:
        i, j = max(
            ((i, j) for i in group.members[0] for j in group.members[1]),
            key=lambda pair: (matrix[pair], -pair[0], -pair[1]),
        )
        then, now = old[i], new[j]
        changes = find_changes((then.account, now.account), ((then.number,), (now.number,)), people)
        changes = tuple(c for c in changes if c.change not in ("speaker", "addressee", "form"))
        out.append(
            Standing(
                verdict=_verdict(changes, float(matrix[i, j])),
                old=tuple(_phrase(old[n], people) for n in group.members[0]),
                new=tuple(_phrase(new[n], people) for n in group.members[1]),
                likeness=group.likeness,
                changes=changes,
            )
        )
    paired = [{n for group in groups for n in group.members[side]} for side in (0, 1)]
    out += [
        Standing(verdict="dropped", old=(_phrase(said, people),))
        for n, said in enumerate(old) if n not in paired[0]
    ]  # fmt: skip
    out += [
        Standing(verdict="added", new=(_phrase(said, people),))
        for n, said in enumerate(new) if n not in paired[1]
    ]  # fmt: skip
    return tuple(sorted(out, key=lambda standing: VERDICTS.index(standing.verdict)))


def _verdict(changes: Sequence[Change], alike: float) -> Verdict:
    if not changes or alike >= _SAME:
        return "kept"
    way = sum(_way(change) for change in changes)
    return "hardened" if way > 0 else "softened" if way < 0 else "changed"


def _way(change: Change) -> int:
    """1 where the change hardens what is said, −1 where it softens it, 0 where it does neither."""
    before, after = change.values
    if change.change in ("act", "wording") and change.stronger is not None:
        return 1 if after and change.stronger == after.account else -1
    if change.change in ("hedge", "condition", "exception"):
        return (after is None) - (before is None)
    if change.change == "stance":
        signs = [int(value.normal) if value else 0 for value in (before, after)]
        return (signs[1] < signs[0]) - (signs[1] > signs[0])
    return 0


def _phrase(said: _Said, people: Cast) -> Phrase:
    unit, record = said.unit, said.account.record
    words = StatementWords(
        id=unit.statements[0].id,
        speaker=people.name(said.account.number, unit.root.speaker),
        cue=" ".join(record.words(unit.root.cue).split()),
        text=" ".join(record.words(unit.spans).split()),
        spans=unit.spans,
    )
    return Phrase(document=said.document, said=words)


def _name(record: Record) -> AccountName:
    document = record.document
    return AccountName(
        name=document.name, sha256=document.sha256, date=document.date, title=document.title
    )
