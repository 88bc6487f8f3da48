"""What the mention head and the pair head read of a candidate beside its encoder states.

Every feature is a number of a small class, so that the heads look it up in a table and nothing has
to be scaled. The classes are those of the rule-based systems that learned ones still profit from
(Lee et al. 2013): type, agreement, distance, string match, syntax, and whose words it stands in.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memcon.actors.pronouns import gender
from memcon.actors.strangers import MEN, WOMEN
from memcon.actors.titles import GENDER_OF_OFFICE, HONORIFICS
from memcon.coreference.candidates import Candidates
from memcon.language.words import Words

_PRONOUNS = [
    ("i", "me", "my", "mine", "myself"),
    ("we", "us", "our", "ours", "ourselves"),
    ("you", "your", "yours", "yourself", "yourselves"),
    ("he", "him", "his", "himself"),
    ("she", "her", "hers", "herself"),
    ("it", "its", "itself"),
    ("they", "them", "their", "theirs", "themselves"),
    ("this", "these"),
    ("that", "those"),
    ("who", "whom", "whose", "which", "what"),
]
_PRONOUN = {word: number for number, words in enumerate(_PRONOUNS) for word in words}
#: Types of mentions: the pronouns, then names, then phrases by their first word.
NAME, DEFINITE, INDEFINITE, DEMONSTRATIVE, POSSESSED, BARE = range(10, 16)
TYPES = 16
_FIRST = {
    "the": DEFINITE, "a": INDEFINITE, "an": INDEFINITE, "some": INDEFINITE, "any": INDEFINITE,
    "no": INDEFINITE, "every": INDEFINITE, "each": INDEFINITE, "this": DEMONSTRATIVE,
    "that": DEMONSTRATIVE, "these": DEMONSTRATIVE, "those": DEMONSTRATIVE, "my": POSSESSED,
    "our": POSSESSED, "your": POSSESSED, "his": POSSESSED, "her": POSSESSED, "its": POSSESSED,
    "their": POSSESSED,
}  # fmt: skip
_ROLES = ["nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "attr", "conj", "compound", "dative",
          "npadvmod", "nummod", "ROOT", "nmod", "amod", "dep"]  # fmt: skip
_ROLE = {dep: number for number, dep in enumerate(_ROLES, start=1)}
_ENTITIES = [
    "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW",
    "LANGUAGE", "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL",
]  # fmt: skip
_ENTITY = {kind: number for number, kind in enumerate(_ENTITIES, start=1)}
_NAMED = frozenset(range(1, 12))
#: Sizes of the classes of a candidate's own features, in their order.
OWN = (TYPES, len(_ROLES) + 1, len(_ENTITIES) + 1, 8, 6, 2, 3, 2, 2, 4, 5)
#: Sizes of the classes of a pair's features, in their order.
PAIR = (TYPES * TYPES, 9, 12, 10, 3, 3, 5, 5, 12, 6, 16, 3, TYPES * 20, TYPES * 4, TYPES * 2, 16, 6)
_SMALL = frozenset({"the", "a", "an", "of", "and", "'s", "’s", "for", "in"})


@dataclass(frozen=True, slots=True)
class Described:
    """Candidates with their features.

    :param own: classes `(candidates, len(OWN))`.
    :param sentence, paragraph, quotation: of the head, `(candidates,)`; quotation −1 outside.
    :param heads: folded head word, as a number, `(candidates,)`.
    :param contents: folded words without the small ones, one set a candidate.
    :param governor: the word that the head hangs on, `(candidates,)`.
    :param listed: whether the phrase is a list that the head leads, `(candidates,)`.
    """

    candidates: Candidates
    own: NDArray[np.int16]
    sentence: NDArray[np.int32]
    paragraph: NDArray[np.int32]
    quotation: NDArray[np.int64]
    heads: NDArray[np.int32]
    whole: NDArray[np.int32]
    contents: list[frozenset[int]]
    governor: NDArray[np.int32]
    listed: NDArray[np.bool_]

    def take(self, kept: NDArray[np.int64]) -> Described:
        """The candidates of these indices alone."""
        c = self.candidates
        candidates = Candidates(
            c.first[kept], c.last[kept], c.head[kept], c.end[kept], c.full[kept]
        )
        return Described(
            candidates, self.own[kept], self.sentence[kept], self.paragraph[kept],
            self.quotation[kept], self.heads[kept], self.whole[kept],
            [self.contents[k] for k in kept.tolist()], self.governor[kept], self.listed[kept],
        )  # fmt: skip


def describe(words: Words, candidates: Candidates, quoted: NDArray[np.int64]) -> Described:
    """Features of each candidate by itself.

    :param quoted: number of the outermost quotation every word is in, −1 outside, `(words,)`.
    """
    count = len(candidates)
    own = np.zeros((count, len(OWN)), dtype=np.int16)
    numbers: dict[str, int] = {}
    heads = np.zeros(count, dtype=np.int32)
    whole = np.zeros(count, dtype=np.int32)
    contents: list[frozenset[int]] = []
    listed: list[bool] = []
    forms = [words[i] for i in range(len(words))]
    low = [form.lower() for form in forms]
    counts = Counter(low)
    first, last, head = (x.tolist() for x in (candidates.first, candidates.last, candidates.head))
    for k in range(count):
        a, b, h = first[k], last[k], head[k]
        entity = _ENTITY.get(words.entity[h], 0)
        kind = _type(low, forms, a, b, h, entity)
        plural = low[h].endswith("s") and not low[h].endswith(("ss", "us", "is"))
        covers = entity and (
            a == 0 or words.entity[a] != words.entity[a - 1] or words.entity_start[a]
        )
        own[k] = (
            kind, _ROLE.get(words.dep[h], 0), entity, min((b - a + 1).bit_length(), 7),
            candidates.end[k], candidates.full[k], 2 if b + 1 >= len(low) else
            low[b + 1] in {"'s", "’s"}, bool(covers), plural, _gender(low, a, b, h),
            min(int(counts[low[h]]).bit_length(), 4),
        )  # fmt: skip
        kept = [w for w in low[a : b + 1] if w not in _SMALL]
        ids = [numbers.setdefault(w, len(numbers) + 1) for w in kept] or [
            numbers.setdefault(low[h], len(numbers) + 1)
        ]
        heads[k] = numbers.setdefault(low[h], len(numbers) + 1)
        whole[k] = numbers.setdefault(" ".join(kept), len(numbers) + 1)
        contents.append(frozenset(ids))
        listed.append(any(words.dep[j] == "cc" and words.head[j] == h for j in range(h + 1, b)))
    return Described(
        candidates, own, words.sentence[candidates.head], words.paragraph[candidates.head],
        quoted[candidates.head], heads, whole, contents, words.head[candidates.head],
        np.array(listed, dtype=bool),
    )  # fmt: skip


def _gender(low: list[str], first: int, last: int, head: int) -> int:
    """0 not told, 1 male, 2 female: by a pronoun, a title, or a word like “sister”."""
    for word in (low[head], *low[first : min(head, first + 4)]):
        sex = gender(word) or HONORIFICS.get(word.rstrip(".")) or GENDER_OF_OFFICE.get(word)
        sex = sex or ("m" if word in MEN else "f" if word in WOMEN else None)
        if (sex and word not in {"his", "her"}) or (sex and first == last):
            return 1 if sex == "m" else 2
    return 0


def _type(low: list[str], forms: list[str], first: int, last: int, head: int, entity: int) -> int:
    if first == last and low[head] in _PRONOUN:
        return _PRONOUN[low[head]]
    if entity in _NAMED and forms[head][0].isupper():
        return NAME
    if low[first] in _FIRST and first < last:
        return _FIRST[low[first]]
    capital = forms[head][0].isupper() and forms[head - 1 : head] != ["."]
    return NAME if capital and head else BARE


def describe_pairs(
    d: Described, later: NDArray[np.int64], earlier: NDArray[np.int64]
) -> NDArray[np.int16]:
    """Features of pairs of candidates.

    :param later, earlier: indices of candidates, `(pairs,)`.
    :returns: classes `(pairs, len(PAIR))`.
    """
    c = d.candidates
    out = np.zeros((len(later), len(PAIR)), dtype=np.int16)
    kind, role, entity = d.own[:, 0], d.own[:, 1], d.own[:, 2]
    out[:, 0] = kind[later] * TYPES + kind[earlier]
    apart = d.sentence[later] - d.sentence[earlier]
    out[:, 1] = np.searchsorted([1, 2, 3, 4, 6, 9, 16, 40], apart, side="right")
    out[:, 2] = np.minimum(np.log2(np.maximum(later - earlier, 1)).astype(int), 11)
    out[:, 3] = _strings(d, later, earlier)
    one, other = entity[later], entity[earlier]
    out[:, 4] = np.where((one == 0) | (other == 0), 0, np.where(one == other, 1, 2))
    out[:, 5] = np.where(kind[later] < NAME, 0, 1 + (d.own[later, 8] == d.own[earlier, 8]))
    here, there = d.quotation[later], d.quotation[earlier]
    out[:, 6] = np.where(
        here == there, (here >= 0).astype(int), np.where(here < 0, 2, np.where(there < 0, 3, 4))
    )
    inside = (c.first[earlier] <= c.first[later]) & (c.last[later] <= c.last[earlier])
    around = (c.first[later] <= c.first[earlier]) & (c.last[earlier] <= c.last[later])
    same = c.head[later] == c.head[earlier]
    out[:, 7] = np.where(same, 4, np.where(inside, 1, np.where(around, 2, 0)))
    out[:, 8] = _syntax(d, later, earlier)
    out[:, 9] = np.minimum(d.paragraph[later] - d.paragraph[earlier], 5)
    roles = np.searchsorted([1, 3, 5], role, side="right")  # none, subject, object, other
    out[:, 10] = 4 * roles[later] + roles[earlier]
    out[:, 11] = np.where(kind[later] == NAME, 0, 1) + np.where(kind[earlier] == NAME, 0, 1)
    out[:, 12] = kind[later] * 20 + entity[earlier]
    out[:, 13] = kind[later] * 4 + d.own[earlier, 9]
    out[:, 14] = kind[later] * 2 + d.own[earlier, 8]
    people = np.cumsum((entity == 1) & (kind == NAME))
    out[:, 15] = np.minimum(people[later] - people[earlier], 7) + 8 * (entity[earlier] == 1)
    out[:, 16] = d.own[earlier, 10]
    return out


def _strings(
    d: Described, later: NDArray[np.int64], earlier: NDArray[np.int64]
) -> NDArray[np.int16]:
    """0 nothing shared, 1 head within, 2 head elsewhere, 3 head, 4 subset, 5 superset, 6 equal …"""
    out = np.zeros(len(later), dtype=np.int16)
    equal_heads = d.heads[later] == d.heads[earlier]
    out[d.whole[later] == d.whole[earlier]] = 6
    rest = np.flatnonzero(out == 0)
    for k in rest.tolist():
        a, b = d.contents[later[k]], d.contents[earlier[k]]
        shared = len(a & b)
        if not shared:
            continue
        if equal_heads[k]:
            out[k] = 4 if a <= b else 5 if b <= a else 3
        elif a <= b:
            out[k] = 7
        elif b <= a:
            out[k] = 8
        else:
            out[k] = 2 if shared == 1 else 9
    return out


def _syntax(
    d: Described, later: NDArray[np.int64], earlier: NDArray[np.int64]
) -> NDArray[np.int64]:
    """1 apposition, 2 same governor, 3 relative, 4 copula … : how the two hang together."""
    c, role, governor = d.candidates, d.own[:, 1], d.governor
    same = governor[later] == governor[earlier]
    out = np.where(same, 2, 0)
    out = np.where(
        same & (role[later] == _ROLE["attr"]) & (role[earlier] == _ROLE["nsubj"]), 4, out
    )
    out = np.where(
        same & (role[later] == _ROLE["dobj"]) & (role[earlier] == _ROLE["nsubj"]), 3, out
    )
    under = governor[later] == c.head[earlier]
    out = np.where(under, 5, out)
    out = np.where(under & (role[later] == _ROLE["appos"]), 1, out)
    out = np.where(under & (role[later] == _ROLE["poss"]), 6, out)
    out = np.where(under & (role[later] == _ROLE["conj"]), 7, out)
    over = governor[earlier] == c.head[later]
    out = np.where(over, 8, out)
    out = np.where(over & (role[earlier] == _ROLE["poss"]), 9, out)
    return np.where(over & (role[earlier] == _ROLE["compound"]), 10, out)
