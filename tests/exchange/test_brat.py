"""brat has no reader on PyPI, so what is written is parsed here once more, by its documentation."""

import re
from pathlib import Path

import pytest
from generated_records import records
from hypothesis import HealthCheck, given, settings

from memcon.exchange import brat, brat_reading
from memcon.exchange.errors import ExchangeError
from memcon.record import Meeting, Record

ROUND_TRIPS = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))


def carried(record: Record) -> dict:
    """All of a Record but for what brat has no place for."""
    return {
        part: getattr(record, part) for part in ("attributions", "actors", "statements", "events")
    }


def check_lines(text: str, annotations: str) -> dict[str, str]:
    """What brat's server asks of each line; the type of each annotation."""
    types: dict[str, str] = {}
    lines = annotations.removesuffix("\n").split("\n") if annotations else []
    for line in lines:
        key, data, *tail = line.split("\t", 2)
        assert key == "*" or key not in types, "an id comes once"
        types[key] = data.partition(" ")[0]
        if key[0] == "T":
            assert re.fullmatch(r"[\w-]+ \d+ \d+(;\d+ \d+)*", data), data
            spans = [tuple(map(int, pair.split())) for pair in data.partition(" ")[2].split(";")]
            ends = [0]
            for start, end in spans:
                assert ends[-1] <= start <= end <= len(text)
                ends.append(end)
            assert tail == [" ".join(text[a:b] for a, b in spans)], (
                "the words are those of the text"
            )
    for line in lines:
        key, data, *_ = line.split("\t", 2)
        if key[0] == "E":
            assert re.fullmatch(r"[\w-]+:T\d+( [A-Za-z]+\d*:[TE]\d+)*", data), data
            type, _, trigger = data.split(" ")[0].partition(":")
            assert types[trigger] == type, "a trigger has the type of its event"
            assert all(a.partition(":")[2] in types for a in data.split(" ")[1:])
        elif key[0] == "A":
            assert re.fullmatch(r"[A-Z]\w+ [TE]\d+ \S+", data), data
        elif key[0] == "N":
            assert re.fullmatch(r"Reference T\d+ [^\s:]+:\S+", data), data
        elif key[0] == "#":
            assert re.fullmatch(r"(AnnotatorNotes|Spans) [TE]\d+", data), data
    return types


@ROUND_TRIPS
@given(records(line_ends=False))
def test_what_brat_carries_comes_back_equal(record: Record):
    text, annotations = brat.standoff(record)
    assert text == record.text
    check_lines(text, annotations)
    assert carried(brat_reading.parse(text, annotations, "a.txt")) == carried(record)


@settings(ROUND_TRIPS, max_examples=25)
@given(records())
def test_line_ends_become_lf_and_the_words_stay(record: Record):
    text, annotations = brat.standoff(record)
    check_lines(text, annotations)
    assert text == record.text.replace("\r\n", "\n")


def test_a_discontinuous_quotation(talks: Record):
    text, annotations = brat.standoff(talks)
    check_lines(text, annotations)
    assert "\tAttribution 0 23;70 84\t“The lamps 𝔏 stay lit,” “Every night.”\n" in annotations
    # Behind two CRLF that became LF; brat shows nothing that runs over a line end.
    assert re.search(r"\tAttribution \d+ \d+;\d+ \d+\tthat fog was near\n", annotations)
    assert "\tReference T1 wikidata:Q0\tDara Quill\n" in annotations
    assert "*\tEquiv T1 T2 T3\n" in annotations
    read = brat_reading.parse(text, annotations, "talks.txt")
    assert read.words(read.attributions[2].content) == "that\nfog was near"
    assert read.attributions[2].parent == "a2"
    assert read.statements == tuple(
        s.model_copy(update={"stances": r.stances})
        for s, r in zip(talks.statements, read.statements, strict=True)
    )


