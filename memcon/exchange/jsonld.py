"""JSON-LD: W3C Web Annotations (w3.org/TR/annotation-model), a page of them for each document.

An attribution, a mention of an actor and an event is an annotation each. Its targets are its spans,
each selected twice: by TextPositionSelector (code points, as the model asks for) and by
TextQuoteSelector with some words before and behind, which finds the place again in a page that moved.
Terms of memcon's own begin with `memcon:`; all else is the Web Annotation vocabulary. `source` is the
document's URL, or `urn:sha256:` and the digest of its text.

With the text, which is in the page, all annotations can be read back. Not carried: a second statement
of one attribution; actors without mentions; where titles stand; the roles and facts of the meeting;
the engine.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from memcon.record import Actor, Attribution, Record, Span, Spans, Statement

ANNOTATIONS = "http://www.w3.org/ns/anno.jsonld"
VOCABULARY = "urn:memcon:terms:"
#: Code points that a quote selector gives before and behind the words.
CONTEXT = 32
#: Parts of a statement that are spans; they are targets of its attribution.
STATEMENT_SPANS = ("act_evidence", "conditions", "exceptions", "negations", "commitments",
                   "insertions")  # fmt: skip


def write(records: Iterable[Record], path: Path) -> int:
    """Write an AnnotationPage for each Record, one a line (JSON Lines); returns how many."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for record in records:
            file.write(json.dumps(page(record), ensure_ascii=False) + "\n")
            count += 1
    return count


def page(record: Record) -> dict[str, Any]:
    """The annotations of a Record as an AnnotationPage."""
    about, meeting = record.document, record.meeting
    told = {
        "title": about.title, "publisher": about.publisher, "date": about.date, "url": about.url,
        "genre": about.genre, "participants": [_uri(record, x) for x in meeting.participants],
        "meetingDate": meeting.date, "place": meeting.place, "duration": meeting.duration,
        "format": meeting.format, "gifts": list(meeting.gifts),
    }  # fmt: skip
    return {
        "@context": [ANNOTATIONS, {"memcon": VOCABULARY}],
        "id": _uri(record, "annotations"),
        "type": "AnnotationPage",
        "memcon:document": {
            "id": source(record), "type": "Text", "format": "text/plain",
            "memcon:name": about.name, "memcon:sha256": about.sha256, "memcon:text": record.text,
            "language": about.language, **_own(told),
        },
        "items": list(items(record)),
    }  # fmt: skip


def items(record: Record) -> Iterator[dict[str, Any]]:
    """The annotations: of attributions, then of actors, then of events."""
    statements = {s.attribution: s for s in reversed(record.statements)}
    for a in record.attributions:
        yield _attribution(record, a, statements.get(a.id))
    for actor in record.actors:
        if actor.mentions:
            yield _actor(record, actor)
    for event in record.events:
        body = event.model_dump(exclude={"id", "span"}) | {
            "sources": [_uri(record, x) for x in event.sources],
            "targets": [_uri(record, x) for x in event.targets],
            "attribution": event.attribution and _uri(record, event.attribution),
        }
        yield _annotation(record, event.id, "Event", body, {"span": event.span}, "classifying")


def source(record: Record) -> str:
    """What the annotations are about: the document's URL, or a URN of its text."""
    return record.document.url or f"urn:sha256:{record.document.sha256}"


def selectors(text: str, span: Span) -> list[dict[str, Any]]:
    """A span by its position, and by its words."""
    start, end = span
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {"type": "TextQuoteSelector", "exact": text[start:end],
         "prefix": text[max(0, start - CONTEXT) : start], "suffix": text[end : end + CONTEXT]},
    ]  # fmt: skip


def _positions(spans: Spans) -> list[dict[str, Any]]:
    return [{"type": "TextPositionSelector", "start": a, "end": b} for a, b in spans]


def _attribution(record: Record, a: Attribution, statement: Statement | None) -> dict[str, Any]:
    body: dict[str, Any] = {
        "type": a.type, "confidence": a.confidence, "parent": a.parent and _uri(record, a.parent),
        "speaker": a.speaker and _uri(record, a.speaker),
        "addressee": a.addressee and _uri(record, a.addressee),
    }  # fmt: skip
    if statement:
        body |= {"statement": statement.id, "speechAct": statement.speech_act, "act": statement.act,
                 "topics": list(statement.topics)}  # fmt: skip
        body["stances"] = [
            _own({"target": _uri(record, stance.target), "polarity": stance.polarity,
                  "confidence": stance.confidence, "evidence": _positions(stance.evidence),
                  "mention": _positions((stance.mention,) if stance.mention else ())})
            for stance in statement.stances
        ]  # fmt: skip
    spans = {"source": a.source, "cue": a.cue, "content": a.content}
    spans |= {part: getattr(statement, part) for part in STATEMENT_SPANS} if statement else {}
    return _annotation(record, a.id, "Attribution", body, spans, "describing")


def _actor(record: Record, actor: Actor) -> dict[str, Any]:
    body = {
        "name": actor.name, "kind": actor.kind, "country": actor.country,
        "titles": list(actor.titles),
        "identifiers": [f"{k}:{v}" for k, v in actor.identifiers.items()],
    }  # fmt: skip
    made = _annotation(record, actor.id, "Actor", body, {"mention": actor.mentions}, "identifying")
    for target, form in zip(made["target"], actor.forms, strict=False):
        target["memcon:form"] = form
    return made


def _annotation(
    record: Record, id: str, type: str, body: dict[str, Any], spans: dict[str, Any], motivation: str
) -> dict[str, Any]:
    targets = [
        {"type": "SpecificResource", "source": source(record), "memcon:role": role,
         "selector": selectors(record.text, span)}
        for role, some in spans.items()
        for span in some
    ]  # fmt: skip
    return {
        "id": _uri(record, id),
        "type": "Annotation",
        "motivation": motivation,
        "body": {"type": f"memcon:{type}", **_own(body)},
        "target": targets,
    }


def _uri(record: Record, id: str) -> str:
    return f"urn:memcon:{record.document.sha256}:{quote(id)}"


def _own(values: dict[str, Any]) -> dict[str, Any]:
    """Terms of memcon's own, those left out that say nothing."""
    return {f"memcon:{k}": v for k, v in values.items() if v is not None and v != []}
