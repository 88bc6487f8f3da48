"""Statements of the starting document beside our own annotation, made before any output was looked at.

    python -m benchmarks.statements [--show] [--model FILE]

*Act*: the finer act is one of those that the annotator would accept, *class* Searle's class. *Stance*,
of those that must be told: the target and the sign; *false*: told, and neither asked nor accepted.
*Conditions*, *exceptions*, *insertions*: the same characters, marks at the ends apart. Needs `../shared`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from benchmarks.readouts import match
from benchmarks.shared import GOLD, actor_at, annotated_documents, load_scorer
from memcon.document import Document
from memcon.language.model import SHIPPED, read_model
from memcon.reading import read_many
from memcon.record import Record, Span, Spans

PARTS = ("conditions", "exceptions", "insertions")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true", help="print what differs")
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    gold = json.loads((GOLD / "statements-seed.json").read_text())
    document = next(d for d in annotated_documents() if d.name == gold["document"])
    source = Document(name=document.name, text=document.text)
    (record,) = read_many([source], threads=1, model=read_model(options.model))
    pairs = match(document, record, load_scorer())
    statements = {s.attribution: s for s in record.statements}
    counts: Counter[tuple[str, str]] = Counter()

    def note(kind: str, right: bool, words: str) -> None:
        counts[kind, "asked"] += 1
        counts[kind, "right"] += right
        if options.show and not right:
            print(f"{kind}: {words}")

    for number, row in enumerate(gold["statements"]):
        found = pairs.get(number)
        if found is None:
            counts["attribution", "missing"] += 1
            continue
        statement = statements[found.id]
        words = f"{record.words(found.cue)} | {record.words(found.content)[:70]}"
        note("act", statement.act in row["act"], f"{statement.act} for {row['act']}: {words}")
        note("class", statement.speech_act in row["force"], f"{statement.speech_act}: {words}")
        told = {(stance.target, stance.polarity) for stance in statement.stances if stance.polarity}
        accepted = set()
        for kind in ("stances", "allowed"):
            for span, sign in row[kind]:
                actor = actor_at(record, span)
                accepted.add((actor, sign))
                if kind == "stances":
                    name = record.text[slice(*span)]
                    note("stance", (actor, sign) in told, f"{name} {sign:+d}: {words}")
        for target, sign in told - accepted:
            counts["stance", "false"] += 1
            if options.show:
                actor = record.actor(target)
                print(f"false: {actor.name if actor else target} {sign:+d}: {words}")
        for part in PARTS:
            for span in row[part]:
                note(part, bare(record, span) in spans(record, getattr(statement, part)), words)
            extra = spans(record, getattr(statement, part)) - {bare(record, s) for s in row[part]}
            counts[part, "false"] += len(extra)
            if options.show and extra:
                print(f"{part}, not asked: {[record.text[a:b] for a, b in extra]}")
    print(f"{'':14}{'asked':>7}{'right':>7}{'':>8}{'false':>7}")
    for kind in ("act", "class", "stance", *PARTS):
        asked, right = counts[kind, "asked"], counts[kind, "right"]
        share = 100 * right / max(asked, 1)
        print(f"{kind:14}{asked:7}{right:7}{share:7.1f}%{counts[kind, 'false']:7}")
    print(f"attributions not found: {counts['attribution', 'missing']}")


def bare(record: Record, span: list[int] | Span) -> Span:
    """A span without the marks and blanks at its ends, brackets apart."""
    start, end = span
    while start < end and record.text[end - 1] in " ,.;:”":
        end -= 1
    while start < end and record.text[start] in " ,“":
        start += 1
    return start, end


def spans(record: Record, found: Spans) -> set[Span]:
    return {bare(record, span) for span in found}


if __name__ == "__main__":
    main()
