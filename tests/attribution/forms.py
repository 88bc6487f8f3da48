"""Frames of a text, as words: `(source, cue, content)` each."""

from __future__ import annotations

import numpy as np

from memcon.attribution.frames import find_frames
from memcon.attribution.genre import tell_genre
from memcon.document import Genre
from memcon.language.quotations import find_quotations
from memcon.language.words import Words


def words_of(text: str) -> Words:
    """Words that know their text alone: frames are read from the form, not from the syntax."""
    none = np.zeros(0, dtype=np.int32)
    return Words(text, none, none, none, none, none, [], [], none.astype(bool))


def frames(text: str, genre: Genre | None = None) -> list[tuple[str, str, str]]:
    words = words_of(text)
    found = find_frames(words, find_quotations(text), genre or tell_genre(words))

    def told(spans):
        return " … ".join(text[a:b] for a, b in spans)

    return [(told(f.source), told(f.cue), told(f.content)) for f in found]
