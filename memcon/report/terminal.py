"""The report on a terminal: by speaker, every attribution numbered in the margin; then who is who.

Nothing is told by colour alone: without colour, or piped to a file, the page says the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from memcon.record import Record
from memcon.report.actors import portraits, summary
from memcon.report.meeting import MEETING, meeting_facts
from memcon.report.outline import Entry, Group, counts, description, outline
from memcon.report.visible import line

#: Columns beyond which a line of words is tiring to read.
MEASURE = 100
#: Nesting is indented no further where fewer columns than this would be left for the words.
_LEAST = 24
#: A console is taken to be at least this wide.
_NARROWEST = 20

_NAME, _CUE, _SOURCE, _QUIET, _DOUBT = "bold", "italic magenta", "cyan", "dim", "bold yellow"


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
    width = max(min(console.width, MEASURE), _NARROWEST)
    # A blank on either side of the longest number, and a column for the sign of doubt.
    margin = max((cell_len(line(a.id)) for a in record.attributions), default=0) + 3
    yield from _heading(record, console, width)
    for group in outline(record):
        yield Text()
        yield from _group_heading(group, console, width)
        for entry in group.entries:
            yield Text()
            yield from _entry(entry, console, width, margin, 0)
    yield from _actors(record, console, width)
    if record.attributions:
        yield Text()
        note = "Characters are counted from 0, the end not included."
        yield from Text(note, style=_QUIET).wrap(console, width)


def _heading(record: Record, console: Console, width: int) -> Iterator[Text]:
    title = line(record.document.title or record.document.name)
    yield from Text(title, style=_NAME).wrap(console, width)
    for text in (description(record), counts(record)):
        yield from _packed([Text(part) for part in text.split(" · ") if part], console, width)
    facts = meeting_facts(record)
    if facts:
        yield Text()
        yield Text(MEETING, style=_NAME)
    margin = max((len(label) for label, _ in facts), default=0) + 2
    for label, value in facts:
        rows = Text(value).wrap(console, max(width - margin, 1))
        for i, row in enumerate(rows):
            head = label if i == 0 else ""
            yield Text.assemble((head.ljust(margin), _QUIET), _plain(row))


def _group_heading(group: Group, console: Console, width: int) -> Iterator[Text]:
    heading = Text(group.name, style=_NAME)
    if group.about:
        heading = Text.assemble(heading, (" · ", _QUIET), group.about)
    yield from heading.wrap(console, width)
    yield Text("─" * width, style=_QUIET)


def _entry(entry: Entry, console: Console, width: int, margin: int, depth: int) -> Iterator[Text]:
    """The lines of an attribution and of all that are nested in it."""
    indent = min(4 * depth, max(width - margin - _LEAST, 0))
    room = max(width - indent - margin, _NARROWEST // 2)
    rows: list[Text] = []
    if depth:
        rows += Text(entry.name, style=_NAME).wrap(console, room)
    for paragraph in entry.words:
        rows += Text(paragraph).wrap(console, room)
    rows += _packed(_particulars(entry), console, room)
    label = Text(f" {entry.id}", style=_QUIET)
    if entry.doubtful:
        label.append("?", style=_DOUBT)
    for row in rows:
        label.pad_right(margin - label.cell_len)
        yield Text(" " * indent) + label + _plain(row)
        label = Text()
    for child in entry.children:
        yield Text()
        yield from _entry(child, console, width, margin, depth + 1)


def _actors(record: Record, console: Console, width: int) -> Iterator[Text]:
    """Who is who: name and titles, and below them by what the actor was recognised."""
    people = portraits(record)
    if not people:
        return
    yield Text()
    yield Text("Actors", style=_NAME)
    yield Text("─" * width, style=_QUIET)
    margin = max(cell_len(who.id) for who in people) + 3
    room = max(width - margin, _NARROWEST // 2)
    for who in people:
        name = Text(who.name, style=_NAME)
        heading = [name, *(Text(part) for part in (who.about, summary(who.titles)) if part)]
        first = f"first in line {who.place.line}"
        tail = [Text(part, style=_QUIET) for part in (who.recognised, first) if part]
        rows = [*_packed(heading, console, room), *_packed(tail, console, room)]
        label = Text(f" {who.id}", style=_QUIET)
        for row in rows:
            label.pad_right(margin - label.cell_len)
            yield label + _plain(row)
            label = Text()


def _particulars(entry: Entry) -> list[Text]:
    parts = []
    if entry.cue:
        parts.append(Text.assemble(("cue ", _QUIET), (f"“{entry.cue}”", _CUE)))
    if entry.source:
        parts.append(Text.assemble(("source ", _QUIET), (f"“{entry.source}”", _SOURCE)))
    if entry.addressee:
        parts.append(Text.assemble(("to ", _QUIET), entry.addressee))
    start, end = entry.span
    parts.append(Text(entry.type))
    parts.append(Text(f"line {entry.place.line}, characters {start}–{end}", style=_QUIET))
    if entry.doubtful:
        parts.append(Text(f"? low confidence ({entry.confidence:.2f})", style=_DOUBT))
    return parts


def _packed(parts: list[Text], console: Console, width: int) -> Iterator[Text]:
    """The parts joined by “ · ”, as many on a line as fit whole; a longer one is folded."""
    row = Text()
    for part in parts:
        if row and row.cell_len + 3 + part.cell_len > width:
            yield row
            row = Text()
        row = Text.assemble(row, (" · ", _QUIET), part) if row else part
        if row.cell_len > width:
            *full, row = row.wrap(console, width)
            yield from full
    if row:
        yield row


def _plain(row: Text) -> Text:
    """A wrapped line without the blanks at its end."""
    row.rstrip()
    return row


_ASCII = str.maketrans({"─": "-", "·": "|", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-",
                        "…": "...", "⟨": "<", "⟩": ">"})  # fmt: skip


def _ascii(row: Text, encoding: str) -> Text:
    """The line, without styles, in characters that an encoding other than UTF-8 can write."""
    plain = row.plain.translate(_ASCII)
    return Text(plain.encode(encoding, "backslashreplace").decode(encoding))
