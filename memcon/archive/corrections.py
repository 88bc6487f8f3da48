"""Corrections: what reviewers changed in statements, found again by the place of the words.

A correction is a row that is only added: by whom, when, what was there and what should be. One that was
wrong is taken back by another. It names its statement by the spans of the content in the text, so that
it holds as well when a newer engine has read the text anew: it is then of the statement with the same
content, or, if there is none, of the one that shares most of it, at least half.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from pydantic import ValidationError

from memcon.actors.statenames import state_called
from memcon.record import Actor, Attribution, Record, Stance, Statement
from memcon.spans import Spans, likeness

#: What can be corrected, and how a value is written.
#: `speaker`, `addressee`: a name. `act`, `speech_act`, `type`: the word. `topics`: “fishing; dues”.
#: `stance`: “-1 Kestria”, polarity and the target's name. `source`, `cue`, `content`: spans.
#: `rejected`: “yes”, nobody says this. `added`: spans of the content of a statement that was missed.
Field = Literal[
    "speaker", "addressee", "act", "speech_act", "type", "topics", "stance", "source", "cue",
    "content", "rejected", "added",
]  # fmt: skip
FIELDS: tuple[str, ...] = get_args(Field)
#: Share of the code points of both that two contents must have in common to be one statement's.
_SAME = 0.5


@dataclass(frozen=True, slots=True)
class Corrected:
    """One row of the log of corrections.

    :param spans: of the content of the statement, in code points, when it was corrected.
    :param old: what was there; None for nothing.
    :param at: instant, ISO 8601 in UTC.
    :param undoes: id of the correction that this one takes back; it then has no values of its own.
    """

    id: int
    sha256: str
    spans: Spans
    field: str
    old: str | None
    new: str | None
    author: str
    at: str
    why: str = ""
    undoes: int | None = None


def written(spans: Sequence[tuple[int, int]]) -> str:
    """Spans as they are kept: `0 5;9 12`."""
    if len(spans) == 1:
        return "%d %d" % spans[0]  # noqa: UP031 (a third of the time)
    return ";".join(["%d %d" % span for span in spans])  # noqa: UP031 (a third of the time)


def read_spans(written: str) -> Spans:
    """Spans of their written form.

    :raises ValueError: if it is none.
    """
    out = []
    for part in filter(None, written.split(";")):
        start, end = part.split()
        out.append((int(start), int(end)))
    return tuple(out)


def standing(log: Iterable[Corrected]) -> list[Corrected]:
    """The corrections that nothing takes back, in their order."""
    rows = sorted(log, key=lambda row: row.id)
    gone: set[int] = set()
    # What takes back comes later than what it takes back, and so is settled first.
    for row in reversed(rows):
        if row.undoes is not None and row.id not in gone:
            gone.add(row.undoes)
    return [row for row in rows if row.undoes is None and row.id not in gone]


def apply(record: Record, log: Iterable[Corrected]) -> tuple[Record, list[Corrected]]:
    """The Record with the corrections that stand, and those of them that have no place in it any more.

    Those are kept in the log all the same: a later engine may find the words again.
    """
    lost = []
    #: What each corrected content is called now: a later correction names the statement by either.
    moved: dict[Spans, str] = {}
    for row in standing(log):
        found = moved.get(row.spans)
        # One that was rejected since is gone.
        if found is None or all(a.id != found for a in record.attributions):
            found = place(record, row.spans)
        if row.field == "added" and found is None:
            found = ""
        try:
            changed = (
                None if found is None else change(record, found, row.field, row.new, row.spans)
            )
        except ValueError:
            changed = None
        if changed is None:
            lost.append(row)
            continue
        record = changed
        if found:
            moved[row.spans] = found
    return record, lost


def place(record: Record, spans: Spans) -> str | None:
    """Id of the attribution whose content is at the spans, or shares most with them."""
    best, found = 0.0, None
    for a in record.attributions:
        if a.content == spans:
            return a.id
        share = likeness(spans, a.content)
        if share >= _SAME and share > best:
            best, found = share, a.id
    return found


def value(record: Record, attribution: str, field: str, target: str | None = None) -> str | None:
    """What a field of a statement is at the moment, as corrections write it.

    :param target: for a stance, the name of whom it is towards.
    """
    a = next(a for a in record.attributions if a.id == attribution)
    s = next((s for s in record.statements if s.attribution == attribution), None)
    if field in ("speaker", "addressee"):
        actor = record.actor(getattr(a, field))
        return actor.name if actor else None
    if field in ("source", "cue", "content"):
        return written(getattr(a, field)) or None
    if field == "type":
        return a.type
    if s is None or field in ("rejected", "added"):
        return None
    if field == "topics":
        return "; ".join(s.topics) or None
    if field == "stance":
        for stance in s.stances:
            actor = record.actor(stance.target)
            if actor and actor.name == target:
                return f"{stance.polarity} {target}"
        return None
    return getattr(s, field)


def change(record: Record, attribution: str, field: str, new: str | None, spans: Spans) -> Record:
    """The Record with one thing changed.

    :param attribution: id; "" if the field is `added`.
    :raises ValueError: if the value is none of the field's, or the Record would break an invariant.
    """
    if field == "added":
        return _added(record, spans) if not attribution else record
    if field == "rejected":
        return _rejected(record, attribution) if new else record
    if field in ("speaker", "addressee"):
        record, actor = _called(record, new)
        return _remade(record, attribution, {field: actor}, {})
    if field in ("source", "cue", "content"):
        return _remade(record, attribution, {field: read_spans(new or "")}, {})
    if field == "type":
        return _remade(record, attribution, {"type": new}, {})
    if field == "topics":
        topics = tuple(filter(None, (topic.strip() for topic in (new or "").split(";"))))
        return _remade(record, attribution, {}, {"topics": topics})
    if field == "stance":
        return _stance(record, attribution, new or "")
    return _remade(record, attribution, {}, {field: new})


def _remade(record: Record, attribution: str, own: dict[str, Any], meant: dict[str, Any]) -> Record:
    """The Record with changed fields of one attribution and of its statement, checked anew."""
    attributions = [
        _valid(Attribution, a, own) if a.id == attribution else a for a in record.attributions
    ]
    statements = [
        _valid(Statement, s, meant) if s.attribution == attribution else s
        for s in record.statements
    ]
    return _whole(record, attributions=tuple(attributions), statements=tuple(statements))


def _valid(kind: Any, part: Any, changed: dict[str, Any]) -> Any:
    return kind.model_validate({**part.model_dump(), **changed}) if changed else part


def _whole(record: Record, **changed: Any) -> Record:
    """The Record with other parts; what refers to parts that are gone must have been mended."""
    parts = {name: getattr(record, name) for name in type(record).model_fields if name != "schema_"}
    try:
        return Record(**{**parts, **changed})
    except ValidationError as error:
        raise ValueError(str(error.errors()[0]["msg"])) from error


def _called(record: Record, name: str | None) -> tuple[Record, str | None]:
    """The Record with an actor of that name in it, and the actor's id; None for nobody."""
    if not (name or "").strip():
        return record, None
    wanted = " ".join((name or "").split())
    for actor in record.actors:
        if actor.name.casefold() == wanted.casefold():
            return record, actor.id
    state = state_called(wanted)
    taken = {actor.id for actor in record.actors}
    id = next(id for n in range(1, len(taken) + 2) if (id := f"c{n}") not in taken)
    actor = Actor(
        id=id, name=wanted, mentions=(), kind="state" if state else "person",
        country=state.code if state else None,
    )  # fmt: skip
    return _whole(record, actors=(*record.actors, actor)), id


