"""What stands in brackets beside a label: a state, an office, an outlet, a person, or a note."""

from __future__ import annotations

import re
from dataclasses import dataclass

from memcon.layout.labels.words import OFFICES, PARTICLES
from memcon.spans import Span

_LAST = re.compile(r"\s*([(\[]([^()\[\]]{0,90})[)\]])\s*$")
_TIME = re.compile(r"\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?\s*", re.IGNORECASE)
#: How something is said, or by what way it is printed: “spoke in French”, “via interpreter”.
_NOTE = re.compile(
    r"\b(?:spoke|speaks?|speaking|spoken|translat\w+|interpret\w+|answer(?:s|ed|ing)?|asked|asks|"
    r"reading|reads|continu\w+|inaudible|off[- ]?mi[ck]\w*|laugh\w+|interject\w+|interrupt\w+|"
    r"through|via|by\s+video|in\s+(?:his|her|their)\s+(?:national\s+)?capacity|during|presiding|"
    r"from\s+the\s+floor)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Prof|Hon|H\.\s?E)\b\.?\s+\w"
)
_NAME = re.compile(r"[A-Z][\w.’'-]+(?:\s(?:[A-Z][\w.’'-]*|de|van|von|al|bin|der|la|el)){1,4}")
#: So many brackets in a row, as “(North Weir) (Con) (14:05)”.
_MOST = 3


@dataclass(frozen=True, slots=True)
class Aside:
    """Brackets with what stands between them."""

    whole: Span
    words: Span


def asides_behind(text: str, span: Span) -> tuple[Span, list[Aside]]:
    """The span without the brackets that end it, and these, in their order."""
    start, end = span
    asides: list[Aside] = []
    for _ in range(_MOST):
        found = _LAST.search(text[start:end])
        if not found:
            break
        whole, words = found.span(1), found.span(2)
        asides.insert(
            0, Aside((start + whole[0], start + whole[1]), (start + words[0], start + words[1]))
        )
        end = start + found.start()
    return (start, end), asides


def is_note(text: str, aside: Aside) -> bool:
    """Whether the brackets tell how it is said, or when, and not who or from where somebody is."""
    words = text[aside.words[0] : aside.words[1]]
    return bool(_NOTE.search(words) or _TIME.fullmatch(words))


def person_in(text: str, source: Span, kind: str, asides: tuple[Span, ...]) -> Span | None:
    """The person, or the outlet, in brackets behind a label that is a part or an office alone.

    “The Deputy Speaker (Ms Holt)”, “Question (The Weekly Lamp)”; not “Mr. Orlev (Kestria)”.
    """
    if not asides or kind not in ("part", "office"):
        return None
    words = text[source[0] : source[1]].split()
    first, *others = asides
    told = text[first[0] : first[1]]
    name = told.split(",")[0].rstrip()
    span = (first[0], first[0] + len(name))
    if kind == "part":
        return span if name[:1].isupper() else None
    bare = words[0] in ("The", "Madam", "Madame") or all(
        w.strip(".,").casefold() in OFFICES | PARTICLES for w in words
    )
    if not bare or others or not (_TITLED.match(name) or _NAME.fullmatch(name)):
        return None
    return span
