"""Particulars: what a record states of itself before it begins: subject, date, place, who was there."""

from __future__ import annotations

import re

from memcon.spans import Span

_LONGEST = 600
#: What is stated, before a colon, a wide space or the end of the row.
_STATED = re.compile(
    r"(?P<what>(?:members\s+|also\s+)?present|participants?|attendees|attendance|subject|subj|re|date|time|place|"
    r"venue|location|copies\s+to|cc|from|to|fm|info|ref(?:erence)?s?|distr(?:ibution)?\.?|witnesses|"
    r"classification|tags|original|(?:provisional\s+)?agenda(?:\s+item)?(?:\s+\d\w*)?|delegations?|chair(?:man)?|"
    r"rapporteur|note[\s-]takers?|approved\s+by|drafted\s+by|drafting\s+office|symbol|language)"
    r"(?:\s*:\s*|\s{2,}|\t|$)",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"(?:FM|TO|INFO|SUBJ|REF)\s+[A-Z0-9]")
#: Symbols of documents, “A/79/461”, “EUCO 14/25”, and numbers of meetings and sessions.
_SYMBOL = re.compile(
    r"(?:[A-Z]{1,8}[ /.-])?[A-Z0-9]{1,8}(?:[./-][A-Z0-9().]{1,12}){1,5}(?:\s*\(?\d{0,4}\)?)?|"
    r"(?:document|resolution|press\s+release|no\.?|nr\.?)\s*(?:no\.?\s*)?[\w/.-]*\d[\w/.-]*|"
    r"[\w-]+\s+(?:(?:plenary|ordinary|special|extraordinary)\s+)?(?:session|meeting)|"
    r"agenda\s+items?\s+\d.{0,40}|(?:un)?classified|confidential\b.{0,40}|secret|restricted|limdis|exdis|nodis|"
    r"(?:original|distr\.?)\s*:.{1,40}|\(or\.\s+\w\w\)",
    re.IGNORECASE,
)
#: What a row states that is only a symbol, a number or a classification.
SYMBOL = "symbol"
#: Kinds of particulars under which rows of names may follow.
_LISTED = ("participant", "present", "attend", "delegation", "witness")


def stated(text: str, row: Span) -> str | None:
    """What the row states, in small letters; None if it states nothing of the kind."""
    words = text[row[0] : row[1]]
    if len(words) > _LONGEST:
        return None
    if found := _STATED.match(words):
        return found["what"].casefold()
    if len(words) < 80 and (_SYMBOL.fullmatch(words) or _ADDRESSED.match(words)):
        return SYMBOL
    return None


def has_names_below(what: str) -> bool:
    """Whether rows of names may follow a row that states this."""
    return any(part in what for part in _LISTED)
