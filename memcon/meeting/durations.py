"""How long something lasted: “around two hours”, “a 90-minute call”, “from 3 to 5 p.m.”.

The value is an ISO 8601 duration in the units that the text uses: `PT2H`, `PT90M`, `P3D`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.spans import Span

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_NUMBER = (
    rf"(?:\d+(?:\.\d+)?|(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_ONES[1:10])}))?"
    rf"|{'|'.join(sorted(_ONES[1:], key=len, reverse=True))})"
)
_ROUGHLY = (
    r"(?:around|about|approximately|some|roughly|nearly|almost|close\s+to|just\s+over|just\s+under"
    r"|well\s+over|a\s+little\s+over|over|under|more\s+than|less\s+than|at\s+least|up\s+to)"
)
_UNIT = r"(?:hour|minute|day)"
_DURATION = re.compile(
    rf"\b(?:for\s+)?(?P<words>(?:(?P<roughly>{_ROUGHLY})\s+)?(?:"
    rf"(?P<halves>half\s+an\s+hour)"
    rf"|(?P<one>an?|one)\s+(?P<oneunit>{_UNIT})(?:\s+and\s+(?P<onehalf>a\s+half|a\s+quarter))?"
    rf"|(?P<number>{_NUMBER})(?P<half>\s+and\s+a\s+half)?[\s-]+(?P<unit>{_UNIT})s?"
    rf"(?:\s+and\s+(?P<minutes>{_NUMBER})\s+minutes|(?P<behind>\s+and\s+a\s+half))?"
    rf"|(?P<long>hour|half-hour|day)-?long|(?P<halfhour>half[\s-]hour)))(?!\w|-long)",
    re.I,
)
_CLOCK = re.compile(
    r"\b(?P<words>(?:from|between)\s+(?P<h1>\d{1,2})(?:[:.](?P<m1>\d\d))?\s*(?P<p1>[ap]\.?m\.?)?"
    r"\s*(?:to|until|till|and|-|–)\s*(?P<h2>\d{1,2})(?:[:.](?P<m2>\d\d))?\s*(?P<p2>[ap]\.?m\.?|o’clock|o'clock)?)",
    re.I,
)
#: What is so long before, behind or within is no duration of a meeting.
_ELSE = re.compile(
    r"\s+(?:ago|later|earlier|before|after\s+(?!talks)|apart|away|notice|old)\b", re.I
)
_WITHIN = re.compile(r"\b(?:within|in|every|after|last|next|past|first|per)(?:\s+the)?\s+$", re.I)
_OF_TALKS = re.compile(
    r"\s+of\s+(?:\w+\s+){0,2}(?:talks|discussions?|negotiations|conversations?|meetings?|consultations)\b"
)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in the words of the text.

    :param value: ISO 8601.
    :param approximate: whether a word such as “around” or “more than” says that it is not exact.
    """

    words: str
    span: Span
    value: str
    approximate: bool


def find_durations(text: str, start: int = 0, end: int | None = None) -> Iterator[Duration]:
    """Lengths of time in a part of the text, in order; “two hours ago” is none."""
    stop = len(text) if end is None else end
    for match in _DURATION.finditer(text, start, stop):
        talks = _OF_TALKS.match(text, match.end("words"))
        if _ELSE.match(text, match.end("words")) or (
            _WITHIN.search(text, max(start, match.start() - 12), match.start()) and not talks
        ):
            continue
        value = _value(match)
        if value:
            yield Duration(match["words"], match.span("words"), value, match["roughly"] is not None)
    for match in _CLOCK.finditer(text, start, stop):
        value = _between(match)
        if value:
            yield Duration(match["words"], match.span("words"), value, False)


def _value(match: re.Match[str]) -> str | None:
    if match["halves"] or match["halfhour"] or (match["long"] or "").lower() == "half-hour":
        return "PT30M"
    if match["long"]:
        return "PT1H" if match["long"].lower() == "hour" else "P1D"
    if match["oneunit"]:
        part = match["onehalf"] or ""
        extra = 30 if "half" in part else 15 if part else 0
        return _written(1, match["oneunit"], extra)
    count = _number(match["number"])
    extra = 30 if match["half"] or match["behind"] else 0
    if match["minutes"]:
        extra = int(_number(match["minutes"]))
    return _written(count, match["unit"], extra)


def _written(count: float, unit: str, minutes: int) -> str | None:
    unit = unit.lower()
    if unit == "day":
        return f"P{int(count)}D" if count == int(count) and not minutes else None
    if unit == "minute":
        return f"PT{int(count)}M" if count == int(count) and not minutes else None
    minutes += round((count - int(count)) * 60)
    return (
        f"PT{int(count)}H" * (count >= 1) + ("PT" * (count < 1)) + (f"{minutes}M" * bool(minutes))
    )


def _number(words: str) -> float:
    low = words.lower().replace("-", " ")
    if low[0].isdigit():
        return float(low)
    return sum(_TENS.get(word) or _ONES.index(word) for word in low.split())


def _between(match: re.Match[str]) -> str | None:
    """From 3 to 5 p.m.: a clock must be meant, so one of the two says a.m., p.m. or minutes."""
    if not (match["p1"] or match["p2"] or (match["m1"] and match["m2"])):
        return None
    second = match["p2"] if match["p2"] and match["p2"][0].lower() in "ap" else None
    begin, finish = int(match["h1"]), int(match["h2"])
    if max(begin, finish) > 23 or (second and (begin > 12 or finish > 12)):
        return None
    half = {"a": 0, "p": 12}
    to = finish % 12 + half[second[0].lower()] if second else finish
    if match["p1"]:
        since = begin % 12 + half[match["p1"][0].lower()]
    elif second:
        since = begin % 12 + half[second[0].lower()]
        since -= 12 * (since > to)
    else:
        since = begin
    minutes = (to - since) * 60 + int(match["m2"] or 0) - int(match["m1"] or 0)
    if minutes <= 0:
        return None
    hours, rest = divmod(minutes, 60)
    return "PT" + f"{hours}H" * bool(hours) + f"{rest}M" * bool(rest)
