"""The heading of a report that tells of the meeting: labels and values, in words."""

from __future__ import annotations

from memcon.record import Fact, Meeting, Record
from memcon.report.visible import line

#: The heading over it.
MEETING = "The meeting"


def meeting_facts(record: Record) -> tuple[tuple[str, str], ...]:
    """What the Record tells of the meeting, as labels and values; nothing for what it does not."""
    meeting = record.meeting
    facts = [
        ("Participants", "; ".join(_participants(record))),
        ("Date", _first(meeting, "date", meeting.date)),
        ("Place", line(meeting.place or "")),
        ("Duration", _first(meeting, "duration", meeting.duration)),
        ("Format", meeting.format or ""),
        ("Gifts", "; ".join(_gifts(record))),
        ("Documents", "; ".join(line(f.words) for f in _of(meeting, "document"))),
        ("Next steps", "; ".join(_with_value(f) for f in _of(meeting, "next step"))),
    ]
    return tuple((label, value) for label, value in facts if value)


def _of(meeting: Meeting, kind: str) -> list[Fact]:
    return [fact for fact in meeting.facts if fact.kind == kind]


def _participants(record: Record) -> list[str]:
    """Names, with their roles where they have one beyond being there."""
    names = {actor.id: line(actor.name) for actor in record.actors}
    roles = {role.actor: role.role for role in record.meeting.roles if role.role != "participant"}
    return [
        f"{names[id]} ({roles[id]})" if id in roles else names[id]
        for id in record.meeting.participants
    ]


def _first(meeting: Meeting, kind: str, value: str | None) -> str:
    """“Around two hours (PT2H)”: the words of the fact, and what they mean."""
    fact = next((f for f in _of(meeting, kind) if value in (f.value, f.words)), None)
    return _with_value(fact) if fact else line(value or "")


def _with_value(fact: Fact) -> str:
    words = line(fact.words)
    return f"{words} ({fact.value})" if fact.value and fact.value != fact.words else words


def _gifts(record: Record) -> list[str]:
    """“A chart, from A to B”."""
    names = {actor.id: line(actor.name) for actor in record.actors}
    facts = _of(record.meeting, "gift")
    if not facts:
        return [line(gift) for gift in record.meeting.gifts]
    out = []
    for fact in facts:
        giver = f", from {names[fact.giver]}" if fact.giver else ""
        receiver = f"{'' if giver else ','} to {names[fact.receiver]}" if fact.receiver else ""
        out.append(line(fact.words) + giver + receiver)
    return out
