"""Gifts, documents and next steps: matched across accounts by their words, one to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from memcon.comparison.account import Account
from memcon.comparison.actors import Cast
from memcon.comparison.calendar import agree
from memcon.comparison.model import ComparedFact, Value
from memcon.comparison.occasion import verdict_of
from memcon.comparison.stems import content_stems
from memcon.meeting.dates import read_day, resolve
from memcon.meeting.datewords import find_date_words
from memcon.record import Fact
from memcon.spans import overlap

Kind = Literal["gift", "document", "next step"]
KINDS: tuple[Kind, ...] = ("gift", "document", "next step")
#: Of the fewer words of two, so many have to be in the other: half.
_SHARED = 0.5
#: Telling words that a fact needs to be looked up by them.
_ENOUGH = 2
#: Code points within which a date behind the words belongs to them.
_NEAR = 20
#: Of its words so many have to be in the sentence.
_MOST_OF = 0.66
#: Words that any gift, document or next step can have.
_COMMON = content_stems(
    word
    for line in (
        "meet meeting visit next again invite talks leaders ministers agreement memorandum",
        "understanding sign signed countries sides presented gave early late spring summer autumn",
        "winter january february march april may june july august september october november",
        "december",
    )
    for word in line.split()
)


def outcome_facts(accounts: Sequence[Account], people: Cast) -> Iterator[ComparedFact]:
    """Each gift, document and next step once, with what each account has for it."""
    for kind in KINDS:
        for group in _matched(accounts, kind):
            if sum(fact is not None for fact in group) == 1:
                group = _looked_up(accounts, group)
            told = [(accounts[n], fact) for n, fact in enumerate(group) if fact]
            values = tuple(
                _value(accounts[n], fact) if fact else None for n, fact in enumerate(group)
            )
            same = all(
                _agree(a, f, b, g, people)
                for i, (a, f) in enumerate(told) for b, g in told[i + 1 :]
            )  # fmt: skip
            yield ComparedFact(fact=kind, values=values, verdict=verdict_of(values, same))


def _value(account: Account, fact: Fact) -> Value:
    normal = fact.value or " ".join(sorted(content_stems(fact.words.split()))) or fact.words
    return Value(
        account=account.number, text=account.text(fact.span), normal=normal, span=fact.span
    )


def _matched(accounts: Sequence[Account], kind: Kind) -> list[list[Fact | None]]:
    """Groups of at most one fact an account, the likest first."""
    facts = [(a.number, f) for a in accounts for f in a.record.meeting.facts if f.kind == kind]
    scores = sorted(
        (
            (-score, accounts[n].record.document.sha256, f.span, accounts[m].record.document.sha256,
             g.span, i, j)
            for i, (n, f) in enumerate(facts)
            for j, (m, g) in enumerate(facts)
            if n < m and (score := _likeness(f, g)) >= _SHARED
        ),
    )  # fmt: skip
    home = list(range(len(facts)))
    for *_, i, j in scores:
        one = [k for k, h in enumerate(home) if h == home[i]]
        other = [k for k, h in enumerate(home) if h == home[j]]
        if home[i] != home[j] and not {facts[k][0] for k in one} & {facts[k][0] for k in other}:
            for k in other:
                home[k] = home[i]
    groups: dict[int, list[Fact | None]] = {}
    for k, (n, fact) in enumerate(facts):
        groups.setdefault(home[k], [None] * len(accounts))[n] = fact
    return list(groups.values())


def _looked_up(accounts: Sequence[Account], group: Sequence[Fact | None]) -> list[Fact | None]:
    """A fact that one account is read to tell, in another that has its words in one sentence."""
    [known] = [fact for fact in group if fact]
    stems = content_stems(known.words.split())
    if len(stems - _COMMON) < _ENOUGH:
        return list(group)
    out = list(group)
    for n, account in enumerate(accounts):
        if group[n]:
            continue
        reading = account.reading
        for sentence in range(reading.sentence[-1] + 1 if len(reading) else 0):
            words = reading.of_sentence(sentence)
            held = [i for i in words if content_stems([reading.form[i]]) & stems]
            known_here = content_stems(reading.form[i] for i in held)
            telling = known_here - _COMMON
            if len(telling) >= _ENOUGH and len(known_here) >= _MOST_OF * len(stems):
                # When it is to be often stands behind the rest.
                dates = find_date_words(account.record.text, reading.end[held[-1]],
                                        reading.end[words[-1]])  # fmt: skip
                ends = [d.span[1] for d in dates if d.span[0] - reading.end[held[-1]] < _NEAR]
                span = (reading.start[held[0]], max([reading.end[held[-1]], *ends]))
                out[n] = Fact(kind=known.kind, words=account.record.text[slice(*span)], span=span)
                break
    return out


def _likeness(one: Fact, other: Fact) -> float:
    left, right = (content_stems(f.words.split()) for f in (one, other))
    telling = (left - _COMMON) & (right - _COMMON)
    if not left or not right or (not telling and left != right):
        return 0.0
    return len(left & right) / min(len(left), len(right))


def _agree(one: Account, fact: Fact, other: Account, fellow: Fact, people: Cast) -> bool:
    """Whether neither giver, date nor number of the one contradicts the other's."""
    for role in ("giver", "receiver"):
        left = people.of(one.number, getattr(fact, role))
        right = people.of(other.number, getattr(fellow, role))
        told = left is not None and right is not None
        if told and left != right and not people.akin(left or 0, right or 0):
            return False
    dates = [_dates(account, f) for account, f in ((one, fact), (other, fellow))]
    if all(dates) and not any(agree(a, b) for a in dates[0] for b in dates[1]):
        return False
    numbers = [
        {(q.unit, q.value) for q in account.quantities if overlap((q.span,), (f.span,))}
        for account, f in ((one, fact), (other, fellow))
    ]
    counted = {unit for unit, _ in numbers[0]} & {unit for unit, _ in numbers[1]}
    return all(
        {v for u, v in numbers[0] if u == unit} & {v for u, v in numbers[1] if u == unit}
        for unit in counted
    )


def _dates(account: Account, fact: Fact) -> list[str]:
    today = read_day(account.record.document.date)
    found = find_date_words(account.record.text, *fact.span)
    values = [resolve(words, today, future=True) for words in found if words.grain != "vague"]
    return [value for value in values if value] or ([fact.value] if fact.value else [])
