"""Pairing: which statement of one coder is which of another's, by the words of their contents."""

from __future__ import annotations

from memcon.record import Attribution, Record
from memcon.spans import likeness

#: Share of the characters of both that two contents must have in common, as in the archive's log.
_SAME = 0.5


def pair(one: Record, other: Record) -> list[tuple[Attribution | None, Attribution | None]]:
    """Each statement of either with its counterpart, in the order of the text; each is used once."""
    likely = sorted(
        (
            (-share, a.id, b.id)
            for a in one.attributions
            for b in other.attributions
            if (share := likeness(a.content, b.content)) >= _SAME
        ),
    )
    left = {a.id: a for a in one.attributions}
    right = {b.id: b for b in other.attributions}
    found: list[tuple[Attribution | None, Attribution | None]] = []
    for _, a, b in likely:
        if a in left and b in right:
            found.append((left.pop(a), right.pop(b)))
    found += [(a, None) for a in left.values()] + [(None, b) for b in right.values()]
    return sorted(found, key=lambda both: (both[0] or both[1]).content)  # type: ignore[union-attr]
