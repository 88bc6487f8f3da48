"""How deep a document is read: whether what quotations report in their turn is asked for.

Where office-holders of several sides speak of each other, what one of them says that the others
want, think or have said is the matter itself. Political news at large is full of “I think” and “we
want” inside quotations, and those who annotated it (PolNeAR) left nearly all of them alone: reading
its 84 dev articles that deep as well, 11 of 238 attributions so found were among theirs
(`python -m benchmarks.inside`).
"""

from __future__ import annotations

import re

from memcon.document import Genre

#: Code points at the beginning of a report that tell what it is about.
HEAD = 1_200
#: Offices that must be named there, and different words for them; of foreign affairs alone.
OFFICES, DIFFERENT, FOREIGN = 3, 2, 3

#: Chosen on the thirty annotated releases that are not held back.
ALLOWANCE = 0.1

_MEETING = re.compile(
    r"\b(?:in|during|at|after|before|following)\s+"
    r"(?:an?|the|this|that|his|her|their|today[’']s|\w+day[’']s)\s+(?:\w+\s+){0,2}"
    r"(?:meeting|talks|(?:tele)?phone\s+call|call|(?:telephone\s+)?conversation|summit|consultations)\b"
    r"|\bmeeting\s+(?:with|between)\b"
    r"|\b(?:met|meets?|spoke|speaks|talks|talked)\s+(?:\w+\s+){0,2}with\b"
    r"|\b(?:held|holds?)\s+(?:\w+\s+)?talks\b|\breceived\b"
    r"|\bjoint\s+(?:press|news)\s+conference\b|\bsummit\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:(?:prime|foreign|defen[cs]e|interior|finance|trade)\s+minister|minister|ambassador|envoy|"
    r"chancellor|premier|president|king|queen|emir|sultan|supreme\s+leader|secretary\s+of\s+state|"
    r"counterpart|head\s+of\s+state|delegation|leader)s?\b",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"\b(?:(?:prime|foreign)\s+minist(?:er|ry)|ambassador|envoy|premier|counterpart|delegation|consul|"
    r"embassy|foreign\s+affairs|high\s+representative)\w*\b",
    re.IGNORECASE,
)


def reads_quotations(text: str, genre: Genre) -> bool:
    """Whether attributions inside quotations are asked for: always but in reports of other matters."""
    if genre != "report":
        return True
    head = text[:HEAD]
    offices = [" ".join(m[0].casefold().removesuffix("s").split()) for m in _OFFICE.finditer(head)]
    many = len(offices) >= OFFICES and len(set(offices)) >= DIFFERENT
    foreign = sum(1 for _ in _FOREIGN.finditer(head))
    return foreign >= FOREIGN or (many and _MEETING.search(head) is not None)


def least_confidence(least: float, genre: Genre) -> float:
    """Confidence below which an attribution is not told of.

    Confidence is fitted on news. Readouts, joint statements and transcripts are made of attributions
    and little else, so that one of the same looks is more likely right.

    :param least: what is asked of an attribution in a report.
    """
    return least if genre == "report" else least - ALLOWANCE
