# ruff: noqa: E501 (quoted texts and scripts)
"""Records of the invented documents, as the engine would make them, put together by hand."""

from __future__ import annotations

from typing import Any

from memcon.document import Document
from memcon.record import Actor, Attribution, Engine, Event, Meeting, Record, Stance, Statement
from tests.web.web_samples import (
    HOSTILE,
    HOSTILE_TITLE,
    READOUT,
    REPORT,
    STATEMENT,
    TRANSCRIPT,
)


def record(
    text: str,
    people: dict[str, dict[str, Any]],
    said: list[dict[str, Any]],
    meeting: dict[str, Any] | None = None,
    events: list[dict[str, Any]] | None = None,
    **document: Any,
) -> Record:
    """A Record of words named by themselves; each stands where it first does behind `after`."""

    def span(words: str, after: int = 0) -> tuple[int, int]:
        at = text.index(words, after)
        return at, at + len(words)

    ids = {name: f"p{number}" for number, name in enumerate(people, start=1)}
    actors = tuple(
        Actor(id=ids[name], name=name, mentions=(span(about.pop("as", name)),), **about)
        for name, about in ((name, dict(about)) for name, about in people.items())
    )
    attributions, statements = [], []
    for number, one in enumerate(said, start=1):
        after = text.index(one.get("after", ""))
        id = f"a{number}"
        attributions.append(
            Attribution(
                id=id, content=(span(one["content"], after),),
                source=(span(one["source"], after),) if "source" in one else (),
                cue=(span(one["cue"], after),) if "cue" in one else (),
                type=one.get("type", "indirect"), speaker=ids.get(one.get("speaker", "")),
                addressee=ids.get(one.get("to", "")), parent=one.get("parent"),
                confidence=one.get("confidence", 0.9),
            )
        )  # fmt: skip
        statements.append(
            Statement(
                id=f"s{number}", attribution=id, act=one.get("act"), topics=one.get("topics", ()),
                speech_act=one.get("speech_act"),
                stances=tuple(
                    Stance(target=ids[name], polarity=sign, evidence=(span(one["content"], after),))
                    for name, sign in one.get("stances", {}).items()
                ),
            )
        )  # fmt: skip
    return Record(
        document=Document(text=text, genre=document.pop("genre", "report"), language="en", **document),
        actors=actors, attributions=tuple(attributions), statements=tuple(statements),
        meeting=Meeting(
            participants=tuple(ids[name] for name in (meeting or {}).get("participants", ())),
            **{key: value for key, value in (meeting or {}).items() if key != "participants"},
        ),
        events=tuple(
            Event(
                id=f"e{number}", type=one["type"], mode=one["mode"], modality="occurred",
                span=(span(one["words"]),), sources=tuple(ids[n] for n in one["sources"]),
                targets=tuple(ids[n] for n in one["targets"]),
            )
            for number, one in enumerate(events or [], start=1)
        ),
        engine=Engine(version="0", model="sha256:0"),
    )  # fmt: skip


PEOPLE: dict[str, dict[str, Any]] = {
    "Ana Quill": {"kind": "person", "titles": ("President",), "country": None},
    "Doran Velmar": {"kind": "person", "titles": ("Prime Minister",)},
    "Kestria": {"kind": "state"},
    "Ossel": {"kind": "state"},
}
MEETING = {"participants": ("Ana Quill", "Doran Velmar"), "date": "2022-05-03", "place": "Talvik"}


def report() -> Record:
    """The report of the meeting."""
    return record(
        REPORT,
        {**PEOPLE, "Mira Sonde": {"kind": "person"}},
        [
            {"content": "“We will reopen the northern ferry before the first of June,”", "type": "direct",
             "source": "President Quill", "cue": "said", "after": "“We will", "speaker": "Ana Quill",
             "act": "promise", "speech_act": "commissive", "topics": ("northern ferry",),
             "stances": {"Ossel": 1}, "confidence": 0.97},
            {"content": "that Kestria would not sign the fisheries treaty unless Ossel withdraws its "
                        "patrol boats from the strait", "source": "She", "cue": "added",
             "after": "She added", "speaker": "Ana Quill", "act": "refuse",
             "topics": ("fisheries treaty",), "stances": {"Ossel": -1}, "confidence": 0.62},
            {"content": "that the talks had been “frank and useful”", "type": "mixed", "source": "Velmar",
             "cue": "told", "after": "Velmar told", "speaker": "Doran Velmar", "act": "praise",
             "topics": ("talks",), "stances": {"Kestria": 1}},
            {"content": "“I thanked the president for the medicine that Kestria sent us in the winter,”",
             "type": "direct", "source": "the prime minister", "cue": "said", "after": "“I thanked",
             "speaker": "Doran Velmar", "to": "Ana Quill", "act": "thank",
             "topics": ("medicine",), "stances": {"Ana Quill": 1, "Kestria": 1}},
            {"content": "that fishermen had told her that they fear for their licences",
             "source": "She", "cue": "said", "after": "She said that fishermen",
             "speaker": "Mira Sonde", "act": "report", "topics": ("licences",)},
            {"content": "that they fear for their licences", "source": "fishermen", "cue": "told",
             "after": "fishermen had", "parent": "a5", "confidence": 0.41, "topics": ("licences",)},
        ],
        MEETING,
        [{"type": "AID", "mode": "material", "words": "Kestria sent us", "sources": ("Kestria",),
          "targets": ("Ossel",)}],
        name="courier.txt", title="Kestria and Ossel to reopen the northern ferry",
        publisher="The Talvik Courier", date="2022-05-04", url="https://courier.example/ferry",
    )  # fmt: skip


