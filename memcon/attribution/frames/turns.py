"""Turns of a transcript: a label at the beginning of a line, and all that is said to the next one."""

from __future__ import annotations

from bisect import bisect_right

from memcon.attribution.relation import Relation
from memcon.layout.headings import QUOTED
from memcon.layout.labels.believed import believed_labels
from memcon.layout.labels.shape import Label
from memcon.layout.rows import FIRST_PERSON, body
from memcon.spans import Span

#: A conversation of fewer turns may be an excerpt that the publication tells on from.
FEW = 6

_DASHES = ("—", "–", "―", "-")


def find_turns(text: str, lines: list[Span], *, known: bool = False) -> list[Relation]:
    """The turns, in order, each the direct speech of its label; nothing if it is no conversation.

    A label in brackets' company, “PRESIDENT Y (via interpreter):”, is the source without them.

    :param known: whether the text is known to be a transcript; then one label is enough.
    """
    labels = believed_labels(text, lines, known=known)
    if not labels:
        return _dash_turns(text, lines)
    turns = []
    for label, after in zip(labels, [*labels[1:], None], strict=True):
        end = after.line[0] if after else len(text)
        if after is None and 1 < len(labels) < FEW:
            end = _where_telling_resumes(text, lines, label)
        content = body(text, label.body, end)
        if content:
            cue = (label.cue,) if label.cue else ()
            turns.append(Relation((label.source,), cue, (content,), frame=True, verbatim=True))
    return turns


def _where_telling_resumes(text: str, lines: list[Span], last: Label) -> int:
    """End of the last turn of an excerpt: behind it nobody says “I”, “we” or “you” any more.

    “Premier N: Thank you. / In the subsequent conversation, the participants discussed …”
    """
    end = len(text)
    for start, stop in reversed(lines[bisect_right(lines, last.line) :]):
        line = QUOTED.sub(" ", text[start:stop])
        if FIRST_PERSON.search(line) or line[-1] in ")]?!":
            break
        # A short line alone (“All right.”) tells nothing.
        end = start if stop - start > 60 else end
    return end


def _dash_turns(text: str, lines: list[Span]) -> list[Relation]:
    """Turns of an interview that is printed with dashes alone: nobody is named as their source."""
    marked = [line for line in lines if text[line[0]] in _DASHES and line[1] - line[0] > 2]
    asked = sum(text[line[1] - 1] == "?" for line in marked)
    if len(marked) < 4 or 2 * len(marked) < len(lines) or 4 * asked < len(marked):
        return []
    turns = []
    for line, after in zip(marked, [*marked[1:], (len(text), 0)], strict=True):
        content = body(text, line[0] + 1, after[0])
        if content:
            cue = ((line[0], line[0] + 1),)
            turns.append(Relation((), cue, (content,), frame=True, verbatim=True))
    return turns
