"""What a document's page shows, worked out once for each state of its Record."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.archive.corrections import place, written
from memcon.record import Record
from memcon.report.meeting import meeting_facts
from memcon.report.outline import LOW_CONFIDENCE, Group, counts, description, outline
from memcon.report.visible import line
from memcon.web.pages.textview import Shown, shown_lines, speaker_order


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution as the page names it.

    :param key: of the place of its content, `140-238`; it outlives a newer reading.
    :param anchor: its id in the page; unlike `key` no two have the same.
    :param spans: of its content, as corrections are written.
    :param label: its id, with a question mark if it is doubtful.
    :param speaker: place of its speaker among the speakers, from 0.
    """

    key: str
    anchor: str
    spans: str
    label: str
    speaker: int | None


@dataclass(frozen=True, slots=True)
class DocumentView:
    """All that a document's page shows, in visible words."""

    record: Record
    title: str
    description: str
    counts: str
    facts: tuple[tuple[str, str], ...]
    lines: list[list[Shown]]
    groups: tuple[Group, ...]
    marked: tuple[Marked, ...]
    speakers: dict[str, int]


def document_view(record: Record) -> DocumentView:
    """The view of a Record."""
    document = record.document
    return DocumentView(
        record, line(document.title or document.name), description(record), counts(record),
        meeting_facts(record), shown_lines(record), outline(record), _marked(record),
        {id: number for id, number in speaker_order(record).items() if id},
    )  # fmt: skip


def _marked(record: Record) -> tuple[Marked, ...]:
    seen: dict[str, int] = {}
    order = speaker_order(record)
    out = []
    for a in record.attributions:
        key = f"{a.content[0][0]}-{a.content[-1][1]}"
        seen[key] = seen.get(key, 0) + 1
        anchor = f"s{key}" + (f"-{seen[key]}" if seen[key] > 1 else "")
        label = line(a.id) + ("?" if a.confidence < LOW_CONFIDENCE else "")
        out.append(Marked(key, anchor, written(a.content), label, order.get(a.speaker)))
    return tuple(out)


def accepted_numbers(record: Record, spans: list[tuple[tuple[int, int], ...]]) -> set[int]:
    """Positions of the attributions that stand at those spans."""
    numbers = {a.id: number for number, a in enumerate(record.attributions)}
    return {numbers[id] for some in spans if (id := place(record, some)) is not None}
