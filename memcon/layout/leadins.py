"""Sentences that hand over the word: “The following is attributable to Spokesperson N:”.

Each form gives the words that name who speaks (source) and those that say so (cue); what is said
begins behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from memcon.layout.rows import trim
from memcon.spans import Span, Spans

#: Longest line that is tried, in code points: lists of forty governments are one lead-in.
LONGEST = 1500

_NOUN = (
    r"(?:statement|text|readout|read-out|communiqu[ée]|declaration|message|press\s+release|"
    r"media\s+release|release|announcement|remarks|comments?|notes?|letter|summary|response|"
    r"information|article|op-ed|speech|address|quotes?|appeal|resolution)s?"
)
_KIND = (
    r"(?:(?:joint|press|media|official|written|full|short|brief|complete|unofficial|final|trilateral|"
    r"opening|closing|introductory|public|national|concluding|chair[’']s|presidential|ministerial|"
    r"special|televised|video|agreed|unilateral|common)\s+)*"
)
#: The words before the verb are of a closed set: “Most deaths are attributable to …” is no frame.
_GIVEN = (
    rf"(?:(?:please\s+find\s+below|on\s+(?:background|the\s+record)|the|this|these|a|an|following|"
    rf"call|phone|telephone|conversation|meeting|talks|discussions|below|text|of|transcript|translation|for\s+immediate\s+release|{_KIND}{_NOUN})[\s,:;–—-]+)"
)
_WHEN = (
    r"(?:\s+(?:today|yesterday|tonight|jointly|earlier\s+today|this\s+(?:morning|afternoon|evening)|"
    r"(?:late\s+)?on\s+(?:[A-Z]\w+|\d+)(?:,?\s+(?:[A-Z]\w+|\d+)){0,4}|in\s+[A-Z]\w+),?)?"
)
_SENT = (
    r"(?:issued|released|made|delivered|published|adopted|agreed(?:\s+upon|\s+to)?|sent|given|read|"
    r"circulated|distributed|shared|provided|signed)"
)
_PASSIVE = r"(?:is|was|are|were|has\s+been|have\s+been|is\s+being)(?:\s+(?:jointly|today|also))?"

ATTRIBUTABLE = re.compile(
    rf"{_GIVEN}{{0,9}}(?P<cue>(?:(?:is|are|was|were|may\s+be|can\s+be|should\s+be|to\s+be)\s+)?"
    rf"attribut(?:able|ed)\s+to)\s+(?P<rest>\S.*)",
    re.IGNORECASE,
)
RELEASED = re.compile(
    rf"{_GIVEN}{{1,9}}(?P<cue>{_PASSIVE}\s+{_SENT}{_WHEN}\s+(?:by|on\s+behalf\s+of))\s+(?P<rest>\S.*)",
    re.IGNORECASE,
)
TEXT_OF = re.compile(
    rf"(?:(?:the\s+)?(?:following|below|here)\s+(?:is|are)\s+{_GIVEN}{{0,6}}|"
    rf"(?:the\s+)?(?:full\s+|unofficial\s+)?(?:text|translation)\s+of\s+(?:the\s+|an?\s+)?)"
    rf"(?P<cue>{_KIND}{_NOUN}\s+(?:(?:{_SENT}|attributable|attributed)(?:\s+today)?\s+)?(?:by|from|of|to))"
    rf"\s+(?P<rest>\S.*)",
    re.IGNORECASE,
)
ISSUES = re.compile(
    rf"(?P<source>\S[^:;“”\"]{{1,1200}}?)\s+(?P<cue>(?:today\s+|jointly\s+|also\s+)?(?:has\s+|have\s+)?"
    rf"(?:issues?d?|releases?d?|made|makes?|adopts?|adopted|published|publish|delivered|sent)\s+"
    rf"(?:today\s+)?the\s+following\s+{_KIND}{_NOUN})\b(?P<rest>[^“”\"]{{0,200}})",
    re.IGNORECASE,
)

#: Where the name ends: at what the statement is about, or its occasion.
_ABOUT = re.compile(
    r",?\s+(?:on(?!\s+behalf)|regarding|concerning|following|after|during|about|ahead\s+of|upon|"
    r"today|yesterday|in\s+(?:response|connection|support|reaction|reply|advance|relation|light|\d)|"
    r"at\s+the\s+(?:\w+\s+)?(?:end|start|close|conclusion|opening|launch|meeting|summit|conference|session)|"
    r"to\s+(?:the\s+)?(?:press|media)|with\s+(?:regard|respect)|to\s+mark|"
    r"condemning|commending|welcoming|marking|announcing|honoring|honouring|celebrating|observing|"
    r"commemorating|congratulating|calling|expressing|urging|supporting|rejecting|denouncing|"
    r"recogni[sz]ing|outlining|ending|launching)\b|\s+[–—-]\s|:\s|\s*\|",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<=[^\W\d_]{4})\.\s+(?=[A-Z“\"])|(?<=\))\.\s+(?=[A-Z“\"])")
_FRONTED = re.compile(
    r"(?:(?:on|in|after|following|today|earlier|regarding|asked|at|upon|responding|amid|during|"
    r"yesterday|late|meanwhile|in\s+response|speaking|with)\b[^,]*,\s*)(?:\d{4},\s*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LeadIn:
    """`body`: where what is said begins, which is the line's end if nothing is said on it."""

    line: Span
    source: Span
    cue: Spans
    body: int


