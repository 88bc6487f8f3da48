"""A CoNLL-like table: one token a line, a blank line behind each sentence (CoNLL-U Plus).

    ID     number of the token in its sentence
    FORM   the token
    START  END    its code points in the document's text
    ATTR   role in each attribution, as `a1:B-content`, joined by `|`; `_` for none
    COREF  actors of whom a mention covers it, as `p1:B`, joined by `|`

B begins a span, I goes on with it, as in IOB2: another B of the same role is another span of a
discontinuous one. Tokens are memcon's own; one that a span covers in part counts as covered. What is
told of attributions and actors as a whole stands in comments.

Not carried: spaces and line ends (FORM with START and END tells where they were), spans finer than a
token; statements, events and the meeting. Not read back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from memcon.record import Record, Span

COLUMNS = ("ID", "FORM", "START", "END", "ATTR", "COREF")
_ROLES = ("source", "cue", "content")


def write(records: Iterable[Record], path: Path) -> int:
    """Write the tables of all Records into one file; returns how many Records."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"# global.columns = {' '.join(COLUMNS)}\n")
        for record in records:
            file.writelines(f"{line}\n" for line in lines(record))
            count += 1
    return count


def lines(record: Record) -> Iterator[str]:
    """The lines of a Record, ended by a blank one."""
    from memcon.language.pipeline import parse

    words = parse(record.text)
    tags = [
        (f"{a.id}:", f"-{role}", span)
        for a in record.attributions
        for role in _ROLES
        for span in getattr(a, role)
    ]
    mentions = [(f"{actor.id}:", "", m) for actor in record.actors for m in actor.mentions]
    roles, coreference = _Marked(tags), _Marked(mentions)
    yield from _head(record)
    sentence, number = -1, 0
    for index in range(len(words)):
        if words.sentence[index] != sentence:
            if sentence >= 0:
                yield ""
            sentence, number = int(words.sentence[index]), 0
            yield f"# sent_id = {sentence + 1}"
        number += 1
        start, end = words.span(index, index)
        yield "\t".join((str(number), _plain(words[index]), str(start), str(end),
                         roles.at(start, end), coreference.at(start, end)))  # fmt: skip
    yield ""


class _Marked:
    """Spans with a tag, asked for token by token in rising order."""

    def __init__(self, spans: Iterable[tuple[str, str, Span]]) -> None:
        self._spans = sorted(spans, key=lambda tag: tag[2])
        self._open: list[tuple[str, str, Span]] = []
        self._begun: set[tuple[str, str, Span]] = set()
        self._next = 0

    def at(self, start: int, end: int) -> str:
        while self._next < len(self._spans) and self._spans[self._next][2][0] < end:
            self._open.append(self._spans[self._next])
            self._next += 1
        self._open = [tag for tag in self._open if tag[2][1] > start]
        told = []
        for tag in sorted(self._open):
            told.append(f"{tag[0]}{'I' if tag in self._begun else 'B'}{tag[1]}")
            self._begun.add(tag)
        return "|".join(told) or "_"


def _head(record: Record) -> Iterator[str]:
    about = record.document
    yield f"# newdoc id = {_plain(about.name)}"
    for name in ("title", "publisher", "url", "date"):
        if getattr(about, name):
            yield f"# {name} = {_plain(getattr(about, name))}"
    for actor in record.actors:
        yield f"# actor {actor.id} = {actor.kind} {_plain(actor.name)}"
    for a in record.attributions:
        told = {"type": a.type, "parent": a.parent, "speaker": a.speaker,
                "addressee": a.addressee, "confidence": f"{a.confidence:.2f}"}  # fmt: skip
        yield f"# attribution {a.id} = " + " ".join(f"{k}={v}" for k, v in told.items() if v)


def _plain(words: str) -> str:
    """Words on one line without tabs."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split()) or "_"
