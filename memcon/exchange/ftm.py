"""FollowTheMoney (followthemoney.tech): entities as JSON, one a line, for Aleph and OpenSanctions.

    PlainText    the document, with its text
    Person, PublicBody (states and governments), Organization (organisations and groups)
    Mention      a name in the document and whom it means
    Note         an attribution: what a speaker is reported to have said
    Event        the meeting, and what is told to have happened; `keywords` has PLOVER's code
    UnknownLink  from each source of such an event to each target

Ids are made of the text's digest, so that the same document gives the same entities; an actor that a
registry joined to an entity of FollowTheMoney's keeps its id.

Not carried: offsets, cues, nesting, types and confidences of attributions; stances, acts and other
parts of statements (FollowTheMoney has no place for them); populations; mentions that are no names.
So it cannot be read back as Records; `memcon actors import` reads the actors.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from memcon.exchange.extra import needed
from memcon.record import Actor, Record

_SCHEMATA = {
    "person": "Person", "state": "PublicBody", "government": "PublicBody",
    "organisation": "Organization", "group": "Organization",
}  # fmt: skip


def write(records: Iterable[Record], path: Path) -> int:
    """Write the entities of all Records; returns how many Records.

    :raises MissingExtraError: if followthemoney is not installed.
    """
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for record in records:
            for entity in entities(record):
                file.write(json.dumps(entity.to_dict(), ensure_ascii=False) + "\n")
            count += 1
    return count


def entities(record: Record) -> Iterator[Any]:
    """The entities of a Record, as followthemoney's `EntityProxy`."""
    made = _Entities(record)
    yield made.document
    yield from made.actors()
    yield from made.notes()
    yield from made.events()


class _Entities:
    def __init__(self, record: Record) -> None:
        self._model = needed("followthemoney", "followthemoney", "FollowTheMoney").model
        self._record = record
        self._stem = f"memcon-{record.document.sha256[:24]}"
        self._ids = {
            a.id: a.identifiers.get("ftm") or f"{self._stem}-{a.id}"
            for a in record.actors
            if a.kind in _SCHEMATA
        }
        about = record.document
        self.document = self._entity(
            "PlainText", self._stem, fileName=about.name, title=about.title or about.name,
            publisher=about.publisher, publishedAt=about.date, sourceUrl=about.url,
            language=about.language, bodyText=record.text,
        )  # fmt: skip

    def actors(self) -> Iterator[Any]:
        for actor in self._record.actors:
            if actor.id in self._ids:
                yield self._actor(actor)
                yield from self._mentions(actor)

    def _actor(self, actor: Actor) -> Any:
        titles = {"position": actor.titles} if actor.kind == "person" else {}
        return self._entity(
            _SCHEMATA[actor.kind], self._ids[actor.id], name=actor.name, country=actor.country,
            wikidataId=actor.identifiers.get("wikidata"), proof=self.document.id, **titles,
        )  # fmt: skip

    def _mentions(self, actor: Actor) -> Iterator[Any]:
        forms = actor.forms or ("name",) * len(actor.mentions)
        names = {
            self._record.words((span,)): None
            for span, form in zip(actor.mentions, forms, strict=True)
            if form == "name"
        }
        for number, name in enumerate(names):
            yield self._entity(
                "Mention", f"{self._stem}-{actor.id}-m{number}", name=name,
                document=self.document.id, resolved=self._ids[actor.id],
                detectedSchema=_SCHEMATA[actor.kind],
            )  # fmt: skip

    def notes(self) -> Iterator[Any]:
        topics = {s.attribution: s.topics for s in self._record.statements}
        for a in self._record.attributions:
            heard = self._ids.get(a.addressee or "")
            yield self._entity(
                "Note", f"{self._stem}-{a.id}",
                name=self._record.words(a.source + a.cue) or "said",
                description=self._record.words(a.content),
                entity=[x for x in (self._ids.get(a.speaker or ""), heard) if x],
                keywords=topics.get(a.id, ()), proof=self.document.id,
                publisher=self._record.document.publisher, sourceUrl=self._record.document.url,
            )  # fmt: skip

    def events(self) -> Iterator[Any]:
        meeting = self._record.meeting
        if meeting != type(meeting)():
            yield self._entity(
                "Event", f"{self._stem}-meeting", name=meeting.format or "meeting",
                startDate=meeting.date, location=meeting.place, proof=self.document.id,
                involved=[self._ids[x] for x in meeting.participants if x in self._ids],
            )  # fmt: skip
        for event in self._record.events:
            sources, targets = ([self._ids[x] for x in ids if x in self._ids]
                                for ids in (event.sources, event.targets))  # fmt: skip
            words = self._record.words(event.span)
            yield self._entity(
                "Event", f"{self._stem}-{event.id}", name=words, keywords=event.type,
                summary=f"{event.type}, {event.mode}, {event.modality}", startDate=event.date,
                location=event.place, involved=sources + targets, proof=self.document.id,
            )  # fmt: skip
            for source in sources:
                for target in targets:
                    yield self._entity(
                        "UnknownLink", f"{self._stem}-{event.id}-{source}-{target}",
                        subject=source, object=target, role=event.type, date=event.date,
                        description=words, proof=self.document.id,
                    )  # fmt: skip

    def _entity(self, schema: str, id: str, **properties: Any) -> Any:
        entity = self._model.make_entity(schema)
        entity.id = id
        for name, value in properties.items():
            if value and name in entity.schema.properties:
                entity.add(name, list(value) if isinstance(value, tuple) else value, quiet=True)
        return entity
