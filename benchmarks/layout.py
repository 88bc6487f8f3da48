"""Blocks of the forms as annotated by hand against those that `memcon.layout` tells.

    python -m benchmarks.layout [--part dev|train] [--errors] [NAME …]

Prints for each part how many turns, questions and interjections have the right extent, the right
label, and both; for the other kinds how many lines are told right; and how many items the head that
they complete. What is annotated, and how: `benchmarks/gold/layout/README.md`. Needs `../shared`.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.shared import GOLD, SHARED
from memcon.attribution.genre import tell_genre
from memcon.document import Document
from memcon.layout.document import blocks_of, layout_of
from memcon.spans import Span, Spans, merge

ANNOTATED = GOLD / "layout"
FORMS = SHARED / "corpora" / "forms"
DIALOGUE = ("turn", "question", "interjection")


@dataclass(frozen=True, slots=True)
class Part:
    """A block, annotated or told; spans in code points of the text.

    :param kinds: the kind, behind it those that are right as well.
    :param spans: trimmed; pieces between which there is only white space are one.
    :param label: the words that name who speaks.
    :param head: where the block begins that this one completes.
    """

    kinds: tuple[str, ...]
    spans: Spans
    label: Span | None = None
    head: int | None = None

    @property
    def begin(self) -> int:
        """Where its first character stands."""
        return self.spans[0][0]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its blocks as annotated."""

    name: str
    text: str
    parts: tuple[Part, ...]


def told(text: str) -> tuple[Part, ...]:
    """What memcon tells: the one place that knows how it is asked."""
    document = Document(name="text", text=text)
    known = tell_genre(layout_of(document)) == "transcript"
    blocks = blocks_of(document, known=known)
    spans = [trimmed(block.spans, text) for block in blocks]
    return tuple(
        Part((b.kind,), s, b.label, None if b.head is None else spans[b.head][0][0])
        for b, s in zip(blocks, spans, strict=True)
    )


def trimmed(spans: Iterable[Span], text: str) -> Spans:
    """The spans without white space at their ends, made one where only that lies between them."""
    out = []
    for start, end in merge(spans, text):
        inner = text[start:end]
        if inner.strip():
            out.append(
                (start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip()))
            )
    return tuple(out)


def read_gold(file: Path, texts: dict[str, str]) -> Iterator[Annotated]:
    """The documents of a file of annotations.

    :param texts: plain text of each document by its name.
    :raises ValueError: if a text is not the one that was annotated.
    """
    rows: dict[tuple[str, str], list[Part]] = {}
    with file.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            part = Part(
                kinds=tuple(row["kinds"].split("/")),
                spans=tuple(_span(s) for s in row["spans"].split(",")),
                label=None if row["label"] == "-" else _span(row["label"]),
                head=None if row["head"] == "-" else int(row["head"]),
            )
            rows.setdefault((row["document"], row["sha256"]), []).append(part)
    for (name, digest), parts in rows.items():
        text = texts[name]
        if not hashlib.sha256(text.encode()).hexdigest().startswith(digest):
            raise ValueError(f"{file}: the text of {name} is not the one that was annotated")
        yield Annotated(name, text, tuple(parts))


def _span(written: str) -> Span:
    start, end = written.split("-")
    return int(start), int(end)


class Counts:
    """What is right of what was annotated and of what was told, by figure and kind."""

    def __init__(self) -> None:
        self.gold: Counter[tuple[str, str]] = Counter()
        self.told: Counter[tuple[str, str]] = Counter()
        self.found: Counter[tuple[str, str]] = Counter()
        self.right: Counter[tuple[str, str]] = Counter()
        self.errors: list[str] = []

    def rates(self, figure: str, kind: str) -> tuple[float, float, float]:
        """Recall, precision and their harmonic mean, 0 to 100; 0 where there is nothing to divide by."""
        key = figure, kind
        recall = 100 * self.found[key] / self.gold[key] if self.gold[key] else 0.0
        precision = 100 * self.right[key] / self.told[key] if self.told[key] else 0.0
        mean = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
        return recall, precision, mean


def compare(document: Annotated, answer: tuple[Part, ...], counts: Counts) -> None:
    """Add what is right of an answer to the counts."""
    _compare_dialogue(document, answer, counts)
    _compare_lines(document, answer, counts)
    _compare_heads(document, answer, counts)


def _compare_dialogue(document: Annotated, answer: tuple[Part, ...], counts: Counts) -> None:
    """Whole blocks. A turn told where the annotation allows one besides a paragraph is not counted."""
    gold = [p for p in document.parts if p.kinds[0] in DIALOGUE]
    spoken = [p for p in answer if p.kinds[0] in DIALOGUE]
    for part in gold:
        rivals = [t for t in spoken if t.kinds[0] in part.kinds]
        for figure, same in FIGURES.items():
            found = any(same(part, t) for t in rivals)
            for kind in (part.kinds[0], "all"):
                counts.gold[figure, kind] += 1
                counts.found[figure, kind] += found
            if figure == "both" and not found:
                counts.errors.append(_shown(document, "missed", part))
    for one in spoken:
        rivals = [p for p in gold if one.kinds[0] in p.kinds]
        hits = [p for p in rivals if _same_extent(p, one) or _same_label(p, one)]
        if not hits and _allowed(document, one):
            continue
        for figure, same in FIGURES.items():
            right = any(same(p, one) for p in hits)
            for kind in (hits[0].kinds[0] if hits else one.kinds[0], "all"):
                counts.told[figure, kind] += 1
                counts.right[figure, kind] += right
            if figure == "both" and not right:
                counts.errors.append(_shown(document, "wrong ", one))


def _same_extent(gold: Part, one: Part) -> bool:
    return gold.spans == one.spans


