"""Candidates: the noun phrases of a statement that may be what it is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from memcon.actors.phrases import HUMAN, noun_phrase
from memcon.actors.pronouns import ARTICLES, INDEFINITE, PRONOUNS, RELATIVE
from memcon.actors.reading import Reading
from memcon.actors.titles import HONORIFICS, OFFICES
from memcon.language.inflection import singular
from memcon.topics.shells import EMPTY, NO_BEGINNING, NO_TOPICS, SHELLS

_NOUNS = {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "dative", "ROOT"}
#: Parts that only a verb has.
_OF_VERBS = {"nsubj", "nsubjpass", "aux", "auxpass", "dobj", "xcomp", "ccomp", "advcl"}
#: Parts that only a noun has.
_OF_NOUNS = {"det", "poss", "compound", "amod"}
_NO_ENTITY = {"DATE", "TIME", "ORDINAL", "CARDINAL", "PERCENT", "MONEY", "QUANTITY", "PERSON"}
#: Prepositions by which one noun is about another.
_ABOUT = {"on", "about", "against", "over", "concerning", "regarding"}
#: People that are a matter of talks more often than they speak.
_SPOKEN_OF = {"refugee", "immigrant", "migrant", "prisoner", "hostage", "detainee", "victim"}
_NO_BEGINNING = NO_BEGINNING | ARTICLES | PRONOUNS | RELATIVE
#: Quotation marks and brackets are the text's, not the topic's; the apostrophe in “Ossel’s” stays.
_MARKS = re.compile(r"[“”„«»‹›\"\[\](){}‘]|’(?!\w)(?<!s’)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that may be a topic.

    :param words: as printed, without the articles and grades at its beginning.
    :param key: the singulars of its telling words; a state is its code (“Kestrian” is Kestria).
    :param first: index of its first word; `last` that of its last.
    """

    words: str
    key: frozenset[str]
    first: int
    last: int


def find_phrases(
    reading: Reading,
    content: Iterable[int],
    codes: Mapping[int, str],
    places: Collection[str] | None = None,
) -> list[Phrase]:
    """Candidate topics of a content, in the order of the text.

    “The settlement of the border issue” is one phrase, not two; but a state stands by itself as well.

    :param content: indices of its words.
    :param codes: code of the state that each word names.
    :param places: capitalised words of the text, of which one may be a place whose adjective another is;
        found if left out, which for many contents of one text is better done once.
    """
    names = frozenset(reading.vocabulary) if places is None else places
    inside = set(content)
    if not inside:
        return []
    low, high = min(inside), max(inside)
    out: list[Phrase] = []
    covered = -1
    for i in sorted(inside):
        named = i in codes and (reading.dep[i] == "poss" or _wrapped(reading, i))
        if not named and (reading.dep[i] not in _NOUNS or (i <= covered and i not in codes)):
            continue
        first, last = _extended(reading, i)
        first, last = max(first, low), min(last, high)
        if not _is_topic(reading, i):
            # “The keeper of the Lamp Office” is somebody, and so the office is no topic either.
            whole = _is_somebody(reading, i) or _is_predicate(reading, i)
            covered = max(covered, last if whole else i)
            continue
        if i <= covered or named:
            first = last = i
        covered = max(covered, last)
        if _is_somebody(reading, last):
            covered = max(covered, min(noun_phrase(reading, last)[1], high))
        key = {_part(reading, j, codes, names) for j in range(first, last + 1)} - {""}
        if key:
            out.append(_phrase(reading, first, last, frozenset(key), codes))
    return out


def _extended(reading: Reading, noun: int) -> tuple[int, int]:
    """Ends of the phrase around a noun, “the accord on water” and “protection against floods” whole."""
    first, last = noun_phrase(reading, noun)
    for child in reading.children[noun]:
        if child == last + 1 and reading.dep[child] == "prep" and reading.low[child] in _ABOUT:
            for inner in reading.children[child]:
                if reading.dep[inner] == "pobj" and reading.entity[inner] not in _NO_ENTITY:
                    last = max(last, noun_phrase(reading, inner)[1])
    return first, last


