"""All that is otherwise in the members of a group, by kind."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from memcon.comparison.account import Account
from memcon.comparison.actors import Cast
from memcon.comparison.changes.act import acts
from memcon.comparison.changes.dating import dating
from memcon.comparison.changes.directness import directness
from memcon.comparison.changes.hedging import hedging
from memcon.comparison.changes.limiting import limiting
from memcon.comparison.changes.negation import negations
from memcon.comparison.changes.number import numbers
from memcon.comparison.changes.parties import parties
from memcon.comparison.changes.side import Side
from memcon.comparison.changes.stance import stances
from memcon.comparison.limits import conditions_of, exceptions_of
from memcon.comparison.model import Change


def find_changes(
    accounts: Sequence[Account], groups: Sequence[tuple[int, ...]], people: Cast
) -> tuple[Change, ...]:
    """What is otherwise in the members of one group.

    :param groups: numbers of units, one tuple an account, the one that matters most first.
    """
    sides = [
        Side(account, tuple(account.units[n] for n in group)) if group else None
        for account, group in zip(accounts, groups, strict=True)
    ]
    return tuple(
        chain(
            parties(sides, people),
            acts(sides),
            directness(sides),
            stances(sides, people),
            negations(sides),
            hedging(sides),
            limiting(sides, "condition", conditions_of),
            limiting(sides, "exception", exceptions_of),
            numbers(sides),
            dating(sides),
        )
    )
