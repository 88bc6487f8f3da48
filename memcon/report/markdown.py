"""The report as Markdown (CommonMark): by speaker, nested attributions as nested lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.record import Record
from memcon.report.actors import portraits, summary
from memcon.report.meeting import MEETING, meeting_facts
from memcon.report.outline import Entry, counts, description, outline
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
    for group in outline(record):
        yield f"## {escaped(group.name)}"
        yield ""
        if group.about:
            yield escaped(group.about)
            yield ""
        for entry in group.entries:
            yield from _entry(entry, 0)
            yield ""
    yield from _actors(record)


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


def _entry(entry: Entry, depth: int) -> Iterator[str]:
    parts = [f"**{escaped(entry.name)}**"] if depth else []
    parts += [escaped(words) for words in entry.words]
    parts.append(_particulars(entry))
    indent = "  " * depth
    yield f"{indent}- " + f"{_BREAK}{indent}  ".join(parts)
    for child in entry.children:
        yield from _entry(child, depth + 1)


def _particulars(entry: Entry) -> str:
    start, end = entry.span
    parts = [escaped(entry.id)]
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
