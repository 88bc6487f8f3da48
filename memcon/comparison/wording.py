"""Words: how each account names the same actor or thing. They are shown, and nothing is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.comparison.account import Account
from memcon.comparison.actors import Cast
from memcon.comparison.model import ComparedFact, Name, Naming
from memcon.record import Actor, MentionForm, Span
from memcon.spans import overlap

#: Longer wordings are no names but whole clauses.
_LONGEST = 80


def find_wording(
    accounts: Sequence[Account], people: Cast, facts: Sequence[ComparedFact]
) -> tuple[Naming, ...]:
    """The names of each actor and thing that more than one account names."""
    told = [[s for actor in a.record.actors for s in actor.mentions] for a in accounts]
    things = (
        naming for naming in _of_things(facts)
        # What is an actor is told among the actors.
        if not any(overlap([n.span], told[k]) for k, of in enumerate(naming.names) for n in of)
    )  # fmt: skip
    return (*_of_actors(accounts, people), *things)


def _of_actors(accounts: Sequence[Account], people: Cast) -> Iterator[Naming]:
    mine: dict[int, list[list[Actor]]] = {}
    for account in accounts:
        for actor in account.record.actors:
            number = people.of(account.number, actor.id)
            if number is not None:
                mine.setdefault(number, [[] for _ in accounts])[account.number].append(actor)
    for number, each in sorted(mine.items()):
        names = tuple(
            _names(account, actors) for account, actors in zip(accounts, each, strict=True)
        )
        if sum(bool(of_one) for of_one in names) > 1:
            yield Naming(thing=people.names[number], kind=people.kinds[number], names=names)


def _names(account: Account, actors: Sequence[Actor]) -> tuple[Name, ...]:
    found: dict[str, tuple[str, int, Span]] = {}
    for actor in actors:
        names: tuple[MentionForm, ...] = ("name",)
        forms = actor.forms or names * len(actor.mentions)
        for span, form in _outermost(list(zip(actor.mentions, forms, strict=True))):
            text = account.text(span)
            if form == "pronoun" or len(text) > _LONGEST:
                continue
            first, _, rest = text.partition(" ")
            text = f"{first.lower()} {rest}" if rest and first in {"The", "A", "An"} else text
            key = text.casefold()
            known = found.get(key)
            found[key] = (known[0], known[1] + 1, min(known[2], span)) if known else (text, 1, span)
    rows = sorted(found.values(), key=lambda row: (-row[1], row[2]))
    return tuple(Name(text=text, count=count, span=span) for text, count, span in rows)


def _outermost(pairs: list[tuple[Span, MentionForm]]) -> Iterator[tuple[Span, MentionForm]]:
    """Mentions that lie in no other of the same actor: “President N” is one, not two."""
    end = -1
    for span, form in sorted(pairs, key=lambda pair: (pair[0][0], -pair[0][1])):
        if span[1] > end:
            yield span, form
            end = span[1]


def _of_things(facts: Sequence[ComparedFact]) -> Iterator[Naming]:
    """Things, gifts, documents and the rest that two accounts tell in other words."""
    for fact in facts:
        told = [value for value in fact.values if value]
        if fact.fact not in {"place", "gift", "document", "named thing"} or len(told) < 2:
            continue
        if len({value.text.casefold() for value in told}) < 2:
            continue
        names = tuple(
            (Name(text=value.text, count=1, span=value.span),) if value else ()
            for value in fact.values
        )
        yield Naming(thing=max((v.text for v in told), key=lambda t: (len(t), t)), kind=fact.fact,
                     names=names)  # fmt: skip
