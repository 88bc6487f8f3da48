"""Headlines with a colon: “Minister Orlev: the bridge stays” is said by him, “Ossel: a visit” by none."""

from __future__ import annotations

from memcon.attribution.relation import Relation
from memcon.language.words import Words
from memcon.layout.block import Block
from memcon.layout.labels.shape import Label, find_labels
from memcon.layout.rows import trim
from memcon.spans import Span, overlap

#: Words of a clause, at least.
_CLAUSE = 3
#: Words of a name, at most.
_NAME = 4


def headline(words: Words, blocks: tuple[Block, ...]) -> Relation | None:
    """What the title has somebody say, if a person or an office stands before its colon."""
    title = next((b.spans[0] for b in blocks if b.kind == "title"), None)
    if title is None:
        return None
    label = _label(words.text, blocks)
    if label is not None and label.cue and _is_somebody(words, label):
        return _relation(words.text, label.source, label.cue, (label.body, title[1]))
    return _named_behind(words, title)


def _named_behind(words: Words, title: Span) -> Relation | None:
    """“The bridge will stay: Orlev”: behind the colon nothing but a name of the text below."""
    colon = words.text.rfind(":", *title)
    name = trim(words.text, colon + 1, title[1])
    if colon < 0 or name is None or len(words.text[name[0] : name[1]].split()) > _NAME:
        return None
    inside = words.inside(name)
    told = all(words[i][0].isupper() for i in inside) and _is_named_below(words, inside, title[1])
    return _relation(words.text, name, (colon, colon + 1), (title[0], colon)) if told else None


def _relation(text: str, source: Span, cue: Span, content: Span) -> Relation | None:
    said = trim(text, *content)
    if said is None or len(text[said[0] : said[1]].split()) < _CLAUSE:
        return None
    return Relation((source,), (cue,), (said,))


def without_topics(told: list[Relation], words: Words, blocks: tuple[Block, ...]) -> list[Relation]:
    """The relations without those that take the subject of a title for whoever says what follows."""
    label = _label(words.text, blocks)
    if label is None or label.cue is None or _is_somebody(words, label):
        return told
    cue = (label.cue,)
    return [r for r in told if not (overlap(r.cue, cue) and _is_colon(words.text, r))]


def _is_colon(text: str, relation: Relation) -> bool:
    return "".join(text[a:b] for a, b in relation.cue).strip() == ":"


def _label(text: str, blocks: tuple[Block, ...]) -> Label | None:
    title = next((b for b in blocks if b.kind == "title"), None)
    if title is None:
        return None
    label = next(find_labels(text, [title.spans[0]]), None)
    return label if label is not None and label.sign == ":" else None


def _is_somebody(words: Words, label: Label) -> bool:
    """Whether the label has an office, or a word that is part of a person's name in the text below."""
    if label.kind == "office":
        return True
    return _is_named_below(words, words.inside(label.source), label.line[1])


def _is_named_below(words: Words, inside: range, end: int) -> bool:
    """Whether one of the words is part of a person's full name in the text below."""
    named = {words[i] for i in inside if words[i][0].isupper()}
    below = words.inside((end, len(words.text)))
    return any(words[i] in named and _in_full_name(words, i) for i in below)


def _in_full_name(words: Words, i: int) -> bool:
    """Whether the word stands in a person's name of two words: rivers are taken for persons, too."""
    if words.entity[i] != "PERSON":
        return False
    after = i + 1 < len(words) and words.entity[i + 1] == "PERSON" and not words.entity_start[i + 1]
    return after or not words.entity_start[i]
