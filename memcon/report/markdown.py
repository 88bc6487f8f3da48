"""The report as Markdown (CommonMark): by speaker and topic, nested attributions as nested lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.record import Record
from memcon.report.actors import portraits, summary
from memcon.report.events import EVENTS, events_told
from memcon.report.matters import about
from memcon.report.meaning import POLARITY
from memcon.report.meeting import MEETING, meeting_facts
from memcon.report.outline import Entry, counts, description, outline
from memcon.report.standing import COLUMNS, STANDING, standing
from memcon.report.visible import line

#: What has a meaning inside a line, in CommonMark or in GitHub's dialect of it.
_INLINE = re.compile(r"([\\`*_{}\[\]<>&~|$#])")
#: What begins a block at the start of a line: a list, a heading's underline.
_BLOCK = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=]))")
#: Two blanks break a line in every dialect; a backslash does so in CommonMark only.
_BREAK = "  \n"


def markdown(record: Record) -> str:
    """The report as Markdown; words of the document cannot act as markup in it."""
    return "\n".join(_lines(record)).rstrip() + "\n"


def escaped(text: str) -> str:
    """The text with all that Markdown or HTML would read as markup escaped."""
    text = _INLINE.sub(r"\\\1", text)
    match = _BLOCK.match(text)
    return f"{match[0]}\\{text[match.end() :]}" if match else text


def _lines(record: Record) -> Iterator[str]:
    yield f"# {escaped(line(record.document.title or record.document.name))}"
    yield ""
    yield _BREAK.join(escaped(t) for t in (description(record), counts(record)) if t)
    yield ""
    facts = meeting_facts(record)
    if facts:
        yield f"## {MEETING}"
        yield ""
    yield from (f"- {label}: {escaped(value)}" for label, value in facts)
    if facts:
        yield ""
    yield from _standing(record)
    for group in outline(record):
        yield f"## {escaped(group.name)}"
        yield ""
        if group.about:
            yield escaped(group.about)
            yield ""
        for matter in group.matters:
            if matter.name:
                yield f"### {escaped(matter.name)}"
                yield ""
            for entry in matter.entries:
                yield from _entry(entry, 0, matter.name)
                yield ""
    yield from _events(record)
    yield from _actors(record)


def _standing(record: Record) -> Iterator[str]:
    rows = standing(record)
    if not rows:
        return
    yield f"## {STANDING}"
    yield ""
    yield f"| Holder | Towards | {' | '.join(POLARITY[column] for column in COLUMNS)} |"
    yield "|---" * (2 + len(COLUMNS)) + "|"
    for row in rows:
        cells = [row.holder, row.target, *map(str, row.cells)]
        yield f"| {' | '.join(map(escaped, cells))} |"
    yield ""


def _events(record: Record) -> Iterator[str]:
    told = events_told(record)
    if not told:
        return
    yield f"## {EVENTS}"
    yield ""
    for event in told:
        start, end = event.span
        parts = [escaped(event.id), f"“{escaped(event.words)}”", f"told by {escaped(event.teller)}"]
        parts += [escaped(event.code), f"line {event.place.line}, characters {start}–{end}"]
        yield f"- {escaped(event.sentence)}{_BREAK}  {' · '.join(parts)}"
    yield ""


def _actors(record: Record) -> Iterator[str]:
    people = portraits(record)
    if not people:
        return
    yield "## Actors"
    yield ""
    for who in people:
        heading = [f"**{escaped(who.name)}**", escaped(who.about), escaped(summary(who.titles))]
        tail = [escaped(who.id), escaped(who.recognised), f"first in line {who.place.line}"]
        yield f"- {' · '.join(filter(None, heading))}{_BREAK}  {' · '.join(filter(None, tail))}"
    yield ""


def _entry(entry: Entry, depth: int, heading: str = "") -> Iterator[str]:
    parts = [escaped(words) for words in entry.words]
    act = f"*{escaped(entry.meaning.heading)}*" if entry.meaning.heading else ""
    if depth:
        parts.insert(0, f"**{escaped(entry.name)}** {act}".rstrip())
    elif act and parts and not entry.meaning.limits:
        parts[0] = f"{act}: {parts[0]}"
    elif act:
        parts.insert(0, act)
    notes = entry.meaning.notes
    parts += [" · ".join(map(escaped, notes))] if notes else []
    parts.append(_particulars(entry, heading))
    indent = "  " * depth
    yield f"{indent}- " + f"{_BREAK}{indent}  ".join(parts)
    for child in entry.children:
        yield from _entry(child, depth + 1)


def _particulars(entry: Entry, heading: str) -> str:
    start, end = entry.span
    topics = about(entry, heading)
    parts = [escaped(entry.id), *([escaped(topics)] if topics else [])]
    if entry.cue:
        parts.append(f"cue “{escaped(entry.cue)}”")
    if entry.source:
        parts.append(f"source “{escaped(entry.source)}”")
    if entry.addressee:
        parts.append(f"to {escaped(entry.addressee)}")
    parts += [entry.type, f"line {entry.place.line}, characters {start}–{end}"]
    if entry.doubtful:
        parts.append(f"**? low confidence ({entry.confidence:.2f})**")
    return " · ".join(parts)
