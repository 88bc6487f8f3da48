"""Events of the starting document beside our own annotation, made before any output was looked at.

    python -m benchmarks.events [--show] [--model FILE]

*Right*: an event told at those words with one of the codes that the annotator would accept, the same
source and target, an accepted modality, and told by the narrator or in somebody's words as it is.
*False*: told, and neither asked for nor accepted. Needs `../shared`.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from benchmarks.shared import GOLD, actor_at, annotated_documents
from memcon.document import Document
from memcon.language.model import SHIPPED, read_model
from memcon.reading import read_many
from memcon.record import Event, Record


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true", help="print what differs")
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    gold = json.loads((GOLD / "events-seed.json").read_text("utf-8"))
    annotated = next(d for d in annotated_documents() if d.name == gold["document"])
    document = Document(name=annotated.name, text=annotated.text)
    (record,) = read_many([document], threads=1, model=read_model(options.model))
    told = list(record.events)
    right = 0
    for row in gold["events"]:
        hit = next((e for e in told if fits(record, e, row)), None)
        right += hit is not None
        if hit is None and options.show:
            start, end = row["words"]
            near = [line(record, e) for e in told if touches(e, row["words"])]
            print(f"not found: {row['type']} {record.text[start:end]!r}; there: {near}")
    known = gold["events"] + gold["allowed"]
    false = [e for e in told if not any(fits(record, e, row) for row in known)]
    if options.show:
        for event in false:
            print("false:", line(record, event))
    print(f"asked {len(gold['events'])}, right {right}; told {len(told)}, false {len(false)}")


def fits(record: Record, event: Event, row: dict) -> bool:
    """Whether an event is one that the annotator asked for or accepts."""
    sources, targets = ({actor_at(record, s) for s in row[k]} for k in ("sources", "targets"))
    pairs = [(sources, targets)] + ([(targets, sources)] if row["mutual"] else [])
    same = any(
        (not s or set(event.sources) & s) and (not t or set(event.targets) & t) for s, t in pairs
    )
    return (
        touches(event, row["words"])
        and event.type in row["type"]
        and same
        and event.modality in row["modality"]
        and (event.attribution is not None) == row["inside"]
    )


def touches(event: Event, words: list[int]) -> bool:
    return any(a < words[1] and words[0] < b for a, b in event.span)


def line(record: Record, event: Event) -> str:
    """An event in words."""
    names = {a.id: a.name for a in record.actors}
    who, whom = (", ".join(names[i] for i in ids) or "–" for ids in (event.sources, event.targets))
    where = event.attribution or "narrator"
    return (
        f"{event.type} {event.modality} {who} → {whom} ({where}, {event.confidence:.2f}): "
        f"{record.words(event.span)!r}"
    )


if __name__ == "__main__":
    main()
