"""The Record: what memcon says of a document, every part of it pointing at characters.

Offsets are Unicode code points into the document's text, end exclusive. A value that the text does
not give is `None`; a part that nothing filled is empty. The invariants are checked whenever a Record
is made: there is no Record that breaks them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from memcon.document import Document, readable
from memcon.spans import overlap

#: Version of the JSON form; it changes when a reader of the old form would go wrong.
SCHEMA: Literal[1] = 1

#: `(start, end)` in code points, end exclusive.
Span = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=1)]]
Spans = tuple[Span, ...]

AttributionType = Literal["direct", "indirect", "mixed"]
ActorKind = Literal["person", "state", "government", "organisation", "group", "population", "thing"]
TitleForm = Literal["before the name", "apposition", "predicate", "capacity", "label", "signature"]
Force = Literal["assertive", "directive", "commissive", "expressive", "declarative"]
MeetingFormat = Literal["bilateral", "call", "multilateral"]
FactKind = Literal["date", "place", "duration", "format", "gift", "document", "next step"]
ParticipantRole = Literal["host", "guest", "caller", "chair", "delegation member", "participant"]
MentionForm = Literal["name", "title", "description", "list", "pronoun"]


class Part(BaseModel):
    """Part of a Record: immutable, and with no fields but its own."""

    # Parts that nothing fills are written as well, so that the schema may ask for them.
    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_serialization_defaults_required=True
    )


class Attribution(Part):
    """Who (source) is reported, by which words (cue), to have said or thought what (content).

    Each is a list of spans in the order of the text, since words can be discontinuous. The terms are
    those of PARC 3.0 (Pareti 2016).

    :param type: direct if the content is quoted, mixed if a part of it is, else indirect.
    :param parent: the innermost attribution in whose content this one lies.
    :param speaker: the actor that the source names or stands for.
    :param confidence: 0 to 1: the share of relations so marked that were right on held-out text.
    """

    id: str
    source: Spans = ()
    cue: Spans = ()
    content: Spans = Field(json_schema_extra={"minItems": 1})
    type: AttributionType
    parent: str | None = None
    speaker: str | None = None
    addressee: str | None = None
    confidence: float = Field(ge=0, le=1)


class Title(Part):
    """An office or honorific that the text gives a holder.

    :param how: by which construction: it stands `before the name`, in `apposition` to it, behind “is”,
        “was” or “became” (`predicate`), behind “as” or “in his capacity as” (`capacity`), in the
        `label` of a turn, or in a `signature`.
    :param date: of the document, ISO 8601, since offices change hands; None if it is not dated.
    """

    words: str
    span: Span
    how: TitleForm
    date: str | None = None


class Actor(Part):
    """Somebody who speaks or is spoken of; `mentions` are all the spans that mean the actor.

    A treaty, a law or a plan that somebody is for or against is one of kind `thing`.

    :param name: the fullest form of the name that the text gives.
    :param titles: offices and honorifics in the words of the text, each once.
    :param title_spans: where the text gives each of them, and how.
    :param country: ISO 3166-1 alpha-2 code of the state that the actor is, belongs to or acts for.
    :param forms: of each of `mentions`, by what it means the actor: a `name`, a `title` (an office
        without the name), a `description`, a `list` of the members of a group, or a `pronoun`.
    """

    id: str
    name: str
    kind: ActorKind
    titles: tuple[str, ...] = ()
    title_spans: tuple[Title, ...] = ()
    country: str | None = None
    mentions: Spans
    forms: tuple[MentionForm, ...] = ()
    identifiers: dict[str, str] = {}


class Stance(Part):
    """How the speaker of a statement stands towards a target: −1, 0 or +1, and by which words.

    The holder is the speaker of the statement's attribution.

    :param target: id of the actor; a treaty, a law or a plan is one of kind `thing`.
    :param confidence: 0 to 1, of the polarity.
    :param mention: where in the statement the target is named; None where a cue alone tells of it.
    """

    target: str
    polarity: Literal[-1, 0, 1]
    evidence: Spans
    confidence: float = Field(default=1.0, ge=0, le=1)
    mention: Span | None = None


class Statement(Part):
    """An attribution read for meaning.

    :param speech_act: Searle's class of what is done by saying it.
    :param act: the finer act in the language of diplomacy: praise, thank, warn, refuse …
    :param act_evidence: the words that show the act; none where nothing but the saying does.
    :param topics: what it is about, each by the fullest words that the document has for it.
    :param conditions: clauses under which alone it holds (“if …”, “unless …”).
    :param exceptions: what it leaves out (“except for …”).
    :param negations: words that negate a verb of the speaker's own clauses (“not”, “no”, “never”).
    :param commitments: verbs by which the speaker is bound (“will …”, “are committed to …”).
    :param insertions: what an editor put into a quotation, marks included: `[…]` and `(…)`.
    """

    id: str
    attribution: str
    speech_act: Force | None = None
    act: str | None = None
    act_evidence: Spans = ()
    topics: tuple[str, ...] = ()
    stances: tuple[Stance, ...] = ()
    conditions: Spans = ()
    exceptions: Spans = ()
    negations: Spans = ()
    commitments: Spans = ()
    insertions: Spans = ()


class Event(Part):
    """Something told to have happened, in PLOVER's terms.

    :param type: PLOVER's root code: AGREE, CONSULT, SUPPORT, COOPERATE, AID, YIELD, REQUEST, ACCUSE,
        REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT.
    :param span: the words that tell it, from the first of them to the last.
    :param attribution: id of the innermost attribution in whose content it is told; None where the
        narrator tells it.
    :param date: ISO 8601, or the words as written where they cannot be resolved.
    :param place: in the words of the text.
    :param score: conflict to cooperation, −10 to +10: a convention, see `memcon.events.scores`.
    :param confidence: 0 to 1, of the type.
    """

    id: str
    type: str
    mode: Literal["verbal", "material"]
    modality: Literal["occurred", "intended", "demanded", "denied", "hypothetical"]
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    date: str | None = None
    place: str | None = None
    span: Spans
    attribution: str | None = None
    score: float | None = Field(default=None, ge=-10, le=10)
    confidence: float = Field(default=1.0, ge=0, le=1)


class Fact(Part):
    """Something that the text tells of the meeting, in its own words.

    :param value: normalised: of a date ISO 8601, as exact as the words (`2022-05-03`, `2022-W18`,
        `2022-05`, `2022`, or an interval of days); of a duration ISO 8601 (`PT2H`); of a next step its
        date; of a format one of the three; None for the other kinds, and where it cannot be told.
    :param approximate: whether a word such as “around” says that a duration is not exact.
    :param giver: actor who gives a gift, or an invitation.
    :param receiver: actor who gets it.
    """

    kind: FactKind
    words: str
    span: Span
    value: str | None = None
    approximate: bool = False
    giver: str | None = None
    receiver: str | None = None


class Participant(Part):
    """An actor at the meeting, as what, and the words that say so."""

    actor: str
    role: ParticipantRole
    words: str
    span: Span


class Meeting(Part):
    """The meeting that the document is about, as far as the text tells of it.

    :param participants: ids of actors; `roles` says of each as what it was there.
    :param date: ISO 8601, or the words as written where they cannot be resolved.
    :param place: in the words of the text.
    :param duration: ISO 8601.
    :param gifts: what was given, in the words of the text.
    :param facts: where the text says each of these, and which documents were signed and which next
        steps agreed; of several facts of a kind the first is the one above.
    """

    participants: tuple[str, ...] = ()
    date: str | None = None
    place: str | None = None
    duration: str | None = None
    format: MeetingFormat | None = None
    gifts: tuple[str, ...] = ()
    roles: tuple[Participant, ...] = ()
    facts: tuple[Fact, ...] = ()


class Engine(Part):
    """What made the Record: the same text and engine give the same bytes.

    :param version: version of memcon.
    :param model: `sha256:` and the digest of the model file.
    """

    version: str
    model: str


class Record(Part):
    """What a document tells of who said what.

    :raises pydantic.ValidationError: if a part breaks an invariant; the message names it.
    """

    schema_: Literal[1] = Field(default=SCHEMA, alias="schema")
    document: Document
    attributions: tuple[Attribution, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    meeting: Meeting = Meeting()
    engine: Engine

    @property
    def text(self) -> str:
        """The document's text, into which all spans point."""
        return self.document.text

    def actor(self, id: str | None) -> Actor | None:
        """The actor of that id, or None."""
        return next((a for a in self.actors if a.id == id), None)

    def words(self, spans: Spans) -> str:
        """The words at the spans; a gap shows as “ … ”."""
        return " … ".join(self.text[a:b] for a, b in spans)

    def children(self, parent: str | None) -> list[Attribution]:
        """Attributions that lie directly in that one's content; with None the outermost ones."""
        return [a for a in self.attributions if a.parent == parent]

    def to_json(self, *, indent: int | None = None) -> str:
        """The JSON form; the text itself is not in it, only its digest."""
        return self.model_dump_json(by_alias=True, indent=indent)

    def to_frame(self, table: str = "attributions", library: str | None = None) -> Any:
        """A table of the Record as a data frame of pandas or Polars: see `memcon.exchange.frame`."""
        from memcon.exchange.frame import frame

        return frame(self, table, library)  # type: ignore[arg-type]

    @classmethod
    def from_json(cls, data: str | bytes, text: str) -> Self:
        """The Record of a JSON form and the text that it was made from.

        :raises pydantic.ValidationError: if the form is not a Record, or is of another text.
        """
        return cls.model_validate_json(data, context={"text": text})

    @model_validator(mode="after")
    def _check(self) -> Self:
        for problem in problems(self):
            raise ValueError(problem)
        return self


