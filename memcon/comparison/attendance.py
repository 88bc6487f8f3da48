"""Who each account tells was there, and as what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.comparison.account import Account
from memcon.comparison.actors import Cast
from memcon.comparison.model import ComparedFact, Value
from memcon.comparison.occasion import verdict_of
from memcon.comparison.stems import content_stems
from memcon.record import Actor, Span

#: Roles that say something beyond being there.
_TELLING = {"host", "guest", "caller", "chair"}
#: Roles that are told even where one account alone does.
_ALONE = {"caller", "chair"}
#: Code points from the beginning within which who is named was there, if another account says so.
_BEGINNING = 500


def attendance_facts(accounts: Sequence[Account], people: Cast) -> Iterator[ComparedFact]:
    """The participants of all accounts, then the roles in which they differ or agree."""
    listed = [
        {people.of(a.number, id) for id in a.record.meeting.participants} - {None} for a in accounts
    ]
    persons = [any(people.kinds[n] == "person" for n in each if n is not None) for each in listed]
    found = sorted({n for each in listed for n in each if n is not None})
    places = {
        stem for a in accounts for f in a.record.meeting.facts if f.kind == "place"
        for stem in content_stems(f.words.split())
    }  # fmt: skip
    for number in found:
        values = tuple(_participant(account, number, people, listed) for account in accounts)
        told = sum(value is not None for value in values)
        # “Kestria and Norvane met” tells of the same as their ministers do; a hall is no participant.
        if told == 1 and (people.kinds[number] != "person" and any(persons)):
            continue
        if told == 1 and content_stems(people.names[number].split()) <= places:
            continue
        if told:
            yield ComparedFact(fact="participant", values=values, verdict=verdict_of(values, True))
    for number in found:
        roles = tuple(_role(account, number, people) for account in accounts)
        told_roles = {role.normal for role in roles if role}
        if sum(role is not None for role in roles) > 1 or told_roles & _ALONE:
            yield ComparedFact(
                fact="role", values=roles, verdict=verdict_of(roles, len(told_roles) == 1)
            )


def _participant(
    account: Account, number: int, people: Cast, listed: Sequence[set[int | None]]
) -> Value | None:
    mine = [a for a in account.record.actors if people.of(account.number, a.id) == number]
    if not mine or not (number in listed[account.number] or _there(account, mine)):
        return None
    actor = max(mine, key=lambda a: (a.id in account.record.meeting.participants, len(a.mentions)))
    span = name_span(account, actor)
    return Value(
        account=account.number, text=account.text(span), normal=people.names[number], span=span
    )


def _there(account: Account, actors: Sequence[Actor]) -> bool:
    """Whether the account has whom another tells was there speak, or names them at its beginning."""
    ids = {a.id for a in actors}
    speak = any(a.speaker in ids or a.addressee in ids for a in account.record.attributions)
    return speak or any(start < _BEGINNING for a in actors for start, _ in a.mentions)


def name_span(account: Account, actor: Actor) -> Span:
    """Where the account names the actor most fully."""
    forms = actor.forms or ("name",) * len(actor.mentions)
    named = [s for s, form in zip(actor.mentions, forms, strict=True) if form == "name"]
    whole = [s for s in named if set(actor.name.split()) <= set(account.text(s).split())]
    if whole:
        return min(whole, key=lambda s: (s[1] - s[0], s[0]))
    spans = named or [s for s, form in zip(actor.mentions, forms, strict=True) if form != "pronoun"]
    return max(spans or actor.mentions, key=lambda s: (min(s[1] - s[0], 60), -s[0]))


def _role(account: Account, number: int, people: Cast) -> Value | None:
    for role in account.record.meeting.roles:
        if people.of(account.number, role.actor) == number and role.role in _TELLING:
            text = f"{people.names[number]}: {role.role} (“{account.text(role.span)}”)"
            return Value(account=account.number, text=text, normal=role.role, span=role.span)
    return None
