"""A Record of talks, made by hand, with statements, stances and events."""

from __future__ import annotations

from memcon.document import Document
from memcon.record import Actor, Attribution, Event, Record, Spans, Stance, Statement
from tests.report.conftest import ENGINE

TEXT = (
    "Dara Quill received Jonas Talvik. She praised Ossel for its lamps and refused talks on the pilots, "
    "except for the night watch. “If the fog lifts, we will [all] pay,” she said. Talvik said he had no "
    "trust in Velmar. Ossel fired on the lightship of Kestria."
)


def spans(*words: str) -> Spans:
    """Spans of the words, each looked for behind the one before."""
    out: list[tuple[int, int]] = []
    for word in words:
        start = TEXT.index(word, out[-1][1] if out else 0)
        out.append((start, start + len(word)))
    return tuple(out)


def _actor(id: str, name: str, kind: str) -> Actor:
    return Actor.model_validate({"id": id, "name": name, "kind": kind, "mentions": spans(name)})


def _told(id: str, source: str, cue: str, content: str, **more: object) -> Attribution:
    given = {"id": id, "type": "indirect", "confidence": 0.9, "content": spans(content)}
    parts = {"source": spans(source), "cue": spans(source, cue)[1:] if cue else ()}
    return Attribution.model_validate(given | parts | more)


def _event(id: str, type: str, words: str, **more: object) -> Event:
    given = {"id": id, "type": type, "mode": "material", "modality": "occurred"}
    return Event.model_validate(given | {"span": spans(words)} | more)


ACTORS = (
    _actor("p1", "Dara Quill", "person"), _actor("p2", "Jonas Talvik", "person"),
    _actor("p3", "Ossel", "state"), _actor("p4", "Velmar", "state"), _actor("p5", "Kestria", "state"),
)  # fmt: skip


def meant() -> Record:
    """Praise, a refusal with an exception, a promise with a condition, distrust; four events."""
    return Record(
        document=Document(name="talks.txt", text=TEXT),
        actors=ACTORS,
        attributions=(
            _told("a1", "She", "praised", "Ossel for its lamps", speaker="p1"),
            _told("a2", "She", "refused", "talks on the pilots, except for the night watch",
                  speaker="p1"),
            _told("a3", "she", "said", "“If the fog lifts, we will [all] pay,”", speaker="p1",
                  type="direct"),
            _told("a4", "Talvik", "", "he had no trust in Velmar", speaker="p2"),
        ),
        statements=(
            Statement(
                id="s1", attribution="a1", speech_act="expressive", act="praise", topics=("lamps",),
                stances=(Stance(target="p3", polarity=1, evidence=spans("praised")),),
            ),
            Statement(
                id="s2", attribution="a2", speech_act="commissive", act="refuse",
                topics=("pilots", "night watch"), exceptions=spans("except for the night watch"),
            ),
            Statement(
                id="s3", attribution="a3", speech_act="commissive", act="promise",
                conditions=spans("If the fog lifts"), commitments=spans("will [all] pay"),
                insertions=spans("[all]"),
            ),
            Statement(
                id="s4", attribution="a4", speech_act="assertive", act="state",
                stances=(
                    Stance(target="p4", polarity=-1, evidence=spans("no trust"), confidence=0.4),
                    Stance(target="p3", polarity=0, evidence=spans("had")),
                ),
            ),
        ),
        events=(
            _event("e1", "CONSULT", "received", mode="verbal", sources=("p1",), targets=("p2",)),
            _event("e2", "ASSAULT", "fired on the lightship", sources=("p3",), targets=("p5",)),
            _event("e3", "AID", "pay", modality="denied", sources=("p1", "p3"), targets=("p4",),
                   attribution="a3"),
            _event("e4", "COOPERATE", "talks", mode="verbal", modality="demanded", sources=("p3",),
                   attribution="a2"),
        ),
        engine=ENGINE,
    )  # fmt: skip
