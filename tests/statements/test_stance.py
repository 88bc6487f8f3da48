"""How a sentence, and how a speaker, stands towards somebody."""

import pytest

from memcon.errors import SpanError
from memcon.reading import read
from memcon.statements import stance_towards


def towards(text: str, target: str):
    start = text.index(target)
    return stance_towards(text, start, start + len(target))


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Kenya has betrayed its friends and is a danger to the whole region.", -1),
        ("The minister praised Kenya as a generous and reliable partner.", 1),
        ("The delegation of Kenya arrived at noon and left in the evening.", 0),
    ],
)
def test_a_sentence_tells_a_polarity(text, polarity):
    found = towards(text, "Kenya")
    assert found.polarity == polarity
    assert found.target == "Kenya"
    assert 0 < found.confidence <= 1


def test_of_two_in_a_sentence_each_has_its_own():
    text = "Chad condemned the cruel attack by Kenya on defenceless farmers."
    assert towards(text, "Kenya").polarity == -1
    assert towards(text, "Chad").polarity != -1


def test_the_words_shown_are_not_the_targets_own():
    text = "Kenya has betrayed its friends."
    found = towards(text, "Kenya")
    assert found.evidence
    assert all(start >= 5 for start, _ in found.evidence)


@pytest.mark.parametrize("span", [(0, 0), (5, 3), (-1, 4), (0, 999), (5, 6)])
def test_offsets_that_name_nothing_are_refused(span):
    with pytest.raises(SpanError, match="names no words"):
        stance_towards("Kenya left.", *span)


def stances(text: str) -> dict[str, dict[str, int]]:
    record = read(text)
    by_id = {a.id: a for a in record.attributions}
    out: dict[str, dict[str, int]] = {}
    for s in record.statements:
        speaker = record.actor(by_id[s.attribution].speaker)
        row = out.setdefault(speaker.name if speaker else "", {})
        row.update({record.actor(x.target).name: x.polarity for x in s.stances if x.polarity})
    return out


def test_the_speaker_holds_it():
    found = stances("President Ana Quill said that Kenya had betrayed Chad.")
    assert found == {"Ana Quill": {"Kenya": -1}}


def test_the_cue_decides():
    found = stances("President Ana Quill praised Kenya's role in the talks on Chad.")
    assert found == {"Ana Quill": {"Kenya": 1}}


def test_what_is_reported_as_anothers_is_not_held_against_the_speaker():
    text = (
        "President Ana Quill met President Jon Farrow on Monday. "
        "Farrow accused Kenya of a brutal crime."
    )
    found = stances(text)
    assert "Kenya" not in found.get("Ana Quill", {})
    assert found["Jon Farrow"]["Kenya"] == -1


def test_who_tells_of_praise_praises_nobody():
    record = read(
        "The following is attributable to Spokesperson Ana Quill:\n\nForeign Minister Ivo Talvik "
        "received the ambassador of Kenya. The Minister thanked Kenya for its help.\n"
    )
    names = {a.id: a.name for a in record.actors}
    felt = {
        (names[a.speaker], names[stance.target]): stance.polarity
        for a, s in zip(record.attributions, record.statements, strict=True)
        for stance in s.stances
        if a.speaker
    }
    assert felt["Ivo Talvik", "Kenya"] == 1
    assert felt.get(("Ana Quill", "Kenya"), 0) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's minister said that Kenya was insulted, robbed and betrayed.",
        "The envoy, on behalf of Kenya, said that Kenya was insulted, robbed and betrayed.",
    ],
)
def test_nobody_blames_those_whom_they_speak_for(text):
    record = read(text)
    names = {a.id: a.name for a in record.actors}
    felt = {names[t.target]: t.polarity for s in record.statements for t in s.stances}
    assert felt.get("Kenya", 0) >= 0
