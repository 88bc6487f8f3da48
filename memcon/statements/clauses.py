"""Parts of a statement that limit it: conditions, exceptions, negations, commitments."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.actors.pronouns import FIRST, FIRST_PLURAL
from memcon.actors.reading import Reading
from memcon.spans import Spans

_IF = {"if", "unless", "provided", "providing", "until"}
#: Phrases of several words that open a condition, by their first word.
_CONDITION_PHRASES = (
    ("on", "condition"), ("on", "the", "condition"), ("as", "long", "as"), ("so", "long", "as"),
    ("in", "case"), ("in", "the", "event"), ("subject", "to"), ("only", "after"), ("in", "return", "for"),
    ("in", "exchange", "for"),
)  # fmt: skip
_EXCEPTION_PHRASES = (
    ("except", "for"), ("except",), ("excepting",), ("with", "the", "exception", "of"),
    ("other", "than"), ("apart", "from"), ("aside", "from"), ("save", "for"), ("excluding",),
    ("barring",), ("with", "the", "exclusion", "of"), ("not", "including"),
)  # fmt: skip
#: “As if”, “even if” and “if not” behind these words set no condition.
_NO_CONDITION_BEFORE = {"as", "even", "what", "only"}
_NEGATIVE = {"not", "n't", "never", "no", "neither", "nor", "nobody", "none", "nothing", "without"}
_BOUND = {"will", "'ll", "shall", "wo"}
_BINDING = {
    "committed", "commit", "pledge", "pledged", "promise", "promised", "vow", "vowed", "guarantee",
    "undertake", "determined", "resolved", "ready", "prepared", "agree", "agreed", "intend", "intends",
}  # fmt: skip
_NOMINATIVE = {"i", "we", "he", "she", "they"}
_OBJECTS = {"dobj", "pobj", "attr", "acomp", "advmod", "npadvmod"}
_OPENING, _CLOSING = {"(", "["}, {")", "]"}


def conditions(reading: Reading, content: list[int]) -> Spans:
    """Clauses under which alone the statement holds, from “if” to their last word."""
    inside, out = set(content), []
    for i in content:
        phrase = _phrase(reading, i, _CONDITION_PHRASES, inside)
        if phrase is not None:
            out.append((i, _behind(reading, i, phrase, inside)))
        elif reading.low[i] in _IF and _opens_clause(reading, i, inside):
            out.append((i, _subtree_end(reading, reading.head[i], i, inside)))
    return _spans(reading, out)


def exceptions(reading: Reading, content: list[int]) -> Spans:
    """What the statement leaves out, from “except” to its last word, its brackets included."""
    inside, out = set(content), []
    covered = -1
    for i in content:
        if i <= covered:
            continue
        phrase = _phrase(reading, i, _EXCEPTION_PHRASES, inside)
        if phrase is not None and not (reading.low[i] == "other" and reading.low[i - 1] in {"no"}):
            covered = _behind(reading, i, phrase, inside)
            out.append((i, covered))
    return _spans(reading, out)


def negations(reading: Reading, content: list[int]) -> Spans:
    """Words that negate in the statement's own clauses."""
    return tuple(
        reading.words.span(i, i)
        for i in content
        if reading.dep[i] == "neg" or reading.low[i] in _NEGATIVE
    )


def commitments(reading: Reading, content: list[int]) -> Spans:
    """By which words “I” or “we” are bound: “will sign”, “are committed to …”, “will not have”."""
    inside, out = set(content), []
    for i in content:
        parts = [c for c in reading.children[i] if c in inside]
        if not any(
            reading.dep[c] in {"nsubj", "nsubjpass"} and reading.low[c] in FIRST | FIRST_PLURAL
            for c in _with_conjunct(reading, i, inside)
        ):
            continue
        auxiliaries = [c for c in parts if reading.dep[c] in {"aux", "auxpass", "neg"}]
        bound = [c for c in auxiliaries if reading.low[c] in _BOUND]
        if bound:
            out.append((min(bound), max(i, *auxiliaries)))
        elif reading.low[i] in _BINDING:
            out.append((min([i, *auxiliaries]), i))
        else:
            out += [(min(i, c), max(i, c)) for c in parts
                    if reading.dep[c] == "acomp" and reading.low[c] in _BINDING]  # fmt: skip
    return _spans(reading, out)


