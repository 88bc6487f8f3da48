"""Attributions and speakers found in documents that we annotated by hand.

    python -m benchmarks.readouts [--held | --all] [--show NAME]

*Found*: one predicted relation shares half of the joint words of the content, or, where the content
is the same words within three quarters for several, the one whose cue overlaps. *Source*: of those,
the same words as source. *Speaker*: the actor is mentioned where the annotator saw its name; with
several names, all of them occur in the actor's name. *Addressee*, of those found: right, another one,
none where the text gives one, and one where the text gives none. Needs `../shared`.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.shared import Annotated, Expected, annotated_documents, load_scorer
from memcon.document import Document
from memcon.language.model import SHIPPED, read_model
from memcon.reading import read_many
from memcon.record import Attribution, Record
from memcon.spans import Spans


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
    return _same_actor(expected.speaker, found.speaker, record)


def same_addressee(expected: Expected, found: Attribution, record: Record) -> str | None:
    """`right`, `wrong`, `missing` or `too many`; None where there is none and none was expected."""
    if not expected.addressee:
        return "too many" if found.addressee else None
    if found.addressee is None:
        return "missing"
    return "right" if _same_actor(expected.addressee, found.addressee, record) else "wrong"


def _same_actor(expected: Spans, id: str | None, record: Record) -> bool:
    actor = record.actor(id)
    if not expected or actor is None:
        return not expected and actor is None
    if len(expected) == 1:
        start, end = expected[0]
        return any(a < end and start < b for a, b in actor.mentions)
    return all(record.text[a:b].split()[-1] in actor.name for a, b in expected)


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
    addressees: dict[str, Counter[str]] = defaultdict(Counter)
    for document, record in zip(chosen, records, strict=True):
        pairs = match(document, record, scorer)
        names = ["starting document"] if document.name == "seed" else [document.genre, "together"]
        row = [len(document.attributions), len(record.attributions), len(pairs), 0, 0]
        for i, found in pairs.items():
            expected = document.attributions[i]
            row[3] += same_source(expected, found, document.text, scorer)
            row[4] += same_speaker(expected, found, record)
            if expected.addressee is not None:
                verdict = same_addressee(expected, found, record) or "none"
                for name in names:
                    addressees[name][verdict] += 1
        for name in names:
            totals[name] = [a + b for a, b in zip(totals[name], row, strict=True)]
        if options.show in (document.name, "*"):
            show(document, record, pairs, scorer)
    print(f"{'':20} annotated  told   found          source         speaker")
    for name, (gold, told, matched, source, speaker) in totals.items():
        shares = [
            f"{n:5} {100 * n / max(of, 1):5.1f}%"
            for n, of in ((matched, gold), (source, matched), (speaker, matched))
        ]
        print(f"{name:20} {gold:9} {told:5}  {'   '.join(shares)}")
    print(f"\n{'addressees':20}     given  right         wrong  missing  too many")
    for name, verdicts in addressees.items():
        right, wrong, missing = (verdicts[v] for v in ("right", "wrong", "missing"))
        given = right + wrong + missing
        share = f"{right:5} {100 * right / max(given, 1):5.1f}%"
        print(f"{name:20} {given:9}  {share}  {wrong:5}  {missing:7}  {verdicts['too many']:8}")


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
        if same_addressee(expected, found, record) not in {None, "right"}:
            actor = record.actor(found.addressee)
            whom = words(expected.addressee or ()) or None
            line("~ to", found, f"{actor.name if actor else None}, expected {whom}")
    matched = {a.id for a in pairs.values()}
    for extra in record.attributions:
        if extra.id not in matched:
            line("+ extra", extra, extra.confidence)


if __name__ == "__main__":
    main()
