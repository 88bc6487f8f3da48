"""Phrases of office: “the legal and elected president of the Kestrian people”, “Foreign Minister”."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from memcon.actors.newstates import ADJECTIVES
from memcon.actors.pronouns import ARTICLES, FUNCTION_WORDS, POSSESSIVE
from memcon.actors.reading import Reading, fold
from memcon.actors.states import StateMention
from memcon.actors.titles import (
    BEHIND,
    BESTOWED,
    EXCLUSIVE,
    GENDER_OF_OFFICE,
    HONORIFICS,
    MODIFIERS,
    OFFICES,
    SAME,
    plain,
)

_LEFT, _RIGHT = 9, 12
_INSIDE = {"pobj", "amod", "compound", "nmod", "conj"}
_TAIL_BEGINS = {"of", "for", "to", "on"}
_AUXILIARIES = {"is", "was", "were", "are", "been", "being", "be", "'s", "re", "-"}
_LATELY = {"newly", "recently", "duly", "democratically", "freshly", "just"}


@dataclass(frozen=True, slots=True)
class Office:
    """An office as a phrase names it.

    :param first, last: words of the phrase, both included, article and all.
    :param head: the word of office, the same for all that mean the same.
    :param modifiers: ordinary words that narrow it: foreign, deputy.
    :param about: codes of states, and folded words of institutions and fields.
    :param state: code of the only state in it.
    :param article: `the`, `a`, a possessive, or "".
    """

    first: int
    last: int
    word: int
    head: str
    modifiers: frozenset[str]
    about: frozenset[str]
    state: str | None
    article: str
    gender: str | None

    def fits(self, title: Office, state: str | None) -> bool:
        """Whether this phrase can mean the holder of that title, who is of that state."""
        if self.head != title.head:
            return False
        if not self.modifiers <= title.modifiers | title.about:
            return False
        if not title.modifiers & EXCLUSIVE <= self.modifiers:
            return False
        if self.state and (title.state or state):
            return self.state in {title.state, state} and self._words() <= title.about | {
                self.state
            }
        return self._words() <= title.about

    def _words(self) -> frozenset[str]:
        return self.about - {self.state} if self.state else self.about


def find_offices(
    reading: Reading, states: Mapping[int, StateMention], named: Collection[int]
) -> list[Office]:
    """Every phrase of office, in order.

    :param states: the mention of a state that each word is in.
    :param named: words of persons' names.
    """
    out: list[Office] = []
    for i, low in enumerate(reading.low):
        if low in OFFICES and i not in named and (not out or i > out[-1].last):
            office = _phrase(reading, i, states, named)
            if office is not None:
                out.append(office)
    return out


def _phrase(
    reading: Reading, i: int, states: Mapping[int, StateMention], named: Collection[int]
) -> Office | None:
    word = i
    # The last word of the compound is the office: deputy secretary-general, chief executive officer.
    while reading.same_paragraph(word, word + 1) and word + 1 not in named:
        step = 2 if reading.joined(word + 1) else 1
        if reading.low[word] == "deputy":
            while (
                step < 4
                and reading.same_paragraph(word, word + step)
                and (reading.low[word + step] in MODIFIERS)
            ):
                step += 1
        if reading.same_paragraph(word, word + step) and reading.low[word + step] in OFFICES:
            word += step
        else:
            break
    first = i
    while first and i - first < _LEFT and _modifies(reading, first - 1, first, word, states, named):
        first -= 1
    while first < i and first not in states and _no_beginning(reading, first):
        first += 1
    begin, article = first, ""
    if (
        first
        and reading.same_paragraph(first - 1, first)
        and reading.low[first - 1] in ARTICLES | POSSESSIVE
    ):
        begin, article = first - 1, reading.low[first - 1]
    last = _tail(reading, word, states, named)
    if last == word and _still_to_come(reading, word):
        last = word + 1 + reading.joined(word + 1)
    inside = [j for j in range(first, last + 1) if j != word]
    head = plain(reading.low[word])
    if head == "pm":
        head = "minister"
    if word >= 2 and reading.joined(word - 1) and reading.low[word - 2] in OFFICES:
        head = f"{reading.low[word - 2]} {head}"
        inside = [j for j in inside if j not in (word - 2, word - 1)]
    elif word > i and reading.low[word - 1] == "secretary" and head == "general":
        head = "secretary general"
        inside = [j for j in inside if j != word - 1]
    codes = {states[j].state.code for j in inside if j in states}
    before = {states[j].state.code for j in inside if j in states and j < word}
    if not codes:
        # A state that is named nowhere: “the Tavrian president”, “president of the Tavrian people”.
        peoples = [j for j in inside if j > word and reading.low[j + 1 : j + 2] == ["people"]]
        adjectives = ([first] if first < word else []) + peoples
        codes = {f"~{reading.low[j]}" for j in adjectives if _foreign(reading, j)}
    modifiers = {
        reading.low[j]
        for j in inside
        if reading.low[j] in MODIFIERS or (j < word and reading.low[j] in OFFICES)
    }
    about = {
        fold(reading.form[j])
        for j in inside
        if j not in states
        and f"~{reading.low[j]}" not in codes
        and reading.low[j] not in modifiers
        and reading.low[j] not in FUNCTION_WORDS
        and (reading.form[j][0].isupper() or j > word)
    }
    if reading.low[word] == "pm":
        modifiers.add("prime")
    return Office(
        begin, last, word, SAME.get(head, head), frozenset(SAME.get(m, m) for m in modifiers),
        frozenset((about | codes) - {""}), _only(before) or _only(codes), article,
        GENDER_OF_OFFICE.get(head),
    )  # fmt: skip


def _no_beginning(reading: Reading, i: int) -> bool:
    """Whether a word before an office is no part of it.

    “The then president” was it then; “Then President N came” only goes on, and in “was elected
    president” the verb is not part of the office.
    """
    low, before = reading.low[i], reading.low[i - 1] if i else ""
    if low == "under" and reading.low[i + 1] == "secretary":
        return reading.form[i].islower()
    if low == "then":
        return before not in ARTICLES and not reading.joined(i + 1)
    if low in BESTOWED and (before in _AUXILIARIES or before == ","):
        return True
    return low in {"and", "-", "'s", "'"} or low in FUNCTION_WORDS


def _still_to_come(reading: Reading, word: int) -> bool:
    """President-elect, minister designate."""
    at = word + 1 + (reading.same_paragraph(word, word + 2) and reading.joined(word + 1))
    return reading.same_paragraph(word, at) and reading.low[at] in BEHIND


def _only(codes: set[str]) -> str | None:
    return next(iter(codes)) if len(codes) == 1 else None


def _foreign(reading: Reading, i: int) -> bool:
    form = reading.form[i]
    return (
        form[0].isupper()
        and form[1:].islower()
        and (reading.entity[i] == "NORP" or form.endswith(ADJECTIVES))
        and len(form) > 4
    )


def _modifies(
    reading: Reading,
    j: int,
    first: int,
    word: int,
    states: Mapping[int, StateMention],
    named: Collection[int],
) -> bool:
    """Whether the word before a phrase belongs to it."""
    if not reading.same_paragraph(j, first):
        return False
    low = reading.low[j]
    if j in named:
        # “Talvik's spokesman” is somebody's; the name is not part of the office.
        return False
    if j in states or low in MODIFIERS or low in OFFICES or low in BESTOWED:
        return True
    if low in _LATELY and reading.low[first] in BESTOWED:
        return True
    if reading.joined(j):
        return True
    if low in {"'s", "'"}:
        return j - 1 in states or (reading.capital(j - 1) and j - 1 not in named)
    if reading.capital(j):
        if low.endswith("ing") and (j == 0 or reading.sentence[j - 1] != reading.sentence[j]):
            # “Lauding President N”: a participle begins the sentence.
            return False
        return plain(low) not in HONORIFICS and reading.form[j][0].isalpha()
    if low == "and":
        # The legal and elected president: two adjectives.
        return (
            reading.dep[first] in {"conj", "amod"}
            and reading.dep[j - 1] == "amod"
            and reading.form[j - 1].islower()
        )
    return (
        reading.dep[j] in {"amod", "compound", "nmod"}
        and low.isalpha()
        and reading.descends(j, word, 3)
    )


def _tail(
    reading: Reading, word: int, states: Mapping[int, StateMention], named: Collection[int]
) -> int:
    """Last word of “… of the Islamic Revolution”, “… for European and Asian Affairs”."""
    last = word
    j = word + 1
    while j - word <= _RIGHT and reading.same_paragraph(word, j) and j not in named:
        low = reading.low[j]
        if j == word + 1 and low not in _TAIL_BEGINS:
            break
        if (
            j in states
            or (reading.capital(j) and low not in OFFICES and plain(low) not in HONORIFICS)
            or (j == word + 2 and low == "justice" and reading.low[word + 1] == "of")
        ):
            last = j
        elif low in _TAIL_BEGINS or low in {"the", "'s"} or reading.joined(j):
            # Only what hangs on the office: “told the minister to go” must not run on.
            # Whatever the parser says, “of” right behind an office tells what it is of.
            near = j == word + 1 and low == "of"
            if low in _TAIL_BEGINS and not (near or reading.descends(j, word) or j + 1 in states):
                break
        elif low == "and":
            if not (_goes_on(reading, j + 1, last) and j + 1 not in named):
                break
        elif _ordinary(reading, j, word):
            last = j
        else:
            break
        j += 1
    return last


def _ordinary(reading: Reading, j: int, word: int) -> bool:
    """Whether a word without a capital belongs to the tail: “… of the Kestrian people”."""
    low = reading.low[j]
    if not low.isalpha() or (low in FUNCTION_WORDS and low != "people") or low in OFFICES:
        return False
    return reading.dep[j] in _INSIDE and reading.descends(j, word)


def _goes_on(reading: Reading, j: int, last: int) -> bool:
    """Whether “and” joins two words of one tail: “European and Asian Affairs”, not two persons."""
    if not reading.same_paragraph(j, last) or (
        reading.dep[j] == "conj" and reading.head[j] != last
    ):
        return False
    ahead = range(j, min(j + 4, len(reading)))
    if any(reading.low[k] in OFFICES or plain(reading.low[k]) in HONORIFICS for k in ahead):
        return False
    return reading.capital(j) and (
        reading.dep[j] == "conj" or reading.dep[j] in {"compound", "amod"}
    )
