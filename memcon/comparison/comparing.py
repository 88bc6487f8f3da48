"""Comparing: Records of one meeting in, their Comparison out.

Everything is worked out in an order of the accounts that hangs on their texts alone, and given back
in the order asked for: so the comparison of B with A is the mirror of that of A with B.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from memcon.comparison.account import Account, open_accounts
from memcon.comparison.actors import Cast, cast
from memcon.comparison.alignment import Group, align
from memcon.comparison.changes import find_changes
from memcon.comparison.emphasis import find_emphasis
from memcon.comparison.facts import find_facts
from memcon.comparison.likeness import Embed, embed_units, likeness, traits
from memcon.comparison.model import AccountName, Comparison, Pair, StatementWords
from memcon.comparison.order import reordered
from memcon.comparison.sameness import find_doubts
from memcon.comparison.summary import summarise
from memcon.comparison.wording import find_wording
from memcon.errors import MemconError
from memcon.record import Record


class ComparisonError(MemconError):
    """There is nothing to compare."""


def compare(*records: Record, embed: Embed | None = None) -> Comparison:
    """Lay accounts of one meeting side by side.

    :param records: two or more, as `memcon.read` gives them.
    :param embed: sentences to vectors of length 1; default the shipped encoder's.
    :returns: the Comparison; whether the accounts are of one meeting is told by its `doubts`.
    :raises ComparisonError: if there are fewer than two Records.
    """
    if len(records) < 2:
        raise ComparisonError("comparing takes two accounts or more; give another Record")
    keys = [(r.document.sha256, r.document.name, r.to_json()) for r in records]
    order = sorted(range(len(records)), key=lambda n: keys[n])
    comparison = _compare([records[n] for n in order], embed or shipped())
    back = [order.index(n) for n in range(len(records))]
    given = reordered(comparison, back)
    return given.model_copy(update={"summary": summarise(given)})


def shipped() -> Embed:
    """The sentence embedding of the shipped encoder, which is loaded when it is first used."""
    from memcon.language.embedding import embed

    return embed


def _compare(records: Sequence[Record], embed: Embed) -> Comparison:
    accounts = open_accounts(records)
    people = cast(records)
    groups = _aligned(accounts, people, embed)
    facts = find_facts(accounts, people, groups)
    pairs = [
        (
            _place(group, accounts),
            Pair(
                members=tuple(
                    tuple(id for n in units for id in account.units[n].ids)
                    for account, units in zip(accounts, group.members, strict=True)
                ),
                likeness=group.likeness,
                changes=find_changes(accounts, _core_first(group), people),
            ),
        )
        for group in groups
    ]
    pairs.sort(key=lambda pair: (pair[0], pair[1].members))
    paired = [{n for group in groups for n in group.members[a.number]} for a in accounts]
    return Comparison(
        accounts=tuple(_name(record) for record in records),
        doubts=find_doubts(accounts, people, facts),
        facts=facts,
        pairs=tuple(pair for _, pair in pairs),
        only=tuple(_left(a, paired[a.number], frames=False) for a in accounts),
        frames=tuple(_left(a, paired[a.number], frames=True) for a in accounts),
        emphasis=find_emphasis(accounts, people),
        words=find_wording(accounts, people, facts),
        statements=tuple(_statements(account, people) for account in accounts),
    )


def _name(record: Record) -> AccountName:
    document = record.document
    return AccountName(
        name=document.name, sha256=document.sha256, date=document.date, title=document.title
    )


def _aligned(accounts: Sequence[Account], people: Cast, embed: Embed) -> tuple[Group, ...]:
    vectors = embed_units(accounts, embed)
    each = [traits(account, people, vectors) for account in accounts]
    matrices: dict[tuple[int, int], NDArray[np.float64]] = {}
    for one, other in combinations(accounts, 2):
        matrix = likeness(each[one.number], each[other.number], people)
        frames = [np.array([u.frame for u in a.units], dtype=bool) for a in (one, other)]
        if matrix.size:
            # What is in a frame is compared, and not the frame.
            matrix[frames[0][:, None] | frames[1][None, :]] = 0.0
        matrices[one.number, other.number] = matrix
    return align([len(a.units) for a in accounts], matrices, range(len(accounts)))


def _core_first(group: Group) -> list[tuple[int, ...]]:
    """The members of each account, the one that was assigned before those that joined it."""
    return [
        tuple(sorted(units, key=lambda n: (n != first, n)))
        for units, first in zip(group.members, group.core, strict=True)
    ]


def _place(group: Group, accounts: Sequence[Account]) -> float:
    """Where on average it stands in the accounts, 0 to 1."""
    places = [
        account.units[n].start / max(len(account.record.text), 1)
        for account, units in zip(accounts, group.members, strict=True)
        for n in units[:1]
    ]
    return round(sum(places) / len(places), 9)


def _left(account: Account, paired: set[int], *, frames: bool) -> tuple[str, ...]:
    return tuple(
        id
        for n, unit in enumerate(account.units)
        if n not in paired and unit.frame == frames
        for id in unit.ids
    )


def _statements(account: Account, people: Cast) -> tuple[StatementWords, ...]:
    out = []
    for unit in account.units:
        for number, (statement, attribution) in enumerate(
            zip(unit.statements, unit.attributions, strict=True)
        ):
            spans = unit.spans if number == 0 else attribution.content
            out.append(
                StatementWords(
                    id=statement.id,
                    speaker=people.name(account.number, attribution.speaker),
                    cue=" ".join(account.record.words(attribution.cue).split()),
                    text=" ".join(account.record.words(spans).split()),
                    spans=spans,
                    nested=number > 0,
                )
            )
    return tuple(out)
