"""What is no part of a source or a cue: whom the sentence speaks to, and the “Did” of a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from memcon.attribution.relation import Relation
from memcon.language.words import Words
from memcon.layout.labels.words import OFFICES
from memcon.spans import Span

_ADDRESS = OFFICES | {"ma’am", "excellencies", "colleagues", "friends"}
_ASKING = {"do", "does", "did"}


def unaddressed(told: Iterable[Relation], words: Words) -> Iterator[Relation]:
    """The relations without forms of address in their sources and auxiliaries in their cues.

    “Sir, Farah asks …” is Farah's; “Foreign Secretary, Anna Berg, said” keeps all of it. A cue that is
    an auxiliary alone tells nothing.
    """
    for relation in told:
        cue = tuple(span for span in relation.cue if not _asks(words.text, span))
        if cue or not relation.cue:
            source = tuple(_named(span, words) for span in relation.source)
            yield replace(relation, source=source, cue=cue)


def _asks(text: str, span: Span) -> bool:
    return text[span[0] : span[1]].casefold() in _ASKING


def _named(span: Span, words: Words) -> Span:
    """The span without a bare office before its comma, unless it is one in apposition."""
    inside = words.inside(span)
    comma = next((i for i in inside if words[i] == ","), None)
    if comma is None or comma == inside[0] or comma + 1 >= inside.stop:
        return span
    first = inside[0]
    # Behind a label's colon or a quotation mark a sentence begins as well.
    opens = (
        first == 0
        or words.sentence[first - 1] != words.sentence[first]
        or not words[first - 1][-1].isalnum()
    )
    apposed = inside.stop < len(words) and words[inside.stop] == ","
    bare = all(words[i].strip(".").casefold() in _ADDRESS for i in range(first, comma))
    if not (opens and bare) or apposed or not words[comma + 1][:1].isupper():
        return span
    return words.span(comma + 1, inside.stop - 1)
