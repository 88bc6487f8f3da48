"""A question to the archive: words, and what the statements must be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from memcon.actors.statenames import country_codes, state_called
from memcon.archive.errors import QueryError
from memcon.archive.expressions import Every, Expression, Phrase, Some, Term
from memcon.archive.index import ANYBODY
from memcon.archive.terms import facet, name_words, plain, stems
from memcon.registry.names import normal_name

Attitude = Literal["negative", "neutral", "positive"]
_LETTER = {"negative": "n", "neutral": "z", "positive": "p"}
_PART = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
#: Days of a month, February as in leap years.
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for; what is empty does not matter.

    :param words: all must be in the statement, in any form; `"in this order"`, `begin*`, `-without`.
    :param speaker: words of a name or title; a state, or its ISO code, is also all who are of it.
    :param about: likewise, of somebody spoken of or to.
    :param addressee: likewise, of whom it was said to.
    :param stance: of the speaker; towards `about`, if that is given.
    :param since: first day, month or year, ISO 8601; `until` the last one, itself included.
    :param text: digest of a text, or its first twelve letters.
    """

    words: str = ""
    speaker: str = ""
    about: str = ""
    addressee: str = ""
    stance: Attitude | None = None
    act: str = ""
    speech_act: str = ""
    topic: str = ""
    type: str = ""
    publisher: str = ""
    genre: str = ""
    since: str = ""
    until: str = ""
    text: str = ""

    @property
    def faceted(self) -> bool:
        """Whether anything but words is asked for."""
        return next(_facets(self, 1, 9999), None) is not None


def words_of(query: Query) -> tuple[list[Expression], list[Expression]]:
    """The words that are asked for, and those that must not be there.

    :raises QueryError: if there is no word among them.
    """
    wanted: list[Expression] = []
    without: list[Expression] = []
    for sign, phrase, word in _PART.findall(query.words):
        begins = word.endswith("*")
        found = stems(phrase or word) if not begins else [*_beginning(word)]
        if not found:
            continue
        if begins:
            made: Expression = Term(found[-1], prefix=True)
        else:
            made = Term(found[0]) if len(found) == 1 else Phrase(tuple(found))
        (without if sign else wanted).append(made)
    if query.words.strip() and not wanted and not without:
        raise QueryError(f"there is no word in “{query.words}” that could be looked for")
    return wanted, without


def _beginning(word: str) -> Iterator[str]:
    """The beginning of a word, not cut to its stem."""
    yield from name_words(word.rstrip("*"))


def facets_of(query: Query, first_year: int, last_year: int) -> list[Expression]:
    """What the statements must be, without the words.

    :param first_year: of all that is in the archive; `last_year` likewise.
    :raises QueryError: if a date is none, or a name has no letters.
    """
    return list(_facets(query, first_year, last_year))


def _facets(query: Query, first_year: int, last_year: int) -> Iterator[Expression]:
    if query.speaker:
        yield who("s", query.speaker)
    if query.addressee:
        yield who("r", query.addressee)
    if query.stance:
        letter = _LETTER[query.stance]
        yield who(letter, query.about) if query.about else Term(f"{letter}:{ANYBODY}")
    elif query.about:
        yield who("a", query.about)
    for letter, word in (
        ("k", query.act), ("f", query.speech_act), ("q", query.type), ("g", query.genre),
    ):  # fmt: skip
        if word:
            yield _all(facet(letter, [plain(word)]), word)
    if query.topic:
        yield _all(facet("t", stems(query.topic)), query.topic)
    if query.publisher:
        yield _all(facet("u", name_words(query.publisher)), query.publisher)
    if query.text:
        yield _all(facet("x", [plain(query.text[:12])]), query.text)
    if query.since or query.until:
        yield days(query.since, query.until, first_year, last_year)


def who(letter: str, name: str) -> Expression:
    """Somebody by all words of a name, with the honorific or without; a state by its code too."""
    return Some(tuple(_all(facet(letter, words), name) for words in ways(name)))


def ways(name: str) -> list[tuple[str, ...]]:
    """The ways to find somebody: words that must all be among those of `memcon.archive.index.names`.

    :raises QueryError: if the name has no letters.
    """
    code = _code(name)
    found = [name_words(name), normal_name(name, "person").core, (f"@{code}",) if code else ()]
    if not any(found):
        raise QueryError(f"there are no letters in the name “{name}”")
    return list(dict.fromkeys(tuple(words) for words in found if words))


def _code(name: str) -> str | None:
    bare = " ".join(name.split())
    bare = bare[4:] if bare.casefold().startswith("the ") else bare
    if bare.upper() in country_codes():
        return bare.casefold()
    for spelt in (bare, bare.title(), bare.upper()):
        state = state_called(spelt)
        if state is not None:
            return state.code.casefold()
    return None


def _all(terms: Iterator[str], given: str) -> Expression:
    found = tuple(Term(term) for term in terms)
    if not found:
        raise QueryError(f"there is no word in “{given}” that could be looked for")
    return found[0] if len(found) == 1 else Every(found)


def days(since: str, until: str, first_year: int, last_year: int) -> Expression:
    """The days from one to the other, as whole years and months as far as they go.

    :raises QueryError: if one is no date, or they are the wrong way round.
    """
    first, last = bounds(since, until, first_year, last_year)
    found = list(_spans(first, last))
    # Nothing is of a year that is over before it begins: a term that no statement has.
    return Some(tuple(Term(term) for term in found)) if found else Term("y:none")


def bounds(
    since: str, until: str, first_year: int = 1, last_year: int = 9999
) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """The first and the last day, as year, month and day.

    :raises QueryError: if one is no date, or they are the wrong way round.
    """
    first = _date(since, "first") if since else (first_year, 1, 1)
    last = _date(until, "last") if until else (last_year, 12, 31)
    if first > last and since and until:
        raise QueryError(f"{since} is later than {until}; give the earlier day as --since")
    return first, last


def _spans(first: tuple[int, int, int], last: tuple[int, int, int]) -> Iterator[str]:
    for year in range(first[0], last[0] + 1):
        if (year, 1, 1) >= first and (year, 12, 31) <= last:
            yield f"y:{year:04}"
            continue
        for month in range(1, 13):
            if (year, month, 31) < first or (year, month, 1) > last:
                continue
            if (year, month, 1) >= first and (year, month, _DAYS[month - 1]) <= last:
                yield f"m:{year:04}-{month:02}"
                continue
            for day in range(1, _DAYS[month - 1] + 1):
                if first <= (year, month, day) <= last:
                    yield f"d:{year:04}-{month:02}-{day:02}"


def _date(given: str, end: Literal["first", "last"]) -> tuple[int, int, int]:
    match = _DATE.fullmatch(given.strip())
    if match is None:
        raise QueryError(f"{given} is no date; write 2015, 2015-11 or 2015-11-30")
    year = int(match[1])
    month = int(match[2]) if match[2] else (1 if end == "first" else 12)
    if not 1 <= month <= 12 or year == 0:
        raise QueryError(f"{given} is no date: there is no such {'year' if year == 0 else 'month'}")
    day = int(match[3]) if match[3] else (1 if end == "first" else _DAYS[month - 1])
    if not 1 <= day <= _DAYS[month - 1]:
        raise QueryError(f"{given} is no date: there is no such day")
    return year, month, day
