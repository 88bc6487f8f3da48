"""Strength of acts: in which order those of one kind bind the speaker or press the hearer.

After Searle and Vanderveken, Foundations of Illocutionary Logic (1985), who order acts of one point by
the degree of strength: to request is weaker than to urge, to urge weaker than to demand. Only acts of
one scale are compared. The table is one for all speakers.

Words of one act differ too: “called for” is weaker than “pressed for”, “concern” than “grave concern”.
Those of one row of `_WORDS` are of the same strength, and so are words that stand in no row.
"""

from __future__ import annotations

from functools import cache

from memcon.language.inflection import forms_of

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
#: Of each act whose words differ in strength, the words from the weakest row to the strongest.
_WORDS: dict[str, tuple[str, ...]] = {
    "request": ("ask request seek", "appeal", "beg plead implore"),
    "urge": ("encourage", "call", "urge exhort", "press push implore"),
    "demand": ("require", "insist", "demand", "order command dictate"),
    "express concern": ("concern worry unease", "fear anxiety", "alarm"),
    "complain": ("complain complaint grumble", "protest", "outrage anger"),
    "criticise": (
        "chide criticize criticise criticism",
        "rebuke decry deplore",
        "denounce slam blast",
    ),
    "promise": ("promise assure", "pledge commit", "vow swear guarantee"),
    "oppose": ("object", "oppose", "reject"),
    "refuse": ("decline", "refuse reject", "rule"),
    "regret": ("regret disappointment", "lament", "rue"),
}
#: Degrees that diplomats weigh: “grave concern”, “strongly condemned”.
_DEGREES = frozenset({
    "deep", "deeply", "serious", "seriously", "grave", "gravely", "strong", "strongly", "strongest",
    "firm", "firmly", "categorically", "resolute", "resolutely", "utmost", "profound", "profoundly",
    "extreme", "extremely", "vehemently", "unequivocally", "sharply", "fully",
})  # fmt: skip


def harder(before: str, after: str) -> int:
    """1 if the later act is the stronger, −1 if it is the weaker, 0 where they are not on one scale."""
    for scale in SCALES:
        if before in scale and after in scale:
            one, other = scale.index(before), scale.index(after)
            return (other > one) - (other < one)
    return 0


def harder_words(act: str, before: str, after: str) -> int:
    """The same of two wordings of one act, by their words and by words of degree.

    :param before, after: a cue each: “called for”, “expressed his deep concern at”.
    """
    rows = _rows(act)
    places = []
    for words in (before, after):
        said = words.casefold().split()
        found = [rows[word] for word in said if word in rows]
        places.append((max(found, default=None), any(word in _DEGREES for word in said)))
    (one, firmly), (other, as_firmly) = places
    if one is None or other is None or one == other:
        return as_firmly - firmly
    return 1 if other > one else -1


@cache
def _rows(act: str) -> dict[str, int]:
    """The row of each form of each word of an act."""
    return {
        form: row
        for row, words in enumerate(_WORDS.get(act, ()))
        for base in words.split()
        for form in forms_of(base)
    }
