"""Named things that stances may be towards: treaties, laws, plans, resolutions.

“The Tidewater Treaty”, “the Harnes process”, “Resolution 2231”: a noun for what states make between
them, with a name before it, or what the entity recogniser takes for a law. Things speak and do
nothing, so they stand among a Record's actors only where a stance is towards them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.actors.pronouns import ARTICLES
from memcon.actors.reading import Reading
from memcon.record import Actor

_MADE = {
    "treaty", "agreement", "agreements", "deal", "accord", "accords", "pact", "convention", "protocol",
    "charter", "resolution", "act", "law", "bill", "memorandum", "plan", "initiative", "process",
    "programme", "program", "framework", "roadmap", "declaration", "constitution", "partnership",
    "mechanism", "pipeline", "sanctions", "summit", "conference", "referendum", "compact",
}  # fmt: skip
#: Those that a number alone names.
_NUMBERED = {"resolution", "protocol", "article", "directive"}
_ENTITIES = {"LAW"}
_LONGEST = 8
_MODIFYING = {"compound", "amod", "nmod", "nummod", "poss", "cc", "conj", "prep", "punct"}


def find_things(reading: Reading, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Things in the order of the text, each with all its mentions; their ids follow the actors'.

    :param actors: whose words are no thing's: a party that is called after a treaty stays a party.
    """
    taken = {
        i for a in actors if a.kind != "state" for span in a.mentions for i in reading.inside(span)
    }
    found: dict[str, list[tuple[int, int]]] = {}
    names: dict[str, str] = {}
    for first, last in _phrases(reading):
        if any(i in taken for i in range(first, last + 1)):
            continue
        begin = first + (reading.low[first] in ARTICLES)
        key = reading.text(begin, last).casefold()
        names.setdefault(key, reading.text(begin, last))
        found.setdefault(key, []).append(reading.words.span(first, last))
    return tuple(
        Actor(
            id=f"p{number}",
            name=names[key],
            kind="thing",
            mentions=tuple(spans),
            forms=tuple("name" for _ in spans),
        )
        for number, (key, spans) in enumerate(found.items(), start=_next(actors))
    )


def _next(actors: Sequence[Actor]) -> int:
    return 1 + max((int(a.id[1:]) for a in actors if a.id[1:].isdigit()), default=0)


def _phrases(reading: Reading) -> Iterator[tuple[int, int]]:
    """First and last word of each phrase that names a thing, its article included."""
    i = 0
    while i < len(reading):
        last = _entity(reading, i)
        if last is None and _is_made(reading, i):
            last = i
        first = _start(reading, i) if last is not None else i
        if last is not None and (_named(reading, first, last) or last > i):
            last = _number(reading, last)
            yield first, last
            i = last
        elif reading.low[i] in _NUMBERED and _number(reading, i) > i:
            yield i, i + 1
            i += 1
        i += 1


def _entity(reading: Reading, i: int) -> int | None:
    """Last word of a law that begins here, if it has several words."""
    if not reading.begins[i] or reading.entity[i] not in _ENTITIES:
        return None
    last = i
    while reading.same_paragraph(last + 1, i) and (
        reading.entity[last + 1] == reading.entity[i] and not reading.begins[last + 1]
    ):
        last += 1
    last -= reading.low[last] in {"'s", "'"}
    capitals = sum(reading.form[k][0].isupper() for k in range(i, last + 1))
    return last if capitals > 1 else None


def _is_made(reading: Reading, i: int) -> bool:
    """A word of `_MADE` that ends its phrase: not the “treaty” of “treaty obligations”."""
    modifies = reading.dep[i] in {"compound", "amod"} and reading.head[i] > i
    return reading.low[i] in _MADE and not modifies


def _start(reading: Reading, noun: int) -> int:
    """First word of the name before a noun: its first capital, whatever modifies the noun behind it."""
    first = noun
    for i in range(noun - 1, max(noun - _LONGEST, -1), -1):
        modifies = reading.dep[i] in _MODIFYING or reading.joined(i)
        named = reading.capital(i)
        if not reading.same_paragraph(i, noun) or not (modifies or named):
            break
        if not reading.descends(i, noun, 4) or reading.low[i] in ARTICLES:
            break
        first = i if named else first
    article = reading.same_paragraph(first - 1, noun) and reading.low[first - 1] == "the"
    return first - article


def _named(reading: Reading, first: int, last: int) -> bool:
    """Whether a capitalised word that is no article stands before the noun."""
    inside = range(first + (reading.low[first] == "the"), last)
    return any(reading.form[k][0].isupper() for k in inside)


def _number(reading: Reading, last: int) -> int:
    """“Resolution 2231”."""
    after = last + 1
    numbered = reading.same_paragraph(after, last) and reading.form[after].isdigit()
    return after if numbered and reading.low[last] in _NUMBERED else last
