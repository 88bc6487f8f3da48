"""Numbers: which of them the accounts share, and which differ.

That two numbers are of the same thing is taken only from statements that are aligned, or from what is
counted where each account counts it once: 200 places here and 300 there may be two matters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from memcon.comparison.account import Account
from memcon.comparison.alignment import Group
from memcon.comparison.model import ComparedFact, Value
from memcon.comparison.numbers import NUMBER_WORDS, Quantity
from memcon.comparison.occasion import verdict_of
from memcon.comparison.stems import content_stems
from memcon.record import Span
from memcon.spans import overlap

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def number_facts(
    accounts: Sequence[Account], groups: Sequence[Group], told_of: Sequence[ComparedFact]
) -> Iterator[ComparedFact]:
    """Each number with what it counts, once.

    :param told_of: facts of the occasion, whose numbers are compared already.
    """
    taken = [
        [f.values[n].span for f in told_of if f.fact in ("date", "duration") and f.values[n]]  # type: ignore[union-attr]
        for n in range(len(accounts))
    ]
    left = [_told(account, spans) for account, spans in zip(accounts, taken, strict=True)]
    aligned = [_places(account, groups, n) for n, account in enumerate(accounts)]
    rows: list[list[Quantity | None]] = []
    for same_value in (True, False):
        for n, here in enumerate(left):
            for quantity in list(here):
                row: list[Quantity | None] = [None] * len(accounts)
                row[n] = quantity
                for m, there in enumerate(left):
                    if m > n:
                        row[m] = _match(
                            quantity, there, aligned[n], aligned[m], left[n], same_value
                        )
                if sum(q is not None for q in row) > 1:
                    rows.append(row)
                    for m, found in enumerate(row):
                        if found:
                            left[m].remove(found)
    rows += [
        [q if m == n else None for m in range(len(accounts))]
        for n, here in enumerate(left) for q in here
    ]  # fmt: skip
    for row in rows:
        values = tuple(
            Value(account=n, text=shown(accounts[n], q), normal=q.normal, span=q.span, bound=q.bound)
            if q else None
            for n, q in enumerate(row)
        )  # fmt: skip
        told = [q for q in row if q]
        money = {q.unit for q in told if q.measure == "money"}
        same = len({(q.value, q.bound.replace("~", "")) for q in told}) == 1 and len(money) < 2
        yield ComparedFact(fact="number", values=values, verdict=verdict_of(values, same))


def shown(account: Account, quantity: Quantity) -> str:
    """A number with what it counts: “around two hundred places”."""
    start, end = quantity.span
    bounded = account.text((start, end))
    rest = quantity.noun.removeprefix(bounded)
    return f"{bounded}{rest}" if rest != quantity.noun else _joined(bounded, quantity.noun)


def _joined(bounded: str, noun: str) -> str:
    """“Around two hundred” and “two hundred places” as “around two hundred places”."""
    for cut in range(len(bounded)):
        if noun.startswith(bounded[cut:]):
            return bounded[:cut] + noun
    return bounded


def _told(account: Account, spans: Sequence[Span]) -> list[Quantity]:
    """The numbers, each once, without how long the meeting took."""
    taken = [*spans]
    taken += [f.span for f in account.record.meeting.facts if f.kind in ("duration", "date")]
    out: dict[str, Quantity] = {}
    for quantity in account.quantities:
        if not overlap((quantity.span,), taken):
            out.setdefault(quantity.normal, quantity)
    # “95 million people … more than 95 million”: a bare number is of what was counted before.
    counted = {q.value for q in out.values() if q.unit}
    return [q for q in out.values() if q.unit or q.value not in counted]


def _places(account: Account, groups: Sequence[Group], number: int) -> dict[Span, set[int]]:
    """Of each number, the groups in whose words it stands."""
    out: dict[Span, set[int]] = {q.span: set() for q in account.quantities}
    for g, group in enumerate(groups):
        for u in group.members[number]:
            for quantity in account.quantities_of(account.units[u]):
                out[quantity.span].add(g)
    return out


def _match(
    quantity: Quantity,
    others: Sequence[Quantity],
    here: dict[Span, set[int]],
    there: dict[Span, set[int]],
    own: Sequence[Quantity],
    same_value: bool,
) -> Quantity | None:
    """The number of another account that is the same, or another of the same thing."""
    if same_value:
        alike = [q for q in others if q.value == quantity.value]
        exact = [q for q in alike if q.unit == quantity.unit]
        stems = _counted(quantity)
        near = [
            q for q in alike
            if stems & _counted(q) or any(_kin(a, b) for a in stems for b in _counted(q))
            or here[quantity.span] & there[q.span]
        ]  # fmt: skip
        # So odd a number is hardly there twice for two things: 12,000 refugees, 12,000 people.
        odd = quantity.value >= 1_000 or (quantity.value > 20 and quantity.value % 10 != 0)
        return next(iter([*exact, *near, *(alike if odd and len(alike) == 1 else [])]), None)
    together = [
        q for q in others
        if q.measure == quantity.measure and q.unit and here[quantity.span] & there[q.span]
        and q.normal != quantity.normal
    ]  # fmt: skip
    if together:
        return together[0]
    counted = [
        q for q in others if q.unit == quantity.unit and q.unit and q.value != quantity.value
    ]
    once = Counter(q.unit for q in own)[quantity.unit] == 1 == len(counted)
    phrase = _counted(quantity)
    rare = once and quantity.unit not in _COMMON_UNITS
    alike = [q for q in counted if phrase == _counted(q)]
    return alike[0] if rare and alike else None


#: What many things are counted in: two such numbers are of one thing only in aligned statements.
_COMMON_UNITS = {"share", "time", "year", "month", "week", "day", "hour", "minute", "dollar", "pound",
                 "euro", "person", "country", "meter", "kilometer", "ton"}  # fmt: skip


def _counted(quantity: Quantity) -> frozenset[str]:
    """Stems of what is counted, without the number."""
    words = [w for w in _WORD.findall(quantity.noun) if w.casefold() not in NUMBER_WORDS]
    return content_stems(words)


def _kin(one: str, other: str) -> bool:
    """Whether two stems are of one root: rescuers and rescue workers."""
    return len(one) > 4 and one[:5] == other[:5]
