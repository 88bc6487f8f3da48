"""Citation: a sentence of the document that names an entry, with the place of the name in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from memcon.actors.titles import HONORIFICS, plain
from memcon.registry.entries import Entry
from memcon.registry.names import normal_name
from memcon.registry.tables import MentionRow, Text
from memcon.report.visible import line

#: Characters shown on either side of the name at most.
_REACH = 160
_GAP = re.compile(r"\s+")
_MARKS, _CLOSING = ".!?…", "'\")]’”"
_BEGINNING = re.compile(r"[\"'(\[‘“]?[A-Z0-9]")


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence, as words that can be shown, in three parts; `marked` names the entry.

    :param start: of the marked words, in code points of the text.
    """

    before: str
    marked: str
    after: str
    start: int


def cite(session: Session, entry: Entry) -> Citation | None:
    """The sentence that best shows who an entry is; None if it was imported."""
    if entry.sha256 is None:
        return None
    row = session.get(Text, entry.sha256)
    if row is None:
        return None
    text = row.content.decode("utf-8", "surrogatepass")
    mentions = session.scalars(
        select(MentionRow).where(MentionRow.entry_id == entry.id).order_by(MentionRow.start)
    ).all()
    spans = [(m.start, m.end) for m in mentions if m.form in (None, "name", "title")]
    # The first mention with the last word of the name, or the first of any kind.
    last = normal_name(entry.name, entry.kind).words[-1:]
    named = [s for s in spans if set(last) <= set(normal_name(text[slice(*s)], "person").words)]
    best = next(iter(named or spans), None)
    return cited(text, *best) if best else None


def cited(text: str, start: int, end: int) -> Citation:
    """The sentence around the words from start to end, cut where it is very long."""
    first = max(start - 4 * _REACH, 0)
    opening, closing = first, len(text)
    for word, over, cut, behind in _ends(text, first):
        if word is not None and _abbreviates(word):
            continue
        if behind <= start:
            opening = behind
        elif over >= end:
            closing = cut
            break
    before, after = text[opening:start], text[end:closing]
    # A name at the very end of a sentence: what ends it is still shown.
    if len(before) > _REACH:
        before = "… " + before[-_REACH:].partition(" ")[2]
    if len(after) > _REACH:
        after = after[:_REACH].rpartition(" ")[0] + " …"
    return Citation(_shown(before), _shown(text[start:end]), _shown(after).rstrip(), start)


def _ends(text: str, first: int) -> Iterator[tuple[str | None, int, int, int]]:
    """Ends of sentences and of paragraphs from an offset on, each looked at once.

    One step a gap between words, however long these are: a pattern over words goes back and forth in
    a word of thousands of dots.

    :returns: the word before the mark (None at the end of a paragraph), where the words are over,
        where what is shown of them is, and where the next words begin.
    """
    begin = first
    for gap in _GAP.finditer(text, first):
        word = text[begin : gap.start()].rstrip(_CLOSING)
        if len(word) > 1 and word[-1] in _MARKS and _BEGINNING.match(text, gap.end()):
            yield word[:-1], begin + len(word) - 1, gap.end(), gap.end()
        elif "\n" in gap[0]:
            yield None, gap.start(), gap.start(), gap.end()
        begin = gap.end()


def _shown(words: str) -> str:
    """Words on one line; the spaces at their ends stay, since a name may follow."""
    lead = " " if words[:1].isspace() else ""
    trail = " " if words[-1:].isspace() else ""
    shown = line(words)
    return f"{lead}{shown}{trail}" if shown else lead


def _abbreviates(word: str) -> bool:
    bare = word.strip("\"'()[]‘’“”").casefold()
    return plain(bare) in HONORIFICS or len(bare) == 1
