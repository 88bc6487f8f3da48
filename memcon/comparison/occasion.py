"""What each account tells of the occasion itself: when, where, how long, in which form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from memcon.comparison.account import Account
from memcon.comparison.calendar import agree
from memcon.comparison.hedges import bound_within
from memcon.comparison.model import ComparedFact, FactName, Value, Verdict
from memcon.comparison.stems import content_stems
from memcon.meeting.dates import read_day, resolve
from memcon.meeting.datewords import find_date_words
from memcon.meeting.durations import find_durations
from memcon.meeting.places import SITES
from memcon.record import Fact

#: Words of a sentence that tell of talks, and so of how long they took.
_TALKS = re.compile(
    r"\b(?:last(?:ed|ing)|talk(?:s|ed)|meeting|met|spoke|call|conversation|discuss\w*|held)\b", re.I
)
_SENTENCE = re.compile(r"[^.!?\n]*")
_NAMES_IN = re.compile(r"(?:[A-Z][\w’'-]+)(?:\s(?:of\s(?:the\s)?)?[A-Z][\w’'-]+)*")
#: Code points from the beginning within which a date or a place is that of the meeting.
_BEGINNING = 600


def verdict_of(values: Sequence[Value | None], same: bool) -> Verdict:
    """The verdict on values of which all that are told agree, or not."""
    told = sum(value is not None for value in values)
    return "one" if told < 2 else "same" if same else "different"


def occasion_facts(accounts: Sequence[Account]) -> Iterator[ComparedFact]:
    """Date, place, duration and format, as far as any account tells of them."""
    yield from _dates(accounts)
    yield from _places(accounts)
    yield from _durations(accounts)
    yield from _formats(accounts)


def _dates(accounts: Sequence[Account]) -> Iterator[ComparedFact]:
    values = [_date(account) for account in accounts]
    known = [value.normal for value in values if value]
    if not known:
        return
    for n, account in enumerate(accounts):
        if values[n] is None:
            values[n] = _date_like(account, known)
    told = [value for value in values if value]
    same = all(agree(a.normal, b.normal) for a in told for b in told)
    yield ComparedFact(fact="date", values=tuple(values), verdict=verdict_of(values, same))


def _date(account: Account) -> Value | None:
    facts = _of(account, "date")
    exact = [f for f in facts if f.value and len(f.value) >= 10]
    for fact in exact or facts:
        normal = fact.value or " ".join(fact.words.split())
        return Value(
            account=account.number, text=account.text(fact.span), normal=normal, span=fact.span
        )
    return None


def _date_like(account: Account, known: Sequence[str]) -> Value | None:
    """A date at the beginning of an account without one that is the date another account gives."""
    today = read_day(account.record.document.date)
    for found in find_date_words(account.record.text, 0, _BEGINNING):
        value = resolve(found, today)
        if value and len(value) == 10 and all(agree(value, other) for other in known):
            text = account.text(found.span)
            return Value(account=account.number, text=text, normal=value, span=found.span)
    return None


def _places(accounts: Sequence[Account]) -> Iterator[ComparedFact]:
    facts = [_of(account, "place") for account in accounts]
    stems = [content_stems(_words(" ".join(f.words for f in each))) for each in facts]
    values = [_place(account, each) for account, each in zip(accounts, facts, strict=True)]
    for n, account in enumerate(accounts):
        others = frozenset().union(*(stems[m] for m in range(len(accounts)) if m != n))
        if values[n] is None and others:
            values[n] = _place_like(account, others)
            stems[n] = others if values[n] else stems[n]
    told = [n for n, value in enumerate(values) if value]
    if not told:
        return
    shared = all(
        stems[a] & stems[b] or _names(accounts[a], stems[b]) or _names(accounts[b], stems[a])
        for a in told for b in told if a < b
    )  # fmt: skip
    inside = [_is_site(accounts[n], facts[n]) for n in told]
    if shared or len(set(inside)) == 1:
        yield ComparedFact(fact="place", values=tuple(values), verdict=verdict_of(values, shared))
        return
    # A palace and a town can both be where it was; each account tells another thing.
    for n in told:
        alone = tuple(value if m == n else None for m, value in enumerate(values))
        yield ComparedFact(fact="place", values=alone, verdict="one")


def _is_site(account: Account, facts: Sequence[Fact]) -> bool:
    """Whether the place is one inside a town: beside the town's name it is no other place."""
    return any(word.casefold() in SITES for f in facts for word in account.text(f.span).split())


