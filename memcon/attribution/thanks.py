"""Thanks spoken to somebody's face: “Thank you for receiving us.”

In a turn of a transcript they need no “I”: saying the words is the act (Austin, How to Do Things with
Words, 1962). The model, which has learnt from reports, does not know them as attributions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from memcon.attribution.relation import Relation
from memcon.language.words import Words
from memcon.spans import Span

#: Words that may stand before the thanks at the beginning of a sentence, signs apart.
LEAD = 4
#: Set by hand: no annotated thanks of this kind were there to fit it on.
SURE = 0.9


def find_thanks(words: Words, frames: list[Relation]) -> Iterator[Relation]:
    """Thanks for something in what the frames give word for word; the source is not named.

    The cue is “Thank” or “Thanks”, the content whom and for what, to the end of the sentence.
    """
    turns = sorted(frame.content[0] for frame in frames if frame.verbatim)
    for first in _sentence_starts(words, turns):
        found = _thanks(words, first)
        if found:
            cue, content = found
            yield Relation((), (words.span(cue, cue),), (content,), confidence=SURE)


def _sentence_starts(words: Words, turns: list[Span]) -> Iterator[int]:
    for turn in turns:
        inside = words.inside(turn)
        for i in inside:
            if i == inside.start or words.sentence[i] != words.sentence[i - 1]:
                yield i


def _thanks(words: Words, first: int) -> tuple[int, Span] | None:
    """The cue and the content, if the sentence begins with thanks for something."""
    sentence = words.sentence_words(int(words.sentence[first]))
    cue = next(
        (i for i in range(first, min(first + LEAD, sentence.stop)) if _is_thanks(words, i)), None
    )
    if cue is None or any(words.dep[i].startswith("nsubj") for i in range(first, cue)):
        return None
    rest = [i for i in range(cue + 1, sentence.stop) if any(c.isalnum() for c in words[i])]
    behind = {words[i].casefold() for i in rest[: bisect_right(rest, cue + 12)]}
    if not behind & {"for", "to"}:
        return None
    return cue, words.span(rest[0], rest[-1])


def _is_thanks(words: Words, index: int) -> bool:
    word = words[index].casefold()
    following = words[index + 1].casefold() if index + 1 < len(words) else ""
    return word == "thanks" or (word == "thank" and following == "you")
