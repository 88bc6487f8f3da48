import csv
import io

import pytest

from memcon.report import render
from memcon.report.table import HEADER, guarded, rows


def test_one_row_an_attribution(talks):
    first, _, third = (dict(zip(HEADER, row, strict=True)) for row in rows(talks))
    assert first == {
        "document": "talks.txt", "id": "a1", "parent": "", "type": "direct",
        "speaker": "Dara Quill", "addressee": "",
            "source": "Dara Quill, the harbour minister,", "cue": "said",
        "content": "“The lamps stay lit,” … “Every night.”", "source_spans": "22 55",
        "cue_spans": "56 60", "content_spans": "0 21;62 76", "line": 1, "confidence": 0.9,
        "act": "", "stance": "", "topic": "",
    }  # fmt: skip
    assert (third["parent"], third["speaker"], third["line"]) == ("a2", "", 3)
    assert third["addressee"] == "Dara Quill"


def test_the_csv_reads_back_as_the_rows(talks):
    header, *read = csv.reader(io.StringIO(render(talks, "csv"), newline=""))
    assert tuple(header) == HEADER
    assert read == [[str(value) for value in row] for row in rows(talks)]


@pytest.mark.parametrize("words", ["=cmd()", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(words, said):
    assert guarded(words) == "'" + words
    (row,) = csv.DictReader(io.StringIO(render(said(words, name=words), "csv"), newline=""))
    assert row["document"] == row["speaker"] == row["content"] == "'" + words


def test_other_words_stay_as_they_are(said):
    words = 'a "b", c\r\nd\x00 😀 \u202e – 2=2'
    (row,) = csv.DictReader(io.StringIO(render(said(words), "csv"), newline=""))
    assert row["content"] == words


def test_a_lone_surrogate_can_be_written(said):
    assert "a⟨U+D800⟩b" in next(rows(said("a\ud800b")))


def test_a_record_without_attributions_is_a_header(empty):
    assert render(empty, "csv") == ",".join(HEADER) + "\r\n"
