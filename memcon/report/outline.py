"""The outline of a report: attributions by speaker and topic, nested ones under their parents.

Every form of report (terminal, Markdown, HTML) is drawn from this one outline, so that they say the
same in the same order. All words in it are visible ones: see `memcon.report.visible`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from memcon.record import Actor, Attribution, Record, Span
from memcon.report.actors import readable
from memcon.report.matters import Matter, matters
from memcon.report.meaning import Meaning, meaning
from memcon.report.place import Lines, Place
from memcon.report.visible import line, paragraphs

#: Below this confidence an attribution is marked: more of its kind were wrong than right.
LOW_CONFIDENCE = 0.5
#: Heading of the attributions whose speaker is not known.
NOBODY = "No speaker named"

_OPENING_MARKS = ("“", "„", "«", "‹", "»", "‘", "‚", "”", '"', "'", "``")


@dataclass(frozen=True, slots=True)
class Entry:
    """An attribution as a reader sees it.

    :param number: position among the Record's attributions, from 0.
    :param words: paragraphs of the content; a direct one has its quotation marks.
    :param name: of the speaker; in a nested attribution without one, the words of the source.
    :param source: the words of the source, unless they are the name already.
    :param addressee: name of the one to whom it was said, "" if the text does not tell.
    :param place: of the first character of the content.
    :param span: from the first character of the content to its last, as in the Record.
    :param meaning: act, limits, stances and topics, in words.
    """

    number: int
    id: str
    type: str
    speaker: Actor | None
    name: str
    words: tuple[str, ...]
    cue: str
    source: str
    addressee: str
    place: Place
    span: Span
    confidence: float
    children: tuple[Entry, ...]
    meaning: Meaning

    @property
    def doubtful(self) -> bool:
        """Whether the attribution is more likely wrong than right."""
        return self.confidence < LOW_CONFIDENCE


@dataclass(frozen=True, slots=True)
class Group:
    """The outermost attributions of one speaker, in the order of the text.

    :param about: titles and country, or kind, of the speaker, in words.
    """

    speaker: Actor | None
    name: str
    about: str
    entries: tuple[Entry, ...]

    @property
    def matters(self) -> tuple[Matter, ...]:
        """The entries by topic, where that helps a reader."""
        return matters(self.entries)


def outline(record: Record) -> tuple[Group, ...]:
    """The groups in the order in which their speakers first appear; no speaker comes last."""
    lines = Lines(record.text)
    actors = {actor.id: actor for actor in record.actors}
    numbers = {a.id: i for i, a in enumerate(record.attributions)}
    names = {actor.id: line(actor.name) for actor in record.actors}
    statements = {statement.attribution: statement for statement in record.statements}
    children: dict[str | None, list[Attribution]] = defaultdict(list)
    for attribution in sorted(record.attributions, key=lambda a: a.content):
        children[attribution.parent].append(attribution)

    def entry(attribution: Attribution) -> Entry:
        speaker = actors.get(attribution.speaker or "")
        hearer = actors.get(attribution.addressee or "")
        source = line(record.words(attribution.source))
        # Inside another's words the source stands in for a name; by itself it is shown as a source.
        stand_in = source if attribution.parent else ""
        name = line(speaker.name) if speaker else stand_in or NOBODY
        shown = "" if source.casefold() == name.casefold() else source
        start = attribution.content[0][0]
        return Entry(
            numbers[attribution.id], line(attribution.id), attribution.type, speaker,
            name, content_words(record, attribution),
            line(record.words(attribution.cue)), shown, line(hearer.name) if hearer else "",
            lines.place(start), (start, attribution.content[-1][1]), attribution.confidence,
            tuple(entry(child) for child in children[attribution.id]),
            meaning(record, attribution, statements.get(attribution.id), names),
        )  # fmt: skip

    groups: dict[str | None, list[Entry]] = defaultdict(list)
    for attribution in children[None]:
        groups[attribution.speaker].append(entry(attribution))
    order = sorted(groups, key=lambda speaker: speaker is None)
    return tuple(_group(actors.get(id or ""), tuple(groups[id])) for id in order)


def _group(speaker: Actor | None, entries: tuple[Entry, ...]) -> Group:
    return Group(speaker, line(speaker.name) if speaker else NOBODY, about(speaker), entries)


def content_words(record: Record, attribution: Attribution) -> tuple[str, ...]:
    """Paragraphs of the content; a gap shows as “ … ”.

    A direct content without marks of its own (a turn of a transcript, a statement signed by its
    author) gets them, since they tell a reader that these are the speaker's own words.
    """
    words = paragraphs(record.words(attribution.content))
    if attribution.type != "direct" or not words or words[0].startswith(_OPENING_MARKS):
        return words
    marked = ["“" + words[0], *words[1:]]
    return (*marked[:-1], marked[-1] + "”")


def about(actor: Actor | None) -> str:
    """What the text tells of an actor beside the name: titles, country, kind if not a person."""
    if actor is None:
        return ""
    parts = list(dict.fromkeys(readable(title) for title in actor.titles))
    if actor.kind != "person":
        parts.append(actor.kind)
    if actor.country:
        parts.append(line(actor.country))
    return ", ".join(parts)


def description(record: Record) -> str:
    """What the document is, in one line: name, publisher, date, genre, language."""
    document = record.document
    title = document.name if document.title else None
    parts = [title, document.publisher, document.date, document.genre]
    if document.language:
        parts.append(f"language {document.language}")
    return " · ".join(line(part) for part in parts if part)


def counts(record: Record) -> str:
    """How many attributions, of which types, by how many speakers, in words."""
    total = len(record.attributions)
    if not total:
        return "No attributions found"
    types = Counter(a.type for a in record.attributions)
    by_type = ", ".join(f"{types[t]} {t}" for t in ("direct", "indirect", "mixed") if types[t])
    text = f"{_number(total, 'attribution')}: {by_type}"
    speakers = len({a.speaker for a in record.attributions} - {None})
    if speakers:
        text += f" · {_number(speakers, 'speaker')}"
    doubtful = sum(a.confidence < LOW_CONFIDENCE for a in record.attributions)
    return text + (f" · {doubtful} of low confidence" if doubtful else "")


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
