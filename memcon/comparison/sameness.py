"""Sameness: whether accounts are of one meeting, as far as they tell who was there and when.

They clearly are not if two of them name participants and share none (a state shares with its
minister), or if the days they give lie more than two days apart. Days nearer than that are doubted only:
it was another day elsewhere, or the day of publication. What an account does not tell is no reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from memcon.comparison.account import Account
from memcon.comparison.actors import Cast
from memcon.comparison.calendar import agree, days
from memcon.comparison.model import ComparedFact, Doubt

#: Days that are no further apart may be one, told from two time zones or by the day of publication.
_NEAR = timedelta(days=2)


def find_doubts(
    accounts: Sequence[Account], people: Cast, facts: Sequence[ComparedFact]
) -> tuple[Doubt, ...]:
    """Reasons to doubt it; none if nothing speaks against it."""
    return (*_of_participants(accounts, people), *_of_dates(accounts, facts))


def _of_participants(accounts: Sequence[Account], people: Cast) -> Iterator[Doubt]:
    for one, other in combinations(accounts, 2):
        left, right = _there(one, people), _there(other, people)
        if not left or not right:
            continue
        spoken = [_spoken(one, people), _spoken(other, people)]
        if left & (right | spoken[1]) or right & spoken[0]:
            continue
        if any(people.akin(a, b) for a in left for b in right):
            continue
        names = [", ".join(sorted(people.names[n] for n in each)) for each in (left, right)]
        words = (
            f"{_name(one)} tells of {names[0]}, {_name(other)} of {names[1]}: no participant of one "
            "is in the other"
        )
        yield Doubt(reason="participants", words=words, sure=True)


def _there(account: Account, people: Cast) -> set[int]:
    found = {people.of(account.number, id) for id in account.record.meeting.participants}
    return {n for n in found if n is not None}


def _spoken(account: Account, people: Cast) -> set[int]:
    """Everybody who speaks or is named: a participant of one may be so in the other."""
    found = {people.of(account.number, a.id) for a in account.record.actors if a.mentions}
    return {n for n in found if n is not None}


def _of_dates(accounts: Sequence[Account], facts: Sequence[ComparedFact]) -> Iterator[Doubt]:
    fact = next((f for f in facts if f.fact == "date"), None)
    told = [value for value in fact.values if value] if fact else []
    for one, other in combinations(told, 2):
        if not agree(one.normal, other.normal):
            words = (
                f"{_name(accounts[one.account])} tells of {one.text} ({one.normal}), "
                f"{_name(accounts[other.account])} of {other.text} ({other.normal})"
            )
            yield Doubt(reason="date", words=words, sure=_far(one.normal, other.normal))


def _far(one: str, other: str) -> bool:
    left, right = days(one), days(other)
    if not left or not right:
        return False
    return max(right.first - left.last, left.first - right.last) > _NEAR


def _name(account: Account) -> str:
    return account.record.document.name
