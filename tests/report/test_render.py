import pytest

from memcon.record import Record
from memcon.report import FORMATS, render


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_text_that_ends_in_a_line_break_and_is_the_same_each_time(format, talks):
    out = render(talks, format)
    assert out.endswith("\n")
    assert out == render(talks, format)
    out.encode("utf-8")


@pytest.mark.parametrize("format", ["csv", "html", "md"])
def test_a_lone_surrogate_in_the_text_can_be_written(format, said):
    record = said("a \ud800 b")
    assert "⟨U+D800⟩" in render(record, format).encode("utf-8").decode()


def test_the_json_reads_back(talks):
    assert Record.from_json(render(talks, "json"), talks.text) == talks


def test_an_unknown_format_is_refused(talks):
    with pytest.raises(ValueError, match="no format 'doc'; use one of csv, html, json, md"):
        render(talks, "doc")
