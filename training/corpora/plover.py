"""Zero-Shot-PLOVER: sentences with a source, a target and what one does to the other (Hu et al. 2024)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from memcon.spans import Span

#: Root codes of PLOVER and the quad class of each: 1 verbal and 2 material cooperation, 3 verbal and
#: 4 material conflict.
QUAD = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1,
    "COOPERATE": 2, "AID": 2, "YIELD": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
ROOTS = tuple(QUAD)

_MARK = re.compile(r"(</?[st]>)")

#: What the types of ACE and WikiEvents are in PLOVER. Types that may be either of several are left out.
_ROOT_OF = {
    "Conflict.Attack": "ASSAULT", "Life.Die": "ASSAULT", "Life.Injure": "ASSAULT",
    "Conflict.Demonstrate": "PROTEST", "Conflict.Defeat": "ASSAULT",
    "Justice.ArrestJailDetain": "COERCE", "Justice.Arrest-Jail": "COERCE",
    "Justice.Convict": "ACCUSE", "Justice.Sue": "ACCUSE", "Justice.ChargeIndict": "ACCUSE",
    "Justice.Charge-Indict": "ACCUSE", "Justice.InvestigateCrime": "ACCUSE",
    "Justice.Release-Parole": "YIELD", "Contact.Meet": "CONSULT", "Contact.Contact": "CONSULT",
    "Contact.Phone-Write": "CONSULT", "Contact.RequestCommand": "REQUEST",
    "Contact.ThreatenCoerce": "THREATEN", "Transaction.Transfer-Money": "AID",
    "Personnel.End-Position": "YIELD",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RelationGold:
    """What the source does to the target in a sentence: one of `ROOTS`. Offsets in code points.

    Where the sentence names no actor or no recipient, there is no span of it.
    """

    text: str
    source: Span | None
    target: Span | None
    root: str


def read_plover(path: Path) -> list[RelationGold]:
    """Rows of `PLV_*.tsv` with their root codes, in its order.

    :raises ValueError: if a row has another code.
    """
    out = []
    for row in _rows(path):
        if row["gold_root"] not in QUAD:
            raise ValueError(f"{path}: {row['gold_root']} is no root code of PLOVER")
        out.append(RelationGold(*unmark(row["marked_sentence"]), row["gold_root"]))
    return out


def read_other_events(path: Path) -> list[RelationGold]:
    """Rows of `AW_*.tsv` (ACE, WikiEvents) whose types have one root code.

    The set itself says only whether a row is of conflict (1) or of cooperation (0); rows whose type
    says another thing are left out.
    """
    out = []
    for row in _rows(path):
        root = _ROOT_OF.get(".".join(row["event_type"].replace(":", ".").split(".")[:2]))
        if root and (row["gold_binary"] == "1") == (QUAD[root] > 2):
            out.append(RelationGold(*unmark(row["marked_sentence"]), root))
    return out


def unmark(marked: str) -> tuple[str, Span | None, Span | None]:
    """The plain sentence and the spans that stood between `<s>`, `</s>` and `<t>`, `</t>`."""
    plain, found = "", {}
    for part in _MARK.split(marked):
        if _MARK.fullmatch(part):
            found[part] = len(plain)
        else:
            plain += part
    source, target = (_trim(plain, found.get(f"<{m}>"), found.get(f"</{m}>")) for m in "st")
    return plain, source, target


def _trim(text: str, start: int | None, end: int | None) -> Span | None:
    """The span without the spaces at its edges."""
    if start is None or end is None:
        return None
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())


def folds(rows: list[RelationGold], count: int = 5, seed: int = 0) -> list[list[int]]:
    """Rows of each fold, with about equally many of each root code; a sentence is in one fold only."""
    by_text: dict[str, list[int]] = {}
    for i, row in enumerate(rows):
        by_text.setdefault(row.text, []).append(i)
    groups = list(by_text.values())
    Random(seed).shuffle(groups)
    groups.sort(key=lambda g: rows[g[0]].root)
    return [sorted(i for g in groups[k::count] for i in g) for k in range(count)]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
