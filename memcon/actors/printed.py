"""Words that the form of a publication sets beside somebody's words: a turn's label, a signature."""

from __future__ import annotations

from collections.abc import Iterable

from memcon.actors.reading import Reading
from memcon.record import Attribution, TitleForm

_COLON = {"", ":"}
_DASHES = {"–", "—", "―", "‒", "-", "--"}


def printed_words(attributions: Iterable[Attribution], reading: Reading) -> dict[int, TitleForm]:
    """`label` or `signature` for every word of such a source.

    A label stands before what is said, with a colon or nothing between; a signature behind it.
    """
    text = reading.words.text
    out: dict[int, TitleForm] = {}
    for attribution in attributions:
        if attribution.type != "direct" or not attribution.source:
            continue
        cue = "".join(text[a:b] for a, b in attribution.cue).strip()
        behind = attribution.source[0][0] > attribution.content[-1][0]
        form: TitleForm
        if not behind and cue in _COLON and _begins_line(text, attribution.source[0][0]):
            form = "label"
        elif behind and cue in _DASHES | {""}:
            form = "signature"
        else:
            continue
        for span in attribution.source:
            out.update(dict.fromkeys(reading.inside(span), form))
    return out


def _begins_line(text: str, start: int) -> bool:
    """Whether nothing but marks stands before the offset on its line."""
    line = text[max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1 : start]
    return not any(c.isalpha() for c in line)