def _stance(record: Record, attribution: str, new: str) -> Record:
    polarity, _, target = new.partition(" ")
    if not target.strip():
        raise ValueError("a stance is a polarity and a name, such as “-1 Kestria”")
    record, actor = _called(record, target)
    statement = next((s for s in record.statements if s.attribution == attribution), None)
    content = next(a.content for a in record.attributions if a.id == attribution)
    before: Sequence[Stance] = statement.stances if statement else ()
    kept = [stance for stance in before if stance.target != actor]
    if polarity == "none":
        return _remade(record, attribution, {}, {"stances": kept})
    made = Stance.model_validate({"target": actor, "polarity": int(polarity), "evidence": content})
    return _remade(record, attribution, {}, {"stances": [*kept, made]})


def _rejected(record: Record, attribution: str) -> Record:
    """Without an attribution; those in it go up to the one that it lies in."""
    gone = next(a for a in record.attributions if a.id == attribution)
    rest = [
        _valid(Attribution, a, {"parent": gone.parent}) if a.parent == attribution else a
        for a in record.attributions
        if a.id != attribution
    ]
    events = [
        e.model_copy(update={"attribution": gone.parent}) if e.attribution == attribution else e
        for e in record.events
    ]
    statements = tuple(s for s in record.statements if s.attribution != attribution)
    return _whole(record, attributions=tuple(rest), statements=statements, events=tuple(events))


def _added(record: Record, spans: Spans) -> Record:
    """With an attribution that the engine did not find; who says it, another correction tells."""
    id = f"c{sum(a.id.startswith('c') for a in record.attributions) + 1}"
    made = Attribution(id=f"{id}a", content=spans, type="indirect", confidence=1.0)
    statement = Statement(id=f"{id}s", attribution=made.id)
    return _whole(
        record,
        attributions=(*record.attributions, made),
        statements=(*record.statements, statement),
    )
