"""Reading JSON-LD back: pages of Web Annotations as `memcon.exchange.jsonld` writes them.

A place that the position selector gives must have the words of the quote selector: if the text was
changed meanwhile, the words are looked for, and an annotation whose words are gone is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from pydantic import ValidationError

from memcon.exchange.errors import ExchangeError
from memcon.exchange.imported import engine
from memcon.exchange.jsonld import STATEMENT_SPANS
from memcon.record import Record, Span


def read(path: Path) -> Iterator[Record]:
    """The Record of each line.

    :raises ExchangeError: if a line is no such page; the message names it.
    """
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield parse(line, f"{path.name}:{number}")


def parse(data: bytes | str, place: str) -> Record:
    """The Record of a page.

    :param place: what to call it in messages.
    """
    try:
        return _record(json.loads(data))
    except ExchangeError as error:
        raise ExchangeError(f"{place}: {error}") from error
    except ValidationError as error:
        raise ExchangeError(f"{place}: the annotations make no sound Record: {error}") from error
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ExchangeError(
            f"{place}: no page of annotations that memcon wrote ({type(error).__name__}: {error})"
        ) from error


def _record(page: dict[str, Any]) -> Record:
    about = page["memcon:document"]
    text = about["memcon:text"]
    parts: dict[str, list[dict[str, Any]]] = {"Attribution": [], "Actor": [], "Event": []}
    statements = []
    for item in page["items"]:
        body = {k.removeprefix("memcon:"): v for k, v in item["body"].items()}
        # The type of the body itself, which the term of memcon's own of that name goes over.
        kind = item["body"]["type"].removeprefix("memcon:")
        body["type"] = item["body"].get("memcon:type")
        id = _id(item["id"])
        spans: dict[str, list[Span]] = {}
        for target in item["target"]:
            spans.setdefault(target["memcon:role"], []).append(_span(target["selector"], text))
        if kind == "Attribution":
            parts[kind].append(_attribution(id, body, spans))
            if "statement" in body:
                statements.append(_statement(id, body, spans))
        elif kind == "Actor":
            forms = [target.get("memcon:form") for target in item["target"]]
            parts[kind].append(_actor(id, body, spans["mention"], forms))
        else:
            parts["Event"].append(_event(id, body, spans["span"]))
    told = {k[7:]: v for k, v in about.items() if k.startswith("memcon:")}
    fields = ("name", "title", "publisher", "date", "url", "genre", "sha256")
    document = {k: told[k] for k in fields if k in told} | {"language": about.get("language")}
    meeting = {k: told.get(k) for k in ("place", "duration", "format")} | {
        "date": told.get("meetingDate"), "gifts": told.get("gifts", ()),
        "participants": [_id(uri) for uri in told.get("participants", ())],
    }  # fmt: skip
    return Record.model_validate({
        "schema": 1, "document": document | {"text": text}, "meeting": meeting,
        "attributions": parts["Attribution"], "actors": parts["Actor"],
        "statements": statements, "events": parts["Event"], "engine": engine("JSON-LD"),
    })  # fmt: skip


def _id(uri: str | None) -> str | None:
    return uri and unquote(uri.split(":", 3)[3])


def _span(selectors: list[dict[str, Any]], text: str) -> Span:
    position = _selector(selectors, "TextPositionSelector")
    quote = _selector(selectors, "TextQuoteSelector")
    start, words = position["start"], quote["exact"]
    if text[start : position["end"]] == words:
        return start, position["end"]
    around = quote.get("prefix", "") + words + quote.get("suffix", "")
    found = text.find(around)
    if found < 0:
        raise ExchangeError(f"“{words}” is not in the text; give the text that it was said in")
    start = found + len(quote.get("prefix", ""))
    return start, start + len(words)


def _selector(selectors: list[dict[str, Any]], type: str) -> dict[str, Any]:
    found = next((s for s in selectors if s["type"] == type), None)
    if found is None:
        raise ExchangeError(f"a target has no {type}; memcon writes one with each, export it again")
    return found


def _attribution(id: str | None, body: dict[str, Any], spans: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": id, "type": body["type"], "confidence": body.get("confidence", 1.0),
        "parent": _id(body.get("parent")), "speaker": _id(body.get("speaker")),
        "addressee": _id(body.get("addressee")),
        **{role: spans.get(role, ()) for role in ("source", "cue", "content")},
    }  # fmt: skip


def _statement(
    attribution: str | None, body: dict[str, Any], spans: dict[str, Any]
) -> dict[str, Any]:
    stances = [
        {"target": _id(s["memcon:target"]), "polarity": s["memcon:polarity"],
         "evidence": _positions(s.get("memcon:evidence")),
         "mention": next(iter(_positions(s.get("memcon:mention"))), None),
         "confidence": s.get("memcon:confidence", 1.0)}
        for s in body.get("stances", ())
    ]  # fmt: skip
    return {
        "id": body["statement"], "attribution": attribution, "act": body.get("act"),
        "speech_act": body.get("speechAct"), "topics": body.get("topics", ()), "stances": stances,
        **{part: spans.get(part, ()) for part in STATEMENT_SPANS},
    }  # fmt: skip


def _positions(selectors: list[dict[str, Any]] | None) -> list[Span]:
    return [(selector["start"], selector["end"]) for selector in selectors or ()]


def _actor(
    id: str | None, body: dict[str, Any], mentions: list[Span], forms: list[str | None]
) -> dict[str, Any]:
    return {
        "id": id, "name": body["name"], "kind": body["kind"], "country": body.get("country"),
        "titles": body.get("titles", ()), "mentions": mentions,
        "forms": forms if all(forms) else (),
        "identifiers": dict(pair.split(":", 1) for pair in body.get("identifiers", ())),
    }  # fmt: skip


def _event(id: str | None, body: dict[str, Any], spans: list[Span]) -> dict[str, Any]:
    return {
        **body, "id": id, "span": spans, "attribution": _id(body.get("attribution")),
        "sources": [_id(uri) for uri in body.get("sources", ())],
        "targets": [_id(uri) for uri in body.get("targets", ())],
    }  # fmt: skip
