"""Labels at the beginning of a line that may name who speaks: “MINISTER X:”, “Q.”, “Mr. SMITH.”.

A label here is a candidate by its shape alone; whether it is believed is decided in `believed`, by
what other labels the text has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from memcon.layout.labels.asides import Aside, asides_behind, is_note, person_in
from memcon.layout.labels.words import HEADINGS, OFFICES, PARTICLES, PARTS
from memcon.layout.rows import trim
from memcon.spans import Span

#: A label and its brackets have at most so many code points and words.
LONGEST, MOST_WORDS = 150, 18

Kind = Literal["part", "office", "name", "word"]

#: Time codes, caption arrows and question numbers before a label are not part of it, nor is the mark
#: of a newspaper that quotes a conversation: “HOST: And what of the herring?
_PREFIX = re.compile(
    r"(?:[“\"](?=[A-Z]{2}[A-Z .’'-]{0,40}:\s)|"
    r">{1,3}\s*|[`*•·]+\s*|[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s*(?:[-–—]\s*)?|Q\d{1,3}[.:]?\s+)+"
)
#: “(Question asked in Hindi) Anil: …”.
_NOTE_BEFORE = re.compile(r"([(\[][^()\[\]\n]{3,90}[)\]])\s+(?=[A-Z])")
#: “(Urgent Question): To ask …”, “(laughs) No.”: a note in front of what is said.
_NOTE_BEHIND = re.compile(r"\s*([(\[]([^()\[\]\n]{3,90})[)\]]):?\s+(?=\S)")
_LETTER = re.compile(r"([QA])(?:(\.)(?=\s)|(?=\t| {2,}|[\xa0\u2003])|(?= [A-Z“\"(]))")
#: American hearings: “Mr. SMITH of Ohio. Thank you”, “The CHAIRMAN. The committee will come to order”.
_HEARING = re.compile(
    r"((?:The |[A-Z][a-z]+\.? )(?:[A-Z][a-z]+ )?(?:[A-Z][a-z]{0,2})?[A-Z’'-]{2,}"
    r"(?: [A-Z’'-]{2,}){0,2}(?: pro tem(?:pore)?)?(?: of [A-Z][a-z]+)?)"
    r"(?:\s?[(\[][^()\[\]\n]{1,80}[)\]])?(\.)(?= [A-Z“\"\[(])"
)
_DASH = re.compile(r"\s+([—–])\s")
_BROKEN = re.compile(r"[?!;“”«»\"{}<>|=]|\w[a-z]{3}\.\s")
#: Small words with a capital: the line is a headline, “President On Trade: …”.
_TITLE_CASE = frozenset(
    ["On", "To", "In", "At", "By", "For", "With", "From", "After", "Over", "Is", "Are", "Was"]
)
#: Words that a label may write in lower case.
_LOWER = PARTICLES | OFFICES | PARTS
_WORD = re.compile(r"[^\s,]+")
#: A name that a wide space sets off has at most so many words.
_MOST_BEFORE_SPACE = 6


@dataclass(frozen=True, slots=True)
class Label:
    """A candidate: `source` is the label's own words, `body` where what is said begins.

    :param line: all of its row.
    :param core: its words without brackets, whoever is named in these.
    :param cue: the sign that ends the label, if there is one.
    :param key: the words as they are compared: without case, brackets and spacing.
    :param sign: “:”, “.”, “—”, " " for a wide space, or "" for a label that a line break ends.
    :param asides: what stands in brackets: states, offices, outlets.
    :param note: words on how it is said, before or in the label or behind its sign, with brackets.
    """

    line: Span
    core: Span
    source: Span
    cue: Span | None
    body: int
    key: str
    kind: Kind
    caps: bool
    words: int
    sign: str
    asides: tuple[Span, ...] = ()
    note: Span | None = None


def find_labels(
    text: str, lines: list[Span], wide: Callable[[int], bool] | None = None
) -> Iterator[Label]:
    """Candidates in the order of the text, at most one a line.

    :param wide: tells whether the space at a place is a wide one, which sets a label off as well.
    """
    for line in lines:
        label = _read_label(text, line, wide)
        if label:
            yield label


def name_alone(text: str, line: Span) -> Label | None:
    """The whole line as a label without a sign, as printed debates set the speaker's name."""
    if line[1] - line[0] > 110 or text[line[1] - 1] in '.,;:!?…”"':
        return None
    return _label(text, line, line, None, line[1], "")