def readout() -> Record:
    """The readout of the same meeting."""
    return record(
        READOUT,
        PEOPLE,
        [
            {"content": "the decision to reopen the northern ferry on 15 June",
             "source": "President Quill", "cue": "welcomed", "after": "President Quill welcomed",
             "speaker": "Ana Quill", "act": "welcome", "topics": ("northern ferry",)},
            {"content": "that Kestria will sign the fisheries treaty once the patrol boats of Ossel have "
                        "left the strait", "source": "She", "cue": "stressed", "after": "She stressed",
             "speaker": "Ana Quill", "act": "promise", "topics": ("fisheries treaty",)},
            {"content": "President Quill for the medicine that was sent in the winter",
             "source": "Prime Minister Velmar", "cue": "thanked", "after": "Prime Minister Velmar thanked",
             "speaker": "Doran Velmar", "act": "thank", "topics": ("medicine",),
             "stances": {"Ana Quill": 1}},
        ],
        MEETING, name="readout.txt", genre="readout",
        title="Readout of the meeting of President Quill with Prime Minister Velmar",
        publisher="Office of the President of Kestria", date="2022-05-03",
    )  # fmt: skip


def transcript() -> Record:
    """A press conference some weeks later."""
    return record(
        TRANSCRIPT,
        {"Tolle": {"kind": "person", "titles": ("Minister",), "as": "TOLLE"}, "Kestria": {"kind": "state"},
         "Ossel": {"kind": "state"}, "Mira Sonde": {"kind": "person"}},
        [
            {"content": "We thank our friends in Ossel, who kept their word.", "type": "direct",
             "source": "MINISTER TOLLE", "cue": ":", "after": "MINISTER TOLLE", "speaker": "Tolle",
             "act": "thank", "stances": {"Ossel": 1}, "topics": ("northern ferry",)},
            {"content": "Nobody threatens anybody. Kestria respects Ossel, and we regret what Mira Sonde "
                        "said.", "type": "direct", "source": "MINISTER TOLLE", "cue": ":",
             "after": "MINISTER TOLLE: Nobody", "speaker": "Tolle", "act": "regret",
             "stances": {"Ossel": 1, "Mira Sonde": -1}},
        ],
        name="press.txt", genre="transcript", title="Press conference of the Foreign Minister",
        publisher="Foreign Ministry of Kestria", date="2022-06-12",
    )  # fmt: skip


def statement() -> Record:
    """A statement of the other side."""
    return record(
        STATEMENT,
        {"Ilko Brandt": {"kind": "person", "titles": ("Defence Minister",)}, "Kestria": {"kind": "state"},
         "Ossel": {"kind": "state"}},
        [
            {"content": "“We warn all sides not to play with fire,”", "type": "direct", "source": "Brandt",
             "cue": "said", "after": "“We warn", "speaker": "Ilko Brandt", "act": "warn",
             "stances": {"Kestria": -1}, "topics": ("strait",), "confidence": 0.47},
        ],
        name="statement.txt", title="Statement of the Government of Ossel on the strait",
        publisher="Government of Ossel", date="2022-06-20",
    )  # fmt: skip


def hostile() -> Record:
    """A document that would like to be more than text."""
    name = "Ana </script><img src=x onerror=\"window.ran='name'\"> Quill"
    return record(
        HOSTILE,
        {name: {"kind": "person", "titles": ("<b onclick=window.ran=1>Minister</b>",)},
         "Doran Velmar": {"kind": "person"}},
        [
            {"content": "“<script>window.ran='quotation'</script> and <svg onload=window.ran='svg'> are "
                        "only words,”", "type": "direct", "source": name, "cue": "said", "speaker": name,
             "topics": ('"><script>window.ran=2</script>',), "stances": {"Doran Velmar": 1}},
            {"content": "that the \u202eyrref\u202c would run, see javascript:window.ran='link' and {{ 7 * 7 }}",
             "source": "Doran Velmar", "cue": "said", "after": "Doran Velmar", "speaker": "Doran Velmar"},
        ],
        name="'><script>window.ran=3</script>.txt", title=HOSTILE_TITLE, publisher='"><b>x',
        date="2022-07-01", url="javascript:window.ran='url'",
    )  # fmt: skip


def all_records() -> list[Record]:
    """All of them."""
    return [report(), readout(), transcript(), statement(), hostile()]


if __name__ == "__main__":
    # An archive of them to try a server on: python -m tests.web.web_records FILE
    import sys

    from memcon.archive import Archive

    with Archive(sys.argv[1]) as made:
        made.add_all(all_records())
