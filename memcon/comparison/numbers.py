"""Numbers of a text and what they count, in one form: “two hundred”, “1.5 billion”, “20 per cent”.

Left out are dates and clock times, which are no counts, “one”, which hardly ever is one, and the two
parties themselves (“the two sides”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from memcon.actors.groups import COUNTRIES, PARTIES
from memcon.actors.reading import Reading
from memcon.comparison.hedges import bound_before
from memcon.language.inflection import singular
from memcon.meeting.datewords import find_date_words
from memcon.record import Span
from memcon.spans import overlap

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {w: n for n, w in enumerate(_ONES)} | {w: 10 * n for n, w in enumerate(_TENS, start=2)}
_SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, "k": 1_000, "dozen": 12,
}  # fmt: skip
NUMBER_WORDS = frozenset((*_VALUES, *_SCALES, *(f"{w}s" for w in _SCALES)))
_SIGNS = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee", "₽": "ruble"}
_CURRENCIES = {*_SIGNS.values(), "franc", "krone", "krona", "dinar", "peso", "yuan", "lira"}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_ORDINALS = {
    "tenth": 10, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
_WORD = rf"(?:{'|'.join(sorted((*_ONES, *_TENS), key=len, reverse=True))})"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen)"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = re.compile(
    rf"(?P<sign>(?:US|A|C|NZ|HK)?[$£€¥₹₽])?(?<![\w.,:/–-])(?P<body>(?:{_DIGITS})(?:\s?(?:mn|bn|tn|m|k)\b"
    rf"|(?:[\s-]{_SCALE})+\b)?"
    rf"|(?:an?\s+(?={_SCALE}\b))?(?:{_WORD}|{_SCALE})(?:(?:[\s-]|\s+and\s+)(?:{_WORD}|{_SCALE}))*\b)"
    r"(?P<percent>\s?%|[\s-]per\s?cent\b)?(?!\w|[:/]\d|\.\d)",
    re.I,
)
_FRACTION = re.compile(
    r"\b(?:(?P<by>by)\s+)?(?P<words>(?:(?P<count>an?|one|two|three|four)[\s-])?"
    r"(?P<part>half|third|quarter|fifth|tenth)s?)\b(?P<of>\s+(?:of|the|its|their|all)\b)?",
    re.I,
)
#: “The 30th anniversary” is told elsewhere as 30 years.
_ANNIVERSARY = re.compile(
    rf"(?P<number>\d+(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})\s+(?:anniversary|birthday)\b", re.I
)
_TWICE = re.compile(r"\b(?:twice|thrice)\b", re.I)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
#: What stands before a number that is a name: “Article 51”, “Resolution 2231”.
_NAMED = {"article", "articles", "resolution", "chapter", "section", "no", "number", "covid", "g", "p",
          "annex", "paragraph", "flight", "room", "vol", "page"}  # fmt: skip
_SAME_UNIT = {"occasion": "time", "people": "person", "persons": "person", "men": "man",
              "women": "woman", "children": "child", "metre": "meter", "kilometre": "kilometer",
              "tonne": "ton", "km": "kilometer", "usd": "dollar", "percent": "share"}  # fmt: skip
_COUNTED = {"nummod", "quantmod", "compound", "amod", "poss", "nmod"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts.

    :param words: with the word that says how exact it is, if there is one: “around two hundred”.
    :param bound: how exact: `` (as it stands), `~`, `>` or `<`.
    :param unit: what is counted, in the singular; `share` for a part of a whole; "" if not told.
    :param noun: the words from the number to what is counted.
    """

    words: str
    span: Span
    value: Fraction
    bound: str
    unit: str
    noun: str

    @property
    def measure(self) -> str:
        """What it is a number of, whatever it is counted in: sums of all currencies are money."""
        return "money" if self.unit in _CURRENCIES else self.unit

    @property
    def normal(self) -> str:
        """The form in which it is compared: `25000000 dollar`."""
        value = self.value
        exact = str(value.numerator) if value.denominator == 1 else f"{float(value):.6g}"
        return f"{exact} {self.unit}".strip()