def _phrase(
    reading: Reading, first: int, last: int, key: frozenset[str], codes: Mapping[int, str]
) -> Phrase:
    begin = first
    # “US” is no pronoun where it is a state.
    while (
        begin < last
        and begin not in codes
        and (reading.low[begin] in _NO_BEGINNING or not reading.form[begin][0].isalnum())
    ):
        begin += 1
    words = " ".join(_MARKS.sub("", reading.text(begin, last)).split())
    return Phrase(words.strip(" ,;:.–—-"), key, first, last)


def _is_topic(reading: Reading, i: int) -> bool:
    if reading.dep[i] == "conj" and not _joined_to_noun(reading, i):
        return False
    parts = {reading.dep[c] for c in reading.children[i]}
    if parts & _OF_VERBS or (reading.dep[i] == "ROOT" and not parts & _OF_NOUNS):
        return False
    return (
        reading.form[i][0].isalpha()
        and reading.low[i] not in RELATIVE | PRONOUNS | INDEFINITE
        and (singular(reading.low[i]) not in NO_TOPICS or _is_compound(reading, i))
        and not _is_somebody(reading, i)
        and not _is_predicate(reading, i)
        and reading.entity[i] not in _NO_ENTITY
    )


def _wrapped(reading: Reading, i: int) -> bool:
    """“The Kestria crisis”: a state before a noun that only says that it is a matter."""
    return reading.same_paragraph(i, i + 1) and singular(reading.low[i + 1]) in SHELLS


def _is_predicate(reading: Reading, i: int) -> bool:
    """“Described her as a seasoned sailor”: this is what is said of her, not what it is about."""
    return reading.dep[i] == "pobj" and reading.low[reading.head[i]] == "as"


def _is_compound(reading: Reading, i: int) -> bool:
    """“Peace talks” are a topic, though “talks” are none."""
    return any(
        reading.dep[c] == "compound"
        and {reading.low[c], singular(reading.low[c])}.isdisjoint(EMPTY)
        for c in reading.children[i]
    )


def _is_somebody(reading: Reading, i: int) -> bool:
    if singular(reading.low[i]) in _SPOKEN_OF:
        return False
    if reading.form[i][0].isupper() and any(
        reading.dep[c] == "compound" and reading.low[c] in OFFICES for c in reading.children[i]
    ):  # “Foreign Minister Harnes”, whatever the entity recogniser thinks of the name
        return True
    return reading.entity[i] == "PERSON" or any(
        word in OFFICES or word in HONORIFICS or word in HUMAN
        for word in (reading.low[i], singular(reading.low[i]))
    )


def _joined_to_noun(reading: Reading, i: int) -> bool:
    """“Security and trade”, but not “very good and innovative”."""
    head = reading.head[i]
    while reading.dep[head] == "conj" and reading.head[head] != head:
        head = reading.head[head]
    return reading.dep[head] in _NOUNS


def _part(reading: Reading, i: int, codes: Mapping[int, str], places: Collection[str]) -> str:
    """The word as a part of a topic's key, "" if it is no part of one."""
    low = reading.low[i]
    if i in codes:
        return codes[i]
    base = _place(reading.form[i], places) or singular(low)
    if not low[0].isalpha() or {low, base} & EMPTY or low in PRONOUNS | INDEFINITE:
        return ""
    if low in OFFICES or low in HONORIFICS or reading.entity[i] in _NO_ENTITY:
        return ""
    return base


#: Endings that make the adjective of a place, and what the place's own name has in their stead.
_ADJECTIVES = (("ian", "ia"), ("ian", "e"), ("ian", ""), ("ean", ""), ("an", "a"), ("an", ""),
               ("ese", ""), ("ish", ""), ("ine", "ina"), ("i", ""))  # fmt: skip


def _place(form: str, places: Collection[str]) -> str:
    """The place, in lower case, of whose name the word is the adjective, if the text names it too.

    States of the table have their codes; this is for all other places: “Corranian” is Corran's.
    """
    if not form[0].isupper() or len(form) < 5:
        return ""
    for ending, own in _ADJECTIVES:
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 2 and stem + own in places:
            return (stem + own).lower()
    return ""
