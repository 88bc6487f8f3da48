"""Edges of spans: where in the characters a source, cue or content begins and ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from memcon.language.quotations import Quotation
from memcon.language.words import Words
from memcon.spans import Span, Spans

#: Parts of a list that are followed back to its first.
LONGEST_LIST = 40
#: Signs that end a clause and belong to no span, unless inside its quotation marks.
_OUTER = frozenset(",.;:-–—―…!?")
#: Words behind a comma that open a part of what stands before it, and signs that end the part.
_SPECIFYING = frozenset(
    ("particularly", "especially", "notably", "specifically", "chiefly", "mainly", "including")
)
_ENDING = frozenset(',;:.!?“”"()[]—–')
#: Kinds of names that a headline sets side by side.
_NAMES = frozenset(("GPE", "ORG", "NORP", "PERSON"))
#: Words that begin a condition on what is told.
_CONDITIONAL = frozenset(("provided", "providing", "unless", "if"))
_PARTNER = {")": "(", "]": "["}
_OPENING, _CLOSING = "([{“„«‹‘‚", ")]}”»›’"


def characters(words: Words, ranges: tuple[range, ...]) -> Spans:
    """Spans of ranges of words; ranges with nothing but punctuation between them are one span."""
    joined: list[range] = []
    for current in sorted(ranges, key=lambda r: r.start):
        if joined and not _has_letters(words, range(joined[-1].stop, current.start)):
            joined[-1] = range(joined[-1].start, current.stop)
        else:
            joined.append(current)
    return tuple(span for r in joined if (span := _trim(words, r)))


def _has_letters(words: Words, between: range) -> bool:
    return any(any(c.isalnum() for c in words[i]) for i in between)


def _trim(words: Words, inside: range) -> Span | None:
    first, last = inside.start, inside.stop - 1
    while first <= last and all(c in _OUTER or c in _CLOSING for c in words[first]):
        first += 1
    while last >= first and all(c in _OUTER or c in _OPENING for c in words[last]):
        last -= 1
    if first > last:
        return None
    # A bracket that closes in the span and was opened before it lost its partner at the edge.
    opening = _PARTNER.get(words[last])
    if opening:
        text = words.text[words.start[first] : words.end[last]]
        last -= text.count(words[last]) > text.count(opening)
    return words.span(first, last) if first <= last else None


def whole_verb(words: Words, cue: range) -> range:
    """The cue, carried on to its verb where it ends with an auxiliary: “had” of “had told”."""
    last = cue.stop - 1
    verb = int(words.head[last])
    between = range(cue.stop, verb)
    if not (words.dep[last] in ("aux", "auxpass", "neg") and cue.stop <= verb <= last + 3):
        return cue
    plain = all(words.dep[i] in ("aux", "auxpass", "neg", "advmod") for i in between)
    return range(cue.start, verb + 1) if plain else cue


def whole_subject(words: Words, source: range) -> range:
    """The source, carried back over a list whose last part it is: “A, B, and [C] condemn …”."""
    source = _headed_together(words, source)
    head = next((i for i in source if int(words.head[i]) not in source), source.start)
    first = head
    for _ in range(LONGEST_LIST):
        if words.dep[first] != "conj":
            break
        first = int(words.head[first])
    if first >= source.start or words.dep[first] not in ("nsubj", "nsubjpass"):
        return source
    start = first
    while start > 0 and words.hangs_on(start - 1, range(first, first + 1)):
        start -= 1
    listed = all(words.hangs_on(i, range(first, first + 1)) for i in range(start, source.start))
    return range(start, source.stop) if listed else source


def _headed_together(words: Words, source: range) -> range:
    """“Kestria, Ossel say talks failed”: a headline has a comma for “and”."""
    before = source.start - 2
    together = (
        before >= 0
        and len(source) == 1
        and words[before + 1] == ","
        and words.paragraph[before] == words.paragraph[source.start]
        and (before == 0 or words.paragraph[before - 1] != words.paragraph[before])
        and all(words.entity[i] in _NAMES and words[i][0].isupper() for i in (before, source.start))
    )
    line = words.paragraph_words(int(words.paragraph[source.start])) if together else range(0)
    return range(before, source.stop) if line and words[line.stop - 1] != "." else source


def whole_tail(words: Words, content: range) -> range:
    """The content, carried on over what only specifies it: “the role of the port, especially now”.

    The parser may hang such a phrase on the verb of the cue; it goes to the next sign, and is no clause.
    """
    after = content.stop + (content.stop < len(words) and words[content.stop] == ",")
    comma = after > content.start and words[after - 1] == ","
    if not comma or after >= len(words) or words[after].lower() not in _SPECIFYING:
        return content
    stop = after
    while (
        stop < len(words)
        and words.sentence[stop] == words.sentence[after]
        and words[stop] not in _ENDING
    ):
        if words.dep[stop] in ("nsubj", "nsubjpass", "ROOT"):
            return content
        stop += 1
    return range(content.start, stop)


def whole_condition(words: Words, content: range) -> range:
    """The content with the condition behind it: “that it would pay, provided that peace holds”.

    Behind a quotation the parser hangs the condition on the verb of the cue.
    """
    after = content.stop + (content.stop < len(words) and words[content.stop] == ",")
    if after >= len(words) or words[after].lower() not in _CONDITIONAL:
        return content
    if words.sentence[after] != words.sentence[content.start]:
        return content
    top = after if words.dep[after] == "prep" else int(words.head[after])
    told = any(words.dep[i] in ("nsubj", "nsubjpass") for i in content)
    if not told or top < after or words.dep[after] not in ("prep", "mark"):
        return content
    stop = after
    while stop < len(words) and words.hangs_on(stop, range(top, top + 1)):
        stop += 1
    return range(content.start, max(stop, content.stop))


class Chains:
    """The outermost quotations of a text, those that run on over paragraphs put together.

    A quotation runs on when it lacks its closing mark and the next paragraph opens with its mark.
    """

    def __init__(self, quotations: list[Quotation], text: str) -> None:
        self.chains: list[list[Quotation]] = []
        for quotation in quotations:
            if quotation.depth:
                continue
            if self.chains and _runs_on(self.chains[-1][-1], quotation, text):
                self.chains[-1].append(quotation)
            else:
                self.chains.append([quotation])
        self._ends = [chain[-1].end for chain in self.chains]

    def snap(self, content: Spans, others: Spans) -> Spans:
        """The content, with every quotation that it mostly covers covered whole.

        A quotation in which the cue or the source stands (`others`) carries the attribution rather
        than being its content, and is left alone.
        """
        if not content:
            return content
        spans = list(content)
        for chain in self._between(content[0][0], content[-1][1]):
            start, end = chain[0].start, chain[-1].end
            if any(start <= a and b <= end for a, b in others):
                continue
            first, length = chain[0].span, sum(q.end - q.start for q in chain)
            if 2 * _covered(content, (start, end)) > length or 2 * _covered(content, first) > (
                first[1] - first[0]
            ):
                spans.append((start, end))
        return _union(spans, others)

    def _between(self, start: int, end: int) -> Iterator[list[Quotation]]:
        for chain in self.chains[bisect_right(self._ends, start) :]:
            if chain[0].start >= end:
                return
            yield chain


def _runs_on(before: Quotation, after: Quotation, text: str) -> bool:
    between = text[before.end : after.start]
    return (
        not before.closed and before.mark == after.mark and not between.strip() and "\n" in between
    )


def _covered(spans: Spans, by: Span) -> int:
    return sum(max(0, min(b, by[1]) - max(a, by[0])) for a, b in spans)


def _union(spans: list[Span], others: Spans) -> Spans:
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    # A source or cue that a quotation's edges took in is cut out again.
    for low, high in others:
        out = [
            piece
            for a, b in out
            for piece in (
                ((a, min(b, low)), (max(a, high), b)) if a < high and low < b else ((a, b),)
            )
            if piece[0] < piece[1]
        ]
    return tuple(out)