def read_lead_in(text: str, line: Span) -> LeadIn | None:
    """The line as a lead-in, if it has the form of one."""
    if line[1] - line[0] < 12:
        return None
    lead = text[line[0] : min(line[1], line[0] + LONGEST)]
    folded = lead[:400].casefold()
    if "attribut" not in folded and not ("follow" in lead.casefold() or " of " in folded):
        return None
    for form in (ATTRIBUTABLE, RELEASED, TEXT_OF):
        match = form.match(lead)
        if match:
            return _with_name_behind(text, line, match)
    return _with_name_before(text, line, ISSUES.match(lead))


def _with_name_behind(text: str, line: Span, match: re.Match[str]) -> LeadIn | None:
    offset = line[0]
    name = name_at(text, offset + match.start("rest"), offset + match.end("rest"))
    if name is None:
        return None
    cue = (offset + match.start("cue"), offset + match.end("cue"))
    return LeadIn(line, name, (cue,), _body(text, name[1], line[1]))


def _with_name_before(text: str, line: Span, match: re.Match[str] | None) -> LeadIn | None:
    if match is None:
        return None
    start = line[0] + match.start("source")
    fronted = _FRONTED.match(text, start, line[0] + match.end("source"))
    source = trim(text, fronted.end() if fronted else start, line[0] + match.end("source"))
    if source is None or not any(c.isupper() for c in text[source[0] : source[1]]):
        return None
    cue = (line[0] + match.start("cue"), line[0] + match.end("cue"))
    return LeadIn(line, source, (cue,), _body(text, cue[1], line[1]))


def name_at(text: str, start: int, end: int) -> Span | None:
    """The name or names that begin at start, without occasion, subject and closing sign."""
    stop = _STOP.search(text, start, end)
    limit = stop.start() if stop else end
    about = _ABOUT.search(text, start + 1, limit)
    if about:
        limit = about.start()
    span = trim(text, start, limit)
    while span and text[span[1] - 1] in ":,;–—-":
        span = trim(text, span[0], span[1] - 1)
    if span and text[span[1] - 1] == "." and not re.search(r"\b[A-Z]\.$", text[span[0] : span[1]]):
        span = (span[0], span[1] - 1)
    if span is None or not any(c.isalpha() for c in text[span[0] : span[1]]):
        return None
    return span


def _body(text: str, start: int, end: int) -> int:
    """Where what is said begins: behind the colon or the full stop that ends the lead-in."""
    colon = text.find(":", start, end)
    stop = _STOP.search(text, max(start - 6, 0), end)
    places = [at for at in (colon + 1 if colon >= 0 else 0, stop.end() if stop else 0) if at]
    rest = trim(text, min(places), end) if places else None
    return rest[0] if rest else end
