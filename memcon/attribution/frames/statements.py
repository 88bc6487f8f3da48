"""Statements and readouts: all that follows a lead-in or stands under a heading is its speaker's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from memcon.attribution.relation import Relation
from memcon.document import Genre
from memcon.layout.furniture import without_closing
from memcon.layout.headings import byline, statement_heading
from memcon.layout.leadins import LeadIn, read_lead_in
from memcon.layout.rows import FIRST_PERSON
from memcon.spans import Span

#: In a press report a lead-in gives the rest of the text only if it stands in the first lines.
HEAD = 6

_SAID = re.compile(r"\b(?:said|says|stated|told|added|announced|declared|stressed)\b")
_BEGIN = re.compile(r"\W*(?:begin|start)\s+(?:of\s+)?text\W*", re.IGNORECASE)
_END = re.compile(r"\W*end\s+(?:of\s+)?(?:the\s+)?text\W*", re.IGNORECASE)


def find_statements(
    text: str, lines: list[Span], quoted: list[Span], genre: Genre
) -> list[Relation]:
    """Frames of lead-ins; where there is none, of the heading.

    :param quoted: quoted stretches in the order of the text.
    """
    found = [lead for line in lines if (lead := read_lead_in(text, line))]
    begins = [i for i, line in enumerate(lines) if _is_mark(text, line, _BEGIN)]
    ends = [line[0] for line in lines if _is_mark(text, line, _END)]
    if not found:
        heading = statement_heading(text, lines, given=bool(begins)) or byline(
            text, lines, plural=genre != "report"
        )
        if heading is None or _is_narrated(text, heading.body, quoted):
            return []
        found = [heading]
    out = []
    starts = [q[0] for q in quoted]
    for number, lead in enumerate(found):
        start = _skip_mark(text, lines, begins, lead)
        limit = found[number + 1].line[0] if number + 1 < len(found) else len(text)
        closing = bisect_left(ends, start)
        if closing < len(ends):
            limit = min(limit, ends[closing])
        at = bisect_left(starts, start)
        if at < len(starts) and not text[start : starts[at]].strip():
            limit = min(limit, _end_of_quotation(text, lines, quoted, at, limit, genre))
        elif genre == "report" and bisect_left(lines, lead.line) >= HEAD:
            continue
        content = without_closing(text, start, limit)
        if content:
            out.append(Relation((lead.source,), lead.cue, (content,), frame=True, verbatim=True))
    return out


def _is_narrated(text: str, start: int, quoted: list[Span]) -> bool:
    """Whether somebody else tells what the speaker of the heading said, and quotes it.

    “Statement by the Minister / The Minister said: “…” She announced …”: outside the quotations nobody
    says “I” or “we”, and somebody “said”.
    """
    outside, at = [], start
    for a, b in quoted:
        if a >= at:
            outside.append(text[at:a])
            at = b
    if at == start:
        return False
    told = " ".join([*outside, text[at:]])
    return bool(_SAID.search(told)) and not FIRST_PERSON.search(told)


def _end_of_quotation(
    text: str, lines: list[Span], quoted: list[Span], at: int, limit: int, genre: Genre
) -> int:
    """End of what is said if it is quoted: the text goes on in its author's own words."""
    end = quoted[at][1]
    while at + 1 < len(quoted) and not text[end : quoted[at + 1][0]].strip():
        at += 1
        end = quoted[at][1]
    line_end = lines[bisect_left(lines, (end,)) - 1][1]
    return end if genre == "report" or end >= line_end else limit


def _is_mark(text: str, line: Span, mark: re.Pattern[str]) -> bool:
    return line[1] - line[0] < 40 and bool(mark.fullmatch(text[line[0] : line[1]]))


def _skip_mark(text: str, lines: list[Span], begins: list[int], lead: LeadIn) -> int:
    """Where the content begins: behind “Begin text” if that stands within a few lines."""
    here = bisect_right(lines, lead.line)
    at = bisect_left(begins, here)
    if at < len(begins) and (begins[at] - here < 8):
        return lines[begins[at]][1]
    return lead.body
