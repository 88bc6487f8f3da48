"""Facts of the meeting found in the starting document and 23 releases, annotated by hand.

    python -m benchmarks.meetings [--show NAME]

For every kind of fact: right, wrong, missing and too many. *Right*: the words overlap those annotated
by half of both, and the value is the same; of a date, a duration and a format one fact a document is
asked for, of gifts, documents and next steps each; a gift has the right giver and receiver as well.
A place may be more exact than one of the annotated ones. *Role*: of the participants found. Some
participants may be named or not. Documents without a meeting count too: what is found there is too
many. Annotated before any output was looked at, in `gold/meetings.json`, by offsets alone. Needs
`../shared`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from benchmarks.shared import GOLD, SHARED, annotated_documents
from memcon.document import Document
from memcon.reading import read_many
from memcon.record import Fact, Record

_SINGLE = ("date", "duration", "format")
_SEVERAL = ("place", "gift", "document", "next step")
KINDS = ("participant", "role", *_SINGLE, *_SEVERAL)


def annotated_meetings(shared: Path = SHARED) -> dict[str, tuple[Document, dict[str, Any]]]:
    """Each document, dated as its release is, and what was annotated in it."""
    gold = json.loads((GOLD / "meetings.json").read_text())
    dates = {}
    with (shared / "corpora" / "readouts" / "state.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            release = json.loads(line)
            day = parsedate_to_datetime(release["date"]).date().isoformat()
            dates[f"{release['title']}\n{release['text']}"] = day
    out = {}
    for annotated in annotated_documents(shared):
        if annotated.name in gold:
            document = Document(
                name=annotated.name, text=annotated.text, date=dates.get(annotated.text)
            )
            out[annotated.name] = document, gold[annotated.name]
    assert out.keys() == gold.keys()
    return out


def judge(record: Record, gold: dict[str, Any]) -> list[tuple[str, str, str]]:
    """(kind, verdict, words) of all that was annotated and all that was found."""
    out = _participants(record, gold)
    for kind in (*_SINGLE, *_SEVERAL):
        expected = [f for f in gold["facts"] if f["kind"] == kind]
        found = [f for f in record.meeting.facts if f.kind == kind]
        if kind in _SINGLE:
            found = found[:1]
        for row in expected:
            near = [f for f in found if _near(f.span, row["span"]) or kind == "format"]
            words = record.text[slice(*row["span"])]
            if near:
                found.remove(near[0])
                verdict = "right" if _same(near[0], row, record) else "wrong"
                out.append((kind, verdict, f"{words} | {near[0].words} | {near[0].value}"))
            else:
                out.append((kind, "missing", words))
        out += [(kind, "too many", fact.words) for fact in found]
    return out


def _participants(record: Record, gold: dict[str, Any]) -> list[tuple[str, str, str]]:
    out = []
    left = list(record.meeting.participants)
    roles = {r.actor: r.role for r in record.meeting.roles}
    for row in gold["participants"]:
        start, end = row["name"]
        words = record.text[start:end]
        found = [
            id
            for id in left
            if any(a < end and start < b for a, b in getattr(record.actor(id), "mentions", ()))
        ]
        # The name may lie in the mention of a group; the smallest mention is the one meant.
        found.sort(key=lambda id: (getattr(record.actor(id), "kind", "") == "group", id))
        if found:
            left.remove(found[0])
            out.append(("participant", "right", words))
            right = roles.get(found[0]) == row["role"] or row.get("optional")
            verdict = "right" if right else "wrong"
            out.append(("role", verdict, f"{words} | {row['role']} | {roles.get(found[0])}"))
        elif not row.get("optional"):
            out.append(("participant", "missing", words))
    out += [("participant", "too many", getattr(record.actor(id), "name", id)) for id in left]
    return out


def _near(found: tuple[int, int], expected: list[int]) -> bool:
    shared = min(found[1], expected[1]) - max(found[0], expected[0])
    return 2 * shared >= max(expected[1] - expected[0], 1) and 2 * shared >= found[1] - found[0]


def _same(fact: Fact, row: dict[str, Any], record: Record) -> bool:
    if fact.value != row["value"]:
        return False
    for role in ("giver", "receiver"):
        if role in row:
            actor = record.actor(getattr(fact, role))
            start, end = row[role]
            if actor is None or not any(a < end and start < b for a, b in actor.mentions):
                return False
    return True


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", help="list what is not right in one document, or in all: *")
    options = parser.parse_args()
    meetings = annotated_meetings()
    records = read_many([document for document, _ in meetings.values()])
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for (name, (_, gold)), record in zip(meetings.items(), records, strict=True):
        for kind, verdict, words in judge(record, gold):
            totals[kind][verdict] += 1
            if verdict != "right" and options.show in (name, "*"):
                print(f"{name:14} {kind:12} {verdict:9} {words}")
    print(f"{'':14}{'right':>8}{'wrong':>8}{'missing':>9}{'too many':>10}")
    for kind in KINDS:
        row = totals[kind]
        print(f"{kind:14}{row['right']:8}{row['wrong']:8}{row['missing']:9}{row['too many']:10}")


if __name__ == "__main__":
    main()
