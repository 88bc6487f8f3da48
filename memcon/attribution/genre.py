"""The genre of a publication, from its form: who prints labels, headings and lead-ins, and how."""

from __future__ import annotations

import re

from memcon.document import Genre
from memcon.layout.headings import first_person, is_byline, statement_heading
from memcon.layout.leadins import LeadIn, read_lead_in
from memcon.layout.reading import Layout
from memcon.spans import Span

#: Lines of the heading, and code points of one that is read.
HEAD, WIDTH = 5, 400

_JOINT = re.compile(
    r"\bjoint\s+(?:press\s+|media\s+|ministerial\s+|leaders[’']\s+|vision\s+)?"
    r"(?:statement|communiqu[ée]|declaration|press\s+release|release)|"
    r"\bcommuniqu[ée]\b|\b(?:leaders|ministers)[’']?\s+(?:statement|declaration)\b",
    re.IGNORECASE,
)
#: “Ministers issue joint statement on trade” is a report about one.
_TOLD = re.compile(
    r"\b(?:issues?d?|sign(?:s|ed)?|releases?d|adopt(?:s|ed)?|agree[sd]?|calls\s+(?:on|for)|says?|said|after|"
    r"urges?|slams?|hails?|rejects?|welcomes?|in)\b"
)
_READOUT = re.compile(
    r"^read-?out\b|\b(?:(?:call|meeting|conversation|talks|consultations)\s+"
    r"(?:with|between)|(?:visit|travel)\s+(?:of|to))\b|^office\s+of\s+(?:the\s+)?(?:\w+\s+)?(?:spokes\w+|press|president|"
    r"prime|minister|secretary)|^press\s+(?:release|service|office|statement|communiqu)|^media\s+"
    r"(?:note|release|statement)|^ministry\s+of\b|^department\s+of\b|^embassy\s+of\b|^information\s+"
    r"on\b|^for\s+immediate\s+release|\bspokes(?:person|man|woman)[’']s\s+(?:office|remarks)|"
    r"^statement\s+(?:on|attributable)\b|\b(?:meets?|met|receive[sd]?|speaks?|spoke|holds?|held)\s+"
    r"(?:with\s+|talks\s+)?.*\b(?:minister|president|secretary|ambassador|premier|chancellor|chair\w*)",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"^(?:remarks|speech|address|interview|transcript|press\s+conference)\b|"
    r"\b(?:transcript|press\s+conference|press\s+briefing|remarks)\s*$",
    re.IGNORECASE,
)
_SIDES = re.compile(r"\b(?:governments|ministers|leaders|heads|members|representatives)\b| and |, ")
#: “GENEVA, May 9 (Agency) --”: capitals or an agency in brackets before the dash.
_DATELINE = re.compile(r"(?=.{0,40}(?:[A-Z]{4}|\())[A-Z][^–—―.:;!?“”\"]{2,60}\s*(?:--|[–—―]|-)\s")


def tell_genre(layout: Layout) -> Genre:
    """The genre; `report` where the form tells of none of the others.

    A conversation in turns is a transcript if most of the text is turns; an excerpt at the end of a
    report does not make it one.
    """
    text, lines = layout.text, layout.rows
    turns = layout.turns()
    if turns and 2 * (turns[-1].body[-1][1] - turns[0].begin) > len(text):
        return "transcript"
    head = lines[:HEAD]
    if any(b - a > 100 and _DATELINE.match(text, a, a + 90) for a, b in head):
        return "report"
    lead = next((x for line in head if (x := read_lead_in(text, line))), None)
    # A report quotes the statement that it tells of.
    if lead and text[lead.body : lead.body + 20].lstrip()[:1] in ("“", '"', "‘", "'", "«", "”"):
        lead = None
    if _is_joint(text, head, lead):
        return "joint statement"
    if lead:
        return "readout"
    named = [text[a : min(b, a + WIDTH)] for a, b in head[:2]]
    titles = [text[a : min(b, a + WIDTH)] for a, b in head if text[b - 1] not in '.!?”"']
    if any(_TALK.search(t) for t in named) and first_person(text, lines[0][1]):
        return "transcript"
    if statement_heading(text, lines):
        return "readout"
    if any(_READOUT.search(t) and not _TOLD.search(t) for t in titles):
        return "readout"
    return "readout" if any(is_byline(text, line) for line in head) else "report"


def _is_joint(text: str, head: list[Span], lead: LeadIn | None) -> bool:
    if lead:
        said = text[lead.line[0] : lead.line[1]].casefold()
        source = text[lead.source[0] : lead.source[1]]
        if "joint" in said or ("statement" in said and _SIDES.search(source)):
            return True
    for start, end in head[:2]:
        title = text[start : min(end, start + WIDTH)]
        if _JOINT.search(title) and not _TOLD.search(title) and title[-1] not in '.!?”"':
            return True
    return False
