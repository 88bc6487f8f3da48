"""Blacking: a Record and its text without some words, everything else where it was.

Each character of the words but white space becomes “█”, so that all offsets stay. What the Record has
of the words goes with them; what is left is checked as any Record is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from memcon.record import Actor, Attribution, Meeting, Record, Statement
from memcon.spans import Span, Spans, length, merge, overlap, shared

BLACK = "█"


def blacked(record: Record, spans: Spans) -> Record:
    """The Record, of the text without the words at the spans.

    Attributions whose content is wholly of these words are left out, and what was read of them; of
    attributions that have some of them, topics and stances that rest on them.
    """
    text = _text(record.text, spans)
    kept = [a for a in record.attributions if shared(a.content, spans) < length(a.content)]
    ids = {a.id for a in kept}
    attributions = [a if a.parent in ids else a.model_copy(update={"parent": None}) for a in kept]
    events = [
        event.model_copy(update={"place": _if_there(event.place, text)})
        for event in record.events
        if not overlap(event.span, spans)
        and (event.attribution is None or event.attribution in ids)
    ]
    statements = [_statement(s, record, spans) for s in record.statements if s.attribution in ids]
    meeting = _meeting(record.meeting, text, spans)
    used = _used(attributions, statements, events, meeting)
    actors = [_actor(actor, text, spans) for actor in record.actors]
    return Record(
        document=record.document.model_copy(update={"text": text, "sha256": _digest(text)}),
        attributions=tuple(attributions),
        actors=tuple(actor for actor in actors if actor.mentions or actor.id in used),
        statements=tuple(statements),
        events=tuple(events),
        meeting=meeting,
        engine=record.engine,
    )


def _text(text: str, spans: Spans) -> str:
    pieces, at = [], 0
    for start, end in merge(spans):
        pieces += [text[at:start], "".join(c if c.isspace() else BLACK for c in text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])


def _digest(text: str) -> str:
    from memcon.document import Document

    return Document(name="", text=text).sha256


def _if_there(words: str | None, text: str) -> str | None:
    return words if words and " ".join(words.split()) in " ".join(text.split()) else None


def _clear(span: Span, spans: Spans) -> bool:
    return not overlap((span,), spans)


def _statement(statement: Statement, record: Record, spans: Spans) -> Statement:
    content = next(a.content for a in record.attributions if a.id == statement.attribution)
    if not overlap(content, spans):
        return statement
    stances = tuple(s for s in statement.stances if not overlap(s.evidence, spans))
    return statement.model_copy(update={"topics": (), "stances": stances})


def _actor(actor: Actor, text: str, spans: Spans) -> Actor:
    forms = actor.forms or ("",) * len(actor.mentions)
    left = [(m, f) for m, f in zip(actor.mentions, forms, strict=True) if _clear(m, spans)]
    return actor.model_copy(
        update={
            "mentions": tuple(m for m, _ in left),
            "forms": tuple(f for _, f in left) if actor.forms else (),
            "titles": tuple(title for title in actor.titles if _if_there(title, text)),
            "title_spans": tuple(title for title in actor.title_spans if _clear(title.span, spans)),
        }
    )


def _meeting(meeting: Meeting, text: str, spans: Spans) -> Meeting:
    facts = tuple(fact for fact in meeting.facts if _clear(fact.span, spans))
    gone = {fact.kind for fact in meeting.facts} - {fact.kind for fact in facts}
    update: dict[str, Any] = {
        "facts": facts,
        "roles": tuple(role for role in meeting.roles if _clear(role.span, spans)),
        "gifts": tuple(gift for gift in meeting.gifts if _if_there(gift, text)),
    }
    update |= {kind: None for kind in ("date", "place", "duration", "format") if kind in gone}
    return meeting.model_copy(update=update)


def _used(
    attributions: Iterable[Attribution], statements: Iterable[Statement], events: Iterable[Any],
    meeting: Meeting,
) -> set[str | None]:  # fmt: skip
    """Ids of the actors that something refers to."""
    out = {id for a in attributions for id in (a.speaker, a.addressee)}
    out |= {stance.target for s in statements for stance in s.stances}
    out |= {id for event in events for id in (*event.sources, *event.targets)}
    out |= {*meeting.participants, *(role.actor for role in meeting.roles)}
    return out | {id for fact in meeting.facts for id in (fact.giver, fact.receiver)}
