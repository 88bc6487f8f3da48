"""Sections of the report on a terminal around the statements: who stands how, events, who is who."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from memcon.record import Record
from memcon.report.actors import portraits, summary
from memcon.report.events import EVENTS, events_told
from memcon.report.standing import STANDING, standing
from memcon.report.wrapped import NAME, NARROWEST, QUIET, packed, plain


def standing_lines(record: Record, console: Console, width: int) -> Iterator[Text]:
    """Holders with their targets, how they stand to each, how often and where."""
    rows = standing(record)
    if not rows:
        return
    yield Text()
    yield from Text(STANDING, style=NAME).wrap(console, width)
    yield Text("─" * width, style=QUIET)
    for holder, own in groupby(rows, key=lambda row: row.holder):
        yield from Text(holder, style=NAME).wrap(console, width)
        parts: list[tuple[int, str]] = []
        neutral = []
        for row in own:
            cells = [cell for cell in row.cells if cell.citations]
            if row.neutral:
                neutral += [f"{row.target} {cell}" for cell in cells]
            else:
                parts.append((2, f"towards {row.target}"))
                parts += [(4, f"{cell.word} {cell}") for cell in cells]
        if neutral:
            parts.append((2, f"neutral towards {'; '.join(neutral)}"))
        for indent, part in parts:
            for text in Text(part).wrap(console, max(width - indent, NARROWEST // 2)):
                yield Text(" " * indent) + plain(text)


def event_lines(record: Record, console: Console, width: int) -> Iterator[Text]:
    """What is told to have happened, been wanted or denied, and by whom."""
    told = events_told(record)
    if not told:
        return
    yield Text()
    yield Text(EVENTS, style=NAME)
    yield Text("─" * width, style=QUIET)
    margin = max(cell_len(event.id) for event in told) + 3
    room = max(width - margin, NARROWEST // 2)
    for event in told:
        start, end = event.span
        parts = [Text(f"“{event.words}”"), Text(f"told by {event.teller}"),
                 Text(event.code, style=QUIET),
                 Text(f"line {event.place.line}, characters {start}–{end}", style=QUIET)]  # fmt: skip
        rows = [*Text(event.sentence).wrap(console, room), *packed(parts, console, room)]
        label = Text(f" {event.id}", style=QUIET)
        for row in rows:
            label.pad_right(margin - label.cell_len)
            yield label + plain(row)
            label = Text()


def actor_lines(record: Record, console: Console, width: int) -> Iterator[Text]:
    """Who is who: name and titles, and below them by what the actor was recognised."""
    people = portraits(record)
    if not people:
        return
    yield Text()
    yield Text("Actors", style=NAME)
    yield Text("─" * width, style=QUIET)
    margin = max(cell_len(who.id) for who in people) + 3
    room = max(width - margin, NARROWEST // 2)
    for who in people:
        name = Text(who.name, style=NAME)
        heading = [name, *(Text(part) for part in (who.about, summary(who.titles)) if part)]
        first = f"first in line {who.place.line}"
        tail = [Text(part, style=QUIET) for part in (who.recognised, first) if part]
        rows = [*packed(heading, console, room), *packed(tail, console, room)]
        label = Text(f" {who.id}", style=QUIET)
        for row in rows:
            label.pad_right(margin - label.cell_len)
            yield label + plain(row)
            label = Text()