def _read_label(text: str, line: Span, wide: Callable[[int], bool] | None) -> Label | None:
    start, note = _begin(text, line)
    letter = _LETTER.match(text, start, line[1])
    if letter:
        cue = letter.span(2) if letter[2] else None
        return _label(text, line, letter.span(1), cue, letter.end(), letter[2] or "", note)
    limit = min(line[1], start + LONGEST)
    colon = _colon(text, start, limit)
    if colon >= 0 and (
        label := _label(text, line, (start, colon), (colon, colon + 1), colon + 1, ":", note)
    ):
        return label
    hearing = _HEARING.match(text, start, limit)
    if hearing:
        span = (start, hearing.start(2))
        return _label(text, line, span, hearing.span(2), hearing.end(), ".", note)
    dash = _DASH.search(text, start, min(line[1], start + 60))
    if dash:
        return _label(text, line, (start, dash.start()), dash.span(1), dash.end(1), "—", note)
    space = _wide_space(text, start, limit, wide) if wide else -1
    return _label(text, line, (start, space), None, space + 1, " ", note) if space > 0 else None


def _begin(text: str, line: Span) -> tuple[int, Span | None]:
    """Where the label's own words begin, and the note that stands before them."""
    prefix = _PREFIX.match(text, line[0], line[1])
    start = prefix.end() if prefix and prefix.end() < line[1] else line[0]
    note = _NOTE_BEFORE.match(text, start, line[1])
    return (note.end(), note.span(1)) if note else (start, None)


def _colon(text: str, start: int, limit: int) -> int:
    """Place of the colon that ends the label: outside brackets, not in a time or an address."""
    at, depth = start, 0
    while at < limit:
        depth += (text[at] in "([") - (text[at] in ")]")
        if text[at] == ":" and depth <= 0:
            return -1 if text[at + 1 : at + 2].isdigit() or text[at + 1 : at + 2] == "/" else at
        at += 1
    return -1


def _wide_space(text: str, start: int, limit: int, wide: Callable[[int], bool]) -> int:
    """Place of the wide space that ends the first words; -1 without one."""
    at = start
    for _ in range(_MOST_BEFORE_SPACE):
        at = text.find(" ", at + 1, limit)
        if at < 0:
            return -1
        if wide(at):
            return at
    return -1


def _label(
    text: str,
    line: Span,
    span: Span,
    cue: Span | None,
    body: int,
    sign: str,
    note: Span | None = None,
) -> Label | None:
    core, asides = asides_behind(text, span)
    source = trim(text, *core)
    if source is None:
        return None
    core_words = text[source[0] : source[1]]
    tokens = _WORD.findall(core_words)
    if not 0 < len(tokens) <= MOST_WORDS or _BROKEN.search(core_words):
        return None
    kind = _kind(tokens)
    if kind is None:
        return None
    letters = [c for c in core_words if c.isalpha()]
    key = " ".join(tokens).casefold()
    caps = (
        len(letters) > 1 and core_words.upper() == core_words and core_words.lower() != core_words
    )
    notes = [aside for aside in asides if is_note(text, aside)]
    told = tuple(aside.words for aside in asides if aside not in notes)
    note = note or (notes[0].whole if notes else None)
    if note is None and sign in (":", "."):
        behind = _NOTE_BEHIND.match(text, body, line[1])
        if behind and is_note(text, Aside(behind.span(1), behind.span(2))):
            note = behind.span(1)
            # “(Urgent Question): To ask …”, but “(laughs) No.” is how it is said, and part of it.
            body = behind.end() if text[behind.end(1)] == ":" else body
    named = person_in(text, source, kind, told)
    return Label(
        line, source, named or source, cue, body, key, kind, caps, len(tokens), sign, told, note
    )


def _kind(tokens: list[str]) -> Kind | None:
    plain = [t.strip(".()[]'’*").casefold() for t in tokens]
    if plain[0] in HEADINGS or "interview" in plain:
        return None
    for token, word in zip(tokens, plain, strict=True):
        first = next((c for c in token if c.isalnum()), "")
        if not first and token[:1] not in "&-–/.":
            return None
        if token in _TITLE_CASE and token is not tokens[0]:
            return None
        if first.islower() and word not in _LOWER and token[0] != "@":
            return None
    if not any(c.isalpha() for c in tokens[0]):
        return None
    if tokens[0][0] == "@":
        return "office"
    pieces = {part for word in plain for part in (word, *re.split(r"[-/]", word))}
    if plain[0] in PARTS or (plain[-1] in PARTS and plain[-1] not in ("a", "q", "media", "press")):
        return "part"
    if pieces & OFFICES:
        return "office"
    # A single letter numbers an entry of a list.
    return "name" if len(tokens) > 1 or (tokens[0].isupper() and len(plain[0]) > 1) else "word"