def _same_label(gold: Part, one: Part) -> bool:
    """The same words; where neither has any, they begin at one place."""
    return gold.label == one.label and (gold.label is not None or gold.begin == one.begin)


def _same(gold: Part, one: Part) -> bool:
    return _same_extent(gold, one) and _same_label(gold, one)


FIGURES = {"extent": _same_extent, "label": _same_label, "both": _same}


def _allowed(document: Annotated, one: Part) -> bool:
    """Whether all that it covers may be of its kind, though something else comes first."""
    covered = [
        p for p in document.parts if any(a < d and c < b for a, b in p.spans for c, d in one.spans)
    ]
    return bool(covered) and all(one.kinds[0] in p.kinds[1:] for p in covered)


def _compare_lines(document: Annotated, answer: tuple[Part, ...], counts: Counts) -> None:
    """Line by line: whether two lines of a title are one block makes no difference to a reader."""
    expected, given = _by_line(document.parts, document.text), _by_line(answer, document.text)
    for start, part in expected.items():
        other = given.get(start)
        kind = other.kinds[0] if other else "none"
        same = kind in part.kinds
        counts.gold["line", part.kinds[0]] += 1
        counts.found["line", part.kinds[0]] += same
        counts.told["line", kind] += 1
        counts.right["line", kind] += same
        if not same and not {kind, part.kinds[0]} <= set(DIALOGUE):
            line = document.text[start:].partition("\n")[0]
            told_as = f"{'/'.join(part.kinds)} told as {kind}"
            counts.errors.append(f"{document.name}: {told_as}: {line[:70]!r}")


def _by_line(parts: Iterable[Part], text: str) -> dict[int, Part]:
    """The block that holds most of each line, by where the line's first word begins."""
    owners = [(a, b, part) for part in parts for a, b in part.spans]
    out, start = {}, 0
    for line in text.split("\n"):
        end = start + len(line)
        shares = [(min(b, end) - max(a, start), p) for a, b, p in owners if a < end and start < b]
        if line.strip() and shares:
            out[start + len(line) - len(line.lstrip())] = max(shares, key=lambda s: s[0])[1]
        start = end + 1
    return out


def _compare_heads(document: Annotated, answer: tuple[Part, ...], counts: Counts) -> None:
    """Heads of items; the head of a head is right as well."""
    gold = {p.begin: p for p in document.parts}
    given = {p.begin: p.head for p in answer if p.head is not None}
    for start, part in gold.items():
        right = False
        if part.head is not None:
            above = gold[part.head].head
            right = given.get(start) in {part.head, above} - {None}
            counts.gold["head", "item"] += 1
            counts.found["head", "item"] += right
        if start in given:
            counts.told["head", "item"] += 1
            counts.right["head", "item"] += right
    counts.told["head", "item"] += len(given.keys() - gold.keys())


def _shown(document: Annotated, what: str, part: Part) -> str:
    label = document.text[slice(*part.label)] if part.label else ""
    words = document.text[part.begin : part.begin + 60]
    return f"{document.name}: {what} {part.kinds[0]} {part.spans} [{label}] {words!r}"


def documents(part: str, names: Iterable[str] = ()) -> Iterator[Annotated]:
    """The annotated documents of a part, `dev` or `train`; with names, those alone."""
    sys.path.insert(0, str(SHARED / "tools"))
    import forms_markup

    wanted = set(names)
    for file in sorted(ANNOTATED.glob(f"*.{part}.tsv")):
        forms = forms_markup.documents(str(FORMS / f"{file.stem}.forms"))
        texts = {d["name"]: d["text"] for d in forms}
        yield from (d for d in read_gold(file, texts) if not wanted or d.name in wanted)


def report(counts: Counts) -> Iterator[str]:
    """The lines of the table: per cent recall, precision, F1."""
    yield f"  {'':14}{'gold':>6}{'told':>6}" + "".join(f"{f:>22}" for f in FIGURES)
    for kind in (*DIALOGUE, "all"):
        cells = [_cells(counts.rates(figure, kind)) for figure in FIGURES]
        sizes = f"{counts.gold['both', kind]:6}{counts.told['both', kind]:6}"
        yield f"  {kind:14}{sizes}" + "".join(cells)
    yield f"  {'lines':14}{'gold':>6}{'told':>6}{'recall, precision, F1':>22}"
    kinds = {kind for figure, kind in counts.gold | counts.told if figure == "line"}
    for kind in sorted(kinds - {*DIALOGUE, "none"}):
        sizes = f"{counts.gold['line', kind]:6}{counts.told['line', kind]:6}"
        yield f"  {kind:14}{sizes}{_cells(counts.rates('line', kind))}"
    if counts.told["line", "none"]:
        yield f"  in no block   {counts.told['line', 'none']:12}"
    heads = f"{counts.gold['head', 'item']:6}{counts.told['head', 'item']:6}"
    yield f"  {'heads':14}{heads}{_cells(counts.rates('head', 'item'))}"


def _cells(rates: tuple[float, float, float]) -> str:
    return " " * 2 + " ".join(f"{rate:6.1f}" for rate in rates)


def main() -> None:
    """Print the table of each part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="of documents; all without")
    parser.add_argument("--part", choices=("dev", "train"), action="append")
    parser.add_argument("--errors", action="store_true", help="list what is told wrong")
    options = parser.parse_args()
    for part in options.part or ("dev", "train"):
        counts, some = Counts(), list(documents(part, options.names))
        for document in some:
            compare(document, told(document.text), counts)
        if options.errors:
            print("\n".join(counts.errors))
        print(f"{part}: {len(some)} documents")
        print("\n".join(report(counts)))


if __name__ == "__main__":
    main()
