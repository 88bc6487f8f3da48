"""Paragraphs that open with a cue, as in resolutions: “4. Applauds the crews, who worked by hand;”.

Who speaks stands once, in the stem of the list (“The Assembly,”) or its heading. Such paragraphs come
in rows and are built alike, so that a row of sure ones tells how to read the others: no cue has a source
in its own paragraph, and what it tells runs to the paragraph's end or to the next verb of the same form.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from memcon.attribution.relation import Relation
from memcon.language.acts import acts_of_words
from memcon.language.words import Words
from memcon.spans import Spans

#: How far below the threshold a candidate may be that opens a paragraph of a row.
BELOW = 0.2
#: Paragraphs that must open with cues whose verbs have one form, and how many of them must be sure.
ROW, SURE = 3, 2
#: Endings of the verbs of preambles and of what is resolved.
_MARKED = ("ing", "s")
_SIGNS = frozenset((",", ";", ".", "[", "]", "and"))


@dataclass(frozen=True, slots=True)
class _Verb:
    """The verb of a cue that could open an item: its place, its form, and whether it opens one."""

    place: int
    form: str
    opens: bool


def as_items(
    relations: Sequence[Relation], words: Words, least: float
) -> tuple[list[Relation], set[Spans]]:
    """The relations, those of a row of items read as its others are; and the cues of these.

    :param relations: candidates, some of less than the least confidence.
    :returns: all of them; those of a row have at least the least confidence.
    """
    verbs = {id(r): verb for r in relations if (verb := _verb(r, words, least)) is not None}
    opening = [r for r in relations if id(r) in verbs and verbs[id(r)].opens]
    every = Counter(verbs[id(r)].form for r in opening if r.confidence >= least - BELOW)
    sure = Counter(verbs[id(r)].form for r in opening if r.confidence >= least)
    rows = {form for form, count in every.items() if count >= ROW and sure[form] >= SURE}
    if rows:
        # Above the operative paragraphs stand a few that recall or note something.
        rows |= {form for form in _MARKED if sure[form] >= SURE}
    paragraphs = {
        int(words.paragraph[v.place]): v.form for v in verbs.values() if v.opens and v.form in rows
    }
    items = {
        key: verb
        for key, verb in verbs.items()
        if paragraphs.get(int(words.paragraph[verb.place])) == verb.form
    }
    places = sorted(verb.place for verb in items.values())
    cues = {r.cue for r in relations if id(r) in items}
    whole = [
        _item(r, items[id(r)], places, words, least) if id(r) in items else r for r in relations
    ]
    return whole, cues


def _verb(relation: Relation, words: Words, least: float) -> _Verb | None:
    """The verb of a cue, if it opens a paragraph or is joined to one that may.

    It does a speech act, but for a joined one of a sure cue: “…, and expressing its solidarity”.
    """
    acts = acts_of_words()
    cue = [i for span in relation.cue for i in words.inside(span)]
    act = any(words[i].casefold() in acts for i in cue)
    place = next((i for i in cue if words.dep[i] not in ("advmod", "neg")), None)
    if place is None or words.dep[place] in ("nsubj", "nsubjpass", "aux"):
        return None
    before = place - 1
    start = words.paragraph_words(int(words.paragraph[place])).start
    while before >= start and words.dep[before] in ("advmod", "neg", "aux"):
        before -= 1
    opens = not any(_is_word(words, i) for i in range(start, before + 1))
    if not act and (opens or relation.confidence < least):
        return None
    form = _form(words[place])
    if opens and form == "ing" and _has_subject(words, int(words.head[place])):
        # “Recalling the war, she called for peace”: a sentence of its own.
        return None
    if not opens and words[before].casefold() not in ("and", ","):
        return None
    return _Verb(place, form, opens)


def _is_word(words: Words, index: int) -> bool:
    """Whether it is more than the number or the letter of an item."""
    letters = sum(c.isalpha() for c in words[index])
    return letters > 1 or (words[index] == "I" and words.dep[index] == "nsubj")


def _has_subject(words: Words, verb: int) -> bool:
    sentence = words.sentence_words(int(words.sentence[verb]))
    return any(words.dep[i] == "nsubj" and words.head[i] == verb for i in sentence)


def _form(word: str) -> str:
    low = word.casefold()
    return next((ending for ending in (*_MARKED, "ed") if low.endswith(ending)), "")


def _item(
    relation: Relation, verb: _Verb, places: Sequence[int], words: Words, least: float
) -> Relation:
    paragraph = words.paragraph_words(int(words.paragraph[verb.place]))
    first = words.inside(relation.content[0]).start
    if relation.confidence < least - BELOW or not verb.place < first < paragraph.stop:
        return relation
    last = _end(words, range(first, paragraph.stop))
    number = bisect_right(places, first)
    following = places[number] if number < len(places) else last + 1
    last = min(last, following - 1)
    while last > first and (
        words[last] in _SIGNS or (last == following - 1 and words.dep[last] == "advmod")
    ):
        following -= 1
        last -= 1
    return replace(
        relation,
        source=(),
        content=((relation.content[0][0], int(words.end[last])),),
        confidence=max(relation.confidence, least),
    )


def _end(words: Words, inside: range) -> int:
    """The last word of the item: of its sentence, where a full stop ends one."""
    for i in inside:
        if words[i] == "." and i + 1 in inside and words.sentence[i + 1] != words.sentence[i]:
            return i
    return inside.stop - 1
