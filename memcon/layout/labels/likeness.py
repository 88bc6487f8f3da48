"""Which labels are of one speaker: “MEGAN DOLAN”, “DOLAN” and “MD”; “SEC. ORLEV” and “ORLEV”."""

from __future__ import annotations

from collections.abc import Iterable

from memcon.layout.labels.words import OFFICES, PARTICLES


def one_of_each(keys: Iterable[str]) -> dict[str, str]:
    """For each key the fullest one of the same speaker, or itself.

    A single word is the last word of a name, or the initials of one, if just one name fits.
    """
    words = {key: _named(key) for key in dict.fromkeys(keys)}
    # The keys by what each may be called in short; of a text with thousands of labels none is compared
    # with all others.
    fuller: dict[tuple[str, ...], list[str]] = {}
    for key, full in words.items():
        for short in _short_for(full):
            fuller.setdefault(short, []).append(key)
    out = {}
    for key, own in words.items():
        fits = [other for other in fuller.get(tuple(own), ()) if other != key]
        lasts = {words[other][-1] for other in fits}
        out[key] = max(fits, key=len) if len(lasts) == 1 else key
    return out


def _short_for(full: list[str]) -> set[tuple[str, ...]]:
    """What a name may be called in short: its last words, or its initials in one word."""
    shorter = {tuple(full[start:]) for start in range(1, len(full))}
    if 1 < len(full) < 5:
        shorter.add(("".join(word[0] for word in full),))
    return shorter


def _named(key: str) -> list[str]:
    """The words of a key that are neither titles nor particles, without points."""
    words = [word.strip(".,'’") for word in key.split()]
    return [w for w in words if w and w not in OFFICES and w not in PARTICLES]