_STATEMENT_SPANS = (
    "act_evidence", "conditions", "exceptions", "negations", "commitments", "insertions",
)  # fmt: skip


def problems(record: Record) -> Iterator[str]:
    """What breaks the invariants, in words; nothing for a sound Record."""
    yield from _span_problems(record)
    yield from _reference_problems(record)
    yield from _meeting_problems(record)
    for actor in record.actors:
        if actor.forms and len(actor.forms) != len(actor.mentions):
            yield f"actor {actor.id} has {len(actor.mentions)} mentions, but {len(actor.forms)} forms"
    by_id = {a.id: a for a in record.attributions}
    for attribution in record.attributions:
        if not attribution.content:
            yield f"attribution {attribution.id} has no content"
        if overlap(attribution.content, attribution.cue):
            yield f"attribution {attribution.id}: the content overlaps its own cue"
        seen, ancestor = {attribution.id}, by_id.get(attribution.parent or "")
        while ancestor:
            if ancestor.id in seen:
                yield f"attribution {attribution.id} is its own ancestor"
                break
            seen.add(ancestor.id)
            ancestor = by_id.get(ancestor.parent or "")
        parent = by_id.get(attribution.parent or "")
        if parent and not _within(attribution, parent.content):
            yield f"attribution {attribution.id} is not inside the content of its parent {parent.id}"


