"""UIMA CAS XMI: for each document NAME.xmi, and TypeSystem.xml; for INCEpTION and DKPro.

Every part of a Record is a feature structure (`memcon.exchange.cas_types`): it is carried whole, and
`number` keeps the order of the parts, which an index of a CAS does not. An annotation goes from the
first of its spans to the last; the spans themselves are in its slots. Offsets in the file are UTF-16
code units, as Java counts; cassis converts them. A character that XML cannot hold is U+FFFD in the
text, so that no offset moves, and named in `replaced`.

In INCEpTION, import TypeSystem.xml as layers, then the documents as “UIMA CAS XMI”. It shows the
annotations, and keeps the actors and what is told of the whole document without showing them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from memcon.exchange.cas_types import qualified, type_system
from memcon.exchange.extra import needed
from memcon.exchange.filenames import Stems
from memcon.exchange.xmltext import escaped, illegal, legal
from memcon.record import Actor, Record, Spans

#: Parts of a statement that are spans.
STATEMENT_SPANS = ("act_evidence", "conditions", "exceptions", "negations", "commitments",
                   "insertions")  # fmt: skip


def write(records: Iterable[Record], folder: Path) -> int:
    """Write the files into the folder; returns how many documents.

    :raises MissingExtraError: if dkpro-cassis is not installed.
    """
    types = type_system()
    folder.mkdir(parents=True, exist_ok=True)
    types.to_xml(folder / "TypeSystem.xml")
    stems, count = Stems(), 0
    for record in records:
        cas(record).to_xmi(folder / f"{stems.next(record.document.name)}.xmi")
        count += 1
    return count


def cas(record: Record) -> Any:
    """The Record as a `cassis.Cas`.

    :raises MissingExtraError: if dkpro-cassis is not installed.
    """
    cassis = needed("cassis", "dkpro-cassis", "UIMA CAS")
    made = cassis.Cas(
        typesystem=type_system(),
        sofa_string=legal(record.text),
        document_language=record.document.language or "x-unspecified",
    )
    _Filled(made, record).fill()
    return made


class _Filled:
    def __init__(self, cas: Any, record: Record) -> None:
        self._cas = cas
        self._record = record
        self._types = cas.typesystem

    def fill(self) -> None:
        record = self._record
        self._whole()
        for number, actor in enumerate(record.actors):
            self._actor(number, actor)
        contents = {a.id: a.content for a in record.attributions}
        for number, a in enumerate(record.attributions):
            self._over("Attribution", a.content, number=number, identifier=a.id, kind=a.type,
                       parent=a.parent, speaker=a.speaker, addressee=a.addressee,
                       confidence=a.confidence,
                       spans={"source": a.source, "cue": a.cue, "content": a.content})  # fmt: skip
        for number, s in enumerate(record.statements):
            content = contents[s.attribution]
            self._over("Statement", content, number=number, identifier=s.id,
                       attribution=s.attribution, speechAct=s.speech_act, act=s.act,
                       topics=s.topics, spans={p: getattr(s, p) for p in STATEMENT_SPANS})  # fmt: skip
            for place, stance in enumerate(s.stances):
                mention = (stance.mention,) if stance.mention else ()
                self._over("Stance", stance.evidence or mention or content, number=place,
                           statement=s.id, target=stance.target, polarity=stance.polarity,
                           confidence=stance.confidence,
                           spans={"evidence": stance.evidence, "mention": mention})  # fmt: skip
        for number, e in enumerate(record.events):
            self._over("Event", e.span, number=number, identifier=e.id, code=e.type, mode=e.mode,
                       modality=e.modality, sources=e.sources, targets=e.targets, date=e.date,
                       place=e.place, attribution=e.attribution, score=e.score,
                       confidence=e.confidence, spans={"span": e.span})  # fmt: skip
        for number, role in enumerate(record.meeting.roles):
            self._over("Role", (role.span,), number=number, **role.model_dump(exclude={"span"}))
        for number, fact in enumerate(record.meeting.facts):
            self._over("Fact", (fact.span,), number=number, **fact.model_dump(exclude={"span"}))

    def _whole(self) -> None:
        record, meeting = self._record, self._record.meeting
        self._put("Record", **record.document.model_dump(), participants=meeting.participants,
                  meetingDate=meeting.date, place=meeting.place, duration=meeting.duration,
                  format=meeting.format, gifts=meeting.gifts, engine=record.engine.version,
                  model=record.engine.model, replaced=illegal(record.text))  # fmt: skip

    def _actor(self, number: int, actor: Actor) -> None:
        self._put("Actor", number=number, identifier=actor.id, name=actor.name, kind=actor.kind,
                  titles=actor.titles, country=actor.country,
                  identifiers=tuple(f"{k} {v}" for k, v in actor.identifiers.items()))  # fmt: skip
        forms = actor.forms or (None,) * len(actor.mentions)
        for place, (span, form) in enumerate(zip(actor.mentions, forms, strict=True)):
            self._over("Mention", (span,), number=place, actor=actor.id, name=actor.name, form=form)
        for place, title in enumerate(actor.title_spans):
            self._over("Title", (title.span,), number=place, actor=actor.id, words=title.words,
                       how=title.how, date=title.date)  # fmt: skip

    def _over(self, type: str, over: Spans, /, **features: Any) -> None:
        """Add an annotation from the first of the words to the last."""
        self._put(type, begin=over[0][0], end=over[-1][1], **features)

    def _put(self, type: str, **features: Any) -> None:
        made = {name: self._value(value) for name, value in features.items()}
        self._cas.add(self._types.get_type(qualified(type))(**made))

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return escaped(value)
        if isinstance(value, tuple):
            array = self._types.get_type("uima.cas.StringArray")
            return array(elements=[escaped(word) for word in value])
        if isinstance(value, dict):
            links = [self._link(role, s) for role, spans in value.items() for s in spans]
            return self._types.get_type("uima.cas.FSArray")(elements=links)
        return value

    def _link(self, role: str, span: tuple[int, int]) -> Any:
        annotation = self._types.get_type(qualified("Span"))(begin=span[0], end=span[1], role=role)
        self._cas.add(annotation)
        return self._types.get_type(qualified("Link"))(role=role, target=annotation)
