"""Names on lines of their own above what each says, as printed debates set them."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from memcon.layout.labels.likeness import one_of_each
from memcon.layout.labels.shape import Label, name_alone
from memcon.layout.rows import FIRST_PERSON, ends_like_speech
from memcon.spans import Span

#: What is said has so many code points, or somebody cries out.
_SHORTEST = 20
#: Share of what is said in which somebody says “I” or “you”, asks or cries out.
_TALK = 0.5


def names_alone(text: str, lines: list[Span]) -> list[Label]:
    """The lines that are names of speakers, in order; nothing if they are headings or a list."""
    found: list[tuple[Label, Span]] = []
    for line, below in pairwise(lines):
        label = name_alone(text, line)
        long = below[1] - below[0] > _SHORTEST or text[below[1] - 1] in "!?"
        if label and label.kind != "word" and long and ends_like_speech(text, below):
            found.append((label, below))
    labels = [label for label, _ in found]
    same = one_of_each(x.key for x in labels)
    counts = Counter(same[x.key] for x in labels)
    repeated = [key for key, count in counts.items() if count > 1]
    strong = [x for x in labels if x.kind in ("part", "office") or x.asides]
    talk = sum(_is_talk(text[a:b]) for _, (a, b) in found)
    debate = repeated and len(strong) > 1 and len(counts) > 2 and talk >= _TALK * len(found)
    named = len(repeated) > 1 and any(x in strong or x.words > 1 for x in labels)
    if not (debate or named):
        return []
    return [x for x in labels if counts[same[x.key]] > 1 or x in strong]


def _is_talk(said: str) -> bool:
    return said[-1] in "!?" or bool(FIRST_PERSON.search(said))
