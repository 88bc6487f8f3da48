"""Speakers of attributions found in political news, against a sample that we judged by reading.

    python -m benchmarks.polnear_speakers [--show | --draw SEED [--folder train]]

`polnear_speakers.tsv` has the sample, the document, the start and end of the source, the start of the
cue, and where the document names who the source is: `start end` of one mention of each name, joined
by `;`, or `none` where no name of it stands in the document. A speaker is right if it is a named
actor with mentions at all of these places; where there is no name, if it is no named actor. The last
column is the verdict of 25 November 2026, when the sample was judged: A before the rules were worked
on, B after. No text of the corpus is in the file.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.shared import SHARED
from memcon.document import Document
from memcon.language.model import SHIPPED, read_model
from memcon.reading import read_many
from memcon.record import Actor, Attribution, Record
from memcon.spans import Spans

POLNEAR = SHARED / "corpora" / "polnear"
JUDGED = Path(__file__).with_name("polnear_speakers.tsv")
SIZE = 100
#: So many characters around a source are shown.
_AROUND = 500


@dataclass(frozen=True, slots=True)
class Judged:
    """A relation of a sample: where its source and cue are, and where its source is named.

    :param names: a mention of each name of the source; empty if the document has none.
    """

    sample: str
    document: str
    source: tuple[int, int]
    cue: int
    names: Spans


def judged(path: Path = JUDGED) -> Iterator[Judged]:
    """The sample, in the order in which it was drawn."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        sample, document, start, end, cue, names, _ = line.split("\t")
        spans = [] if names == "none" else [name.split() for name in names.split(";")]
        found = tuple((int(a), int(b)) for a, b in spans)
        yield Judged(sample, document, (int(start), int(end)), int(cue), found)


def texts(folder: str = "dev") -> dict[str, str]:
    """The articles of a folder by name."""
    paths = sorted((POLNEAR / folder / "text").glob("*.txt"))
    return {path.stem: path.read_bytes().decode("utf-8") for path in paths}


def records(articles: dict[str, str], model: Path = SHIPPED) -> Iterator[tuple[str, Record]]:
    """The Record of every article by name."""
    documents = [Document(name=name, text=text) for name, text in articles.items()]
    return zip(articles, read_many(documents, model=read_model(model)), strict=True)


def find(sample: Judged, record: Record) -> Attribution | None:
    """The relation with that source, the nearest cue deciding; None if it is no longer found."""
    start, end = sample.source
    able = [a for a in record.attributions if any(x < end and start < y for x, y in a.source)]
    return min(able, key=lambda a: abs(_cue(a) - sample.cue), default=None)


def verdict(sample: Judged, speaker: Actor | None) -> str:
    """`right`, `not named`, `other actor`, or `named where no name is`."""
    named = speaker is not None and is_named(speaker)
    if not sample.names:
        return "named where no name is" if named else "right"
    if speaker is None or not named:
        return "not named"
    there = all(
        any(a < end and start < b for a, b in speaker.mentions) for start, end in sample.names
    )
    # A list of two is not the one of them who spoke.
    more = speaker.kind == "group" and "and" in speaker.name.split() and len(sample.names) == 1
    return "right" if there and not more else "other actor"


def is_named(actor: Actor) -> bool:
    """Whether a mention is by name, or lists members that are; or the actor's own name has a name in it.

    “The Harnes administration” is a name, “the administration” none; nor is “the Labour nominee”.
    """
    if not {"name", "list"}.isdisjoint(actor.forms):
        return True
    words = actor.name.split()[1:]
    joined = actor.kind == "group" and "and" in words
    return (joined or actor.kind in {"government", "organisation"}) and any(
        word[0].isupper() for word in words
    )


def draw(folder: str, seed: int, size: int = SIZE) -> Iterator[tuple[str, Record, Attribution]]:
    """Found relations of a folder whose source stands in the text, a fixed sample of them."""
    read = dict(records(texts(folder) if folder == "dev" else _some(folder, seed)))
    able = [(name, a) for name, record in read.items() for a in record.attributions if a.source]
    chosen = sorted(random.Random(seed).sample(range(len(able)), size))
    for name, attribution in (able[i] for i in chosen):
        yield name, read[name], attribution


def _some(folder: str, seed: int, size: int = 60) -> dict[str, str]:
    """So many articles of a larger folder: for working on the rules, not for the figure."""
    all_texts = texts(folder)
    return {
        name: all_texts[name]
        for name in sorted(random.Random(seed).sample(sorted(all_texts), size))
    }


def show(name: str, record: Record, attribution: Attribution) -> None:
    """Print a relation with its surroundings, for judging."""
    (start, end), speaker = attribution.source[0], record.actor(attribution.speaker)
    text = record.document.text
    marks = [(start, "[["), (end, "]]")]
    marks += [(at, mark) for a, b in attribution.cue for at, mark in ((a, "<<"), (b, ">>"))]
    a, b = max(start - _AROUND, 0), min(max(end, _cue(attribution)) + _AROUND // 2, len(text))
    context, at = "", a
    for place, mark in sorted(marks):
        context, at = context + text[at:place] + mark, max(place, at)
    print(f"{name}\t{start}\t{end}\t{_cue(attribution)}\n  … {context + text[at:b]} …")
    if speaker is None:
        print("  = nobody\n")
        return
    of = "named" if is_named(speaker) else "described"
    print(f"  = {speaker.name} ({speaker.kind}, {of}, first at {speaker.mentions[0]})\n")


def _cue(attribution: Attribution) -> int:
    return min((a for a, _ in attribution.cue), default=attribution.source[0][1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--draw", type=int, metavar="SEED", help="print a sample for judging")
    parser.add_argument("--folder", default="dev", help="where --draw draws from")
    parser.add_argument("--show", action="store_true", help="list those of the sample told wrong")
    parser.add_argument("--file", type=Path, default=JUDGED)
    options = parser.parse_args()
    if options.draw is not None:
        for drawn in draw(options.folder, options.draw):
            show(*drawn)
        return
    rows = list(judged(options.file))
    articles = texts()
    used = {row.document: articles[row.document] for row in rows}
    read = dict(records(used, options.model))
    counts: Counter[tuple[str, bool, str]] = Counter()
    for row in rows:
        record = read[row.document]
        found = find(row, record)
        told = "no longer found" if found is None else verdict(row, record.actor(found.speaker))
        counts[row.sample, bool(row.names), told] += 1
        if options.show and found is not None and told != "right":
            print(told)
            show(row.document, record, found)
    for samples in ("A", "B", "AB"):
        report(samples, counts)


def report(samples: str, counts: Counter[tuple[str, bool, str]]) -> None:
    """Print the share that is right, of those with a name in the document and of all."""
    for heading, kinds in (("with a name", {True}), ("all", {True, False})):
        verdicts: Counter[str] = Counter()
        for (sample, named, told), count in counts.items():
            if sample in samples and named in kinds:
                verdicts[told] += count
        of, right = verdicts.total(), verdicts.pop("right", 0)
        rest = "".join(f", {n} {v}" for v, n in sorted(verdicts.items()))
        name = "both" if len(samples) > 1 else samples
        print(f"{name:5} {heading:12} {right:4} of {of:3}  {100 * right / max(of, 1):5.1f}%{rest}")


if __name__ == "__main__":
    main()
