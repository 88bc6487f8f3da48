"""Corrections on a document's page: accept, correct, add, reject, undo; in either log."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from fastapi import Request
from fastapi.responses import Response

from memcon.archive.corrections import place, read_spans, value
from memcon.language.acts import forces
from memcon.report.visible import line
from memcon.spans import Spans
from memcon.web.accounts.visitors import Visitor, field
from memcon.web.errors import NotFoundError, UnfitError
from memcon.web.pages.documents import context
from memcon.web.pages.rendering import fill, to
from memcon.web.review.log import Log

#: Fields of the form in the order in which they are corrected: what moves the statement comes last.
FIELDS = ("speaker", "addressee", "type", "act", "speech_act", "topics", "source", "cue", "content")
_NUMBER = re.compile(r"[0-9]{1,9}")
#: What a person may write between two offsets.
_BETWEEN = str.maketrans("-–,", "   ")
_LONGEST = 2_000


def accept(request: Request, log: Log, sha256: str, visitor: Visitor, form: Any) -> Response:
    """A statement is right."""
    spans = spans_of(field(form, "spans"))
    log.accept(sha256, spans, visitor.name)
    return answer(request, log, sha256, visitor, "Accepted.", spans)


def correct(request: Request, log: Log, sha256: str, visitor: Visitor, form: Any) -> Response:
    """One field of a statement is corrected, or a statement added or rejected."""
    spans, name = spans_of(field(form, "spans")), field(form, "field")
    new = field(form, "value").strip()[:_LONGEST]
    if name in ("source", "cue", "content") and new:
        new = checked_spans(new)
    if name == "content" and not new:
        raise UnfitError("A statement needs words; reject it if nobody says this.")
    log.correct(sha256, spans, name, new or None, visitor.name)
    told = {"added": "Statement added.", "rejected": "Rejected."}.get(name, f"{name} corrected.")
    if name == "content":
        spans = read_spans(new)
    return answer(request, log, sha256, visitor, told[:1].upper() + told[1:], spans)


def correct_all(request: Request, log: Log, sha256: str, visitor: Visitor, form: Any) -> Response:
    """Those fields of the form that were changed."""
    spans = spans_of(field(form, "spans"))
    changed = []
    for name in FIELDS:
        if name not in form:
            continue
        new = field(form, name).strip()[:_LONGEST]
        if name in ("source", "cue", "content") and new:
            new = checked_spans(new)
        if name == "content" and not new:
            continue
        if new != _now(log, sha256, spans, name):
            log.correct(sha256, spans, name, new or None, visitor.name, field(form, "why")[:200])
            changed.append(name)
            if name == "content":
                spans = read_spans(new)
    target = line(field(form, "target"))[:200]
    if target:
        polarity = field(form, "polarity")
        log.correct(sha256, spans, "stance", f"{polarity} {target}", visitor.name)
        changed.append("stance")
    told = f"Corrected: {', '.join(changed)}." if changed else "Nothing was changed."
    return answer(request, log, sha256, visitor, told, spans)


def undo(request: Request, log: Log, sha256: str, visitor: Visitor, form: Any) -> Response:
    """What the visitor did last is taken back."""
    told = log.undo(sha256, visitor.name)
    spans = field(form, "spans")
    kept = spans_of(spans) if spans else ()
    return answer(request, log, sha256, visitor, f"Taken back: {told}.", kept)


def edit_form(request: Request, log: Log, sha256: str, visitor: Visitor, spans: str) -> Response:
    """The form of a statement."""
    wanted = spans_of(spans)
    record = log.record(sha256)
    found = place(record, wanted)
    if found is None:
        raise NotFoundError("There is no statement at these words any more.")
    attribution = next(a for a in record.attributions if a.id == found)
    statement = next((s for s in record.statements if s.attribution == found), None)
    names = {actor.id: line(actor.name) for actor in record.actors}
    text = fill(
        request,
        "_edit.html.j2",
        base=log.base(sha256),
        spans=spans,
        id=line(found),
        values={name: value(record, found, name) or "" for name in FIELDS},
        words={role: line(record.words(getattr(attribution, role))) for role in FIELDS[-3:]},
        stances=[(s.polarity, names[s.target]) for s in statement.stances] if statement else [],
        names=sorted(set(names.values())),
        acts=sorted(forces()),
    )
    return Response(text, media_type="text/html")


def answer(
    request: Request, log: Log, sha256: str, visitor: Visitor, told: str, spans: Spans
) -> Response:
    """The text and list as they are now, for htmx; else the page anew, there."""
    key = f"{spans[0][0]}-{spans[-1][1]}" if spans else ""
    if not request.headers.get("hx-request"):
        return to(log.base(sha256) + (f"#s{key}" if key else ""))
    made = fill(request, "_record.html.j2", told=told, current=key, **context(log, sha256, visitor))
    return Response(made, media_type="text/html")


def spans_of(given: str) -> Spans:
    """Spans as forms write them.

    :raises UnfitError: if they are none.
    """
    return read_spans(checked_spans(given))


def checked_spans(given: str) -> str:
    """Spans in their written form, with a comma or hyphen let pass for a person's sake.

    :raises UnfitError: if they are none.
    """
    told = UnfitError("Spans are written as first and last character: 140 238; 250 262.")
    if len(given) > _LONGEST:
        raise told
    parts = [part.translate(_BETWEEN).split() for part in given.split(";") if part.strip()]
    if not parts or any(len(part) != 2 or not all(map(_NUMBER.fullmatch, part)) for part in parts):
        raise told
    return ";".join(f"{int(start)} {int(end)}" for start, end in parts)


def _now(log: Log, sha256: str, spans: Spans, name: str) -> str:
    record = log.record(sha256)
    found = place(record, spans)
    if found is None:
        raise NotFoundError("There is no statement at these words any more.")
    return value(record, found, name) or ""


#: What can be done on a document's page, by the last part of the address.
ACTIONS: dict[str, Callable[[Request, Log, str, Visitor, Any], Response]] = {
    "accept": accept,
    "correct": correct,
    "statement": correct_all,
    "undo": undo,
}
