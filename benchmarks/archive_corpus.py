"""Made-up Records for an archive, by a fixed seed: names and words of syllables, some commoner (Zipf)."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from memcon.archive import Query
from memcon.document import Document
from memcon.record import Actor, Attribution, Engine, Event, Record, Stance, Statement

_SYLLABLES = (
    "ka", "ri", "to", "mel", "van", "dor", "shi", "lu", "ben", "gor", "ha", "zim", "pet", "ol", "est",
    "nur", "fa", "qui", "tor", "sel", "bra", "mi", "yo", "kh", "an",
)  # fmt: skip
_ACTS = (
    "state",
    "praise",
    "thank",
    "warn",
    "refuse",
    "offer",
    "demand",
    "accuse",
    "agree",
    "promise",
)
_STATES = ("IS", "MT", "LU", "NZ", "UY", "BT", "FJ", "SM", "AD", "LI")
_TYPES = ("CONSULT", "ACCUSE", "AGREE", "REQUEST", "REJECT")
STATEMENTS = 30


class Corpus:
    """Makes Records of documents that nobody wrote."""

    def __init__(self, seed: int = 7) -> None:
        self.of = random.Random(seed)
        self.words = sorted({self._word(self.of.randint(2, 4)) for _ in range(30_000)})[:20_000]
        self.of.shuffle(self.words)
        self.persons = [
            f"{self._word(2).capitalize()} {self._word(3).capitalize()}" for _ in range(6_000)
        ]
        self.states = [(self._word(3).capitalize(), code) for code in _STATES]
        self.topics = [f"the {self._word(2)} {self._word(2)}" for _ in range(500)]
        # Added up once: `choices` would do it at every call.
        self._word_weights = [*accumulate(1 / (rank + 3) for rank in range(len(self.words)))]
        self._person_weights = [
            *accumulate(1 / (rank + 1) ** 0.8 for rank in range(len(self.persons)))
        ]
        self._pool: list[str] = []
        self._at = 0

    def records(self, number: int) -> Iterator[Record]:
        """So many Records, one after the other."""
        return (self._record(at) for at in range(number))

    def questions(self, number: int) -> list[Query]:
        """Questions for a word and two facets."""
        out = []
        for _ in range(number):
            word = self.words[min(int(self.of.paretovariate(0.6)), 5_000)]
            first = {"speaker": self._speaker().split()[1]}
            second: dict[str, Any] = self.of.choice([
                {"act": self.of.choice(_ACTS)}, {"since": "2018-03", "until": "2021-10"},
                {"about": self.of.choice(_STATES), "stance": self.of.choice(["negative", "positive"])},
            ])  # fmt: skip
            if self.of.random() < 0.5:
                first = {"publisher": "wire"}
            out.append(Query(word, **first, **second))
        return out

    def _word(self, syllables: int) -> str:
        return "".join(self.of.choice(_SYLLABLES) for _ in range(syllables))

    def _speaker(self) -> str:
        return self.of.choices(self.persons, cum_weights=self._person_weights)[0]

    def _some(self, number: int) -> list[str]:
        if len(self._pool) - self._at < number:
            self._pool = self.of.choices(self.words, cum_weights=self._word_weights, k=50_000)
            self._at = 0
        self._at += number
        return self._pool[self._at - number : self._at]

    def _record(self, number: int) -> Record:
        speakers = list(dict.fromkeys(self._speaker() for _ in range(4)))
        about = self.of.sample(self.states, 2)
        pieces, attributions, statements, events = [f"Document {number}.\n"], [], [], []
        at = len(pieces[0])
        mentions: dict[str, list[tuple[int, int]]] = {name: [] for name in speakers}
        for name, _ in about:
            mentions[name] = []
        for n in range(1, STATEMENTS + 1):
            who, (state, _) = self.of.choice(speakers), self.of.choice(about)
            content = f"{' '.join(self._some(12))} {state} {' '.join(self._some(6))}"
            piece = f"“{content},” said {who}.\n"
            start = at + 1
            end, cue = start + len(content), start + len(content) + 3
            source = (cue + 5, cue + 5 + len(who))
            mentions[who].append(source)
            place = start + content.index(f" {state} ") + 1
            mentions[state].append((place, place + len(state)))
            speaker, target = (
                f"p{speakers.index(who) + 1}",
                f"g{[s for s, _ in about].index(state)}",
            )
            attributions.append(
                Attribution.model_construct(
                    id=f"a{n}", source=(source,), cue=((cue, cue + 4),), content=((start, end),),
                    type="direct", parent=None, speaker=speaker, addressee=None, confidence=0.9,
                )
            )  # fmt: skip
            stance = Stance.model_construct(
                target=target, polarity=self.of.choice((-1, 0, 1)), evidence=((start, end),),
                confidence=0.8, mention=None,
            )  # fmt: skip
            statements.append(
                Statement.model_construct(
                    id=f"s{n}", attribution=f"a{n}", act=self.of.choice(_ACTS), speech_act="assertive",
                    topics=(self.of.choice(self.topics),), stances=(stance,) if n % 2 else (),
                )
            )  # fmt: skip
            if n % 10 == 0:
                events.append(
                    Event.model_construct(
                        id=f"e{n}", type=self.of.choice(_TYPES), mode="verbal", modality="occurred",
                        sources=(speaker,), targets=(target,), span=((start, end),),
                        attribution=f"a{n}", score=1.0, confidence=0.7, date=None, place=None,
                    )
                )  # fmt: skip
            pieces.append(piece)
            at += len(piece)
        actors = [
            Actor.model_construct(
                id=f"p{n}", name=name, kind="person", titles=("minister",), country=None,
                mentions=tuple(mentions[name]), forms=("name",) * len(mentions[name]),
            )
            for n, name in enumerate(speakers, start=1)
        ] + [
            Actor.model_construct(
                id=f"g{n}", name=name, kind="state", titles=(), country=code,
                mentions=tuple(mentions[name]), forms=("name",) * len(mentions[name]),
            )
            for n, (name, code) in enumerate(about)
        ]  # fmt: skip
        day = f"{2012 + number % 12}-{1 + number // 12 % 12:02}-{1 + number // 144 % 28:02}"
        document = Document(
            name=f"{number}.txt", text="".join(pieces), date=day, language="en", genre="report",
            url=f"https://news.example/{number}", publisher=f"Wire {number % 40}",
        )  # fmt: skip
        # Unchecked, since to check 3 million of them would take most of the time.
        return Record.model_construct(
            schema_=1, document=document, attributions=tuple(attributions), actors=tuple(actors),
            statements=tuple(statements), events=tuple(events),
            engine=Engine(version="0", model="sha256:0"),
        )  # fmt: skip


def vectors(of: np.random.Generator, number: int) -> NDArray[np.float32]:
    """Unit vectors that point anywhere, `(number, 384)`."""
    made = of.standard_normal((number, 384), dtype=np.float32)
    return made / np.linalg.norm(made, axis=1, keepdims=True)


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """The same vector for the same text; it means nothing."""
    return np.concatenate([vectors(np.random.default_rng(len(t)), 1) for t in texts])
