"""Small Records of invented meetings, from who says what of whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.document import Document
from memcon.record import (
    Actor,
    Attribution,
    Engine,
    Event,
    Record,
    Stance,
    Statement,
)

ENGINE = Engine(version="0", model="sha256:0")


@pytest.fixture
def told() -> Callable[..., Record]:
    """A Record of statements, each `(speaker, words, {target: polarity}, act, topics)`.

    The words are the contents; an actor whose name is in them is mentioned there.
    """

    def make(
        *said: tuple, date: str | None = "2024-03-05", events: tuple = (), name: str = "a.txt"
    ) -> Record:
        text = "".join(f"{words}\n" for _, words, *_ in said) or "Rain fell.\n"
        names = dict.fromkeys(
            [x for speaker, _, stances, *_ in said for x in (speaker, *stances) if x]
            + [x for event in events for x in (event[0], event[1])]
        )
        ids = {who: f"p{number}" for number, who in enumerate(names, start=1)}
        cast = []
        for who, id in ids.items():
            places = [i for i in range(len(text)) if text.startswith(who, i)]
            mentions = tuple((i, i + len(who)) for i in places)
            cast.append(Actor(id=id, name=who, kind="state", mentions=mentions))
        attributions, statements, start = [], [], 0
        for number, (speaker, words, stances, *rest) in enumerate(said, start=1):
            content = ((start, start + len(words)),)
            attributions.append(
                Attribution(id=f"a{number}", content=content, type="indirect", confidence=1,
                            speaker=ids.get(speaker))
            )  # fmt: skip
            act, topics = (*rest, None, ())[:2] if len(rest) < 2 else rest
            statements.append(
                Statement(
                    id=f"s{number}", attribution=f"a{number}", act=act, topics=topics or (),
                    stances=tuple(Stance(target=ids[x], polarity=p, evidence=())
                                  for x, p in stances.items()),
                )
            )  # fmt: skip
            start += len(words) + 1
        happened = tuple(
            Event(id=f"e{n}", type="CONSULT", mode="material", modality=modality, date=day,
                  sources=(ids[source],), targets=(ids[target],), span=((0, 1),), score=score)
            for n, (source, target, score, day, modality) in enumerate(events, start=1)
        )  # fmt: skip
        return Record(
            document=Document(name=name, text=text, date=date), attributions=tuple(attributions),
            actors=tuple(cast), statements=tuple(statements), events=happened, engine=ENGINE,
        )  # fmt: skip

    return make
