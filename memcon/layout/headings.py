"""Headings that name who speaks: “STATEMENT BY MINISTER N”, and bylines of first-person statements."""

from __future__ import annotations

import re

from memcon.layout.labels.words import OFFICES
from memcon.layout.leadins import LeadIn, name_at
from memcon.layout.notes import note_kind
from memcon.layout.rows import QUOTED, ends_like_speech
from memcon.spans import Span

#: A heading stands in the first lines; what lies between it and the text are short lines.
FIRST, BETWEEN = 4, 8

_STATEMENT = re.compile(
    r"(?:[A-Z][\w’'.,& -]{0,60}:\s+)?(?P<cue>(?:(?:joint|press|media|official|written|"
    r"public|closing|opening|"
    r"introductory|national|full|presidential|trilateral|video|new\s+year|televised)\s+)*"
    r"(?P<noun>statements?|declaration|communiqu[ée]|message|remarks|speech|address|comments?|"
    r"letter|press\s+release|condolences|congratulations|greetings)\s+"
    r"(?P<by>by|from|of|attribut(?:able|ed)\s+to))\s+(?P<rest>\S.*)",
    re.IGNORECASE,
)
#: A statement of intent is nobody’s, a “Letter from the Coast” a column’s.
_SOMEBODY = re.compile(
    r"(?:the\s+)?(?:[\w’'.-]+\s+){0,4}?(?:ministers?|leaders|heads|governments?|presidents?|"
    r"secretary|chancellor|premier|spokes\w+|representatives?|chairs?|members|foreign|ambassadors?|"
    r"commissioners?|council|committee|quad|g\d+|h\.?e|mr|mrs|ms|sen|rep|gen|king|queen|governor)\b",
    re.IGNORECASE,
)
#: A communiqué of a ministry, or remarks, may tell of their author in the third person.
_OWN_WORDS = ("statement", "declaration")
_SELF = re.compile(r"\b(?:I|I[’']\w+|my|me)\b")
_WE = re.compile(r"\b(?:[Ww]e|[Ww]e[’']\w+|[Oo]ur|us)\b")
_NAME = re.compile(
    r"(?:[A-Z][\w’'.-]*|de|van|von|bin|al|der|la|el)(?:\s+(?:[A-Z][\w’'.-]*|de|van|von|bin|al|der|la|el)){1,5}"
)


def statement_heading(text: str, lines: list[Span], *, given: bool = False) -> LeadIn | None:
    """A heading that says whose statement the text is.

    :param given: whether the text is marked as given word for word (“Begin text”).
    """
    for number, line in enumerate(lines[:FIRST]):
        if line[1] - line[0] > 600:
            continue
        match = _STATEMENT.match(text[line[0] : line[1]])
        if not match:
            continue
        doubtful = match["by"].lower() == "of" or match["noun"].lower() in ("letter", "message")
        if doubtful and not _SOMEBODY.match(match["rest"]):
            continue
        name = name_at(text, line[0] + match.start("rest"), line[0] + match.end("rest"))
        start = _behind_headings(text, lines, number + 1)
        if name is None or start is None or name[1] - name[0] > 300:
            continue
        plain = match["noun"].lower().startswith(_OWN_WORDS) and match["by"].lower() != "of"
        if not plain and not given and not first_person(text, start, plural=True):
            continue
        cue = (line[0] + match.start("cue"), line[0] + match.end("cue"))
        return LeadIn(line, name, (cue,), start)
    return None


#: “Interview with Minister N”, “Remarks by High Representative N upon arrival”, “… / by N, at the …”.
_GIVEN_BY = re.compile(
    r"(?:.{0,90}\b(?i:remarks|statement|speech|address|interview|press\s+(?:conference|briefing|"
    r"statement|remarks)|doorstep|opening\s+remarks|transcript|briefing|q\s?&\s?a)\b.{0,40}?\b)?"
    r"(?P<by>by|with|of|from)\s+(?P<rest>[A-Z“].*)",
)
_SPEECH = re.compile(
    r"\b(?:remarks|statement|speech|address|interview|conference|briefing|doorstep|transcript|q\s?&\s?a)\b",
    re.IGNORECASE,
)


def given_by(text: str, lines: list[Span]) -> LeadIn | None:
    """Who gives the interview, the briefing or the remarks that the heading announces.

    `body` is where the text begins below the heading.
    """
    for number, line in enumerate(lines[:FIRST]):
        words = text[line[0] : line[1]]
        match = _GIVEN_BY.match(words)
        above = text[lines[number - 1][0] : lines[number - 1][1]] if number else ""
        if not match or not _SPEECH.search(f"{above} {words[: match.start('rest')]}"):
            continue
        name = name_at(text, line[0] + match.start("rest"), line[0] + match.end("rest"))
        start = _where_speech_begins(text, lines[number + 1 :])
        if name is None or start is None or name[1] - name[0] > 200:
            continue
        return LeadIn(line, name, (), start)
    return None


def _where_speech_begins(text: str, rows: list[Span]) -> int | None:
    """Where the first row begins that ends as speech does and is no note."""
    for row in rows[:BETWEEN]:
        if (
            ends_like_speech(text, row)
            and not note_kind(text, row)
            and text[row[1] - 1] not in "-—–:"
        ):
            return row[0]
    return None


def byline(text: str, lines: list[Span], *, plural: bool) -> LeadIn | None:
    """A line “Name, office” in the heading of a text that speaks of itself as “I” (or “we”).

    There is no cue. An office alone (“Office of the Spokesperson”) names nobody, and a text that
    tells of its own principal in the third person is no statement of the one who signs it.

    :param plural: whether “we” is enough.
    """
    for number, line in enumerate(lines[:FIRST]):
        if not is_byline(text, line):
            continue
        start = _behind_headings(text, lines, number + 1)
        if start is not None and first_person(text, start, plural=plural):
            return LeadIn(line, line, (), start)
    return None


def is_byline(text: str, line: Span) -> bool:
    """Whether the line is a name, a comma and an office, and nothing else."""
    if line[1] - line[0] > 120 or ends_like_speech(text, line):
        return False
    name, _, office = text[line[0] : line[1]].partition(",")
    words = {w.strip(".,").casefold() for w in office.split()}
    return bool(words & OFFICES and _NAME.fullmatch(name.strip()))


def first_person(text: str, start: int, *, plural: bool = False) -> bool:
    """Whether the text from start on, its quotations left out, speaks of itself."""
    own = QUOTED.sub(" ", text[start : start + 20_000])
    return bool(_SELF.search(own) or (plural and _WE.search(own)))


def _behind_headings(text: str, lines: list[Span], number: int) -> int | None:
    """Where the text begins: behind the short lines that follow the heading (office, day, place)."""
    for start, end in lines[number : number + BETWEEN]:
        length, last = end - start, text[end - 1]
        # “Dear friends,” and a numbered preamble begin a text; “Geneva, 3 p.m.” does not.
        if length > 120 or last in ",!:" or (length > 25 and last in '.?”"'):
            return start
    return None