def _place(account: Account, facts: Sequence[Fact]) -> Value | None:
    if not facts:
        return None
    text = account.text(facts[0].span)
    normal = " ".join(sorted(content_stems(_words(text)))) or text.casefold()
    return Value(account=account.number, text=text, normal=normal, span=facts[0].span)


def _place_like(account: Account, stems: frozenset[str]) -> Value | None:
    """The place of another account, where one that is not read to name its own begins."""
    for match in _NAMES_IN.finditer(account.record.text, 0, _BEGINNING):
        if content_stems(_words(match[0])) & stems:
            span = match.span()
            text = account.text(span)
            normal = " ".join(sorted(content_stems(_words(text))))
            return Value(account=account.number, text=text, normal=normal, span=span)
    return None


def _names(account: Account, stems: frozenset[str]) -> bool:
    """Whether the account names the place anywhere, all of it."""
    return bool(stems) and stems <= content_stems(_words(account.record.text))


def _durations(accounts: Sequence[Account]) -> Iterator[ComparedFact]:
    values = [next(_duration(account, _of(account, "duration")), None) for account in accounts]
    if not any(values):
        return
    for n, account in enumerate(accounts):
        if values[n] is None:
            values[n] = _duration_like(account)
    told = [value for value in values if value]
    same = all(a.normal == b.normal and exact(a) == exact(b) for a in told for b in told)
    yield ComparedFact(fact="duration", values=tuple(values), verdict=verdict_of(values, same))


def exact(value: Value) -> str:
    """The bound that is a difference: “around two hours” can be two, “nearly two” cannot."""
    return value.bound.replace("~", "")


def _duration(account: Account, facts: Sequence[Fact]) -> Iterator[Value]:
    for fact in facts:
        if fact.value:
            text = account.text(fact.span)
            yield Value(
                account=account.number, text=text, normal=whole(fact.value), span=fact.span,
                bound=bound_within(text),
            )  # fmt: skip


def _duration_like(account: Account) -> Value | None:
    """How long something took, in a sentence that tells of talks, where there is only one such."""
    found = [
        duration
        for match in _SENTENCE.finditer(account.record.text)
        if _TALKS.search(match[0])
        for duration in find_durations(account.record.text, *match.span())
    ]
    if len({d.value for d in found}) != 1:
        return None
    text = " ".join(found[0].words.split())
    return Value(
        account=account.number, text=text, normal=whole(found[0].value), span=found[0].span,
        bound=bound_within(text),
    )  # fmt: skip


def whole(duration: str) -> str:
    """An ISO 8601 duration in hours and minutes: PT120M is PT2H."""
    match = re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?", duration)
    if not match:
        return duration
    hours, minutes = divmod(60 * int(match[1] or 0) + int(match[2] or 0), 60)
    return "PT" + f"{hours}H" * bool(hours) + f"{minutes}M" * bool(minutes or not hours)


def _formats(accounts: Sequence[Account]) -> Iterator[ComparedFact]:
    values: list[Value | None] = []
    for account in accounts:
        fact = next((f for f in _of(account, "format") if f.value), None)
        if fact is None:
            values.append(None)
        else:
            text, normal = account.text(fact.span), fact.value or ""
            values.append(Value(account=account.number, text=text, normal=normal, span=fact.span))
    told = {value.normal for value in values if value}
    if told:
        yield ComparedFact(
            fact="format", values=tuple(values), verdict=verdict_of(values, len(told) == 1)
        )


def _of(account: Account, kind: FactName) -> list[Fact]:
    return [fact for fact in account.record.meeting.facts if fact.kind == kind]


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text)
