"""Strength of acts: in which order those of one kind bind the speaker or press the hearer.

After Searle and Vanderveken, Foundations of Illocutionary Logic (1985), who order acts of one point by
the degree of strength: to request is weaker than to urge, to urge weaker than to demand. Only acts of
one scale are compared. The table is one for all speakers.
"""

from __future__ import annotations

#: Each scale from the weakest act to the strongest.
SCALES: tuple[tuple[str, ...], ...] = (
    ("ask", "hope", "invite", "propose", "request", "urge", "demand"),
    ("predict", "intend", "offer", "promise"),
    ("regret", "express concern", "complain", "criticise", "condemn"),
    ("doubt", "claim", "state", "stress"),
    ("warn", "threaten"),
    ("doubt", "oppose", "refuse"),
    ("welcome", "support", "praise"),
)
#: Acts by which something is only said: which of them a writer chooses says nothing of the speaker.
PLAIN = frozenset({"state", "describe", "refer", "discuss", "predict", "intend", "explain"})


def harder(before: str, after: str) -> int:
    """1 if the later act is the stronger, −1 if it is the weaker, 0 where they are not on one scale."""
    for scale in SCALES:
        if before in scale and after in scale:
            one, other = scale.index(before), scale.index(after)
            return (other > one) - (other < one)
    return 0
