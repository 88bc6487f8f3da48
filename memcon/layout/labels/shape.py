"""Labels at the beginning of a line that may name who speaks: “MINISTER X:”, “Q.”, “Mr. SMITH.”.

A label here is a candidate by its shape alone; whether it is believed is decided in `turns`, by
what other labels the text has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from memcon.layout.labels.words import HEADINGS, OFFICES, PARTICLES, PARTS
from memcon.layout.rows import trim
from memcon.spans import Span

#: A label and its brackets have at most so many code points and words.
LONGEST, MOST_WORDS = 130, 14

Kind = Literal["part", "office", "name", "word"]

#: Time codes, caption arrows and question numbers before a label are not part of it, nor is the mark
#: of a newspaper that quotes a conversation: “HOST: And what of the herring?
_PREFIX = re.compile(
    r"(?:[“\"](?=[A-Z]{2}[A-Z .’'-]{0,40}:\s)|"
    r">{1,3}\s*|[`*•·]+\s*|[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s*(?:[-–—]\s*)?|Q\d{1,3}\.?\s+)+"
)
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{0,70}[)\]]\s*$")
_LETTER = re.compile(r"([QA])(?:(\.)(?=\s)|(?=\t| {2,}|[\xa0\u2003])|(?= [A-Z“\"(]))")
#: American hearings: “Mr. SMITH of Ohio. Thank you”, “The CHAIRMAN. The committee will come to order”.
_HEARING = re.compile(
    r"((?:The |[A-Z][a-z]+\.? )(?:[A-Z][a-z]+ )?(?:[A-Z][a-z]{0,2})?[A-Z’'-]{2,}"
    r"(?: [A-Z’'-]{2,}){0,2}(?: of [A-Z][a-z]+)?)(\.)(?= [A-Z“\"\[(])"
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


@dataclass(frozen=True, slots=True)
class Label:
    """A candidate: `source` is the label's own words, `body` where what is said begins.

    :param cue: the sign that ends the label, if there is one.
    :param key: the words as they are compared: without case, brackets and spacing.
    :param sign: “:”, “.”, “—”, or "" for a label that only space or a line break ends.
    """

    line: Span
    source: Span
    cue: Span | None
    body: int
    key: str
    kind: Kind
    caps: bool
    words: int
    sign: str


def find_labels(text: str, lines: list[Span]) -> Iterator[Label]:
    """Candidates in the order of the text, at most one a line."""
    for line in lines:
        label = _read_label(text, line)
        if label:
            yield label


def name_alone(text: str, line: Span) -> Label | None:
    """The whole line as a label without a sign, as printed debates set the speaker's name."""
    if line[1] - line[0] > 70 or text[line[1] - 1] in '.,;:!?…”"':
        return None
    return _label(text, line, line, None, line[1], "")


def _read_label(text: str, line: Span) -> Label | None:
    prefix = _PREFIX.match(text, line[0], line[1])
    start = prefix.end() if prefix and prefix.end() < line[1] else line[0]
    letter = _LETTER.match(text, start, line[1])
    if letter:
        cue = letter.span(2) if letter[2] else None
        return _label(text, line, letter.span(1), cue, letter.end(), letter[2] or "")
    limit = min(line[1], start + LONGEST)
    colon = _colon(text, start, limit)
    if colon >= 0 and (
        label := _label(text, line, (start, colon), (colon, colon + 1), colon + 1, ":")
    ):
        return label
    hearing = _HEARING.match(text, start, limit)
    if hearing:
        return _label(text, line, hearing.span(1), hearing.span(2), hearing.end(), ".")
    dash = _DASH.search(text, start, min(line[1], start + 60))
    if dash:
        return _label(text, line, (start, dash.start()), dash.span(1), dash.end(1), "—")
    return None


def _colon(text: str, start: int, limit: int) -> int:
    """Place of the colon that ends the label: outside brackets, not in a time or an address."""
    at = text.find(":", start, limit)
    while at >= 0 and text.count("(", start, at) > text.count(")", start, at):
        at = text.find(":", at + 1, limit)
    if at < 0 or text[at + 1 : at + 2].isdigit() or text[at + 1 : at + 2] == "/":
        return -1
    return at


def _label(
    text: str, line: Span, span: Span, cue: Span | None, body: int, sign: str
) -> Label | None:
    core = text[span[0] : span[1]]
    for _ in range(3):
        aside = _ASIDE.search(core)
        if not aside:
            break
        core = core[: aside.start()]
    source = trim(text, span[0], span[0] + len(core))
    if source is None:
        return None
    core = text[source[0] : source[1]]
    tokens = _WORD.findall(core)
    if not 0 < len(tokens) <= MOST_WORDS or _BROKEN.search(core):
        return None
    kind = _kind(tokens)
    if kind is None:
        return None
    letters = [c for c in core if c.isalpha()]
    key = " ".join(tokens).casefold()
    caps = len(letters) > 1 and core.upper() == core and core.lower() != core
    return Label(line, source, cue, body, key, kind, caps, len(tokens), sign)


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
    return "name" if len(tokens) > 1 or tokens[0].isupper() else "word"
