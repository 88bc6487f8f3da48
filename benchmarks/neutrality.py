"""Whether the record changes with the names: two parties of a passage change places.

    python -m benchmarks.neutrality [--show] [--held] [--bound 0.2]

Twenty passages of our own are each read for ten pairs of states, once with the first as party A and once
as party B. Swapped back, both records must tell the same attributions (words, type, speaker, addressee),
acts, signs of stances and events, and no confidence may differ by more than the bound. Persons have
invented names; the states are real ones, since of these a model may have learnt something.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from memcon.document import Document
from memcon.language.model import SHIPPED, read_model
from memcon.reading import read_many
from memcon.record import Record, Spans

PASSAGES = Path(__file__).with_suffix(".txt")
#: States that face each other, allied, neutral or at odds.
PAIRS = (
    ("Russia", "Ukraine"), ("China", "Japan"), ("Iran", "Israel"), ("France", "Germany"),
    ("India", "Pakistan"), ("Turkey", "Greece"), ("Brazil", "Argentina"), ("Kenya", "Ethiopia"),
    ("Canada", "Mexico"), ("Poland", "Belarus"),
)  # fmt: skip
#: Invented persons, after the manner of many languages; each pair of states has two of them.
PERSONS = (
    ("Anton Quill", "Marek Dorn"), ("Lin Weisan", "Yusuf Karaman"), ("Ravi Deshkar", "Farah Alizan"),
    ("Jon Farrow", "Hana Mizuro"), ("Marta Lopesca", "Chidi Okonwe"), ("Ana Bergholm", "Igor Petranov"),
    ("Diego Salvaro", "Peter Hollin"), ("Amara Dialle", "Emeka Bellora"), ("Sofia Lindal", "Omar Haddan"),
    ("Tomas Vrbas", "Nadia Korvin"),
)  # fmt: skip
#: Others, chosen when all rules were made and before any output with them was seen.
HELD = (
    ("Boris Kalnik", "Grace Mwenda"), ("Haruto Senmai", "Pablo Riviere"), ("Leila Tahiri", "Sven Aldrup"),
    ("Kofi Ansare", "Ewa Zielska"), ("Minh Tranel", "Bruno Castelo"), ("Aisha Noorani", "Karl Weisler"),
    ("Dragan Petrik", "Lucia Moranti"), ("Samuel Okoye", "Nino Beridze"),
    ("Priya Ramoson", "Hugo Lefort"), ("Tariq Salmani", "Ingrid Solheim"),
)  # fmt: skip
Signature = dict[str, list]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true", help="print what changes")
    parser.add_argument("--bound", type=float, default=0.2, help="of a confidence")
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--held", action="store_true", help="the names kept for the end")
    options = parser.parse_args()
    names = HELD if options.held else PERSONS
    passages = PASSAGES.read_text("utf-8").splitlines()
    model = read_model(options.model)
    documents = [
        Document(name=str(number), text=fill(passage, states, persons))
        for number, passage in enumerate(passages)
        for states, persons in zip(PAIRS, names, strict=True)
        for persons, states in ((persons, states), (persons[::-1], states[::-1]))
    ]
    records = list(read_many(documents, model=model))
    same, largest = 0, 0.0
    for i in range(0, len(records), 2):
        pair, persons = PAIRS[i // 2 % len(PAIRS)], names[i // 2 % len(PAIRS)]
        one = signature(records[i], pair, persons)
        other = signature(records[i + 1], pair[::-1], persons[::-1])
        gap = widest(one, other)
        changed = [k for k in one if k != "confidence" and one[k] != other[k]]
        if not changed and gap <= options.bound:
            same += 1
            largest = max(largest, gap)
        elif options.show:
            print(f"passage {records[i].document.name}, {' and '.join(pair)}: gap {gap:.2f}")
            for k in changed:
                print("  ", [x for x in one[k] if x not in other[k]])
                print("  ", [x for x in other[k] if x not in one[k]])
    total = len(records) // 2
    print(
        f"{same} of {total} swaps change nothing, {100 * same / total:.1f}% "
        f"(confidences within {options.bound}; the widest gap in these is {largest:.2f})"
    )


def fill(passage: str, states: tuple[str, str], persons: tuple[str, str]) -> str:
    """The passage with the names of its parties."""
    named = dict(zip(("A", "B", "a", "b"), (*states, *persons), strict=True))
    return passage.format(**named)


def signature(record: Record, states: tuple[str, str], persons: tuple[str, str]) -> Signature:
    """What a record tells, with the parties' names replaced by their roles."""
    roles = dict(zip((*states, *persons), ("{A}", "{B}", "{a}", "{b}"), strict=True))

    def neutral(words: str) -> str:
        for name, role in roles.items():
            words = words.replace(name, role)
        return words

    def words(spans: Spans) -> str:
        return neutral(record.words(spans))

    names = {actor.id: neutral(actor.name) for actor in record.actors}
    names[""] = ""
    by_id = {a.id: a for a in record.attributions}
    out: Signature = {"attributions": [], "acts": [], "stances": [], "events": [], "confidence": []}
    for a in record.attributions:
        who = names[a.speaker or ""], names[a.addressee or ""]
        out["attributions"].append((words(a.source), words(a.cue), words(a.content), a.type, *who))
        out["confidence"].append(a.confidence)
    for s in record.statements:
        content = words(by_id[s.attribution].content)
        out["acts"].append((content, s.act, words(s.act_evidence), words(s.conditions)))
        for x in sorted(s.stances, key=lambda x: names[x.target]):
            out["stances"].append((content, names[x.target], x.polarity))
    for e in record.events:
        parties = [names[i] for i in e.sources], [names[i] for i in e.targets]
        out["events"].append((words(e.span), e.type, e.modality, *parties))
    return out


def widest(one: Signature, other: Signature) -> float:
    """The largest difference of a confidence; 1 if there are not as many."""
    if len(one["confidence"]) != len(other["confidence"]):
        return 1.0
    pairs = zip(one["confidence"], other["confidence"], strict=True)
    return max((abs(a - b) for a, b in pairs), default=0.0)


if __name__ == "__main__":
    main()
