"""brat standoff (brat.nlplab.org): for each document NAME.txt and NAME.ann, and annotation.conf.

    T  text-bounds   Attribution (its content), Source, Cue, …; mentions by kind of actor; Title
    E  events        Attribution with Source, Cue, Inside (the parent), Speaker, Addressee and what
                     was read of the statement; Stance; PLOVER's codes
    A  attributes    Type, SpeechAct, Act, Polarity, Mode, Modality, Form, How
    R  relations     TitleOf;   *  Equiv joins the mentions of an actor
    N  normalisation identifiers of an actor
    #  notes         JSON with what brat has no place for: ids, confidences, names, topics

Offsets are code points. brat takes LF as the only line end and has no annotation that runs over one,
so line ends are written as LF and spans are cut there; also at the characters that Python's
`splitlines` cuts at, since brat's server reads .ann files by it. A note of type `Spans` keeps a list of
spans that would not come together again by itself.

Not carried: the document's metadata and line ends, the meeting, the engine; an actor without
mentions; a second statement of one attribution.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from memcon.exchange.brat_configuration import CONFIGURATION
from memcon.exchange.filenames import Stems
from memcon.exchange.lineends import Unified
from memcon.record import Actor, Attribution, Record, Spans, Statement

#: Parts of a statement that are spans, by the role in which the attribution's event has them.
STATEMENT_ROLES = {
    "ActEvidence": "act_evidence", "Condition": "conditions", "Exception": "exceptions",
    "Negation": "negations", "Commitment": "commitments", "Insertion": "insertions",
}  # fmt: skip
POLARITIES = {-1: "negative", 0: "neutral", 1: "positive"}
#: Where a line of text ends for brat, once line ends are LF.
BREAKS = "\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_NORMALISED = re.compile(r"[^\s:]+")


def write(records: Iterable[Record], folder: Path) -> int:
    """Write the files of each document into the folder; returns how many documents."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "annotation.conf").write_text(CONFIGURATION, encoding="utf-8")
    stems, count = Stems(), 0
    for record in records:
        stem = stems.next(record.document.name)
        text, annotations = standoff(record)
        (folder / f"{stem}.txt").write_text(text, encoding="utf-8", newline="\n")
        (folder / f"{stem}.ann").write_text(annotations, encoding="utf-8", newline="\n")
        count += 1
    return count


def standoff(record: Record) -> tuple[str, str]:
    """The text with its line ends as LF, and the lines of its annotations."""
    file = _Annotations(record)
    return file.unified.text, "".join(f"{line}\n" for line in file.lines)


def together(fragments: Spans, text: str) -> Spans:
    """The spans that fragments were cut from: those with nothing but breaks between are one."""
    out: list[tuple[int, int]] = []
    for start, end in fragments:
        if out and out[-1][1] < start and not text[out[-1][1] : start].strip(BREAKS):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return tuple(out)


