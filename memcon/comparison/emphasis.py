"""Emphasis: whose words and which topics take how much of each account, and in what order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from memcon.comparison.account import Account
from memcon.comparison.actors import Cast
from memcon.comparison.model import Emphasis, Share
from memcon.comparison.topics import find_topics
from memcon.comparison.units import Unit

#: Topics that are told at most, those of most words first.
MOST = 12


def find_emphasis(accounts: Sequence[Account], people: Cast) -> Emphasis:
    """Shares of the reported words of each account; what a frame holds is its own units'."""
    units = [[u for u in account.units if not u.frame] for account in accounts]
    lengths = [
        [_words(account, unit) for unit in each]
        for account, each in zip(accounts, units, strict=True)
    ]
    totals = [sum(each) for each in lengths]
    speakers: defaultdict[str, list[list[int]]] = defaultdict(lambda: [[] for _ in accounts])
    for account, each in zip(accounts, units, strict=True):
        for number, unit in enumerate(each):
            name = people.name(account.number, unit.speakers[0] if unit.speakers else None)
            speakers[name or ""][account.number].append(number)
    topics = {}
    for topic in find_topics(accounts):
        kept = [
            [k for k, unit in enumerate(each) if _number(account, unit) in held]
            for account, each, held in zip(accounts, units, topic.units, strict=True)
        ]
        topics[topic.name] = kept
    return Emphasis(
        speakers=_shares(speakers.items(), lengths, totals),
        topics=_shares(topics.items(), lengths, totals)[:MOST],
        words=tuple(totals),
    )


def _number(account: Account, unit: Unit) -> int:
    return next(n for n, other in enumerate(account.units) if other is unit)


def _words(account: Account, unit: Unit) -> int:
    """Words that a unit reports, of its content alone."""
    inside = (i for span in unit.spans for i in account.reading.inside(span))
    return sum(account.reading.form[i][0].isalnum() for i in inside)


def _shares(
    held: Iterable[tuple[str, list[list[int]]]], lengths: list[list[int]], totals: list[int]
) -> tuple[Share, ...]:
    """Most words over all accounts first; each with its place in the order of each account."""
    rows = list(held)
    orders: list[dict[str, int]] = []
    for n in range(len(totals)):
        firsts = sorted((min(row[n]), -len(row[n]), name) for name, row in rows if row[n])
        orders.append({name: place for place, (_, _, name) in enumerate(firsts, start=1)})
    out = []
    for name, row in rows:
        shares = tuple(
            round(sum(lengths[n][k] for k in row[n]) / totals[n], 3) if totals[n] else 0.0
            for n in range(len(totals))
        )
        out.append(
            Share(name=name, shares=shares, order=tuple(order.get(name) for order in orders))
        )
    return tuple(sorted(out, key=lambda s: (-sum(s.shares), s.name)))
