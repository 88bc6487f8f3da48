# ruff: noqa: E501 (quoted texts and scripts)
"""Review without a browser: the logs, the queue, agreement of coders, and what is settled."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.archive.corrections import change
from memcon.web.configuration import Configuration
from memcon.web.desk import Desk
from memcon.web.errors import UnfitError
from memcon.web.pages.corrections import checked_spans
from memcon.web.pages.textview import shown_lines
from memcon.web.review.agreement import agreement
from memcon.web.review.blind import BlindLog
from memcon.web.review.disagreements import disagreements
from memcon.web.review.log import SharedLog
from memcon.web.review.pairing import pair
from memcon.web.review.queue import queue
from memcon.web.review.training import examples
from memcon.web.store.tables import Coding
from tests.archive.conftest import BOTH
from tests.archive.harm import damage
from tests.web.conftest import form
from tests.web.web_records import hostile, record, report

DATABASES = BOTH

SHA256 = report().document.sha256
FIRST = report().attributions[0].content


@pytest.fixture
def desk(web_db: Path) -> Iterator[Desk]:
    """A desk on the archive."""
    made = Desk(Configuration(db=web_db))
    yield made
    made.close()


def test_undo_takes_back_the_last_of_all_that_one_did(desk: Desk) -> None:
    log = SharedLog(desk)
    log.accept(SHA256, FIRST, "amal")
    log.correct(SHA256, FIRST, "type", "mixed", "amal")
    log.accept(SHA256, report().attributions[1].content, "amal")
    log.correct(SHA256, FIRST, "type", "indirect", "beth")
    done = [log.undo(SHA256, "amal") for _ in range(3)]
    assert done == ["the acceptance", "the correction of the type", "the acceptance"]
    with pytest.raises(UnfitError, match="nothing of yours"):
        log.undo(SHA256, "amal")
    assert log.record(SHA256).attributions[0].type == "indirect"  # what beth did stands


def test_the_queue_has_the_most_doubtful_first_and_not_what_was_looked_at(desk: Desk) -> None:
    with desk.database.reading() as session:
        waiting, total = queue(session)
    confidences = [w.hit.confidence for w in waiting]
    assert confidences == sorted(confidences) and confidences[0] == 0.41
    SharedLog(desk).accept(waiting[0].hit.sha256, waiting[0].hit.spans, "amal")
    SharedLog(desk).correct(waiting[1].hit.sha256, waiting[1].hit.spans, "type", "mixed", "amal")
    with desk.database.reading() as session:
        left, fewer = queue(session)
    assert fewer == total - 2
    assert [w.hit.id for w in left] == [w.hit.id for w in waiting[2:]]


def test_what_is_taken_back_waits_again(desk: Desk) -> None:
    with desk.database.reading() as session:
        before = queue(session)[1]
    SharedLog(desk).accept(SHA256, FIRST, "amal")
    SharedLog(desk).undo(SHA256, "amal")
    with desk.database.reading() as session:
        assert queue(session)[1] == before


def test_coders_see_nothing_of_each_other_or_of_the_archive(desk: Desk) -> None:
    desk.database.write(lambda s: s.add(Coding(id=7, name="x", author="carla", added="2022")))
    amal, beth = BlindLog(desk, 7, "amal"), BlindLog(desk, 7, "beth")
    SharedLog(desk).correct(SHA256, FIRST, "type", "indirect", "carla")
    amal.correct(SHA256, FIRST, "speaker", "Lena Orr", "amal")
    assert beth.rows(SHA256) == []
    assert beth.record(SHA256).to_json() == report().to_json()
    assert [r.old for r in amal.rows(SHA256)] == ["Ana Quill"]
    assert amal.undo(SHA256, "amal") == "the correction of the speaker"
    assert amal.record(SHA256).to_json() == report().to_json()


def test_the_same_coding_agrees_perfectly() -> None:
    found = {a.name: a for a in agreement([[report()], [report()]])}
    assert found["content"].alpha == found["speaker"].alpha == 1.0
    assert found["content"].exact == found["content"].overlapping == 100.0
    assert disagreements({"amal": report(), "beth": report()}) == []


def test_agreement_is_what_krippendorff_computes_by_hand() -> None:
    text = "“One,” said Ana Quill. “Two,” said Ana Quill. “Three,” said Ana Quill. “Four,” said Ana Quill."
    people: dict[str, Any] = {"Ana Quill": {"kind": "person"}, "said": {"kind": "person"}}

    def coding(*speakers: str) -> Any:
        said = [
            {"content": words, "speaker": who, "type": "direct"}
            for words, who in zip(
                ("“One,”", "“Two,”", "“Three,”", "“Four,”"), speakers, strict=True
            )
        ]
        return record(text, people, said, name="x")

    one = coding("Ana Quill", "Ana Quill", "said", "said")
    other = coding("Ana Quill", "Ana Quill", "said", "Ana Quill")
    [speaker] = [a for a in agreement([[one], [other]]) if a.name == "speaker"]
    # Observed 2 of 8 pairable values differ; expected 2 · 5 · 3 / 7 = 30/7 of 8: α = 1 − 2 · 7 / 30.
    assert speaker.alpha == pytest.approx(1 - 14 / 30)
    assert (speaker.units, speaker.same) == (4, 3)


def test_a_statement_that_one_coder_alone_has_is_a_disagreement() -> None:
    fewer = change(report(), "a1", "rejected", "yes", FIRST)
    [found] = disagreements({"amal": report(), "beth": fewer})
    assert (found.field, found.values) == ("statement", ("yes", None))
    assert sum(a is not None and b is not None for a, b in pair(report(), fewer)) == 5


def test_corrections_become_examples(desk: Desk) -> None:
    log = SharedLog(desk)
    log.correct(SHA256, FIRST, "speaker", "Lena Orr", "amal", "as the ministry says")
    log.accept(SHA256, report().attributions[1].content, "amal")
    [line] = [json.loads(line) for line in examples(desk.archive)]
    assert line["text"][slice(*FIRST[0])].startswith("“We will")
    assert line["corrections"][0]["old"] == "Ana Quill"
    assert (
        line["read"]["attributions"][0]["speaker"]
        != line["corrected"]["attributions"][0]["speaker"]
    )
    assert len(line["accepted"]) == 1


def test_examples_of_a_damaged_record_are_refused_whole(client: Any) -> None:
    log = SharedLog(client.app.state.desk)
    log.correct(SHA256, FIRST, "speaker", "Lena Orr", "amal")
    assert len(client.get("/review/examples.jsonl").text.splitlines()) == 1
    damage(client.app.state.desk.archive, report(), content=b"junk")
    answer = client.get("/review/examples.jsonl")
    assert answer.status_code == 404
    assert f"the Record of the text {SHA256[:12]}: damaged" in answer.text


def test_the_form_corrects_only_what_was_changed(client: Any) -> None:
    base = f"/documents/{SHA256[:12]}"
    shown = client.get(f"{base}/edit", params={"spans": "185 246"}).text
    assert 'value="Ana Quill"' in shown
    answer = client.post(
        f"{base}/statement",
        data=form(client, spans="185 246", speaker="Ana Quill", type="direct", act="refuse",
                  content="185-246", topics="ferry; dues", target="", polarity="1"),
    )  # fmt: skip
    assert answer.headers["location"] == f"{base}#s185-246"
    rows = client.get(f"/api/v1/documents/{SHA256[:12]}/corrections").json()
    assert [(r["field"], r["new"]) for r in rows] == [("act", "refuse"), ("topics", "ferry; dues")]


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=4))
def test_spans_are_taken_as_people_write_them(spans: list[tuple[int, int]]) -> None:
    plain = ";".join(f"{a} {b}" for a, b in spans)
    assert checked_spans(" ; ".join(f"{a}–{b}" for a, b in spans)) == plain
    assert checked_spans("; ".join(f"{a}, {b}" for a, b in spans)) == plain


@pytest.mark.parametrize("made", [report, hostile])
def test_every_character_of_the_text_is_shown_once_at_its_place(made: Any) -> None:
    text = made().text
    seen = {}
    for line in shown_lines(made()):
        for piece in line:
            for run in piece.runs:
                for offset, shown in enumerate([run.shown] if run.spelt else run.shown):
                    assert run.start + offset not in seen
                    seen[run.start + offset] = shown
    assert set(seen) == {i for i, c in enumerate(text) if c not in "\r\n"}
    assert all(seen[i] == text[i] or seen[i].startswith("⟨U+") for i in seen)
