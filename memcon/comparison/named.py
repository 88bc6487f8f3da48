"""Named things: which of what the accounts name they have in common, persons who were absent included."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from memcon.comparison.account import Account
from memcon.comparison.actors import Cast
from memcon.comparison.attendance import name_span
from memcon.comparison.model import ComparedFact, Value
from memcon.comparison.occasion import verdict_of
from memcon.comparison.stems import name_stems
from memcon.spans import overlap

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
#: Words that may stand between those of a name: “the Accord on Grain that was signed in Lisk”.
_APART = 4


def thing_facts(accounts: Sequence[Account], people: Cast) -> Iterator[ComparedFact]:
    """Each thing that is named, once; persons too who were not at the meeting."""
    places = [[f.span for f in a.record.meeting.facts if f.kind == "place"] for a in accounts]
    rows: dict[frozenset[str], list[Value | None]] = {}
    heads: dict[frozenset[str], frozenset[str]] = {}
    for account in accounts:
        for thing in account.things:
            # Where the meeting was is told as its place.
            if overlap((thing.span,), places[account.number]):
                continue
            key = name_stems(thing.key) or frozenset(thing.key)
            head = _head(thing.text) or key
            home = next((k for k in rows if (k <= key or key <= k) and heads[k] == head), key)
            heads.setdefault(home, head)
            row = rows.setdefault(home, [None] * len(accounts))
            if row[account.number] is None:
                row[account.number] = Value(
                    account=account.number,
                    text=thing.text,
                    normal=" ".join(thing.key),
                    span=thing.span,
                )
    persons = {
        name_stems(name.split()) for name, kind in zip(people.names, people.kinds, strict=True)
        if kind == "person" and len(name.split()) > 1
    }  # fmt: skip
    for key, row in rows.items():
        if key in persons:
            continue
        for n, account in enumerate(accounts):
            if row[n] is None:
                row[n] = _anywhere(account, key)
        yield ComparedFact(fact="named thing", values=tuple(row), verdict=verdict_of(row, True))
    yield from _persons(accounts, people, rows)


def _head(text: str) -> frozenset[str]:
    """Stem of the noun that a name ends with, before “of”: NATO Allies are not NATO."""
    words = [w for w in _WORD.findall(re.split(r"\s(?:of|on|for|de|del)\s", text)[0]) if len(w) > 1]
    return name_stems(words[-1:])


def _anywhere(account: Account, key: frozenset[str]) -> Value | None:
    """Where an account has what another names, in a title or as an adjective perhaps.

    The words may stand apart, but not farther than in one phrase.
    """
    words = account.stemmed
    for n, (start, _, stems) in enumerate(words):
        if not key & stems or not account.record.text[start].isupper():
            continue
        near = words[n : n + len(key) + _APART]
        last = next((m for m in range(1, len(near) + 1) if key <= frozenset().union(
            *(s for _, _, s in near[:m]))), None)  # fmt: skip
        if last:
            span = (start, near[last - 1][1])
            text = account.text(span)
            return Value(account=account.number, text=text, normal=text.casefold(), span=span)
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
                or name_stems(people.names[number].split()) in things
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
        key = name_stems(people.names[number].split()[-1:])
        for n, account in enumerate(accounts):
            if row[n] is None and key:
                row[n] = _anywhere(account, key)
        yield ComparedFact(fact="named thing", values=tuple(row), verdict=verdict_of(row, True))