class _Annotations:
    """The lines of an .ann file, numbered by kind."""

    def __init__(self, record: Record) -> None:
        self.unified = Unified(record.text)
        self.lines: list[str] = []
        self._numbers: dict[str, int] = {}
        self._first: dict[str, str] = {}
        #: Spans that would not come together again, by the text-bound annotation.
        self._exact: dict[str, Spans] = {}
        self._triggers: dict[str, str] = {}
        for actor in record.actors:
            self._actor(actor)
        statements = {s.attribution: s for s in reversed(record.statements)}
        events = {a.id: self._reserve("E") for a in record.attributions}
        for attribution in record.attributions:
            self._attribution(attribution, statements.get(attribution.id), events)
        for event in record.events:
            plain = event.type if re.fullmatch(r"[\w-]+", event.type) else "Event"
            roles = [("Source", self._first.get(x)) for x in event.sources]
            roles += [("Target", self._first.get(x)) for x in event.targets]
            roles.append(("In", events.get(event.attribution or "")))
            key = self._event(plain, self._bound(plain, event.span), roles)
            self._attribute("Mode", key, event.mode)
            self._attribute("Modality", key, event.modality)
            told = {"id": event.id, "confidence": event.confidence, "date": event.date,
                    "place": event.place, "score": event.score,
                    "type": None if plain == event.type else event.type}  # fmt: skip
            self._note("AnnotatorNotes", key, told)
        for key, spans in self._exact.items():
            # brat allows no note on a trigger: it stands with the event.
            self._note("Spans", self._triggers.get(key, key), spans)

    def _actor(self, actor: Actor) -> None:
        forms = actor.forms or ("",) * len(actor.mentions)
        kind = actor.kind.capitalize()
        keys = [key for span in actor.mentions if (key := self._bound(kind, (span,)))]
        if not keys:
            return
        self._first[actor.id] = keys[0]
        for key, form in zip(keys, forms, strict=True):
            self._attribute("Form", key, form)
        if len(keys) > 1:
            self.lines.append(f"*\tEquiv {' '.join(keys)}")
        spelt = {k: v for k, v in actor.identifiers.items() if not _is_normal(k, v)}
        for kind, identifier in actor.identifiers.items():
            if kind not in spelt:
                name = " ".join(actor.name.split())
                self._put("N", f"Reference {keys[0]} {kind}:{identifier}\t{name}")
        for title in actor.title_spans:
            key = self._bound("Title", (title.span,))
            self._attribute("How", key, title.how)
            self._put("R", f"TitleOf Arg1:{key} Arg2:{keys[0]}")
            self._note("AnnotatorNotes", key, {"words": title.words, "date": title.date})
        told = {"id": actor.id, "name": actor.name, "country": actor.country,
                "titles": actor.titles or None, "identifiers": spelt or None}  # fmt: skip
        self._note("AnnotatorNotes", keys[0], told)

    def _attribution(self, a: Attribution, s: Statement | None, events: Mapping[str, str]) -> None:
        roles = [
            ("Source", self._bound("Source", a.source)), ("Cue", self._bound("Cue", a.cue)),
            ("Inside", events.get(a.parent or "")), ("Speaker", self._first.get(a.speaker or "")),
            ("Addressee", self._first.get(a.addressee or "")),
        ]  # fmt: skip
        told: dict[str, Any] = {"id": a.id, "confidence": a.confidence}
        if s:
            roles += [(r, self._bound(r, getattr(s, part))) for r, part in STATEMENT_ROLES.items()]
            told |= {"statement": s.id, "topics": s.topics or None}
        key = events[a.id]
        self._event("Attribution", self._bound("Attribution", a.content), roles, key)
        self._attribute("Type", key, a.type)
        if s:
            self._attribute("SpeechAct", key, s.speech_act or "")
            self._attribute("Act", key, s.act or "")
            self._stances(s, key, a.content)
        self._note("AnnotatorNotes", key, told)

    def _stances(self, statement: Statement, attribution: str, content: Spans) -> None:
        for stance in statement.stances:
            if stance.target not in self._first:
                continue
            mention = self._bound("Mention", (stance.mention,) if stance.mention else ())
            # An event needs words; where a stance has none of its own, they are those it is told in.
            words = stance.evidence or ((stance.mention,) if stance.mention else content)
            trigger = self._bound("Stance", words)
            roles = [("Of", attribution), ("Towards", self._first.get(stance.target)),
                     ("Mention", mention)]  # fmt: skip
            key = self._event("Stance", trigger, roles)
            self._attribute("Polarity", key, POLARITIES[stance.polarity])
            told = {"confidence": stance.confidence, "evidence": bool(stance.evidence)}
            self._note("AnnotatorNotes", key, told)

    def _bound(self, type: str, spans: Spans) -> str | None:
        """A text-bound annotation over the spans; None if there are none."""
        if not spans:
            return None
        text = self.unified.text
        moved = tuple(span for span in map(self.unified.span, spans) if span)
        cut = [(start + m.start(), start + m.end()) for start, end in moved
               for m in re.finditer(f"[^{BREAKS}]+", text[start:end])]  # fmt: skip
        if not cut:
            start = moved[0][0] if moved else min(spans[0][0], len(text))
            cut = [(start, start)]
        places = ";".join(f"{start} {end}" for start, end in cut)
        words = " ".join(text[start:end] for start, end in cut)
        key = self._put("T", f"{type} {places}\t{words}")
        if together(tuple(cut), text) != moved:
            self._exact[key] = moved
        return key

    def _event(
        self,
        type: str,
        trigger: str | None,
        roles: Iterable[tuple[str, str | None]],
        key: str | None = None,
    ) -> str:
        seen: dict[str, int] = {}
        arguments = []
        for role, argument in roles:
            if argument:
                seen[role] = seen.get(role, 0) + 1
                number = str(seen[role]) if seen[role] > 1 else ""
                arguments.append(f" {role}{number}:{argument}")
        key = key or self._reserve("E")
        self._triggers[trigger or ""] = key
        self.lines.append(f"{key}\t{type}:{trigger}{''.join(arguments)}")
        return key

    def _attribute(self, type: str, key: str | None, value: str) -> None:
        if value:
            self._put("A", f"{type} {key} {value.replace(' ', '-')}")

    def _note(self, type: str, key: str | None, value: Any) -> None:
        if isinstance(value, dict):
            value = {k: v for k, v in value.items() if v is not None}
        self._put("#", f"{type} {key}\t{json.dumps(value)}")

    def _put(self, kind: str, rest: str) -> str:
        key = self._reserve(kind)
        self.lines.append(f"{key}\t{rest}")
        return key

    def _reserve(self, kind: str) -> str:
        self._numbers[kind] = self._numbers.get(kind, 0) + 1
        return f"{kind}{self._numbers[kind]}"


def _is_normal(kind: str, identifier: str) -> bool:
    return bool(_NORMALISED.fullmatch(kind)) and bool(re.fullmatch(r"\S+", identifier))
