"""Which labels open turns: one proves nothing, “BREAKING: …” and “Foreign Minister: A. Berg” are some.

A conversation shows in labels that alternate, come back, name offices or parts, and are followed by
sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from memcon.layout.labels.alone import names_alone
from memcon.layout.labels.likeness import one_of_each
from memcon.layout.labels.shape import Label, find_labels
from memcon.layout.labels.words import OFFICES
from memcon.layout.rows import FIRST_PERSON, ends_like_speech
from memcon.spans import Span

#: Code points in which those who will speak are introduced.
INTRODUCTION = 3000
#: Share of the turns of a conversation in which somebody says “I” or “you”, or asks.
_SPOKEN = 0.5
#: Code points of a turn that are looked at.
_OPENING = 400

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LISTED = ("a", "a.")
_ASKED = ("q", "q.", "question")


def believed_labels(
    text: str,
    lines: list[Span],
    *,
    known: bool = False,
    wide: Callable[[int], bool] | None = None,
) -> list[Label]:
    """The labels that open turns, in order.

    :param known: whether the text is known to be a transcript; then one label is enough.
    :param wide: tells whether the space at a place is a wide one.
    """
    candidates = list(find_labels(text, lines, wide))
    same = one_of_each(c.key for c in candidates)
    counts = Counter(same[c.key] for c in candidates)
    if not any(key in counts for key in _ASKED):
        # “A.” and “A:” without a “Q” are entries of a list.
        candidates = [c for c in candidates if c.key not in _LISTED]
    spoken = [c for c in candidates if _spoken(text, lines, c) and not _is_title(text, lines, c)]
    alternating = _alternating(text, spoken, same)
    if alternating or _is_conversation(text, spoken, same):
        believed = _consistent(text, spoken, same, alternating)
        if len({same[x.key] for x in believed}) > 1:
            return believed
    if single := _single(text, lines, spoken, known):
        return [single]
    return names_alone(text, lines)


def question_labels(
    text: str, lines: list[Span], wide: Callable[[int], bool] | None = None
) -> list[Label]:
    """Labels of those who ask, where whoever answers has none: “Q. …”, and the answer below."""
    asked = [x for x in find_labels(text, lines, wide) if x.key in _ASKED and x.line != lines[0]]
    asking = sum("?" in text[x.body : x.line[1]] for x in asked)
    return asked if asking > 1 and 2 * asking >= len(asked) else []


def _strong(label: Label) -> bool:
    return label.kind in ("part", "office") and label.sign != " "


def _told_of(text: str, label: Label) -> bool:
    """Whether the introduction names the one whose full name the label is, with an office.

    “Chairman of the Council Dashdorj Ganbold … / Dashdorj Ganbold: Thank you.”
    """
    if label.kind != "name" or not 1 < label.words < 6:
        return False
    name = text[label.source[0] : label.source[1]]
    at = text.find(name, 0, min(label.line[0], INTRODUCTION))
    beside = text[max(0, at - 60) : at] + " " + text[at + len(name) : at + len(name) + 40]
    said = text[label.body : max(label.line[1], label.body + 300)]
    if at < 0 or not FIRST_PERSON.search(said):
        return False
    return any(w.strip(".,()") in OFFICES for w in beside.casefold().split())


def _spoken(text: str, lines: list[Span], label: Label) -> bool:
    """Whether a sentence follows the label, on its line or, if that is empty, on the next."""
    if text[label.body : label.line[1]].strip():
        return ends_like_speech(text, label.line) or label.line[1] - label.body > 200
    below = bisect_right(lines, label.line)
    return below < len(lines) and ends_like_speech(text, lines[below])


def _is_title(text: str, lines: list[Span], label: Label) -> bool:
    """Whether it is the title of the publication: “Secretary N at the Summit: A Discussion”."""
    if label.line != lines[0] or (_strong(label) and text[label.line[1] - 1] in ".!"):
        return False
    words = _LONG_WORD.findall(text, label.body, min(label.line[1], label.body + 300))
    return label.words > 5 or 10 * sum(w[0].isupper() for w in words) > 6 * max(len(words), 1)


def _alternating(text: str, labels: list[Label], same: dict[str, str]) -> set[str]:
    """Speakers who come back, each after others, where most of what is said is talk.

    Nothing but their alternation and their talk tells “Orlev: …” from “Costs: …”.
    """
    out: set[str] = set()
    for sign in {x.sign for x in labels}:
        row = [x for x in labels if x.sign == sign]
        counts = Counter(same[x.key] for x in row)
        back = {key for key, count in counts.items() if count > 1}
        changes = sum(same[a.key] != same[b.key] for a, b in pairwise(row))
        talk = sum(_is_talk(text, x) for x in row)
        if len(back) > 1 and 3 * changes >= 2 * (len(row) - 1) and talk >= _SPOKEN * len(row):
            out |= back
    return out


def _is_talk(text: str, label: Label) -> bool:
    """Whether somebody says “I” or “you” there, or asks."""
    end = label.line[1] if label.line[1] > label.body else label.body + _OPENING
    said = text[label.body : min(end, label.body + _OPENING)]
    return "?" in said or bool(FIRST_PERSON.search(said))


def _is_conversation(text: str, labels: list[Label], same: dict[str, str]) -> bool:
    firm = [x for x in labels if x.sign not in ("—", " ")]
    strong = {same[x.key] for x in firm if _strong(x) or _told_of(text, x)}
    if len(strong) > 1:
        return True
    places: dict[str, list[int]] = {}
    for i, label in enumerate(labels):
        places.setdefault(same[label.key], []).append(i)
    for found in places.values():
        label = labels[found[0]]
        # A dash after capitals is a dateline, unless it stands after an office or a part.
        fit = _strong(label) or (label.kind == "name" and label.sign == ":")
        # Between its first and its last place somebody else speaks.
        if fit and len(found) > 1 and found[-1] - found[0] >= len(found):
            return True
    return False


def _consistent(
    text: str, labels: list[Label], same: dict[str, str], alternating: set[str]
) -> list[Label]:
    """Labels of the house style of the conversation; other lines of that shape are in a turn."""
    counts = Counter(same[x.key] for x in labels)
    sure = [
        x
        for x in labels
        if _strong(x)
        or same[x.key] in alternating
        or (counts[same[x.key]] > 1 and x.kind == "name")
    ]
    signs = Counter(x.sign for x in sure)
    capitals = sum(x.caps for x in sure) > 0.8 * len(sure)
    out = []
    for label in labels:
        again = counts[same[label.key]]
        if label.sign in ("—", " ") and signs[label.sign] < signs[":"]:
            continue
        if same[label.key] in alternating:
            fit = True
        elif label.kind in ("part", "office"):
            fit = label.sign != " "
        elif label.kind == "name":
            fit = label.caps or not capitals or again > 2
            fit = fit and (label.sign == ":" or again > 1)
        else:
            asked = text[label.line[1] - 1] == "?"
            fit = not capitals and label.sign == ":" and (again > 1 or asked)
        if fit:
            out.append(label)
    return out


def _single(text: str, lines: list[Span], labels: list[Label], known: bool) -> Label | None:
    """The one label of a speech that is printed as a transcript: only headings stand above it."""
    keys = {x.key for x in labels if _strong(x) and x.key not in _ASKED}
    if len(keys) != 1:
        return None
    label = next(x for x in labels if x.key in keys)
    above = lines[: bisect_right(lines, label.line) - 1]
    if known:
        return label
    headings = len(above) < 9 and not any(_is_sentence(text[a:b]) for a, b in above)
    said = text[label.body : label.body + 2000]
    long = len(text) - label.body > 250
    # A headline has this shape as well (“Minister: no deal this year”), but nothing above it.
    if above and headings and long and label.words > 1 and FIRST_PERSON.search(said):
        return label
    return None


def _is_sentence(line: str) -> bool:
    """Whether the line is told text; “Geneva, 3 p.m.” and titles of any length are not."""
    return len(line) > 40 and line[-1] in '.!?:”"'