def test_a_folder_of_documents_is_read_back(tmp_path: Path, talks: Record, empty: Record):
    assert brat.write([talks, empty, talks], tmp_path) == 3
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "annotation.conf", "empty.ann", "empty.txt", "talks-2.ann", "talks-2.txt", "talks.ann",
        "talks.txt",
    ]  # fmt: skip
    names = [record.document.name for record in brat_reading.read(tmp_path)]
    assert names == ["empty.txt", "talks-2.txt", "talks.txt"]
    (one,) = brat_reading.read(tmp_path / "talks.ann")
    assert [a.id for a in one.attributions] == ["a1", "a2", "a3"]


def test_an_actor_without_mentions_is_left_out(talks: Record):
    unseen = talks.actors[1].model_copy(update={"mentions": (), "forms": ()})
    record = talks.model_copy(update={"actors": (talks.actors[0], unseen, talks.actors[2])})
    read = brat_reading.parse(*brat.standoff(record), "talks.txt")
    assert [actor.id for actor in read.actors] == ["p1", "p3"]
    assert read.attributions[2].speaker is None


def test_annotations_of_another_tool_are_read():
    text = "Ossel said it waits."
    lines = (
        "T1\tAttribution 11 19\tit waits\nT2\tSource 0 5\tOssel\nT3\tCue 6 10\tsaid\n"
        "T4\tState 0 5\tOssel\nE1\tAttribution:T1 Source:T2 Cue:T3 Speaker:T4\n"
        "#1\tAnnotatorNotes E1\tis this right?\n"
    )
    record = brat_reading.parse(text, lines, "a.txt")
    (attribution,) = record.attributions
    assert (attribution.content, attribution.speaker, attribution.type) == (
        ((11, 19),), "p1", "indirect",
    )  # fmt: skip
    assert record.actors[0].name == "Ossel"
    assert record.statements == ()
    assert record.meeting == Meeting()


def test_words_all_in_quotation_marks_are_direct_where_nobody_says_how_they_are_told():
    text = "“It waits,” said Ossel. It was “not ripe”, Ossel said."
    lines = (
        "T1\tAttribution 0 11\t“It waits,”\nT2\tCue 12 16\tsaid\nE1\tAttribution:T1 Cue:T2\n"
        "T3\tAttribution 24 41\tIt was “not ripe”\nT4\tCue 49 53\tsaid\nE2\tAttribution:T3 Cue:T4\n"
    )
    record = brat_reading.parse(text, lines, "a.txt")
    assert [a.type for a in record.attributions] == ["direct", "mixed"]


@pytest.mark.parametrize("counted", [0, 1])
def test_byte_order_marks_are_read_as_if_they_were_not_there(tmp_path: Path, counted: int):
    # brat's server counts the mark of a text as its first character; other programs do not.
    lines = f"T1\tAttribution {11 + counted} {19 + counted}\tit waits\nE1\tAttribution:T1\n"
    (tmp_path / "a.txt").write_text("Ossel said it waits.", "utf-8-sig")
    (tmp_path / "a.ann").write_text(lines, "utf-8-sig")
    (record,) = brat_reading.read(tmp_path)
    assert record.words(record.attributions[0].content) == "it waits"


@pytest.mark.parametrize(
    ("line", "problem"),
    [("nonsense", "line 1"), ("T1\tCue x 3\tabc", "line 1"), ("X1\tCue 0 3\tabc", "begins no"),
     ("T1\tAttribution 0 99\tabc\nE1\tAttribution:T1", "ends behind the text"),
     ("E1\tAttribution:T9", "T9")],
)  # fmt: skip
def test_broken_annotations_are_refused(line: str, problem: str):
    with pytest.raises(ExchangeError, match=problem):
        brat_reading.parse("abc def", line, "a.txt")


def test_both_files_are_needed(tmp_path: Path):
    (tmp_path / "a.ann").write_text("")
    with pytest.raises(ExchangeError, match=r"a.txt: there is no such file"):
        list(brat_reading.read(tmp_path))
    with pytest.raises(ExchangeError, match=r"no .ann file"):
        list(brat_reading.read(tmp_path.parent / tmp_path.name / ".."))
