"""Likeness of two statements: by meaning, speaker, topics, and what they name and number.

The meaning is the cosine of sentence vectors (Reimers and Gurevych 2019); as unrelated sentences on
one meeting are some way alike too, it is counted from a floor. The rest can lift a pair or lower it,
but does not make one by itself. Of a statement with itself the likeness is 1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memcon.actors.pronouns import NEUTER, PLURAL
from memcon.comparison.account import Account
from memcon.comparison.actors import Cast
from memcon.comparison.stems import content_stems
from memcon.comparison.topics import topic_words
from memcon.comparison.units import Unit
from memcon.spans import overlap

#: Sentences to vectors of length 1, `(texts, width)`.
Embed = Callable[[Sequence[str]], NDArray[np.float32]]

#: Likeness from which on two statements say the like. This and the weights were chosen on the
#: pairs of accounts in `tests/comparison/pairs` that `benchmarks/compare.py` names.
ALIKE = 0.51
#: Cosine below which two statements have nothing to do with one another.
_FLOOR = 0.2
_MEANING, _WORDS, _SPEAKER, _TOPICS = 0.55, 0.22, 0.18, 0.05
#: What is left of the likeness of what two who were both there say, each for one's own part.
_CONTRARY = 0.65
#: What takes up something that was named before; in so few words it is half of what is said.
_TAKING_UP = PLURAL | NEUTER | {"this", "these", "those"}
_FEW = 8
#: So do shell nouns that nothing fills: “the question would be decided by a court”, “such a step”.
_SHELL = re.compile(
    r"\b(?:such\s+an?\s+\w+|(?:the|this|that)\s+(?:question|issue|matter|problem|step|move|proposal"
    r"|subject|topic))\b(?!\s+(?:of|that|on|in|whether)\b|’s)",
    re.I,
)
#: With so few telling words, what follows in the sentence is read as well.
_SCANT = 2


@dataclass(frozen=True)
class Traits:
    """What of a unit is compared.

    :param vector: of its words, length 1.
    :param speakers: numbers in the cast; more than one where a report is of a report.
    :param words: stems of what means something by itself, and numbers with what they count.
    """

    text: str
    vector: NDArray[np.float32]
    speakers: frozenset[int]
    topics: frozenset[str]
    words: frozenset[str]


def traits(account: Account, people: Cast, vectors: dict[str, NDArray[np.float32]]) -> list[Traits]:
    """Of each unit of an account, in their order."""
    out = []
    # What one account shows to be a state is one in the others too.
    states = {
        stem
        for name, kind in zip(people.names, people.kinds, strict=True)
        if kind == "state"
        for stem in content_stems(name.split())
    }
    for unit in account.units:
        # Who is spoken of on every side tells nothing of what is said.
        names = states | {
            stem for actor in account.record.actors
            if actor.kind != "group" and overlap(actor.mentions, unit.spans)
            for stem in content_stems(actor.name.split())
        }  # fmt: skip
        text = unit_text(account, unit)
        numbers = {people.of(account.number, s) for s in unit.speakers}
        counted = {f"{q.value} {q.unit}" for q in account.quantities_of(unit)}
        out.append(
            Traits(
                text,
                vectors[text],
                frozenset(n for n in numbers if n is not None),
                topic_words(account, unit) - names,
                (content_stems(_WORD.findall(text)) - names) | counted,
            )
        )
    return out


def unit_text(account: Account, unit: Unit) -> str:
    """The words of a unit that are embedded: its content, and its cue where that means something.

    “Said” tells nothing of what was said; “called for” and “rejected” are half of it. “Called for
    their release” stands behind what was said of them in the same sentence.
    """
    record = account.record
    words = " ".join(record.text[a:b] for a, b in unit.spans)
    few = words.casefold().split()
    if not unit.frame and unit.statements[0].act not in (None, "state"):
        words = f"{record.words(unit.root.cue)} {words}"
    if not unit.frame and len(content_stems(_WORD.findall(words))) <= _SCANT:
        words = f"{words} {_behind(account, unit)}"
    taken_up = (len(few) <= _FEW and _TAKING_UP & set(few)) or _SHELL.search(words)
    if not unit.frame and taken_up:
        words = f"{_before(account, unit)} {words}"
    return " ".join(words.translate(_MARKS).split())


def _behind(account: Account, unit: Unit) -> str:
    """What follows in the same sentence: “was full of praise for Kestria, which has given …”."""
    reading = account.reading
    last, at = unit.spans[-1]
    inside = reading.inside((last, at))
    if not inside:
        return ""
    sentence = reading.of_sentence(reading.sentence[inside[-1]])
    others = [u.start for u in account.units if u is not unit and not u.frame and u.start >= at]
    stop = min([reading.end[sentence[-1]], *others])
    return account.record.text[at:stop]


def _before(account: Account, unit: Unit) -> str:
    """What was said before it in the same sentence."""
    reading = account.reading
    inside = reading.inside(unit.spans[0])
    sentence = reading.sentence[inside[0]] if inside else -1
    earlier = [
        u for u in account.units
        if not u.frame and u is not unit and u.spans[-1][1] <= unit.spans[0][0]
        and any(reading.sentence[i] == sentence for i in reading.inside(u.spans[-1])[-1:])
    ]  # fmt: skip
    return account.record.words(earlier[-1].spans) if earlier else ""


_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MARKS = {ord(c): None for c in '“”"«»[]'}


def embed_units(accounts: Sequence[Account], embed: Embed) -> dict[str, NDArray[np.float32]]:
    """The vector of each different text, embedded once for all accounts."""
    texts = sorted({unit_text(account, unit) for account in accounts for unit in account.units})
    return dict(zip(texts, embed(texts), strict=True)) if texts else {}


def likeness(one: Sequence[Traits], other: Sequence[Traits], people: Cast) -> NDArray[np.float64]:
    """Likeness of each unit of one account with each of another, `(one, other)`, 0 to 1."""
    if not one or not other:
        return np.zeros((len(one), len(other)))
    cosine = np.stack([t.vector for t in one]) @ np.stack([t.vector for t in other]).T
    out = np.zeros(cosine.shape)
    for i, left in enumerate(one):
        for j, right in enumerate(other):
            out[i, j] = _of_two(left, right, float(cosine[i, j]), people)
    return out


def _of_two(left: Traits, right: Traits, cosine: float, people: Cast) -> float:
    if left.text == right.text and left.speakers == right.speakers:
        return 1.0
    meaning = _MEANING * min(max(cosine - _FLOOR, 0.0) / (1 - _FLOOR), 1.0)
    if meaning + 1 - _MEANING < ALIKE:
        return 0.0  # whatever else they share
    speaker = _speakers(left, right, people)
    score = (
        meaning
        + _WORDS * _dice(left.words, right.words)
        + _SPEAKER * speaker
        + _TOPICS * _dice(left.topics, right.topics)
    )
    return round(min(score if speaker else score * _CONTRARY, 0.999), 4)


def _speakers(left: Traits, right: Traits, people: Cast) -> float:
    """1 for the same, 0 for two who were both at the meeting, between them where it is not sure."""
    if left.speakers & right.speakers:
        return 1.0
    if any(people.akin(a, b) for a in left.speakers for b in right.speakers):
        return 0.8
    # “She ruled out a toll” and “he said that his country needs one” are two who were there.
    if left.speakers & people.parties and right.speakers & people.parties:
        return 0.0
    return 0.5


def _dice(left: frozenset[str], right: frozenset[str]) -> float:
    """What both have, by how much they have on average (Dice 1945)."""
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0
