"""Output of `memcon search`: hits for a terminal, for programs and for spreadsheets."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from memcon.archive import Hit, Results
from memcon.archive.corrections import written
from memcon.cli.actors_output import put_csv, put_json
from memcon.report.table import guarded
from memcon.report.visible import line

_COLUMNS = (
    "id", "document", "title", "publisher", "date", "url", "line", "spans", "speaker", "addressee",
    "act", "speech_act", "type", "stances", "topics", "words", "confidence", "likeness",
    "url_claimed",
)  # fmt: skip
#: Words that are quoted have their own.
_QUOTES = set('“"‘«')
_SIGNS = {-1: "−", 0: "±", 1: "+"}
#: Characters of the words that are shown; `memcon cite` and the other formats give all.
_SHOWN = 600


def put(results: Results, format: str, offset: int = 0) -> None:
    """Print what was found."""
    if format == "json":
        put_json(told(results))
    elif format == "csv":
        put_csv(_COLUMNS, map(_row, results.hits))
    else:
        _print(results, offset)


def told(results: Results) -> dict[str, Any]:
    """What was found, for JSON."""
    return {
        "total": results.total,
        "more": results.more,
        "hits": [_hit(hit) for hit in results.hits],
        "facets": {
            facet.name: [{"value": value, "count": count} for value, count in facet.counts]
            for facet in results.facets
        },
    }


def _hit(hit: Hit) -> dict[str, Any]:
    made = asdict(hit)
    made["stances"] = [{"target": name, "polarity": polarity} for name, polarity in hit.stances]
    return made


def _row(hit: Hit) -> tuple[Any, ...]:
    stances = "; ".join(f"{_SIGNS[polarity]} {name}" for name, polarity in hit.stances)
    return (
        hit.id, guarded(hit.name), guarded(hit.title or ""), guarded(hit.publisher or ""),
        hit.date or "", guarded(hit.url or hit.address), hit.line, written(hit.spans),
        guarded(hit.speaker or ""), guarded(hit.addressee or ""), hit.act or "",
        hit.speech_act or "", hit.type, guarded(stances), guarded("; ".join(hit.topics)),
        guarded(hit.words), hit.confidence, "" if hit.likeness is None else round(hit.likeness, 3),
        "yes" if hit.url_claimed else "",
    )  # fmt: skip


def _print(results: Results, offset: int) -> None:
    if not results.hits:
        print("Nothing is found." if not offset else "There are no more.")
        return
    for number, hit in enumerate(results.hits, start=offset + 1):
        words = line(hit.words)
        if len(words) > _SHOWN:
            words = words[:_SHOWN].rpartition(" ")[0] + " …"
        who = line(hit.speaker or "somebody unnamed")
        to = f" to {line(hit.addressee)}" if hit.addressee else ""
        print(f"{number:>3}  {who}{to}{_meant(hit)}")
        print(f"     {words}" if words[:1] in _QUOTES else f"     “{words}”")
        title = hit.title or hit.name
        source = ", ".join(line(part) for part in (title, hit.publisher, hit.date) if part)
        print(f"     {source}, line {hit.line}  [{hit.id}]")
    end = offset + len(results.hits)
    more = "more than " if results.more else ""
    count = f"{more}{results.total:,}" if results.more or results.total != 1 else "1"
    noun = "statement" if results.total == 1 and not results.more else "statements"
    print(f"\n{offset + 1}–{end} of {count} {noun}")
    for facet in results.facets:
        shown = ", ".join(f"{line(value)} {number}" for value, number in facet.counts[:6])
        print(f"  {facet.name}: {shown}")


def _meant(hit: Hit) -> str:
    parts = [hit.act or "", *(f"{_SIGNS[p]} {line(name)}" for name, p in hit.stances)]
    if not hit.by_words and hit.likeness is not None:
        parts.append(f"means the like: {hit.likeness:.2f}")
    told = ", ".join(filter(None, parts))
    return f" ({told})" if told else ""
