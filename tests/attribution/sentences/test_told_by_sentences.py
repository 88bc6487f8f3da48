"""All steps together, on what the model finds."""

from __future__ import annotations

import memcon


def told(text: str) -> list[tuple[str, str, str]]:
    record = memcon.read(memcon.Document(name="test", text=text))
    return [
        tuple(" | ".join(text[a:b] for a, b in role) for role in (x.source, x.cue, x.content))
        for x in record.attributions
    ]


def test_a_cue_inserted_into_its_sentence():
    text = (
        "Such attacks on the harbour, the minister warned, would not go unanswered, and the fleet "
        "would not be drawn into talks about talks."
    )
    assert (
        "the minister",
        "warned",
        "Such attacks on the harbour | would not go unanswered, and the fleet would not be drawn "
        "into talks about talks",
    ) in told(text)


def test_a_visit_is_not_told():
    text = (
        "The Kestrian envoy called on the Prime Minister on Monday. He called on all sides to free "
        "the crews."
    )
    assert [content for _, _, content in told(text)] == ["all sides to free the crews"]
