"""Turns of a conversation: a label and all that is said up to the next; or questions without labels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from memcon.layout.furniture import is_furniture
from memcon.layout.headings import given_by
from memcon.layout.interviews import asked_rows
from memcon.layout.labels.believed import believed_labels, question_labels
from memcon.layout.labels.shape import Label
from memcon.layout.notes import note_kind
from memcon.layout.plain import Plain
from memcon.layout.rows import FIRST_PERSON, QUOTED, trim
from memcon.spans import Span

#: A conversation of fewer turns may be an excerpt that the publication tells on from.
FEW = 6
#: Rows at the end of a text that may be its furniture.
_LAST = 8

_DASHES = ("—", "–", "―", "-")


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody says in one go.

    :param begin: where its first row begins, the label's or, without one, the first that is said.
    :param source: the words that name who speaks; they may stand in the heading of the text.
    :param cue: the sign that ends the label, if there is one.
    :param body: what is said, in pieces between which notes stand.
    :param note: how it is said, in brackets beside the label.
    :param asks: whether it is a question of somebody who is not named.
    """

    begin: int
    source: Span | None
    cue: Span | None
    body: tuple[Span, ...]
    note: Span | None = None
    asks: bool = False
    labelled: bool = True


def find_turns(plain: Plain, rows: list[Span], *, known: bool = False) -> list[Turn]:
    """The turns, in order; nothing if it is no conversation.

    A label in brackets' company, “PRESIDENT Y (via interpreter):”, is the source without them.

    :param known: whether the text is known to be a transcript; then one label is enough.
    """
    text = plain.text
    wide = plain.is_wide if plain.places is not None else None
    labels = believed_labels(text, rows, known=known, wide=wide)
    if labels:
        return _labelled(text, rows, labels)
    if asked := question_labels(text, rows, wide):
        return _answered(text, rows, asked)
    if turns := _dashed(text, rows):
        return turns
    return _interview(text, rows, asked_rows(plain, rows))


def _labelled(text: str, rows: list[Span], labels: list[Label]) -> list[Turn]:
    turns = []
    for label, after in zip(labels, [*labels[1:], None], strict=True):
        end = after.line[0] if after else _end(text, rows)
        if after is None and 1 < len(labels) < FEW:
            end = _where_telling_resumes(text, rows, label, end)
        turns.append(_of_label(text, rows, label, end))
    opening = _opening(text, rows, labels[0].line[0])
    return [turn for turn in (*opening, *turns) if turn.body]


def _of_label(text: str, rows: list[Span], label: Label, end: int, *, asks: bool = False) -> Turn:
    body = _pieces(text, rows, label.body, end)
    return Turn(label.line[0], label.source, label.cue, body, label.note, asks)


def _opening(text: str, rows: list[Span], first: int) -> list[Turn]:
    """What is said before the first label, by whoever the heading names."""
    given = given_by(text, rows)
    if given is None:
        return []
    start = _behind_notes(text, rows, given.body)
    said = text[start:first]
    if not FIRST_PERSON.search(QUOTED.sub(" ", said)):
        return []
    body = _pieces(text, rows, start, first)
    return [Turn(body[0][0], given.source, None, body, labelled=False)] if body else []


def _answered(text: str, rows: list[Span], asked: list[Label]) -> list[Turn]:
    """Questions with a label, each a row, and what stands below each as its answer."""
    given = given_by(text, rows)
    source = given.source if given else None
    turns = _opening(text, rows, asked[0].line[0])
    for label, after in zip(asked, [*asked[1:], None], strict=True):
        end = after.line[0] if after else _end(text, rows)
        turns.append(_of_label(text, rows, label, label.line[1], asks=True))
        body = _pieces(text, rows, label.line[1], end)
        if body:
            turns.append(Turn(body[0][0], source, None, body, labelled=False))
    return turns


def _interview(text: str, rows: list[Span], asked: list[Span]) -> list[Turn]:
    """Questions without a label, and what stands below each as its answer."""
    given = given_by(text, rows)
    source = given.source if given else None
    turns = []
    for row, after in zip(asked, [*asked[1:], None], strict=True) if asked else ():
        end = after[0] if after else _end(text, rows)
        turns.append(Turn(row[0], None, None, (row,), asks=True, labelled=False))
        body = _pieces(text, rows, row[1], end)
        if body:
            turns.append(Turn(body[0][0], source, None, body, labelled=False))
    return turns


def _dashed(text: str, rows: list[Span]) -> list[Turn]:
    """Turns of an interview that is printed with dashes alone: nobody is named as their source."""
    marked = [row for row in rows if text[row[0]] in _DASHES and row[1] - row[0] > 2]
    asked = sum(text[row[1] - 1] == "?" for row in marked)
    if len(marked) < 4 or 2 * len(marked) < len(rows) or 4 * asked < len(marked):
        return []
    turns = []
    for row, after in zip(marked, [*marked[1:], None], strict=True):
        end = after[0] if after else _end(text, rows)
        body = _pieces(text, rows, row[0] + 1, end)
        if body:
            asks = text[body[-1][1] - 1] == "?"
            turns.append(Turn(row[0], None, (row[0], row[0] + 1), body, asks=asks))
    return turns


def _pieces(text: str, rows: list[Span], start: int, end: int) -> tuple[Span, ...]:
    """The stretch without notes on rows of their own, in pieces of whole rows."""
    pieces: list[Span] = []
    at = start
    for row in rows[bisect_right(rows, (start, -1)) : bisect_left(rows, (end, -1))]:
        if note_kind(text, row) and row[0] > start:
            pieces.append((at, row[0]))
            at = row[1]
    pieces.append((at, end))
    return tuple(span for a, b in pieces if (span := trim(text, a, b)))


def _end(text: str, rows: Sequence[Span]) -> int:
    """Where the text ends without the furniture and the notes in its last rows."""
    end = len(text)
    for row in reversed(rows[-_LAST:]):
        if not is_furniture(text, row) and not _is_time(text, row):
            break
        end = row[0]
    return end


def _is_time(text: str, row: Span) -> bool:
    """Whether the row is the time of day at which a briefing ended."""
    words = text[row[0] : row[1]]
    return len(words) < 40 and words[0].isdigit() and ":" in words and words[-1] not in "?!”"


def _behind_notes(text: str, rows: list[Span], start: int) -> int:
    for row in rows[bisect_left(rows, (start, -1)) :]:
        if not note_kind(text, row):
            return row[0]
    return start


def _where_telling_resumes(text: str, rows: list[Span], last: Label, end: int) -> int:
    """End of the last turn of an excerpt: behind it nobody says “I”, “we” or “you” any more.

    “Premier N: Thank you. / In the subsequent conversation, the participants discussed …”
    """
    stop = end
    below = rows[bisect_right(rows, last.line) : bisect_left(rows, (end, -1))]
    for start, close in reversed(below):
        row = QUOTED.sub(" ", text[start:close])
        if FIRST_PERSON.search(row) or row[-1] in ")]?!":
            break
        # A short row alone (“All right.”) tells nothing.
        stop = start if close - start > 60 else stop
    return stop
