"""Numbers and named things: which of them the accounts share, and which differ.

That two numbers are of the same thing is taken only from statements that are aligned, or from what is
counted where each account counts it once: 200 places here and 300 there may be two matters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from memcon.comparison.account import Account
from memcon.comparison.actors import Cast
from memcon.comparison.alignment import Group
from memcon.comparison.attendance import name_span
from memcon.comparison.model import ComparedFact, Value
from memcon.comparison.numbers import NUMBER_WORDS, Quantity
from memcon.comparison.occasion import verdict_of
from memcon.comparison.topics import content_stems
from memcon.record import Span
from memcon.spans import overlap

_NAME = re.compile(r"(?:[A-Z][\w’'-]+)(?:\s(?:of\s(?:the\s)?)?[A-Z][\w’'-]+)*")
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
        same = len({(q.value, q.bound.replace("~", "")) for q in told}) == 1
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
    return list(out.values())


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
            if stems & _counted(q) or _kin(q.unit, quantity.unit)
            or here[quantity.span] & there[q.span]
        ]  # fmt: skip
        # So odd a number is hardly there twice for two things: 12,000 refugees, 12,000 people.
        odd = quantity.value >= 1_000 or (quantity.value > 20 and quantity.value % 10 != 0)
        return next(iter([*exact, *near, *(alike if odd and len(alike) == 1 else [])]), None)
    counted = [
        q for q in others if q.unit == quantity.unit and q.unit and q.value != quantity.value
    ]
    together = [q for q in counted if here[quantity.span] & there[q.span]]
    if together:
        return together[0]
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
    """Whether two nouns are of one root: rescuers and rescue workers."""
    return len(one) > 4 and one[:5] == other[:5]


def thing_facts(accounts: Sequence[Account], people: Cast) -> Iterator[ComparedFact]:
    """Each thing that is named, once; persons too who were not at the meeting."""
    stems = [content_stems(_WORD.findall(account.record.text)) for account in accounts]
    rows: dict[frozenset[str], list[Value | None]] = {}
    for account in accounts:
        for thing in account.things:
            key = content_stems(thing.key) or frozenset(thing.key)
            home = next((k for k in rows if k <= key or key <= k), key)
            row = rows.setdefault(home, [None] * len(accounts))
            if row[account.number] is None:
                row[account.number] = Value(
                    account=account.number,
                    text=thing.text,
                    normal=" ".join(thing.key),
                    span=thing.span,
                )
    persons = {
        content_stems(name.split()) for name, kind in zip(people.names, people.kinds, strict=True)
        if kind == "person" and len(name.split()) > 1
    }  # fmt: skip
    for key, row in rows.items():
        if key in persons:
            continue
        for n, account in enumerate(accounts):
            if row[n] is None and key <= stems[n]:
                row[n] = _anywhere(account, key)
        yield ComparedFact(fact="named thing", values=tuple(row), verdict=verdict_of(row, True))
    yield from _persons(accounts, people, rows)


def _anywhere(account: Account, key: frozenset[str]) -> Value | None:
    """Where an account has a word of what another names, in a title or an adjective perhaps."""
    text = account.record.text
    # A name of one word is looked for by itself: it may stand in a title.
    for pattern, whole in ((_NAME, True), (_WORD, False))[len(key) == 1 :]:
        for match in pattern.finditer(text):
            stems = content_stems(_WORD.findall(match[0]))
            if match[0][0].isupper() and (key <= stems if whole else key & stems):
                words = account.text(match.span())
                return Value(
                    account=account.number, text=words, normal=words.casefold(), span=match.span()
                )
    return None


def _persons(
    accounts: Sequence[Account], people: Cast, things: Collection[frozenset[str]]
) -> Iterator[ComparedFact]:
    """Persons who are named and were not at the meeting.

    :param things: stems of what is told of already, which a reading may have taken for a person.
    """
    frames = {(u.account, u.root.speaker) for account in accounts for u in account.units if u.frame}
    rows: dict[int, list[Value | None]] = {}
    for account in accounts:
        for actor in account.record.actors:
            number = people.of(account.number, actor.id)
            if (
                number is None
                or people.kinds[number] != "person"
                or number in people.parties
                or "name" not in actor.forms
                or content_stems(people.names[number].split()) in things
                # Who signs the account is no part of what it tells.
                or (account.number, actor.id) in frames
            ):
                continue
            span = name_span(account, actor)
            row = rows.setdefault(number, [None] * len(accounts))
            row[account.number] = Value(
                account=account.number,
                text=account.text(span),
                normal=people.names[number],
                span=span,
            )
    for number, row in rows.items():
        key = content_stems(people.names[number].split()[-1:])
        for n, account in enumerate(accounts):
            if row[n] is None and key:
                row[n] = _anywhere(account, key)
        yield ComparedFact(fact="named thing", values=tuple(row), verdict=verdict_of(row, True))
