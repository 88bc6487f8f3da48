"""Reading brat standoff back: NAME.txt with NAME.ann, as `memcon.exchange.brat` writes them.

Files that others made are read too, as far as they have events of type Attribution (trigger: the
content) with arguments Source and Cue; what the notes would tell is then left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from memcon.attribution.quoted import type_of
from memcon.document import Document
from memcon.exchange.brat import POLARITIES, STATEMENT_ROLES, together
from memcon.exchange.errors import ExchangeError
from memcon.exchange.imported import engine
from memcon.language.quotations import find_quotations
from memcon.record import ActorKind, Record, Spans, TitleForm

_KINDS = {kind.capitalize(): kind for kind in get_args(ActorKind)}
_MARK = "\ufeff"
#: A text-bound annotation in one piece: where it begins and ends, and its words.
_BOUND = re.compile(r"^T\d+\t\S+ (\d+) (\d+)\t(.*)$", re.MULTILINE)
_HOWS = {how.replace(" ", "-"): how for how in get_args(TitleForm)}


def read(path: Path) -> Iterator[Record]:
    """The Records of a folder, or of one NAME.ann or NAME.txt, in the order of the names.

    :raises ExchangeError: if a file has no partner, or a line of it is none of brat's.
    """
    files = sorted(path.glob("*.ann")) if path.is_dir() else [path.with_suffix(".ann")]
    if not files:
        raise ExchangeError(f"{path}: there is no .ann file in the folder")
    for marked in files:
        text = marked.with_suffix(".txt")
        for file in (marked, text):
            if not file.is_file():
                raise ExchangeError(f"{file}: there is no such file; brat needs both .txt and .ann")
        try:
            # Universal line ends, as brat itself reads.
            texts = text.read_text("utf-8"), marked.read_text("utf-8")
        except UnicodeDecodeError as error:
            raise ExchangeError(f"{marked}: it or its .txt is not UTF-8; convert them") from error
        yield parse(*texts, text.name)


def parse(text: str, annotations: str, name: str) -> Record:
    """The Record of a text and the lines of its .ann file; byte order marks are no part of either.

    :raises ExchangeError: if a line is none of brat's, or they tell of no sound Record.
    """
    annotations = annotations.removeprefix(_MARK)
    file = _File(text if _counts_mark(text, annotations) else text.removeprefix(_MARK))
    for number, line in enumerate(annotations.split("\n"), start=1):
        if line.strip():
            try:
                file.take(line)
            except (ValueError, IndexError) as error:
                raise ExchangeError(f"{name}, line {number} of its .ann: {error}") from error
    try:
        return file.record(name)
    except (ValidationError, KeyError, ValueError) as error:
        raise ExchangeError(f"{name}: the .ann tells of no sound Record: {error}") from error


def _counts_mark(text: str, annotations: str) -> bool:
    """Whether the offsets count a byte order mark before the text, as those of brat's server do.

    The words that stand with the offsets tell.
    """
    if not text.startswith(_MARK):
        return False
    found = list(_BOUND.finditer(annotations))
    fit = [sum(text[int(m[1]) - n : int(m[2]) - n] == m[3] for m in found) for n in (0, -1)]
    return fit[0] > fit[1]


@dataclass
class _Event:
    type: str
    trigger: str
    roles: dict[str, list[str]] = field(default_factory=dict)

    def one(self, role: str) -> str | None:
        return next(iter(self.roles.get(role, ())), None)


class _File:
    """The annotations by kind and key."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.quotations = [q.span for q in find_quotations(text) if not q.depth]
        self.bounds: dict[str, tuple[str, Spans]] = {}
        self.events: dict[str, _Event] = {}
        self.attributes: dict[str, dict[str, str]] = {}
        self.notes: dict[str, dict[str, Any]] = {}
        self.equivalents: list[list[str]] = []
        self.titles: dict[str, list[str]] = {}
        self.identifiers: dict[str, dict[str, str]] = {}

    def take(self, line: str) -> None:
        """Take a line in.

        :raises ValueError: if it is none of brat's.
        """
        key, data, *rest = line.split("\t", 2)
        kind, _, about = data.partition(" ")
        if key[0] == "T":
            pairs = (place.split(" ") for place in about.split(";"))
            spans = tuple((int(start), int(end)) for start, end in pairs)
            self.bounds[key] = (kind, together(spans, self.text))
        elif key[0] == "E":
            type, _, trigger = kind.partition(":")
            self.events[key] = event = _Event(type, trigger)
            for argument in about.split():
                role, _, target = argument.partition(":")
                event.roles.setdefault(role.rstrip("0123456789"), []).append(target)
        elif key[0] in "AM":
            target, _, value = about.partition(" ")
            self.attributes.setdefault(target, {})[kind] = value
        elif key == "*":
            self.equivalents.append(about.split())
        elif key[0] == "R" and kind == "TitleOf":
            title, holder = (argument.partition(":")[2] for argument in about.split())
            self.titles.setdefault(holder, []).append(title)
        elif key[0] == "N":
            target, _, reference = about.partition(" ")
            base, _, identifier = reference.partition(":")
            self.identifiers.setdefault(target, {})[base] = identifier
        elif key[0] == "#":
            self._note(kind, about, rest[0] if rest else "")
        elif key[0] not in "R":
            raise ValueError(f"“{key}” begins no annotation of brat's")

    def _note(self, kind: str, target: str, words: str) -> None:
        try:
            value = json.loads(words)
        except ValueError:
            return  # A note that a person wrote.
        bound = self.events[target].trigger if target in self.events else target
        if kind == "Spans" and bound in self.bounds:
            spans = tuple((int(start), int(end)) for start, end in value)
            self.bounds[bound] = (self.bounds[bound][0], spans)
        elif isinstance(value, dict):
            self.notes.setdefault(target, {}).update(value)

    def record(self, name: str) -> Record:
        """The Record.

        :raises pydantic.ValidationError: if it would not be sound.
        """
        actors, ids = self._actors()
        told = {k: e for k, e in self.events.items() if e.type == "Attribution"}
        named = {k: self.notes.get(k, {}).get("id", f"a{n}") for n, k in enumerate(told, start=1)}
        statements = [s for key, e in told.items() if (s := self._statement(key, e, named, ids))]
        happened = {k: e for k, e in self.events.items() if e.type not in ("Attribution", "Stance")}
        return Record.model_validate({
            "schema": 1, "document": Document(name=name, text=self.text),
            "attributions": [self._attribution(k, e, named, ids) for k, e in told.items()],
            "actors": actors, "statements": statements,
            "events": [self._event(f"e{n}", k, e, named, ids)
                       for n, (k, e) in enumerate(happened.items(), start=1)],
            "engine": engine("brat"),
        })  # fmt: skip

    def _actors(self) -> tuple[list[dict[str, Any]], dict[str, str]]:
        """The actors, and the id of the actor of each mention."""
        joined = {key: group for group in self.equivalents for key in group}
        actors: list[dict[str, Any]] = []
        ids: dict[str, str] = {}
        for key, (type, _) in self.bounds.items():
            if type not in _KINDS or key in ids:
                continue
            group = joined.get(key, [key])
            note = self.notes.get(key, {})
            id = note.get("id", f"p{len(actors) + 1}")
            ids |= dict.fromkeys(group, id)
            spans = [span for k in group for span in self.bounds[k][1]]
            forms = [self.attributes.get(k, {}).get("Form") for k in group]
            first = spans[0]
            actors.append({
                "id": id, "name": note.get("name", self.text[first[0] : first[1]]),
                "kind": _KINDS[type], "country": note.get("country"), "mentions": spans,
                "titles": note.get("titles", ()),
                "forms": forms if all(forms) and len(forms) == len(spans) else (),
                "title_spans": [self._title(title) for title in self.titles.get(key, ())],
                "identifiers": self.identifiers.get(key, {}) | note.get("identifiers", {}),
            })  # fmt: skip
        return actors, ids

    def _title(self, key: str) -> dict[str, Any]:
        (span, *_), note = self.bounds[key][1], self.notes.get(key, {})
        how = _HOWS.get(self.attributes.get(key, {}).get("How", ""), "apposition")
        words = note.get("words", self.text[span[0] : span[1]])
        return {"words": words, "span": span, "how": how, "date": note.get("date")}

    def _spans(self, key: str | None) -> Spans:
        return self.bounds[key][1] if key else ()

    def _attribution(
        self, key: str, event: _Event, named: dict[str, str], ids: dict[str, str]
    ) -> dict[str, Any]:
        content = self._spans(event.trigger)
        # Other tools do not say how words are told; the quotation marks do.
        type = self.attributes.get(key, {}).get("Type")
        return {
            "id": named[key], "source": self._spans(event.one("Source")),
            "cue": self._spans(event.one("Cue")), "content": content,
            "type": type or type_of(content, self.quotations, self.text),
            "parent": named.get(event.one("Inside") or ""),
            "speaker": ids.get(event.one("Speaker") or ""),
            "addressee": ids.get(event.one("Addressee") or ""),
            "confidence": self.notes.get(key, {}).get("confidence", 1.0),
        }  # fmt: skip

    def _statement(
        self, key: str, event: _Event, named: dict[str, str], ids: dict[str, str]
    ) -> dict[str, Any] | None:
        note, attributes = self.notes.get(key, {}), self.attributes.get(key, {})
        parts = {part: self._spans(event.one(role)) for role, part in STATEMENT_ROLES.items()}
        stances = [
            self._stance(k, e, ids)
            for k, e in self.events.items()
            if e.type == "Stance" and e.one("Of") == key
        ]
        act = attributes.get("Act", "").replace("-", " ") or None
        force = attributes.get("SpeechAct")
        if not ("statement" in note or act or force or stances or any(parts.values())):
            return None
        return {
            "id": note.get("statement", "s" + named[key].lstrip("a")), "attribution": named[key],
            "act": act, "speech_act": force, "topics": note.get("topics", ()),
            "stances": stances, **parts,
        }  # fmt: skip

    def _stance(self, key: str, event: _Event, ids: dict[str, str]) -> dict[str, Any]:
        note = self.notes.get(key, {})
        polarity = self.attributes.get(key, {}).get("Polarity", "neutral")
        return {
            "target": ids[event.one("Towards") or ""],
            "polarity": next(sign for sign, word in POLARITIES.items() if word == polarity),
            "evidence": self._spans(event.trigger) if note.get("evidence", True) else (),
            "mention": next(iter(self._spans(event.one("Mention"))), None),
            "confidence": note.get("confidence", 1.0),
        }  # fmt: skip

    def _event(
        self, id: str, key: str, event: _Event, named: dict[str, str], ids: dict[str, str]
    ) -> dict[str, Any]:
        note, attributes = self.notes.get(key, {}), self.attributes.get(key, {})
        return {
            "id": id, "type": event.type, "mode": attributes.get("Mode", "verbal"),
            "modality": attributes.get("Modality", "occurred"),
            "sources": [ids[k] for k in event.roles.get("Source", ()) if k in ids],
            "targets": [ids[k] for k in event.roles.get("Target", ()) if k in ids],
            "span": self._spans(event.trigger), "attribution": named.get(event.one("In") or ""),
            **note,
        }  # fmt: skip
