"""Places: where on which page the words of a scan's text stand.

In the text lines are joined, hyphens taken out and running heads left out: the words that were seen are
aligned with those of the text (Levenshtein, by rapidfuzz).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from memcon.document import Document
from memcon.sources.scans.recognition import Page, Seen
from memcon.spans import Span

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A word of the text, and where it was seen.

    :param span: its code points in the text; of a word that was cut at the end of a line, both parts have
        the whole of it.
    """

    span: Span
    seen: Seen


@dataclass(frozen=True, slots=True)
class Scan:
    """A document that was recognised.

    :param words: in the order of the text; what was left out, as running heads, is not among them.
    """

    document: Document
    words: tuple[Placed, ...]

    def places(self, span: Span) -> list[Seen]:
        """Where the words in a span stand: their pages and boxes."""
        first = bisect_left(self.words, span[0], key=lambda word: word.span[1] - 1)
        out = []
        for word in self.words[first:]:
            if word.span[0] >= span[1]:
                break
            out.append(word.seen)
        return out


def placed(document: Document, pages: list[Page]) -> Scan:
    """The document with the place of each of its words."""
    seen = [one for page in pages for one in page.seen]
    told = list(_WORD.finditer(document.text))
    kept: list[tuple[Span, Seen]] = []
    # Neighbouring differences are one: two parts of a word that was cut are one word of the text.
    changed: tuple[int, int, int, int] | None = None
    for found in Levenshtein.opcodes([s.words for s in seen], [m[0] for m in told]):
        a, b, c, d = found.src_start, found.src_end, found.dest_start, found.dest_end
        if found.tag != "equal":
            changed = (changed[0], b, changed[2], d) if changed else (a, b, c, d)
            continue
        kept += _together(seen, told, changed)
        changed = None
        kept += [(told[c + n].span(), seen[a + n]) for n in range(b - a)]
    kept += _together(seen, told, changed)
    return Scan(
        document, tuple(Placed(span, one) for span, one in sorted(kept, key=lambda k: k[0]))
    )


def _together(
    seen: list[Seen], told: list[re.Match[str]], changed: tuple[int, int, int, int] | None
) -> list[tuple[Span, Seen]]:
    if changed is None or changed[2] == changed[3]:
        return []
    span = (told[changed[2]].start(), told[changed[3] - 1].end())
    return [(span, one) for one in seen[changed[0] : changed[1]]]
