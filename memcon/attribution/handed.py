"""Words set below who says them: “Minister N said:”, and a quotation on rows of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from memcon.attribution.relation import Relation
from memcon.language.words import Words
from memcon.layout.passages import hands_over, is_indented, opens
from memcon.layout.reading import Layout
from memcon.layout.rows import trim
from memcon.spans import Span, overlap

_SUBJECT = {"nsubj", "nsubjpass"}
#: What a clause hangs on: with one of these before the verb, its subject is not all that stands there.
_CLAUSE = {"advcl", "ccomp", "xcomp", "relcl", "aux", "auxpass", "prep", "mark", "acl", "pcomp"}


def find_handed(words: Words, layout: Layout, *, known: bool) -> list[Relation]:
    """The quotations that the row above hands over, in order, each whole.

    :param known: whether the text is known to be a transcript.
    """
    out = []
    for row, content in _passages(layout, known):
        cue = _cue(words, row)
        source = _source(words, row, cue) if cue >= 0 else None
        if source is not None:
            span = words.span(cue, cue)
            out.append(Relation((source,), (span,), (content,), frame=True, verbatim=True))
    return out


def without_cues_of(handed: list[Relation], told: list[Relation]) -> list[Relation]:
    """The relations without those that have the verb of what is handed over."""
    cues = [r.cue[0] for r in handed]
    return [r for r in told if not overlap(r.cue, cues)]


def _passages(layout: Layout, known: bool) -> Iterator[tuple[Span, Span]]:
    """Each row that hands over, and the stretch below it."""
    text, rows = layout.text, layout.rows
    quoted = {span for b in layout.blocks(known=known) if b.kind == "quotation" for span in b.spans}
    turns = [(t.begin, t.body[-1][1]) for t in layout.turns(known=known)]
    for number, row in enumerate(rows[:-1]):
        if not hands_over(text, row):
            continue
        at = bisect_right(turns, row[0], key=itemgetter(0)) - 1
        inside = at >= 0 and row[1] <= turns[at][1]
        end = number + 1
        while end < len(rows):
            below = rows[end]
            if inside:
                # A turn is one block: there a quotation shows in its margin or its marks alone.
                set_apart = is_indented(text, below) or opens(text, below)
                set_apart = set_apart and below[0] < turns[at][1]
            else:
                set_apart = below in quoted
            if not set_apart:
                break
            end += 1
        if end > number + 1:
            yield row, (rows[number + 1][0], rows[end - 1][1])


def _cue(words: Words, row: Span) -> int:
    """Index of the word before the colon that ends the row."""
    inside = words.inside(row)
    return next((i for i in reversed(inside) if words[i][0].isalpha()), -1)


def _source(words: Words, row: Span, cue: int) -> Span | None:
    """Whoever the verb says so: all that stands before it, or its subject in a longer sentence."""
    first = next(i for i in words.inside(row) if words.sentence[i] == words.sentence[cue])
    before = range(first, cue)
    if not before:
        return None
    if not any(words.dep[i] in _CLAUSE for i in before if words.head[i] in (cue, i)):
        return trim(words.text, int(words.start[first]), _without_comma(words, cue))
    subject = next((i for i in before if words.dep[i] in _SUBJECT and words.head[i] == cue), None)
    if subject is None:
        return None
    inside = [i for i in before if _hangs_on(words, i, subject)]
    return words.span(inside[0], inside[-1])


def _without_comma(words: Words, cue: int) -> int:
    last = cue - 1
    while last > 0 and not words[last][0].isalnum() and words[last] not in ")]”":
        last -= 1
    return int(words.end[last])


def _hangs_on(words: Words, i: int, ancestor: int) -> bool:
    for _ in range(12):
        if i == ancestor:
            return True
        if words.head[i] == i:
            return False
        i = int(words.head[i])
    return False
