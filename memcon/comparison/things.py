"""Things that a text names: places, bodies, agreements, states, by capitals and by what is an actor.

A capital at the head of a sentence is no name by itself, nor are headings, titles and months.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.actors.reading import Reading
from memcon.actors.titles import HONORIFICS, MODIFIERS, OFFICES
from memcon.meeting.datewords import find_date_words
from memcon.record import Record, Span
from memcon.registry.names import normal_name
from memcon.spans import overlap

#: Small words inside a name: “Strait of Marn”, “Treaty on the Sea”.
_INSIDE = {"of", "the", "on", "for", "de", "del", "la", "al", "and"}
_PREFIXES = {"non", "anti", "inter", "trans", "pan", "sub", "pre", "post"}
_NAMES = {"ORG", "GPE", "LOC", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "NORP"}
_DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
         "february", "march", "april", "may", "june", "july", "august", "september", "october",
         "november", "december"}  # fmt: skip
_END = re.compile(r"[.!?][”\"’')\]]*$")


@dataclass(frozen=True, slots=True)
class Thing:
    """Something named, by the words that name it.

    :param key: the words as they are compared: small letters, no articles.
    :param kind: `actor`, or OntoNotes' type in small letters, or `name`.
    """

    text: str
    span: Span
    key: tuple[str, ...]
    kind: str


def find_things(reading: Reading, record: Record, taken: Sequence[Span]) -> Iterator[Thing]:
    """What the prose of a text names, in order, without persons.

    :param taken: spans of numbers, which are no names.
    """
    # Persons are told of by themselves, and what stands in a title belongs to its holder.
    persons = [
        span for actor in record.actors if actor.kind in ("person", "group")
        for span, form in zip(actor.mentions, actor.forms, strict=False)
        if form == "name" or (form == "description" and _long_name(record.text[slice(*span)]))
    ]  # fmt: skip
    titles = [title.span for actor in record.actors for title in actor.title_spans]
    masked = {i for span in (*persons, *titles, *taken) for i in reading.inside(span)}
    called = {
        word for actor in record.actors if actor.kind == "person" and len(actor.name.split()) > 1
        for word in actor.name.split() if len(word) > 2 and word[0].isupper()
    }  # fmt: skip
    masked |= {i for i, form in enumerate(reading.form) if form in called}
    dates = [d.span for d in find_date_words(record.text)]
    for first, last in _runs(reading, masked):
        first, last = _of_person(reading, first, last)
        span = reading.words.span(first, last)
        if overlap((span,), dates) or all(_of_office(reading, i) for i in range(first, last + 1)):
            continue
        words = reading.text(first, last)
        key = normal_name(words, "organisation").words
        if key:
            labels = (reading.entity[i].lower() for i in range(first, last + 1))
            yield Thing(words, span, key, next(filter(None, labels), "name"))


def _of_person(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """Of a run that ends in a person's name, that name: “Irrigation N N” behind “Minister of”."""
    if reading.entity[last] == "PERSON":
        while first < last and reading.entity[first] != "PERSON":
            first += 1
    return first, last


def _long_name(words: str) -> bool:
    """Whether a description begins with a name: “N N, minister of water”."""
    return bool(re.match(r"[^\W\d_]\w+ [A-Z]\w+,", words)) and words[0].isupper()


def _of_office(reading: Reading, i: int) -> bool:
    low = reading.low[i].removesuffix(".")
    return low in OFFICES or low in HONORIFICS or low in MODIFIERS or low in _INSIDE


def _runs(reading: Reading, masked: set[int]) -> Iterator[tuple[int, int]]:
    """First and last word of each run of capitalised words in prose."""
    prose = _prose(reading)
    within = {form for i, form in enumerate(reading.form) if not _opens(reading, i)}
    i = 0
    while i < len(reading):
        if i in masked or not (reading.paragraph[i] in prose and _capital(reading, i)):
            i += 1
            continue
        last = i
        j = i + 1
        while reading.same_paragraph(i, j) and reading.sentence[i] == reading.sentence[j]:
            if j in masked:
                break
            if _capital(reading, j):
                last = j
            elif reading.form[j] == "-" and reading.low[j - 1] in _PREFIXES:
                pass  # “Nuclear Non-Proliferation Treaty” is one name, “Kestria-Ossel” are two
            elif (
                reading.low[j] not in _INSIDE
                or reading.form[j] != reading.low[j]
                or j - last > 2
                or (reading.low[j] == "and" and reading.entity[j] not in _NAMES)
            ):
                break
            j += 1
        first = i
        # An article or an office at the head of the run is no part of a name.
        while first <= last and (_of_office(reading, first) or reading.low[first] == "the"):
            first += 1
        lone = first == last and _opens(reading, first)
        shouted = (
            _opens(reading, first) and reading.form[first].isupper() if first <= last else False
        )
        known = first <= last and reading.form[first] in within
        if first <= last and not shouted and (not lone or known or reading.entity[first] in _NAMES):
            yield first, last
        i = last + 1


def _capital(reading: Reading, i: int) -> bool:
    return (
        reading.form[i][0].isupper()
        and reading.capital(i)
        and reading.low[i] not in _DAYS
        and reading.low[i] != "i"
    )


def _opens(reading: Reading, i: int) -> bool:
    """Whether any word would be capitalised there."""
    if i >= len(reading):
        return True
    before = reading.form[i - 1] if i else ""
    return (
        i == 0 or reading.sentence[i - 1] != reading.sentence[i] or before in {"“", '"', ":", "‘"}
    )


def _prose(reading: Reading) -> set[int]:
    """Paragraphs that are no headings: they end like sentences."""
    out = set()
    for i, paragraph in enumerate(reading.paragraph):
        if i + 1 == len(reading) or reading.paragraph[i + 1] != paragraph:
            start = reading.start[i]
            if _END.search(reading.words.text[max(0, start - 2) : reading.end[i]]):
                out.add(paragraph)
    return out
