"""Whether a cue tells of the past; the pipeline tags no tenses, so the forms have to say it."""

from __future__ import annotations

from memcon.actors.reading import Reading

_PRESENT = {
    "am", "are", "is", "'m", "'re", "do", "does", "will", "would", "must", "should", "can", "may",
    "might", "could", "'ll", "'d", "ca", "wo", "let",
}  # fmt: skip
_PERFECT = {"have", "has", "'ve", "had", "did", "was", "were"}
_PAST = {
    "said", "told", "made", "met", "had", "laid", "did", "went", "came", "gave", "took", "thought",
    "felt", "saw", "heard", "knew", "wrote", "spoke", "was", "were", "began", "chose", "held",
    "sent", "brought", "found", "meant", "understood", "sought", "swore",
}  # fmt: skip


def past(reading: Reading, cue: list[int]) -> bool:
    """Whether the words of a cue, with their auxiliaries, tell of the past or the perfect."""
    words = set(cue)
    for i in cue:
        words |= {c for c in reading.children[i] if reading.dep[c] in {"aux", "auxpass"}}
        if reading.dep[i] in {"acomp", "attr"}:
            words.add(reading.head[i])
    first = min(words, default=-1)
    if first < 0:
        return False
    low = [reading.low[i] for i in sorted(words)]
    finite = next((w for w in low if w in _PRESENT or w in _PERFECT or w in _PAST), None)
    if finite is not None and finite in _PRESENT:
        return False
    if finite in {"have", "has"} and "to" in low:
        return False
    return finite is not None or low[0].endswith("ed")