def _told(meeting: Meeting) -> Iterator[Fact | Participant]:
    """All that the text tells of the meeting by words of its own."""
    yield from meeting.facts
    yield from meeting.roles


def _meeting_problems(record: Record) -> Iterator[str]:
    for fact in _told(record.meeting):
        start, end = fact.span
        if readable(record.text[start:end]) != fact.words:
            yield f"meeting: “{fact.words}” is not what stands at ({start}, {end})"
    for role in record.meeting.roles:
        if role.actor not in record.meeting.participants:
            yield f"meeting: {role.actor} has a role, but is no participant"


def _span_problems(record: Record) -> Iterator[str]:
    for name, spans in _all_spans(record):
        for before, (start, end) in zip(((0, 0), *spans), spans, strict=False):
            if start >= end:
                yield f"{name}: span ({start}, {end}) is empty"
            if end > len(record.text):
                yield f"{name}: span ({start}, {end}) ends behind the text ({len(record.text)})"
            if start < before[1] and not name.startswith("actor"):
                yield f"{name}: spans overlap or are out of order at ({start}, {end})"


def _all_spans(record: Record) -> Iterator[tuple[str, Spans]]:
    for a in record.attributions:
        for role in ("source", "cue", "content"):
            yield f"attribution {a.id}, {role}", getattr(a, role)
    for actor in record.actors:
        yield f"actor {actor.id}, mentions", actor.mentions
        yield f"actor {actor.id}, titles", tuple(title.span for title in actor.title_spans)
    for s in record.statements:
        for part in _STATEMENT_SPANS:
            yield f"statement {s.id}, {part}", getattr(s, part)
        for stance in s.stances:
            yield f"statement {s.id}, stance towards {stance.target}", stance.evidence
            if stance.mention:
                yield f"statement {s.id}, mention of {stance.target}", (stance.mention,)
    for event in record.events:
        yield f"event {event.id}", event.span
    for fact in _told(record.meeting):
        yield f"meeting, “{fact.words}”", (fact.span,)


def _reference_problems(record: Record) -> Iterator[str]:
    parts = (record.attributions, record.actors, record.statements, record.events)
    ids = [part.id for kind in parts for part in kind]
    if len(ids) != len(set(ids)):
        yield f"id used twice: {next(i for i in ids if ids.count(i) > 1)}"
    attributions = {a.id for a in record.attributions}
    actors = {a.id for a in record.actors}
    references = [
        *((f"parent of {a.id}", a.parent, attributions) for a in record.attributions),
        *((f"speaker of {a.id}", a.speaker, actors) for a in record.attributions),
        *((f"addressee of {a.id}", a.addressee, actors) for a in record.attributions),
        *((f"attribution of {s.id}", s.attribution, attributions) for s in record.statements),
        *((f"stance of {s.id}", x.target, actors) for s in record.statements for x in s.stances),
        *((f"attribution of {e.id}", e.attribution, attributions) for e in record.events),
        *((f"actor of {e.id}", x, actors) for e in record.events for x in e.sources + e.targets),
        *(("participant", x, actors) for x in record.meeting.participants),
        *((f"role of {r.actor}", r.actor, actors) for r in record.meeting.roles),
        *(("giver", f.giver, actors) for f in record.meeting.facts),
        *(("receiver", f.receiver, actors) for f in record.meeting.facts),
    ]
    for name, reference, known in references:
        if reference is not None and reference not in known:
            yield f"{name} is {reference}, which the Record does not hold"


def _within(attribution: Attribution, content: Spans) -> bool:
    """Whether source, cue and content all lie between the ends of the parent's content."""
    start, end = content[0][0], content[-1][1]
    spans = attribution.source + attribution.cue + attribution.content
    return all(start <= a and b <= end for a, b in spans)
