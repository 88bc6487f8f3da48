"""The report on a terminal: by speaker and topic, every attribution numbered in the margin.

Nothing is told by colour alone: without colour, or piped to a file, the page says the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from memcon.record import Record
from memcon.report.matters import OTHER, about
from memcon.report.meeting import MEETING, meeting_facts
from memcon.report.outline import Entry, Group, counts, description, outline
from memcon.report.sections import actor_lines, event_lines, standing_lines
from memcon.report.visible import line
from memcon.report.wrapped import (
    ACT,
    CUE,
    DOUBT,
    MATTER,
    NAME,
    NARROWEST,
    QUIET,
    SOURCE,
    packed,
    plain,
)

#: Columns beyond which a line of words is tiring to read.
MEASURE = 100
#: Nesting is indented no further where fewer columns than this would be left for the words.
_LEAST = 24


def print_report(record: Record, console: Console) -> None:
    """Print the report of a Record, at most `MEASURE` columns wide and wrapped to the console."""
    for row in report_lines(record, console):
        row.rstrip()
        if console.options.ascii_only:
            row = _ascii(row, console.encoding)
        # The lines are wrapped already; Rich must not fold, crop or pad them again.
        console.print(row, soft_wrap=True, highlight=False)


def report_lines(record: Record, console: Console) -> Iterator[Text]:
    """The lines of the report, none wider than the console where words allow it."""
    width = max(min(console.width, MEASURE), NARROWEST)
    # A blank on either side of the longest number, and a column for the sign of doubt.
    margin = max((cell_len(line(a.id)) for a in record.attributions), default=0) + 3
    yield from _heading(record, console, width)
    yield from standing_lines(record, console, width)
    for group in outline(record):
        yield Text()
        yield from _group_heading(group, console, width)
        for matter in group.matters:
            if matter.name:
                yield Text()
                heading = matter.name if matter.name == OTHER else f"About {matter.name}"
                yield from Text(heading, style=MATTER).wrap(console, width)
            for entry in matter.entries:
                yield Text()
                yield from _entry(entry, console, width, margin, 0, matter.name)
    yield from event_lines(record, console, width)
    yield from actor_lines(record, console, width)
    if record.attributions:
        yield Text()
        note = "Characters are counted from 0, the end not included."
        yield from Text(note, style=QUIET).wrap(console, width)


def _heading(record: Record, console: Console, width: int) -> Iterator[Text]:
    title = line(record.document.title or record.document.name)
    yield from Text(title, style=NAME).wrap(console, width)
    for text in (description(record), counts(record)):
        yield from packed([Text(part) for part in text.split(" · ") if part], console, width)
    facts = meeting_facts(record)
    if facts:
        yield Text()
        yield Text(MEETING, style=NAME)
    margin = max((len(label) for label, _ in facts), default=0) + 2
    for label, value in facts:
        rows = Text(value).wrap(console, max(width - margin, 1))
        for i, row in enumerate(rows):
            head = label if i == 0 else ""
            yield Text.assemble((head.ljust(margin), QUIET), plain(row))


def _group_heading(group: Group, console: Console, width: int) -> Iterator[Text]:
    heading = Text(group.name, style=NAME)
    if group.about:
        heading = Text.assemble(heading, (" · ", QUIET), group.about)
    yield from heading.wrap(console, width)
    yield Text("─" * width, style=QUIET)


def _entry(
    entry: Entry, console: Console, width: int, margin: int, depth: int, heading: str = ""
) -> Iterator[Text]:
    """The lines of an attribution and of all that are nested in it.

    :param heading: topic that it stands under, which it need not name again.
    """
    indent = min(4 * depth, max(width - margin - _LEAST, 0))
    room = max(width - indent - margin, NARROWEST // 2)
    rows: list[Text] = []
    words = [Text(paragraph) for paragraph in entry.words]
    act = Text(entry.meaning.heading, style=ACT)
    if depth:
        name = Text(entry.name, style=NAME)
        words.insert(0, Text.assemble(name, " ", act) if act else name)
    elif act and words and not entry.meaning.limits:
        # “praised: the lamps” is read as one; what limits it stands by itself, to be seen.
        words[0] = Text.assemble(act, ": ", words[0])
    elif act:
        words.insert(0, act)
    for paragraph in words:
        rows += paragraph.wrap(console, room)
    rows += packed([Text(note) for note in entry.meaning.notes], console, room)
    rows += packed(_particulars(entry, heading), console, room)
    label = Text(f" {entry.id}", style=QUIET)
    if entry.doubtful:
        label.append("?", style=DOUBT)
    for row in rows:
        label.pad_right(margin - label.cell_len)
        yield Text(" " * indent) + label + plain(row)
        label = Text()
    for child in entry.children:
        yield Text()
        yield from _entry(child, console, width, margin, depth + 1)


def _particulars(entry: Entry, heading: str) -> list[Text]:
    topics = about(entry, heading)
    parts = [Text(topics, style=QUIET)] if topics else []
    if entry.cue:
        parts.append(Text.assemble(("cue ", QUIET), (f"“{entry.cue}”", CUE)))
    if entry.source:
        parts.append(Text.assemble(("source ", QUIET), (f"“{entry.source}”", SOURCE)))
    if entry.addressee:
        parts.append(Text.assemble(("to ", QUIET), entry.addressee))
    start, end = entry.span
    parts.append(Text(entry.type))
    parts.append(Text(f"line {entry.place.line}, characters {start}–{end}", style=QUIET))
    if entry.doubtful:
        parts.append(Text(f"? low confidence ({entry.confidence:.2f})", style=DOUBT))
    return parts


_ASCII = str.maketrans({"─": "-", "·": "|", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-",
                        "…": "...", "⟨": "<", "⟩": ">"})  # fmt: skip


def _ascii(row: Text, encoding: str) -> Text:
    """The line, without styles, in characters that an encoding other than UTF-8 can write."""
    plain = row.plain.translate(_ASCII)
    return Text(plain.encode(encoding, "backslashreplace").decode(encoding))
