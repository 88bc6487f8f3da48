"""Reading UIMA CAS XMI back, as `memcon.exchange.cas` writes it, also when it was edited meanwhile.

Annotations that an annotator adds in INCEpTION come without `number` and `identifier`: they go behind
the others and get ids of their own.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from memcon.document import Document
from memcon.exchange.cas import STATEMENT_SPANS
from memcon.exchange.cas_types import qualified, type_system
from memcon.exchange.errors import ExchangeError
from memcon.exchange.extra import needed
from memcon.exchange.imported import engine
from memcon.exchange.xmltext import restored, unescaped
from memcon.record import Record, Spans

_DOCUMENT = ("name", "title", "publisher", "url", "date", "genre", "language", "encoding")
#: Behind all parts that have a number.
_LAST = 2**31


def read(path: Path) -> Iterator[Record]:
    """The Records of NAME.xmi, or of all .xmi files of a folder in the order of their names.

    :raises ExchangeError: if a file is no XMI of these types, or tells of no sound Record.
    :raises MissingExtraError: if dkpro-cassis is not installed.
    """
    files = sorted(path.glob("*.xmi")) if path.is_dir() else [path]
    if not files:
        raise ExchangeError(f"{path}: there is no .xmi file in the folder")
    for file in files:
        try:
            data = file.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise ExchangeError(f"{file}: the file is not UTF-8; export it as XMI 1.0") from error
        yield parse(data, file.name)


def parse(xmi: str, name: str) -> Record:
    """The Record of an XMI document.

    :param name: what to call the document if the XMI does not tell, and in messages.
    """
    cassis = needed("cassis", "dkpro-cassis", "UIMA CAS")
    try:
        with warnings.catch_warnings():
            # Layers of the annotation tool's own are no concern of ours.
            warnings.simplefilter("ignore")
            cas = cassis.load_cas_from_xmi(xmi, typesystem=type_system(), lenient=True)
        if cas.sofa_string is None:
            raise ExchangeError(f"{name}: the XMI has no text; export it with its document text")
        return _Read(cas).record(name)
    except ExchangeError:
        raise
    except ValidationError as error:
        raise ExchangeError(f"{name}: the XMI tells of no sound Record: {error}") from error
    except Exception as error:  # cassis and lxml raise errors of many kinds over broken files.
        raise ExchangeError(
            f"{name}: no XMI of memcon's types: {error}; see TypeSystem.xml"
        ) from error


class _Read:
    def __init__(self, cas: Any) -> None:
        self._cas = cas
        self._actors = self._all("Actor")
        self._fresh = count(1)

    def record(self, name: str) -> Record:
        """The Record.

        :raises pydantic.ValidationError: if it would not be sound.
        """
        whole = next(iter(self._all("Record")), None)
        told = {feature: whole and _text(whole[feature]) for feature in _DOCUMENT}
        text = restored(self._cas.sofa_string, (whole and whole.replaced) or "")
        document = {**told, "name": told["name"] or name, "text": text}
        meeting: dict[str, Any] = {}
        if whole:
            meeting = {"participants": _texts(whole.participants), "gifts": _texts(whole.gifts),
                       "date": _text(whole.meetingDate),
                       **{f: _text(whole[f]) for f in ("place", "duration", "format")}}  # fmt: skip
        meeting |= {"roles": [self._role(x) for x in self._all("Role")],
                    "facts": [self._fact(x) for x in self._all("Fact")]}  # fmt: skip
        made = {"version": _text(whole.engine), "model": _text(whole.model)} if whole else None
        return Record.model_validate({
            "schema": 1, "document": Document.model_validate(document), "meeting": meeting,
            "attributions": [self._attribution(x) for x in self._all("Attribution")],
            "actors": [self._actor(x) for x in self._actors],
            "statements": [self._statement(x) for x in self._all("Statement")],
            "events": [self._event(x) for x in self._all("Event")],
            "engine": made or engine("UIMA CAS"),
        })  # fmt: skip

    def _all(self, type: str, **wanted: str) -> list[Any]:
        """Feature structures of a type with those values, in the order of the Record."""
        found = [
            fs
            for fs in self._cas.select(qualified(type))
            if all(_text(fs[feature]) == value for feature, value in wanted.items())
        ]
        if type == "Record":
            return found
        return sorted(found, key=lambda fs: _LAST if fs.number is None else fs.number)

    def _id(self, fs: Any) -> str:
        return _text(fs.identifier) or f"new{next(self._fresh)}"

    def _attribution(self, fs: Any) -> dict[str, Any]:
        spans = _spans(fs)
        return {
            "id": self._id(fs), "type": _text(fs.kind) or "indirect", "parent": _text(fs.parent),
            "speaker": _text(fs.speaker), "addressee": _text(fs.addressee),
            "confidence": 1.0 if fs.confidence is None else fs.confidence,
            "source": spans.get("source", ()), "cue": spans.get("cue", ()),
            "content": spans.get("content", ((fs.begin, fs.end),)),
        }  # fmt: skip

    def _actor(self, fs: Any) -> dict[str, Any]:
        id = self._id(fs)
        mentions = self._all("Mention", actor=id)
        forms = [_text(mention.form) for mention in mentions]
        titles = self._all("Title", actor=id)
        return {
            "id": id, "name": _text(fs.name), "kind": _text(fs.kind), "titles": _texts(fs.titles),
            "country": _text(fs.country), "mentions": [(m.begin, m.end) for m in mentions],
            "forms": forms if all(forms) else (),
            "title_spans": [{"words": _text(t.words), "span": (t.begin, t.end),
                             "how": _text(t.how), "date": _text(t.date)} for t in titles],
            "identifiers": dict(word.split(" ", 1) for word in _texts(fs.identifiers)),
        }  # fmt: skip

    def _statement(self, fs: Any) -> dict[str, Any]:
        id, spans = self._id(fs), _spans(fs)
        return {
            "id": id, "attribution": _text(fs.attribution), "act": _text(fs.act),
            "speech_act": _text(fs.speechAct), "topics": _texts(fs.topics),
            "stances": [self._stance(x) for x in self._all("Stance", statement=id)],
            **{part: spans.get(part, ()) for part in STATEMENT_SPANS},
        }  # fmt: skip

    def _stance(self, fs: Any) -> dict[str, Any]:
        spans = _spans(fs)
        return {
            "target": _text(fs.target), "polarity": fs.polarity,
            "evidence": spans.get("evidence", ()), "confidence": fs.confidence,
            "mention": next(iter(spans.get("mention", ())), None),
        }  # fmt: skip

    def _event(self, fs: Any) -> dict[str, Any]:
        return {
            "id": self._id(fs), "type": _text(fs.code), "mode": _text(fs.mode),
            "modality": _text(fs.modality), "sources": _texts(fs.sources),
            "targets": _texts(fs.targets), "date": _text(fs.date), "place": _text(fs.place),
            "span": _spans(fs).get("span", ((fs.begin, fs.end),)),
            "attribution": _text(fs.attribution), "score": fs.score,
            "confidence": 1.0 if fs.confidence is None else fs.confidence,
        }  # fmt: skip

    def _role(self, fs: Any) -> dict[str, Any]:
        return {"actor": _text(fs.actor), "role": _text(fs.role), "words": _text(fs.words),
                "span": (fs.begin, fs.end)}  # fmt: skip

    def _fact(self, fs: Any) -> dict[str, Any]:
        return {
            "kind": _text(fs.kind), "words": _text(fs.words), "span": (fs.begin, fs.end),
            "value": _text(fs.value), "approximate": bool(fs.approximate),
            "giver": _text(fs.giver), "receiver": _text(fs.receiver),
        }  # fmt: skip


def _text(value: str | None) -> str | None:
    return None if value is None else unescaped(value)


def _texts(array: Any) -> tuple[str, ...]:
    elements = getattr(array, "elements", array) or ()
    return tuple(unescaped(word or "") for word in elements)


def _spans(fs: Any) -> dict[str, Spans]:
    """The spans of the slots by their roles, in order."""
    found: dict[str, list[tuple[int, int]]] = {}
    for link in getattr(fs.spans, "elements", fs.spans) or ():
        found.setdefault(link.role, []).append((link.target.begin, link.target.end))
    return {role: tuple(spans) for role, spans in found.items()}
