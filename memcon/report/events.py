"""Events told, in words: who did what to whom, and whether it is told as done, wanted or denied.

The words stand for PLOVER's root codes (Open Event Data Alliance, “PLOVER”, 2018), which are given as
well. They say what is told, by whom and where; never that it is so.
"""

from __future__ import annotations

from dataclasses import dataclass

from memcon.record import Event, Record, Span
from memcon.report.place import Lines, Place
from memcon.report.visible import line

#: The heading over it.
EVENTS = "Events told"
#: Of each root code: what is done, as infinitive and past, and the word before whom it is done to.
_DEEDS = {
    "AGREE": ("reach agreement", "reached agreement", "with"),
    "CONSULT": ("consult", "consulted", "with"),
    "SUPPORT": ("give support", "gave support", "to"),
    "COOPERATE": ("cooperate", "cooperated", "with"),
    "AID": ("give aid", "gave aid", "to"),
    "YIELD": ("make concessions", "made concessions", "to"),
    "REQUEST": ("make a request", "made a request", "of"),
    "ACCUSE": ("express disapproval", "expressed disapproval", "of"),
    "REJECT": ("say no", "said no", "to"),
    "THREATEN": ("make a threat", "made a threat", "against"),
    "PROTEST": ("protest", "protested", "against"),
    "SANCTION": ("reduce relations or impose sanctions", "reduced relations or imposed sanctions",
                 "against"),
    "MOBILIZE": ("mobilise forces", "mobilised forces", "against"),
    "COERCE": ("use coercion", "used coercion", "against"),
    "ASSAULT": ("use force", "used force", "against"),
}  # fmt: skip
#: The same of those that are only words, where that makes a difference.
_WORDS = {
    "SUPPORT": ("express support", "expressed support", "for"),
    "AID": ("promise aid", "promised aid", "to"),
}
#: How the deed is told: for one who does it, and for several.
_MODALITY = {
    "intended": ("intends to", "intend to"),
    "demanded": ("is asked to", "are asked to"),
    "denied": ("is said not to", "are said not to"),
    "hypothetical": ("might", "might"),
}
#: Longer quotations are cut there, in code points.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a reader sees it.

    :param sentence: “Dara Quill gave aid to Ossel”.
    :param code: PLOVER's, with how it is told: “AID, material, occurred”.
    :param words: that tell it, cut if they are long.
    :param teller: who tells it: “the narrator”, or a speaker and the attribution.
    :param number: position of that attribution, None for the narrator.
    """

    id: str
    sentence: str
    code: str
    words: str
    teller: str
    number: int | None
    place: Place
    span: Span


def events_told(record: Record) -> tuple[Told, ...]:
    """The events in the order of the text."""
    lines = Lines(record.text)
    names = {actor.id: line(actor.name) for actor in record.actors}
    numbers = {a.id: number for number, a in enumerate(record.attributions)}
    ordered = sorted(record.events, key=lambda event: event.span)
    return tuple(_told(record, event, lines, names, numbers) for event in ordered)


def _told(
    record: Record, event: Event, lines: Lines, names: dict[str, str], numbers: dict[str, int]
) -> Told:
    words = line(record.words(event.span))
    if len(words) > _LONGEST:
        words = words[: _LONGEST - 2].rsplit(" ", 1)[0] + " …"
    number = numbers.get(event.attribution or "")
    circumstances = [line(part) for part in (event.date, event.place) if part]
    return Told(
        line(event.id),
        ", ".join([_sentence(event, names), *circumstances]),
        f"{line(event.type)}, {event.mode}, {event.modality}",
        words,
        "the narrator" if number is None else _teller(record, number, names),
        number,
        lines.place(event.span[0][0]),
        (event.span[0][0], event.span[-1][1]),
    )


def _sentence(event: Event, names: dict[str, str]) -> str:
    who = _joined([names[id] for id in event.sources]) or "Somebody not named"
    whom = _joined([names[id] for id in event.targets])
    code = line(event.type)
    base, past, toward = _deed(event, code)
    forms = _MODALITY.get(event.modality)
    # A group of two is one actor: “Quill and Talvik are said not to have …”.
    several = len(event.sources) > 1 or " and " in who
    deed = f"{forms[several]} {base}" if forms else past
    if event.modality == "denied":
        deed = deed.removesuffix(base) + f"have {_PARTICIPLE.get(past, past)}"
    return f"{who} {deed} {toward} {whom}" if whom else f"{who} {deed}"


def _deed(event: Event, code: str) -> tuple[str, str, str]:
    words = _WORDS.get(event.type) if event.mode == "verbal" else None
    return words or _DEEDS.get(event.type) or (f"do “{code}”", f"did “{code}”", "to")


#: Participles that differ from the past.
_PARTICIPLE = {
    past: past.replace("gave ", "given ") for _, past, _ in _DEEDS.values() if "gave " in past
}


def _teller(record: Record, number: int, names: dict[str, str]) -> str:
    attribution = record.attributions[number]
    name = names.get(attribution.speaker or "") or line(record.words(attribution.source))
    return f"{name or 'nobody named'} ({line(attribution.id)})"


def _joined(names: list[str]) -> str:
    return (
        names[0]
        if len(names) == 1
        else ", ".join(names[:-1]) + " and " + names[-1]
        if names
        else ""
    )
