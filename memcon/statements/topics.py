"""Topics: what statements are about, the same by whatever words the document has for it.

“The issue of Syria”, “the Syria crisis” and “resolution of the Syrian issue” are one: their common
nouns say only that something is a matter of debate, and what is left is the same state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from memcon.actors.phrases import noun_phrase
from memcon.actors.pronouns import ARTICLES, PRONOUNS, RELATIVE
from memcon.actors.reading import Reading
from memcon.actors.titles import HONORIFICS, OFFICES
from memcon.statements.inflection import singular

#: Nouns that tell only that there is a topic.
_FRAMES = {
    "issue", "crisis", "matter", "question", "problem", "situation", "topic", "subject", "case", "file",
    "resolution", "settlement", "solution", "development", "process", "conflict", "dispute", "affair",
    "field", "area", "level", "aspect", "regard", "respect", "role", "importance", "significance",
    "continuation", "need", "way", "part", "number", "variety", "kind", "sort", "view", "position",
    "stance", "effort", "measure", "step", "decision", "action", "program", "programme", "policy",
    "thing", "fact", "time", "year", "month", "week", "day", "people", "country", "nation", "side",
    "party", "official", "one", "word", "government", "state", "region", "world",
}  # fmt: skip
_NOUNS = {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "dative"}
#: Parts that only a verb has.
_OF_VERBS = {"nsubj", "nsubjpass", "aux", "auxpass", "dobj", "xcomp", "ccomp", "advcl"}
_NO_TOPIC = {"DATE", "TIME", "ORDINAL", "CARDINAL", "PERCENT", "MONEY", "QUANTITY", "PERSON"}
_SMALL = {"of", "and", "in", "on", "for", "to", "the", "a", "an", "'s", "'", "with", "this", "that",
          "these", "those", "its", "their", "our", "his", "her", "my", "your", "any", "all", "some",
          "no", "more", "very", "most", "such", "other", "same", "between", "over"}  # fmt: skip
#: Topics of one statement at most, the document's most frequent first.
_MOST = 4


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that may be a topic.

    :param key: what is left of it without frames and small words; the same key is the same topic.
    """

    words: str
    key: frozenset[str]


def phrases(reading: Reading, content: Iterable[int], codes: dict[int, str]) -> list[Phrase]:
    """Candidate topics of a content.

    :param codes: code of the state that each word names, so that “Syrian” and “Syria” are one.
    """
    out: list[Phrase] = []
    inside = set(content)
    covered = -1
    for i in sorted(inside):
        if reading.dep[i] not in _NOUNS or not _is_noun(reading, i):
            continue
        first, last = noun_phrase(reading, i)
        first, last = max(first, min(inside)), min(last, max(inside))
        if last <= covered and i not in codes:
            # “The settlement of the border issue” is one phrase, not two, but a state stands by itself.
            continue
        covered = max(covered, last)
        key = {_lemma(reading, j, codes) for j in range(first, last + 1)} - {""}
        if not key:
            continue
        while first < last and reading.low[first] in ARTICLES | _SMALL:
            first += 1
        out.append(Phrase(reading.text(first, last), frozenset(key)))
    return out


def group(found: dict[str, list[Phrase]], states: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Topics of each statement, every topic by the words that the document has for it most often.

    A phrase of several words whose key holds a more frequent key of the document is of that topic:
    “settlement of the Kestrian border issue” is about the Kestrian border.

    :param found: candidate topics by the id of the statement.
    :param states: name of each state by its code: a topic that is nothing but a state has its name.
    """
    counts = Counter(phrase.key for phrases in found.values() for phrase in set(phrases))
    home = {key: _home(key, counts) for key in counts}
    words: dict[frozenset[str], Counter[str]] = {}
    for phrases_ in found.values():
        for phrase in phrases_:
            words.setdefault(home[phrase.key], Counter())[phrase.words] += 1
    totals = {key: sum(count.values()) for key, count in words.items()}
    names = {key: _commonest(count) for key, count in words.items()}
    names |= {
        key: states[code] for key in names for code in key if len(key) == 1 and code in states
    }
    out = {}
    for id, phrases_ in found.items():
        keys = list(dict.fromkeys(home[phrase.key] for phrase in phrases_))
        keys.sort(key=lambda key: -totals[key])
        out[id] = tuple(dict.fromkeys(names[key] for key in keys[:_MOST]))
    return out


def _commonest(count: Counter[str]) -> str:
    """The words used most often, of several the longest."""
    return sorted(count, key=lambda words: (-count[words], -len(words), words))[0]


def _home(key: frozenset[str], counts: Counter[frozenset[str]]) -> frozenset[str]:
    inner = [other for other in counts if other < key and counts[other] > counts[key]]
    return max(inner, key=lambda k: (counts[k], len(k), sorted(k))) if inner else key


def _is_noun(reading: Reading, i: int) -> bool:
    low = reading.low[i]
    if reading.dep[i] == "conj" and not _joined_to_noun(reading, i):
        return False
    if any(reading.dep[c] in _OF_VERBS for c in reading.children[i]):
        return False
    return (
        reading.form[i][0].isalpha()
        and low not in RELATIVE
        and low not in PRONOUNS
        and low not in _SMALL
        and low not in OFFICES
        and low not in HONORIFICS
        and reading.entity[i] not in _NO_TOPIC
    )


def _joined_to_noun(reading: Reading, i: int) -> bool:
    """“Security and trade”, but not “very good and innovative”."""
    head = reading.head[i]
    while reading.dep[head] == "conj" and reading.head[head] != head:
        head = reading.head[head]
    return reading.dep[head] in _NOUNS


def _lemma(reading: Reading, i: int, codes: dict[int, str]) -> str:
    """The word as a part of a topic's key, "" if it is no part of one."""
    low = reading.low[i]
    if i in codes:
        return codes[i]
    base = singular(low)
    if (
        base in _FRAMES
        or low in _SMALL
        or not low[0].isalpha()
        or low in OFFICES
        or low in PRONOUNS
    ):
        return ""
    return base
