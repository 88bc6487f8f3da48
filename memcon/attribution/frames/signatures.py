"""Quotations beside the name of their speaker alone: “…” – Commissioner N; From Minister N: “…”."""

from __future__ import annotations

import re
from bisect import bisect_left

from memcon.attribution.relation import Relation
from memcon.layout.labels.shape import find_labels
from memcon.layout.labels.words import OFFICES, PARTICLES
from memcon.layout.rows import trim
from memcon.spans import Span

#: A signature has at most so many code points: a name and its office.
LONGEST = 160

_LOWER = PARTICLES | OFFICES
_DASH = re.compile(r"\s*(--|[–—―‒-])\s*(?=\w|@)")
_DAY = re.compile(r",?\s+(?:on\s+)?(?:[A-Z][a-z]+\.?\s+\d{1,4}|\d{1,2}\s+[A-Z][a-z]+)\b.*")
_FROM = re.compile(r"From\s+(?=\S)")
_SENTENCE = re.compile(r"[!?:;“”\"«»]|''|\s[–—―-]|(?<=[^\W\d_]{4})\.\s")
_ENDED = re.compile(r"[.!?…][’'”\"»\s]*$|[’'”\"»]$")


def find_signatures(text: str, lines: list[Span], quoted: list[Span]) -> list[Relation]:
    """Frames of quotations that fill their line with nothing but the speaker beside them.

    :param quoted: quoted stretches in the order of the text.
    """
    out = []
    for stretch in quoted:
        relation = _signed(text, lines, stretch)
        if relation:
            out.append(relation)
    taken = {r.content[0] for r in out}
    out += _labelled(text, lines, [s for s in quoted if s not in taken])
    return sorted(out, key=lambda r: r.content)


def _signed(text: str, lines: list[Span], stretch: Span) -> Relation | None:
    start, end = stretch
    dash = _DASH.match(text, end, end + 12)
    if not dash:
        return None
    at = bisect_left(lines, (dash.start(1) + 1,)) - 1
    if at < 0:
        return None
    source = trim(text, dash.end(), lines[at][1])
    if source is None or source[1] - source[0] > LONGEST:
        return None
    # “– Minister N, 14 February”: the day is no part of the name.
    day = _DAY.search(text, *source)
    source = (source[0], day.start() if day else source[1])
    name = text[source[0] : source[1]].rstrip(".,")
    source = (source[0], source[0] + len(name))
    first = bisect_left(lines, (start + 1,)) - 1
    whole = lines[first][0] == start or text[max(0, start - 2) : start].strip() == ":"
    ended = bool(_ENDED.search(text[max(0, end - 4) : end]))
    if not whole or _SENTENCE.search(name) or not _is_name(name, loose=ended):
        return None
    return Relation((source,), (dash.span(1),), ((start, end),), frame=True, verbatim=True)


def _is_name(name: str, *, loose: bool) -> bool:
    """Whether the words up to the first comma name somebody; loosely, anybody in a few words.

    “A reader in Lissendorf” signs a quotation that fills its line; “a phrase he likes” in the
    middle of a sentence does not.
    """
    tokens = name.split(",")[0].split()
    if not tokens or len(tokens) > 12 or name[0].islower():
        return False
    lower = [t for t in tokens if t[0].islower() and t.casefold() not in _LOWER]
    if not lower:
        return len(tokens) > 1 or len(name) > len(tokens[0]) or loose
    return loose and tokens[0][0].isupper() and len(tokens) <= 6 and len(lower) <= 2


def _labelled(text: str, lines: list[Span], quoted: list[Span]) -> list[Relation]:
    """“Minister N: “…”” and “From Minister N: “…”” as lines of their own."""
    out = []
    before = -1
    for stretch in quoted:
        at = bisect_left(lines, (stretch[0] + 1,)) - 1
        if at != before and at >= 0:
            relation = _behind_label(text, lines, lines[at], stretch)
            if relation:
                out.append(relation)
        before = at
    return out


def _behind_label(text: str, lines: list[Span], line: Span, stretch: Span) -> Relation | None:
    given = _FROM.match(text, line[0], line[1])
    label = next(find_labels(text, [(given.end(), line[1]) if given else line]), None)
    if label is None or label.cue is None or label.sign != ":":
        return None
    # A single word (“Reaction: “…””) is a heading as often as it is a name.
    if (
        label.words > (4 if label.kind == "name" else 8)
        or (label.kind == "word" and not given)
        # A mark before the label, “NORVANE: …”, quotes the label as well.
        or stretch[0] < label.body
        or text[label.body : stretch[0]].strip()
    ):
        return None
    last = lines[bisect_left(lines, (stretch[1],)) - 1]
    if text[stretch[1] : last[1]].strip(" .,;"):
        return None
    cue = ((line[0], line[0] + len("From")), label.cue) if given else (label.cue,)
    return Relation((label.source,), cue, (stretch,), frame=True, verbatim=True)
