"""Turns of a conversation: a label and all that is said up to the next; or questions without labels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from memcon.layout.apart import apart_kind
from memcon.layout.furniture import is_furniture
from memcon.layout.headings import given_by
from memcon.layout.interviews import asked_rows
from memcon.layout.labels.believed import believed_labels, question_labels
from memcon.layout.labels.shape import Label
from memcon.layout.leadins import LeadIn
from memcon.layout.plain import Plain
from memcon.layout.rows import FIRST_PERSON, QUOTED, trim
from memcon.spans import Span, Spans

#: A conversation of fewer turns may be an excerpt that the publication tells on from.
FEW = 6
#: Rows at the end of a text that may be its furniture.
_LAST = 8

_DASHES = ("—", "–", "―", "-")
#: Labels of those who ask and are not named.
_ASKED = ("q", "q.")


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody says in one go.

    :param begin: where its first row begins, the label's or, without one, the first that is said.
    :param source: the words that name who speaks; they may stand in the heading of the text.
    :param cue: the sign that ends the label, if there is one.
    :param body: what is said, in pieces between which notes and headings stand.
    :param note: how it is said, in brackets beside the label.
    :param asks: whether it is a question of somebody who is not named.
    :param label: the words of the label; in brackets beside it another may be named as `source`.
    """

    begin: int
    source: Span | None
    cue: Span | None
    body: Spans
    note: Span | None = None
    asks: bool = False
    label: Span | None = None


def find_turns(plain: Plain, rows: list[Span], *, known: bool = False) -> list[Turn]:
    """The turns, in order; nothing if it is no conversation.

    :param known: whether the text is known to be a transcript; then one label is enough.
    """
    return _Conversation(plain, rows).turns(known)


class _Conversation:
    def __init__(self, plain: Plain, rows: list[Span]) -> None:
        self.plain = plain
        self.text = plain.text
        self.rows = rows

    @cached_property
    def given(self) -> LeadIn | None:
        """Who gives the remarks or the interview that the heading announces."""
        return given_by(self.text, self.rows)

    def turns(self, known: bool) -> list[Turn]:
        wide = self.plain.is_wide if self.plain.places is not None else None
        if labels := believed_labels(self.text, self.rows, known=known, wide=wide):
            return self._labelled(labels)
        if asked := question_labels(self.text, self.rows, wide):
            return self._answered(asked)
        return self._dashed() or self._interview(asked_rows(self.plain, self.rows))

    def _labelled(self, labels: list[Label]) -> list[Turn]:
        turns = self._opening(labels[0].line[0])
        for label, after in zip_longest(labels, labels[1:]):
            end = after.line[0] if after else _end(self.text, self.rows)
            if after is None and 1 < len(labels) < FEW:
                end = _where_telling_resumes(self.text, self.rows, label, end)
            turns.append(self._of(label, end))
        return [turn for turn in turns if turn.body]

    def _of(self, label: Label, end: int) -> Turn:
        body = self._pieces(label.body, end)
        asks = label.key in _ASKED
        return Turn(label.line[0], label.source, label.cue, body, label.note, asks, label.core)

    def _opening(self, first: int) -> list[Turn]:
        """What is said before the first label, by whoever the heading names."""
        given = self.given
        if given is None or not FIRST_PERSON.search(QUOTED.sub(" ", self.text[given.body : first])):
            return []
        body = self._pieces(given.body, first)
        return [Turn(body[0][0], given.source, None, body)] if body else []

    def _answered(self, asked: list[Label]) -> list[Turn]:
        """Questions with a label, each a row, and what stands below each as its answer."""
        turns = self._opening(asked[0].line[0])
        for label, after in zip_longest(asked, asked[1:]):
            turns.append(self._of(label, label.line[1]))
            turns += self._answer(label.line[1], after.line[0] if after else None)
        return turns

    def _interview(self, asked: list[Span]) -> list[Turn]:
        """Questions without a label, and what stands below each as its answer."""
        turns = []
        for row, after in zip_longest(asked, asked[1:]):
            turns.append(Turn(row[0], None, None, (row,), asks=True))
            turns += self._answer(row[1], after[0] if after else None)
        return turns

    def _answer(self, start: int, end: int | None) -> list[Turn]:
        body = self._pieces(start, _end(self.text, self.rows) if end is None else end)
        source = self.given.source if self.given else None
        return [Turn(body[0][0], source, None, body)] if body else []

    def _dashed(self) -> list[Turn]:
        """Turns of an interview that is printed with dashes alone: nobody is named as their source."""
        text = self.text
        marked = [row for row in self.rows if text[row[0]] in _DASHES and row[1] - row[0] > 2]
        asked = sum(text[row[1] - 1] == "?" for row in marked)
        if len(marked) < 4 or 2 * len(marked) < len(self.rows) or 4 * asked < len(marked):
            return []
        turns = []
        for row, after in zip_longest(marked, marked[1:]):
            body = self._pieces(row[0] + 1, after[0] if after else _end(text, self.rows))
            if body:
                asks = text[body[-1][1] - 1] == "?"
                turns.append(Turn(row[0], None, (row[0], row[0] + 1), body, asks=asks))
        return turns

    def _pieces(self, start: int, end: int) -> Spans:
        """The stretch without notes and headings on rows of their own, in pieces of whole rows."""
        pieces: list[Span] = []
        at = start
        below = self.rows[bisect_right(self.rows, (start, -1)) : bisect_left(self.rows, (end, -1))]
        for row in below:
            if row[0] > start and apart_kind(self.plain, row):
                pieces.append((at, row[0]))
                at = row[1]
        pieces.append((at, end))
        return tuple(span for a, b in pieces if (span := trim(self.text, a, b)))


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
