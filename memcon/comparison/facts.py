"""Facts: what the accounts tell of the meeting, value beside value."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import get_args

from memcon.comparison.account import Account
from memcon.comparison.actors import Cast
from memcon.comparison.alignment import Group
from memcon.comparison.attendance import attendance_facts
from memcon.comparison.counted import number_facts
from memcon.comparison.model import ComparedFact, FactName
from memcon.comparison.named import thing_facts
from memcon.comparison.occasion import occasion_facts
from memcon.comparison.outcomes import outcome_facts


def find_facts(
    accounts: Sequence[Account], people: Cast, groups: Sequence[Group]
) -> tuple[ComparedFact, ...]:
    """All facts, by kind, then as they come in the accounts on average."""
    occasion = tuple(occasion_facts(accounts))
    found = chain(
        attendance_facts(accounts, people),
        occasion,
        outcome_facts(accounts, people),
        number_facts(accounts, groups, occasion),
        thing_facts(accounts, people),
    )
    sizes = [max(len(account.record.text), 1) for account in accounts]
    kinds = get_args(FactName)

    def place(fact: ComparedFact) -> tuple[int, float, list[str]]:
        told = [v for v in fact.values if v]
        where = sum(v.span[0] / sizes[v.account] for v in told) / len(told)
        return kinds.index(fact.fact), round(where, 9), sorted(v.text for v in told)

    return tuple(sorted(found, key=place))
