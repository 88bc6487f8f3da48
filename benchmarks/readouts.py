"""Attributions and speakers found in documents that we annotated by hand.

    python -m benchmarks.readouts [--held | --all] [--show NAME]

*Found*: one predicted relation shares half of the joint words of the content, or, where the content
is the same words within three quarters for several, the one whose cue overlaps. *Source*: of those,
the same words as source. *Speaker*: the actor is mentioned where the annotator saw its name; with
several names, all of them occur in the actor's name. Needs `../shared`.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from benchmarks.shared import Annotated, Expected, annotated_documents, load_scorer
from memcon.document import Document
from memcon.language.model import SHIPPED, read_model
from memcon.reading import read_many
from memcon.record import Attribution, Record


def match(document: Annotated, record: Record, scorer) -> dict[int, Attribution]:
    """One-to-one pairs of annotated and found attributions, the most alike first."""

    def sets(relations):
        plain = [{r: getattr(x, r) for r in ("source", "cue", "content")} for x in relations]
        return scorer.word_sets(plain, document.text)

    gold, told = sets(document.attributions), sets(record.attributions)
    pairs = []
    for i, g in enumerate(gold):
        for j, t in enumerate(told):
            shared, joint = g["content"] & t["content"], g["content"] | t["content"]
            if 2 * len(shared) >= len(joint) > 0:
                cue = bool(g["cue"] & t["cue"]) or not (g["cue"] or t["cue"])
                source = bool(g["source"] & t["source"]) or not (g["source"] or t["source"])
                pairs.append((-cue, -source, -len(shared) / len(joint), i, j))
    out: dict[int, Attribution] = {}
    taken: set[int] = set()
    for _, _, _, i, j in sorted(pairs):
        if i not in out and j not in taken:
            out[i] = record.attributions[j]
            taken.add(j)
    return out


def same_source(expected: Expected, found: Attribution, text: str, scorer) -> bool:
    a, b = scorer.word_sets([{"source": expected.source}, {"source": found.source}], text)
    return a["source"] == b["source"]


def same_speaker(expected: Expected, found: Attribution, record: Record) -> bool:
    actor = record.actor(found.speaker)
    if not expected.speaker or actor is None:
        return not expected.speaker and actor is None
    if len(expected.speaker) == 1:
        start, end = expected.speaker[0]
        return any(a < end and start < b for a, b in actor.mentions)
    return all(record.text[a:b].split()[-1] in actor.name for a, b in expected.speaker)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--held", action="store_true", help="the ten kept for the end, alone")
    parser.add_argument("--all", action="store_true", help="all forty")
    parser.add_argument("--show", help="list what is missed or extra in one document")
    options = parser.parse_args()
    scorer = load_scorer()
    chosen = [
        d for d in annotated_documents()
        if options.all or d.held == options.held or d.name == "seed"
    ]  # fmt: skip
    records = read_many(
        [Document(name=d.name, text=d.text) for d in chosen], model=read_model(options.model)
    )
    totals: dict[str, list[int]] = defaultdict(lambda: [0] * 5)
    for document, record in zip(chosen, records, strict=True):
        pairs = match(document, record, scorer)
        row = [len(document.attributions), len(record.attributions), len(pairs), 0, 0]
        for i, found in pairs.items():
            expected = document.attributions[i]
            row[3] += same_source(expected, found, document.text, scorer)
            row[4] += same_speaker(expected, found, record)
        names = ["starting document"] if document.name == "seed" else [document.genre, "together"]
        for name in names:
            totals[name] = [a + b for a, b in zip(totals[name], row, strict=True)]
        if options.show in (document.name, "*"):
            show(document, record, pairs, scorer)
    print(f"{'':20} annotated  told   found          source         speaker")
    for name, (gold, told, found, source, speaker) in totals.items():
        shares = [
            f"{n:5} {100 * n / max(of, 1):5.1f}%"
            for n, of in ((found, gold), (source, found), (speaker, found))
        ]
        print(f"{name:20} {gold:9} {told:5}  {'   '.join(shares)}")


def show(document: Annotated, record: Record, pairs: dict[int, Attribution], scorer) -> None:
    def words(spans):
        return " … ".join(document.text[a:b] for a, b in spans)

    def line(sign, x, speaker):
        print(
            f"{sign} [{words(x.source)}] <{words(x.cue)}> {words(x.content)[:110]!r}  = {speaker}"
        )

    print(f"== {document.name} ({record.document.genre})")
    for i, expected in enumerate(document.attributions):
        name = " + ".join(document.text[a:b] for a, b in expected.speaker)
        if i not in pairs:
            line("- missed", expected, name)
            continue
        found = pairs[i]
        actor = record.actor(found.speaker)
        if not same_source(expected, found, document.text, scorer):
            line("~ source", found, f"expected [{words(expected.source)}]")
        if not same_speaker(expected, found, record):
            line("~ speaker", found, f"{actor.name if actor else None}, expected {name}")
    matched = {a.id for a in pairs.values()}
    for extra in record.attributions:
        if extra.id not in matched:
            line("+ extra", extra, extra.confidence)


if __name__ == "__main__":
    main()
