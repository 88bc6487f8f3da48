"""Frames of a text, as words: `(source, cue, content)` each."""

from __future__ import annotations

from memcon.attribution.frames import find_frames
from memcon.attribution.genre import tell_genre
from memcon.document import Genre
from memcon.language.quotations import find_quotations
from memcon.layout.plain import plain
from memcon.layout.reading import Layout


def layout_of(text: str) -> Layout:
    return Layout(plain(text))


def frames(text: str, genre: Genre | None = None) -> list[tuple[str, str, str]]:
    layout = layout_of(text)
    found = find_frames(layout, find_quotations(layout.text), genre or tell_genre(layout))

    def told(spans):
        return " … ".join(layout.text[a:b] for a, b in spans)

    return [(told(f.source), told(f.cue), told(f.content)) for f in found]