def find_quantities(reading: Reading) -> Iterator[Quantity]:
    """The numbers of a text, in order."""
    text = reading.words.text
    dates = [d.span for d in find_date_words(text)]
    found: list[tuple[Span, Fraction, str | None]] = []
    for match in _FRACTION.finditer(text):
        if match["by"] or match["of"]:
            parts = _PARTS[match["part"].lower()]
            count = {"a": 1, "an": 1}.get((match["count"] or "a").lower())
            count = count or _VALUES[match["count"].lower()]
            found.append((match.span("words"), Fraction(count, parts), "share"))
    taken = [span for span, _, _ in found]
    for match in _NUMBER.finditer(text):
        span = (match.start("sign") if match["sign"] else match.start("body"), match.end())
        body = match["body"].lower()
        if overlap((span,), (*dates, *taken)) or body in {"one", "a", "an"}:
            continue
        if match["percent"]:
            found.append((span, _value(body) / 100, "share"))
        elif match["sign"]:
            found.append((span, _value(body), _SIGNS[match["sign"][-1]]))
        elif not _is_name(text, span, body):
            found.append((span, _value(body), None))
    for match in _TWICE.finditer(text):
        found.append((match.span(), Fraction(2 if match[0].lower() == "twice" else 3), "time"))
    for match in _ANNIVERSARY.finditer(text):
        ordinal = match["number"].lower()
        found.append((match.span(), Fraction(_ORDINALS.get(ordinal) or int(ordinal[:-2])), "year"))
    for span, value, unit in sorted(found):
        quantity = _counted(reading, span, value, unit)
        if quantity:
            yield quantity


def _value(body: str) -> Fraction:
    tokens = re.findall(r"[a-z]+|\d[\d,]*(?:\.\d+)?", body)
    total, part = Fraction(0), Fraction(0)
    for token in tokens:
        if token[0].isdigit():
            part += Fraction(token.replace(",", ""))
        elif token in _VALUES:
            part += _VALUES[token]
        elif token in _SCALES:
            scale = _SCALES[token]
            part = (part or Fraction(1)) * scale
            if scale >= 1_000:
                total, part = total + part, Fraction(0)
    return total + part


def _is_name(text: str, span: Span, body: str) -> bool:
    """Whether the number is a year, a clock time or a part of a name."""
    before = re.findall(r"[\w’']+", text[max(0, span[0] - 24) : span[0]])
    if before and before[-1].casefold() in _NAMED:
        return True
    if re.match(r"\s?(?:a\.?m\b|p\.?m\b|o’clock|o'clock|GMT|st\b|nd\b|rd\b|th\b)", text[span[1] :]):
        return True
    behind = text[span[1] : span[1] + 1]
    if behind in "-–’'" and behind:
        return True  # “two-state”, “the 1990’s”
    if re.match(r"[A-Z]", text[span[0] :]) and re.match(r"\s[A-Z]", text[span[1] :]):
        return True  # “the Palace of the Seven Gates”
    # “2,000” and “2000 soldiers” are counts; a year stands where nothing is counted.
    return bool(_YEAR.fullmatch(body)) and not re.match(r"\s[a-z]+s\b", text[span[1] :])


def _counted(reading: Reading, span: Span, value: Fraction, unit: str | None) -> Quantity | None:
    text = reading.words.text
    inside = reading.inside(span)
    if not inside:
        return None
    last, end = inside[-1], span[1]
    if unit is None or unit == "share":
        noun = _noun(reading, last)
        if unit is None and noun is not None:
            low = reading.low[noun]
            if low in PARTIES | COUNTRIES and value <= 6:
                return None
            unit = singular(low)
            unit = _SAME_UNIT.get(low) or _SAME_UNIT.get(unit, unit)
            end = max(end, reading.end[noun])
        if unit is None and value <= 10:
            return None  # “the three of them”, “in two”: nothing is counted
    elif reading.low[last] == "twice":
        end = span[1]
    start, bound = bound_before(text, span[0])
    return Quantity(
        " ".join(text[start : span[1]].split()), (start, span[1]), value, bound, unit or "",
        " ".join(text[span[0] : end].split()),
    )  # fmt: skip


def _noun(reading: Reading, last: int) -> int | None:
    """The noun that is counted, behind the number: by its syntax, else the last of the next words."""
    i = last
    for _ in range(4):
        head = reading.head[i]
        if reading.dep[i] not in _COUNTED or head == i:
            break
        i = head
    if last < i <= last + 5 and reading.form[i][0].isalpha():
        return i
    j = last + 1
    if j < len(reading) and reading.low[j] == "of":
        return None
    while (
        j < len(reading)
        and j <= last + 3
        and reading.form[j].isalpha()
        and reading.dep[j] in {"compound", "amod", "nmod"}
    ):
        j += 1
    if j < len(reading) and j > last and reading.dep[j] in {"pobj", "dobj", "nsubj", "attr", "nsubjpass",
                                                            "npadvmod", "conj", "appos"}:  # fmt: skip
        return (
            j
            if reading.form[j][0].isalpha() and reading.sentence[j] == reading.sentence[last]
            else None
        )
    return None
