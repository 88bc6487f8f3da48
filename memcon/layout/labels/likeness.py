"""Which labels are of one speaker: “MEGAN DOLAN”, “DOLAN” and “MD”; “SEC. ORLEV” and “ORLEV”."""

from __future__ import annotations

from collections.abc import Iterable

from memcon.layout.labels.words import OFFICES, PARTICLES


def one_of_each(keys: Iterable[str]) -> dict[str, str]:
    """For each key the fullest one of the same speaker, or itself.

    A single word is the last word of a name, or the initials of one, if just one name fits.
    """
    names = list(dict.fromkeys(keys))
    out = {}
    for key in names:
        fits = [other for other in names if other != key and _is_short_for(key, other)]
        lasts = {_named(other)[-1] for other in fits}
        out[key] = max(fits, key=len) if len(lasts) == 1 else key
    return out


def _is_short_for(key: str, other: str) -> bool:
    short, full = _named(key), _named(other)
    if not short or len(short) >= len(full):
        return False
    if len(short) == 1 and len(short[0]) == len(full) < 5:
        initials = "".join(word[0] for word in full)
        if short[0] == initials:
            return True
    return full[-len(short) :] == short


def _named(key: str) -> list[str]:
    """The words of a key that are neither titles nor particles, without points."""
    words = [word.strip(".,'’") for word in key.split()]
    return [w for w in words if w and w not in OFFICES and w not in PARTICLES]
