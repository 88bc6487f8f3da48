"""Own words: of each speaker only what stands in quotation marks, editors' insertions told apart."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.language.quotations import find_quotations
from memcon.record import Attribution, Record, Span, Spans
from memcon.report.outline import NOBODY, about
from memcon.report.place import Lines
from memcon.report.visible import line


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words; `inserted` if an editor put them into the quotation."""

    words: str
    inserted: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """What one attribution has of its speaker's own words.

    :param cut: whether the speaker's sentence is not quoted whole.
    """

    key: str
    id: str
    fragments: tuple[tuple[Fragment, ...], ...]
    cut: bool
    line: int


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with all that is quoted."""

    name: str
    about: str
    quotes: tuple[Quote, ...]


def own_words(record: Record) -> list[Voice]:
    """The speakers in the order in which they are first quoted."""
    quoted = [q.span for q in find_quotations(record.text)]
    inserted = {s.attribution: s.insertions for s in record.statements}
    lines = Lines(record.text)
    voices: dict[str | None, list[Quote]] = {}
    known = {a.id: a for a in record.attributions}
    for a in sorted(record.attributions, key=lambda a: a.content):
        spans = _own(a, quoted)
        parent = known.get(a.parent or "")
        # Words that somebody quotes of himself within his own stand there already.
        if spans and not (parent and parent.type == "direct" and parent.speaker == a.speaker):
            fragments = tuple(_fragments(record, span, inserted.get(a.id, ())) for span in spans)
            key = f"{a.content[0][0]}-{a.content[-1][1]}"
            place = lines.place(spans[0][0]).line
            voices.setdefault(a.speaker, []).append(
                Quote(key, line(a.id), fragments, a.type == "mixed", place)
            )
    out = []
    for id in sorted(voices, key=lambda id: id is None):
        actor = record.actor(id)
        name = line(actor.name) if actor else NOBODY
        out.append(Voice(name, about(actor), tuple(voices[id])))
    return out


def _own(a: Attribution, quoted: list[Span]) -> Spans:
    if a.type == "direct":
        return a.content
    if a.type == "indirect":
        return ()
    found: list[Span] = []
    for start, end in a.content:
        for begin, stop in quoted:
            left, right = max(start, begin), min(end, stop)
            # One quoted inside another is part of it.
            if left < right and not (found and right <= found[-1][1]):
                found.append((left, right))
    return tuple(found)


def _fragments(record: Record, span: Span, insertions: Spans) -> tuple[Fragment, ...]:
    out: list[Fragment] = []
    at, end = span
    for begin, stop in insertions:
        if at <= begin and stop <= end:
            out += [
                Fragment(line(record.text[at:begin]), False),
                Fragment(line(record.text[begin:stop]), True),
            ]
            at = stop
    out.append(Fragment(line(record.text[at:end]), False))
    return tuple(f for f in out if f.words)
