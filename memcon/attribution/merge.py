"""What the form of a publication gives and what the model read are put together; the form wins."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from memcon.attribution.relation import Relation
from memcon.spans import Span, Spans, overlap

#: Share of their joint characters from which two contents are the same one.
SAME = 0.8


def merge(frames: list[Relation], told: list[Relation], text: str = "") -> list[Relation]:
    """Frames, and of the told relations those that say more, each kept within its turn.

    - A relation whose cue lies in the words of a frame (a label and its colon, “is attributable
      to”), or that gives a frame's content once more from outside it, is a repetition.
    - A relation stays in the stretch in which its cue stands: a frame's content, or what lies
      between two frames. What its content or source has beyond is cut off, and a relation with no
      content left is dropped.

    :param text: the document; with it, stretches that were cut are trimmed of white space.
    """
    told = [r for r in told if r.content and not overlap(r.content, r.cue)]
    if not frames:
        return told
    stretches = _Stretches.of(frames)
    out = list(frames)
    for relation in told:
        kept = _kept(relation, stretches, text)
        if kept is not None:
            out.append(kept)
    return out


@dataclass(frozen=True, slots=True)
class _Stretches:
    """The text cut where a frame's words or content begin or end.

    `owner[i]` is the innermost frame in whose content the text from `edges[i]` on lies, −1 between
    frames, −2 in the words of a frame itself.
    """

    frames: list[Relation]
    edges: list[int]
    owner: list[int]

    @classmethod
    def of(cls, frames: list[Relation]) -> _Stretches:
        ordered = sorted(frames, key=lambda f: (f.content[0][0], -f.content[-1][1]))
        marks: list[tuple[int, int, int, int]] = []
        for number, frame in enumerate(ordered):
            marks.append((*_extent(frame.content), number, number))
            marks += [(a, b, len(ordered) + number, -2) for a, b in _label(frame)]
        # A sweep with the open stretches on a stack: the innermost, opened last, owns the text.
        points = sorted({p for m in marks for p in m[:2]})
        marks.sort(key=lambda m: (m[0], -m[1], m[2]))
        edges, owner, stack, following = [0], [-1], [], 0
        for point in points:
            while following < len(marks) and marks[following][0] == point:
                stack.append(marks[following])
                following += 1
            while stack and stack[-1][1] <= point:
                stack.pop()
            edges.append(point)
            owner.append(stack[-1][3] if stack else -1)
        return cls(ordered, edges, owner)

    def at(self, place: int) -> int:
        """Number of the piece that holds the place."""
        return bisect_right(self.edges, place) - 1

    def around(self, place: int) -> tuple[int, int]:
        """The stretch that belongs to the same owner as the place, as far as it goes."""
        piece = self.at(place)
        mine = self.owner[piece]
        if mine >= 0:
            return _extent(self.frames[mine].content)
        start = stop = piece
        while start > 0 and self.owner[start - 1] == mine:
            start -= 1
        while stop + 1 < len(self.owner) and self.owner[stop + 1] == mine:
            stop += 1
        end = self.edges[stop + 1] if stop + 1 < len(self.edges) else 2**62
        return self.edges[start], end


def _kept(relation: Relation, stretches: _Stretches, text: str) -> Relation | None:
    place = (relation.cue or relation.source or relation.content)[0][0]
    owner = stretches.owner[stretches.at(place)]
    if owner == -2 or _repeats(relation, stretches, owner):
        return None
    around = stretches.around(place)
    content = _clip(relation.content, around, text)
    if not content:
        return None
    cue = _clip(relation.cue, around, text)
    if owner >= 0:
        source = _clip(relation.source, around, text)
    else:
        # “Joint Statement by Minister N Commending the Crews”: N is the source of both.
        source = tuple(s for s in relation.source if stretches.owner[stretches.at(s[0])] < 0)
    if (content, cue, source) == (relation.content, relation.cue, relation.source):
        return relation
    return replace(relation, content=content, cue=cue, source=source)


def _repeats(relation: Relation, stretches: _Stretches, owner: int) -> bool:
    """Whether it gives the content of a frame without standing in that content itself."""
    for span in relation.content:
        number = stretches.owner[stretches.at(span[0])]
        if number >= 0 and (number != owner or not relation.cue):
            frame = stretches.frames[number]
            if _likeness(relation.content, frame.content) >= SAME:
                return True
    return False


def _label(frame: Relation) -> list[Span]:
    """The words of the frame itself, source and cue, with what stands between them."""
    spans = sorted(frame.source + frame.cue)
    out: list[Span] = []
    content = _extent(frame.content)
    for start, end in spans:
        apart = out and out[-1][1] <= content[0] < start
        if out and not apart and start - out[-1][1] < 80:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _extent(spans: Spans) -> Span:
    return spans[0][0], spans[-1][1]


def _clip(spans: Spans, around: Span, text: str) -> Spans:
    out = []
    for start, end in spans:
        cut = (max(start, around[0]), min(end, around[1]))
        if cut != (start, end):
            cut = _trim(cut, text)
        if cut[0] < cut[1]:
            out.append(cut)
    return tuple(out)


def _trim(span: Span, text: str) -> Span:
    start, end = span
    while text and start < end and text[start].isspace():
        start += 1
    while text and start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _likeness(these: Spans, those: Spans) -> float:
    """Shared characters as a share of the joint ones."""
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in these for c, d in those)
    joint = sum(b - a for a, b in these) + sum(d - c for c, d in those) - shared
    return shared / joint if joint else 0.0
