"""GUM: documents with every mention of every entity (Zeldes 2017), from their CoNLL-U files.

The text is put together again from the tokens, so that it is read as any other: sentences joined by
spaces, paragraphs by line breaks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from memcon.spans import Span

#: Kept out of the training, and what everything of coreference is chosen and reported on: two or three
#: of each genre, taken by the alphabet (every sixth document).
_EVERY = 6

_BRACKET = re.compile(r"\((?P<opens>[^()]+)(?P<closed>\))?|(?P<closes>[^()]+)\)")


@dataclass(frozen=True, slots=True)
class MentionGold:
    """One annotated mention.

    :param span: in code points.
    :param entity: number of the entity, the same for all its mentions.
    :param kind: GUM's type: person, organization, place, abstract …
    :param link: `coref`, `ana`, `appos`, `sgl` …: how it is linked to the others.
    :param proper: whether its head is a proper noun.
    """

    span: Span
    entity: str
    kind: str
    link: str
    proper: bool = False


@dataclass(slots=True)
class CoreferenceGold:
    """A document and its mentions, in the order of their starts."""

    name: str
    text: str = ""
    mentions: list[MentionGold] = field(default_factory=list)

    def clusters(self, *, singletons: bool = True) -> list[list[Span]]:
        """Spans by entity; without singletons only entities of two mentions and more."""
        by_entity: dict[str, list[Span]] = {}
        for mention in self.mentions:
            by_entity.setdefault(mention.entity, []).append(mention.span)
        return [sorted(set(s)) for s in by_entity.values() if singletons or len(set(s)) > 1]

    def person_at(self, span: Span) -> str | None:
        """The person of the shortest mention around a name, or of the longest one in it."""
        persons = [m for m in self.mentions if m.kind == "person"]
        around = [m for m in persons if m.span[0] <= span[0] and span[1] <= m.span[1]]
        if around:
            return min(around, key=_length).entity
        inside = [m for m in persons if span[0] <= m.span[0] and m.span[1] <= span[1]]
        return max(inside, key=_length).entity if inside else None


def _length(mention: MentionGold) -> int:
    return mention.span[1] - mention.span[0]


def read_gum(folder: Path) -> list[CoreferenceGold]:
    """All documents of a folder of `.conllu` files, by name.

    :raises FileNotFoundError: if there are none.
    """
    paths = sorted(folder.glob("*.conllu"))
    if not paths:
        raise FileNotFoundError(f"no .conllu file in {folder}: it should hold GUM's documents")
    return [read_conllu(path) for path in paths]


def split(documents: list[CoreferenceGold]) -> tuple[list[CoreferenceGold], list[CoreferenceGold]]:
    """Documents to train on and ten that are held out."""
    held = {d.name for d in documents[3::_EVERY]}
    return [d for d in documents if d.name not in held], [d for d in documents if d.name in held]


def read_conllu(path: Path) -> CoreferenceGold:
    """One document."""
    out = CoreferenceGold(path.stem)
    text: list[str] = []
    length, gap = 0, ""
    open_at: dict[str, list[tuple[int, list[str]]]] = {}
    starts: list[int] = []
    heads: list[tuple[int, bool]] = []
    sentence = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            gap = "\n" if length else ""
        columns = line.split("\t")
        if len(columns) != 10 or not columns[0].isdigit():
            continue
        if columns[0] == "1":
            sentence = len(starts)
        text.append(gap + columns[1])
        start = length + len(gap)
        length = start + len(columns[1])
        starts.append(start)
        governor = sentence + int(columns[6]) - 1 if columns[6] != "0" else len(heads)
        heads.append((governor, columns[3] == "PROPN"))
        gap = "" if "SpaceAfter=No" in columns[9].split("|") else " "
        for opens, closes in _brackets(columns[9]):
            if opens:
                entity, *rest = opens
                open_at.setdefault(entity, []).append((start, rest))
            if closes:
                begin, rest = open_at[closes].pop()
                link = rest[5] if len(rest) > 5 else "coref"
                out.mentions.append(MentionGold((begin, length), closes, rest[0], link))
    out.text = "".join(text)
    out.mentions = [
        replace(m, proper=_proper(m.span, starts, heads))
        for m in sorted(out.mentions, key=lambda m: m.span)
    ]
    return out


def _proper(span: Span, starts: list[int], heads: list[tuple[int, bool]]) -> bool:
    """Whether the word of the span that hangs on none of its words is a proper noun."""
    inside = range(bisect_left(starts, span[0]), bisect_left(starts, span[1]))
    return any(heads[i][1] for i in inside if heads[i][0] == i or heads[i][0] not in inside)


def _brackets(misc: str) -> Iterator[tuple[list[str] | None, str | None]]:
    """(fields of a mention that opens here, number of one that closes here) for each bracket."""
    entity = next((f[7:] for f in misc.split("|") if f.startswith("Entity=")), "")
    for match in _BRACKET.finditer(entity):
        if match["opens"]:
            fields = match["opens"].split("-")
            yield fields, fields[0] if match["closed"] else None
        else:
            yield None, match["closes"]
