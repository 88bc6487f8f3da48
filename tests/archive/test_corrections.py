"""What reviewers correct is searched at once, is never overwritten, and outlives a newer reading."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.archive import Archive, ArchiveError, Corrected, Query
from memcon.archive.corrections import apply, read_spans, standing, written
from tests.archive.conftest import FRIDAY, MONDAY, actor, record

SHA = MONDAY.document.sha256
FIRST, SECOND = (a.content for a in MONDAY.attributions)


@pytest.fixture
def monday(archive: Archive) -> Archive:
    archive.add(MONDAY)
    return archive


def words(archive: Archive, **facets: str) -> list[str]:
    return [hit.words for hit in archive.search(Query(**facets)).hits]


@pytest.mark.parametrize(
    ("field", "new", "facets"),
    [
        ("speaker", "Vera Talvik", {"speaker": "talvik"}),
        ("addressee", "Ossel", {"addressee": "ossel"}),
        ("act", "warn", {"act": "warn"}),
        ("speech_act", "directive", {"speech_act": "directive"}),
        ("type", "mixed", {"type": "mixed"}),
        ("topics", "lanterns; the pier", {"topic": "lantern"}),
        ("stance", "1 Kestria", {"stance": "positive", "about": "kestria"}),
        ("speaker", "France", {"speaker": "FR"}),  # A state that the table knows.
    ],
)
def test_what_can_be_corrected(
    monday: Archive, field: str, new: str, facets: dict[str, str]
) -> None:
    assert words(monday, **facets) == []
    made = monday.correct(SHA, FIRST, field, new, by="a clerk", why="the tape says so")
    assert len(words(monday, **facets)) == 1
    assert monday.corrections(SHA) == [made]
    assert monday.check() == []
    monday.take_back(made.id, by="a clerk")
    assert words(monday, **facets) == []
    assert monday.record(SHA) == MONDAY


def test_the_old_value_is_kept_in_the_log(monday: Archive) -> None:
    made = monday.correct(SHA, FIRST, "speaker", "Ruben Harnes", by="a clerk")
    assert (made.old, made.new, made.author) == ("Ana Quill", "Ruben Harnes", "a clerk")
    assert monday.correct(SHA, FIRST, "speaker", None, by="a clerk").old == "Ruben Harnes"
    assert monday.search(Query("strait")).hits[0].speaker is None


def test_a_statement_is_rejected_and_another_added(monday: Archive) -> None:
    monday.correct(SHA, SECOND, "rejected", "yes", by="a clerk")
    assert monday.search("patience").hits == []
    spans = ((0, 15),)
    monday.correct(SHA, spans, "added", written(spans), by="a clerk")
    monday.correct(SHA, spans, "speaker", "Ana Quill", by="a clerk")
    [hit] = monday.search(Query("talks velmar", speaker="quill")).hits
    assert hit.words == "Talks in Velmar"
    assert monday.check() == []


def test_spans_are_corrected_and_the_statement_is_still_found_by_the_old_ones(
    monday: Archive,
) -> None:
    start, end = FIRST[0]
    monday.correct(SHA, FIRST, "content", f"{start} {end - 1}", by="a clerk")
    monday.correct(SHA, FIRST, "act", "warn", by="a clerk")
    [hit] = monday.search(Query("strait", act="warn")).hits
    assert hit.spans == ((start, end - 1),)


@pytest.mark.parametrize(
    ("spans", "field", "new", "message"),
    [
        (((0, 5),), "act", "warn", "there is no statement at these words"),
        (FIRST, "price", "1", "price cannot be corrected; what can is speaker"),
        (FIRST, "type", "shouted", "type cannot be “shouted”"),
        (FIRST, "stance", "much Kestria", "stance cannot be"),
        (FIRST, "content", "5 900000", "content cannot be"),
        (FIRST, "content", "5 five", "content cannot be"),
        (FIRST, "added", "", "there is a statement at these words already"),
    ],
)
def test_corrections_that_are_none(
    monday: Archive, spans: tuple, field: str, new: str, message: str
) -> None:
    with pytest.raises(ArchiveError, match=message):
        monday.correct(SHA, spans, field, new, by="a clerk")
    with pytest.raises(ArchiveError, match="the log must tell who"):
        monday.correct(SHA, FIRST, "act", "warn", by=" ")
    assert monday.corrections(SHA) == []


def test_taking_back_what_is_taken_back(monday: Archive) -> None:
    made = monday.correct(SHA, FIRST, "act", "warn", by="a clerk")
    undone = monday.take_back(made.id, by="a clerk")
    with pytest.raises(ArchiveError, match="is taken back already"):
        monday.take_back(made.id, by="a clerk")
    monday.take_back(undone.id, by="a clerk")  # It holds again.
    assert len(words(monday, act="warn")) == 1
    with pytest.raises(ArchiveError, match="there is no correction 99"):
        monday.take_back(99, by="a clerk")


def test_corrections_survive_a_newer_reading(monday: Archive) -> None:
    monday.correct(SHA, FIRST, "speaker", "Vera Talvik", by="a clerk")
    monday.correct(SHA, SECOND, "act", "praise", by="a clerk")
    # The newer engine cuts the first content shorter, and does not see the second at all.
    start, end = FIRST[0]
    [first, _] = MONDAY.attributions
    shorter = first.model_copy(update={"content": ((start, end - 1),)})
    newer = record(MONDAY.text, actor("Kestria", "state"), version="2").model_copy(
        update={"attributions": (shorter,), "statements": (), "document": MONDAY.document}
    )
    [lost] = monday.renew(newer)
    assert (lost.field, lost.spans) == ("act", SECOND)
    [hit] = monday.search("strait").hits
    assert (hit.speaker, hit.spans) == ("Vera Talvik", ((start, end - 1),))
    assert len(monday.corrections(SHA)) == 2
    assert monday.record(SHA, corrected=False) == newer
    # The old engine's reading again: both have a place.
    assert monday.renew(MONDAY) == []
    assert len(words(monday, act="praise")) == 1
    assert monday.check() == []


def test_an_old_record_stays_if_the_new_one_cannot_be_kept(monday: Archive) -> None:
    with pytest.raises(ArchiveError, match="there is no Record of the text"):
        monday.renew(FRIDAY)
    assert monday.record(SHA) == MONDAY


def test_only_what_another_engine_has_read_is_outdated(archive: Archive) -> None:
    archive.add_all([MONDAY, record(FRIDAY.text, version="2")])
    assert [d.name for d in archive.outdated("2", "sha256:0")] == ["monday.txt"]
    assert [d.name for d in archive.outdated("1", "sha256:0")] == ["a.txt"]
    assert len(list(archive.outdated("1", "sha256:1"))) == 2


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 900), st.integers(1, 90)), max_size=5))
def test_spans_are_read_as_they_are_written(pairs: list[tuple[int, int]]) -> None:
    spans = tuple((start, start + length) for start, length in pairs)
    assert read_spans(written(spans)) == spans


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_log_gives_a_sound_record_and_loses_nothing(data: st.DataObject) -> None:
    values = {
        "speaker": ["Ossel", "Vera Talvik", None], "act": ["warn", None], "rejected": ["yes"],
        "type": ["mixed", "indirect"], "stance": ["-1 Ossel", "none Ossel"],
        "content": [written(FIRST), written(SECOND), "0 15"], "topics": ["a; b", None],
    }  # fmt: skip
    log = []
    for id in range(1, data.draw(st.integers(1, 7)) + 1):
        field = data.draw(st.sampled_from(sorted(values)))
        undoes = data.draw(st.one_of(st.none(), st.integers(1, id - 1))) if id > 1 else None
        spans = data.draw(st.sampled_from([FIRST, SECOND, ((0, 15),)]))
        new = None if undoes else data.draw(st.sampled_from(values[field]))
        log.append(Corrected(id, SHA, spans, field, None, new, "x", "2031", "", undoes))
    made, lost = apply(MONDAY, log)
    assert made.text == MONDAY.text
    assert {row.id for row in lost} <= {row.id for row in standing(log)}
