"""Accounts made by hand, and vectors that need no model."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

import numpy as np
import pytest

from memcon.document import Document
from memcon.record import Actor, Attribution, Engine, Fact, Meeting, Participant, Record, Statement

ENGINE = Engine(version="0", model="sha256:0")


def words_as_vectors(texts: Sequence[str]) -> np.ndarray:
    """Each text as the sum of a fixed random vector for each of its words, of length 1.

    Texts of the same words lie near, others far apart: enough where meaning is not what is tried.
    """
    out = np.zeros((len(texts), 64), dtype=np.float32)
    for row, text in enumerate(texts):
        for word in re.findall(r"\w+", text.lower()):
            seed = np.random.default_rng(zlib.crc32(word.encode()))
            out[row] += seed.standard_normal(64).astype(np.float32)
        out[row] /= max(float(np.linalg.norm(out[row])), 1e-6)
    return out


class Writer:
    """Writes an account sentence by sentence, each with what is said in it."""

    def __init__(self, name: str, date: str | None = None) -> None:
        self.name = name
        self.date = date
        self.text = ""
        self.attributions: list[Attribution] = []
        self.statements: list[Statement] = []
        self.mentions: dict[str, list[tuple[int, int]]] = {}
        self.kinds: dict[str, str] = {}
        self.facts: list[Fact] = []
        self.roles: list[Participant] = []

    def narrate(self, sentence: str) -> Writer:
        """A sentence of the narrator's."""
        self.text += sentence + "\n"
        return self

    def say(
        self, speaker: str, cue: str, content: str, *, act: str = "state", quoted: bool = False,
        condition: str = "", exception: str = "", topics: tuple[str, ...] = (), to: str = "",
    ) -> Writer:  # fmt: skip
        """A sentence in which somebody says something."""
        at = len(self.text)
        self.mention(speaker, at)
        start = at + len(f"{speaker} {cue} ")
        self.text += f"{speaker} {cue} {content}.\n"
        number = len(self.attributions) + 1
        self.attributions.append(
            Attribution(
                id=f"a{number}", source=((at, at + len(speaker)),),
                cue=((at + len(speaker) + 1, start - 1),), content=((start, start + len(content)),),
                type="direct" if quoted else "indirect", speaker=speaker,
                addressee=to or None, confidence=0.9,
            )
        )  # fmt: skip

        def spans(words: str) -> tuple[tuple[int, int], ...]:
            if not words:
                return ()
            first = self.text.index(words, start)
            return ((first, first + len(words)),)

        self.statements.append(
            Statement(
                id=f"s{number}", attribution=f"a{number}", act=act,
                act_evidence=self.attributions[-1].cue if act != "state" else (), topics=topics,
                conditions=spans(condition), exceptions=spans(exception),
            )
        )  # fmt: skip
        return self

    def mention(self, name: str, at: int, kind: str = "person") -> None:
        """Note that the name stands there."""
        self.mentions.setdefault(name, []).append((at, at + len(name)))
        self.kinds.setdefault(name, kind)

    def meet(self, *names: str) -> Writer:
        """Those names met."""
        at = len(self.text)
        sentence = " and ".join(names) + " met."
        for name in names:
            self.mention(name, at + sentence.index(name))
            span = (at + sentence.index(name), at + sentence.index(name) + len(name))
            self.roles.append(Participant(actor=name, role="participant", words=name, span=span))
        self.text += sentence + "\n"
        return self

    def tell(
        self, kind: str, words: str, value: str | None = None, *, rough: bool = False
    ) -> Writer:
        """A fact, in a sentence of its own."""
        start = len(self.text) + len("It was ")
        self.text += f"It was {words}.\n"
        self.facts.append(
            Fact.model_validate(
                {"kind": kind, "words": words, "span": (start, start + len(words)), "value": value,
                 "approximate": rough}
            )
        )  # fmt: skip
        return self

    def record(self) -> Record:
        """The account."""
        actors = tuple(
            Actor.model_validate(
                {"id": name, "name": name, "kind": self.kinds[name], "mentions": sorted(spans),
                 "forms": ("name",) * len(spans)}
            )
            for name, spans in self.mentions.items()
        )  # fmt: skip
        first = {f.kind: f.value or f.words for f in reversed(self.facts)}
        return Record(
            document=Document(name=self.name, text=self.text or "Rain fell.\n", date=self.date),
            attributions=tuple(self.attributions),
            statements=tuple(self.statements),
            actors=actors,
            meeting=Meeting(
                participants=tuple(dict.fromkeys(r.actor for r in self.roles)),
                roles=tuple(self.roles), facts=tuple(self.facts),
                date=first.get("date"), place=first.get("place"), duration=first.get("duration"),
            ),
            engine=ENGINE,
        )  # fmt: skip


@pytest.fixture
def writer() -> type[Writer]:
    """To write accounts with."""
    return Writer
