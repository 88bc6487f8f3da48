"""Adding a Record: its document, its text, and those of its actors that have a name."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from memcon.actors.titles import HONORIFICS, MODIFIERS, OFFICES, plain
from memcon.record import Actor, Record
from memcon.registry.judgements import now
from memcon.registry.offices import gender
from memcon.registry.tables import (
    Document,
    EntryRow,
    IdentifierRow,
    MentionRow,
    NameRow,
    Reading,
    Table,
    Text,
    TitleRow,
)
from memcon.report.visible import line

#: Kinds of actors that go into the registry; a group such as “A and B” is its members.
KINDS = {"person", "state", "government", "organisation", "population"}


def known(session: Session, sha256: str, version: str, model: str) -> bool:
    """Whether that engine's reading of the text is in the registry."""
    reading = select(Reading.id).where(
        Reading.sha256 == sha256, Reading.version == version, Reading.model == model
    )
    return session.scalar(reading) is not None


def add_record(session: Session, record: Record) -> list[EntryRow]:
    """Write the Record's document, text, reading and named actors; it is not there yet.

    :returns: the new entries.
    """
    _add_document(session, record)
    reading = Reading(
        sha256=record.document.sha256,
        version=record.engine.version,
        model=record.engine.model,
        added=now(),
    )
    session.add(reading)
    session.flush()
    named = [actor for actor in record.actors if has_name(actor)]
    rows = [_entry(reading, actor) for actor in named]
    session.add_all(rows)
    session.flush()
    for row, actor in zip(rows, named, strict=True):
        session.add_all(_parts(row.id, actor, record))
    return rows


def has_name(actor: Actor) -> bool:
    """Whether an actor is somebody of a name: “his government” and “an official” are not."""
    if actor.kind not in KINDS:
        return False
    if actor.forms and "name" not in actor.forms:
        return False
    words = [w for w in actor.name.split() if any(c.isalpha() for c in w)]
    if not words:
        return False
    if actor.kind == "person":
        capitals = [w for w in words if next(c for c in w if c.isalpha()).isupper()]
        unlike = {plain(w.casefold()) for w in words} - OFFICES - MODIFIERS - set(HONORIFICS)
        # “the spokesman”, “a Kestrian official”; but “Anna de la Torv”, “bin Sorrel”.
        return (
            words[-1] in capitals and words[0].casefold() not in {"a", "an", "the"} and bool(unlike)
        )
    first = words[1] if words[0].casefold() == "the" and len(words) > 1 else words[0]
    # A script without capitals has nothing to tell by.
    letter = next(c for c in first if c.isalpha())
    return not letter.islower()


def _add_document(session: Session, record: Record) -> None:
    document = record.document
    if session.get(Document, document.sha256) is not None:
        return
    session.add(
        Text(sha256=document.sha256, content=document.text.encode("utf-8", "surrogatepass"))
    )
    session.flush()
    session.add(
        Document(
            sha256=document.sha256,
            name=line(document.name),
            title=line(document.title) if document.title else None,
            publisher=line(document.publisher) if document.publisher else None,
            url=line(document.url) if document.url else None,
            date=document.date,
            genre=document.genre,
            added=now(),
        )
    )
    session.flush()


def _entry(reading: Reading, actor: Actor) -> EntryRow:
    words = [title.words for title in actor.title_spans] or list(actor.titles)
    return EntryRow(
        reading_id=reading.id,
        key=actor.id,
        name=line(actor.name),
        kind=actor.kind,
        country=actor.country,
        gender=gender(words) if actor.kind == "person" else None,
    )


def _parts(entry: int, actor: Actor, record: Record) -> Iterator[Table]:
    """Names, titles, mentions and identifiers of an entry."""
    for name in other_names(actor, record):
        yield NameRow(entry_id=entry, words=name)
    yield from _titles(entry, actor, record)
    forms = actor.forms or (None,) * len(actor.mentions)
    for (start, end), form in zip(actor.mentions, forms, strict=True):
        yield MentionRow(entry_id=entry, start=start, end=end, form=form)
    for scheme, value in sorted(actor.identifiers.items()):
        yield IdentifierRow(entry_id=entry, scheme=scheme, value=line(value))


def _titles(entry: int, actor: Actor, record: Record) -> Iterator[TitleRow]:
    for title in actor.title_spans:
        yield TitleRow(
            entry_id=entry,
            words=line(title.words),
            start=title.span[0],
            end=title.span[1],
            how=title.how,
            date=title.date or record.document.date,
        )
    placed = {title.words for title in actor.title_spans}
    for words in actor.titles:
        if words not in placed:
            yield TitleRow(entry_id=entry, words=line(words), date=record.document.date)


def other_names(actor: Actor, record: Record) -> list[str]:
    """The forms of the name, other than the fullest, that the text gives; each once, in its order."""
    if not actor.forms:
        return []
    found = [
        line(record.text[start:end])
        for (start, end), form in zip(actor.mentions, actor.forms, strict=True)
        if form == "name"
    ]
    return [name for name in dict.fromkeys(found) if name and name != line(actor.name)]