def _with_conjunct(reading: Reading, verb: int, inside: set[int]) -> list[int]:
    """Parts of a verb, and of the one that it is joined to: “we do not have, and will not have”."""
    parts = [c for c in reading.children[verb] if c in inside]
    if reading.dep[verb] == "conj" and reading.head[verb] in inside:
        parts += [c for c in reading.children[reading.head[verb]] if c in inside]
    return parts


def _opens_clause(reading: Reading, i: int, inside: set[int]) -> bool:
    if i - 1 in inside and reading.low[i - 1] in _NO_CONDITION_BEFORE:
        return False
    verb = reading.head[i]
    if reading.low[i] == "until":
        return reading.dep[i] in {"mark", "prep"}
    return (
        reading.dep[i] == "mark"
        and reading.dep[verb] in {"advcl", "ccomp", "ROOT", "relcl", "conj"}
        and (
            reading.dep[verb] != "ccomp"
            or reading.low[reading.head[verb]] not in {"ask", "asked", "asks", "wonder"}
        )
    ) or (reading.low[i] in {"provided", "providing"} and reading.low[i + 1 : i + 2] == ["that"])


def _phrase(
    reading: Reading, i: int, phrases: tuple[tuple[str, ...], ...], inside: set[int]
) -> int | None:
    """Last word of the phrase that begins here, or None."""
    for phrase in phrases:
        if phrase[0] != reading.low[i]:
            continue
        last = i + len(phrase) - 1
        if last in inside and tuple(reading.low[i : last + 1]) == phrase:
            return last
    return None


def _behind(reading: Reading, first: int, marker: int, inside: set[int]) -> int:
    """Last word of what follows a marker: to the next comma outside brackets, or the clause's end."""
    depth, last = 0, marker
    for i in range(marker + 1, len(reading)):
        form = reading.form[i]
        if i not in inside or reading.sentence[i] != reading.sentence[first]:
            break
        depth += form in _OPENING
        if not depth and form in {",", ";", ":", "—", "–", ".", "!", "?", "”", '"'}:
            break
        depth -= form in _CLOSING
        last = i
    return last


def _subtree_end(reading: Reading, verb: int, first: int, inside: set[int]) -> int:
    """Last word of the clause that the verb heads, marks at its end left out."""
    if not reading.same_paragraph(verb, first) or verb < first:
        return _behind(reading, first, first, inside)
    last, waiting = verb, [verb]
    while waiting:
        word = waiting.pop()
        last = max(last, word)
        waiting += [c for c in reading.children[word] if c in inside and c >= first]
    # The parser may run on into the main clause: a second subject behind an object begins that one.
    subjects = [i for i in range(first + 1, last + 1) if reading.low[i] in _NOMINATIVE]
    for i in subjects[1:]:
        if reading.dep[i - 1] in _OBJECTS and i in inside:
            last = i - 1
            break
    while (
        last > first and not reading.form[last][-1].isalnum() and reading.form[last] not in _CLOSING
    ):
        last -= 1
    return last


def _spans(reading: Reading, found: list[tuple[int, int]]) -> Spans:
    """Spans in order, those within others left out."""
    out: list[tuple[int, int]] = []
    for first, last in sorted(found):
        if not out or first > out[-1][1]:
            out.append((first, last))
    return tuple(reading.words.span(a, b) for a, b in out)


def parts_of(reading: Reading, spans: Spans) -> Iterator[int]:
    """Words of a content, in order."""
    for span in spans:
        yield from reading.inside(span)
