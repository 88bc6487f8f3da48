"""Who is who: the actors of a Record, their titles, and by what they were recognised.

Drawn from the Record alone, so that every form of report says the same; all words are visible ones.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from memcon.actors.families import family_name
from memcon.record import Actor, MentionForm, Record, Span, TitleForm
from memcon.report.place import Lines, Place
from memcon.report.visible import line

#: How a title is given, as a reader says it.
HOW: dict[TitleForm, str] = {
    "before the name": "before the name",
    "apposition": "beside the name",
    "predicate": "told by a verb",
    "capacity": "acting as",
    "label": "in the label",
    "signature": "in the signature",
}
_FORMS: dict[MentionForm, str] = {
    "name": "named", "title": "by title", "description": "described", "list": "listed",
    "pronoun": "by pronoun",
}  # fmt: skip
#: So many different wordings are quoted for titles and descriptions.
_QUOTED = 2
#: Longer wordings are cut there, in code points: they are quoted to be recognised, not to be read.
_LONGEST = 60
#: Words of a title that stay in lower case when its capitals are taken off.
_SMALL = {"of", "for", "the", "and", "to", "on", "in"}


@dataclass(frozen=True, slots=True)
class GivenTitle:
    """A title, and where the text first gives it in this way."""

    words: str
    how: str
    place: Place
    span: Span


@dataclass(frozen=True, slots=True)
class Portrait:
    """An actor as a reader looks one up.

    :param about: kind if not a person, the family name if it goes first, and the country.
    :param recognised: “named 6 times, by title twice (“the minister”), by pronoun 4 times”.
    :param place: of the first mention.
    :param span: of the first mention.
    """

    id: str
    name: str
    about: str
    titles: tuple[GivenTitle, ...]
    recognised: str
    place: Place
    span: Span


def portraits(record: Record) -> tuple[Portrait, ...]:
    """Actors that speak, are addressed or have a title, in the order of their first mention."""
    lines = Lines(record.text)
    told = {a.speaker for a in record.attributions} | {a.addressee for a in record.attributions}
    return tuple(
        Portrait(
            line(actor.id), line(actor.name), _about(record, actor), _titles(record, actor, lines),
            recognised(record, actor), lines.place(actor.mentions[0][0]), actor.mentions[0],
        )
        for actor in record.actors
        if actor.mentions and (actor.id in told or actor.title_spans)
    )  # fmt: skip


def readable(words: str) -> str:
    """A title printed in capitals, as a label has it, in ordinary letters; others as they are."""
    words = line(words)
    if not words.isupper() or max(len(word) for word in words.split()) < 4:
        return words
    return " ".join(w.lower() if w.lower() in _SMALL else w.title() for w in words.split())


def recognised(record: Record, actor: Actor) -> str:
    """How often the text means the actor, and by what; empty if the Record does not tell.

    “President N” is one mention, although “N” in it may be another.
    """
    if not actor.forms:
        return ""
    found = _outermost(actor)
    counts = Counter(form for _, form in found)
    parts = []
    for form, verb in _FORMS.items():
        if not counts[form]:
            continue
        part = f"{verb} {_times(counts[form])}"
        if form in ("title", "description"):
            words = dict.fromkeys(_wording(record, span) for span, f in found if f == form)
            words.pop(line(actor.name), None)
            quoted = [f"“{_short(w)}”" for w in list(words)[:_QUOTED]]
            if quoted:
                part += f" ({', '.join(quoted)}{', …' if len(words) > _QUOTED else ''})"
        parts.append(part)
    return ", ".join(parts)


def _outermost(actor: Actor) -> list[tuple[Span, MentionForm]]:
    """Mentions that lie in no other mention of the actor, with their forms."""
    out: list[tuple[Span, MentionForm]] = []
    pairs = zip(actor.mentions, actor.forms, strict=True)
    end = -1
    for span, form in sorted(pairs, key=lambda pair: (pair[0][0], -pair[0][1])):
        if span[1] > end:
            out.append((span, form))
            end = span[1]
    return out


def _titles(record: Record, actor: Actor, lines: Lines) -> tuple[GivenTitle, ...]:
    """Each title once for each way in which it is given, where it first is."""
    out: dict[tuple[str, str], GivenTitle] = {}
    for title in actor.title_spans:
        words = readable(title.words)
        given = GivenTitle(words, HOW[title.how], lines.place(title.span[0]), title.span)
        out.setdefault((words.casefold(), title.how), given)
    return tuple(out.values())


def summary(titles: tuple[GivenTitle, ...]) -> str:
    """The titles in one line, those given in one way together."""
    ways = groupby(titles, key=lambda title: title.how)
    groups = [(how, list(group)) for how, group in ways]
    return "; ".join(
        f"{', '.join(title.words for title in group)} ({how}, {_lines(group)})"
        for how, group in groups
    )


def _lines(titles: list[GivenTitle]) -> str:
    numbers = list(dict.fromkeys(title.place.line for title in titles))
    return ("line " if len(numbers) == 1 else "lines ") + ", ".join(map(str, numbers))


def _about(record: Record, actor: Actor) -> str:
    parts = [actor.kind] if actor.kind != "person" else _family(record, actor)
    return ", ".join([*parts, line(actor.country)] if actor.country else parts)


def _family(record: Record, actor: Actor) -> list[str]:
    """The family name where it goes first, which a reader of English may not know."""
    named = zip(actor.mentions, actor.forms, strict=False)
    words = [record.text[a:b] for (a, b), form in named if form == "name"]
    family = family_name(actor.name, words)
    return [] if line(actor.name).endswith(line(family)) else [f"family name {line(family)}"]


def _wording(record: Record, span: Span) -> str:
    """The words of a mention; “The president” and “the president” are one wording."""
    words = line(record.text[span[0] : span[1]])
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if rest and first in ("The", "A", "An") else words


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 2].rsplit(" ", 1)[0] + " …"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
