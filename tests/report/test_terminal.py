import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from memcon.report import print_report


def shown(record, width=80):
    out = io.StringIO()
    print_report(record, Console(file=out, width=width, force_terminal=False))
    return out.getvalue()


def test_the_whole_report(talks):
    assert shown(talks) == (
        "talks.txt\n"
        "report · language en\n"
        "3 attributions: 1 direct, 2 indirect · 1 speaker · 1 of low confidence\n"
        "\n"
        "The meeting\n"
        "Participants  Dara Quill\n"
        "Place         the Lamp Room\n"
        "Gifts         a wick; a map\n"
        "\n"
        "Dara Quill · harbour minister, XK\n" + "─" * 80 + "\n"
        "\n"
        " a1  “The lamps stay lit,” … “Every night.”\n"
        "     cue “said” · source “Dara Quill, the harbour minister,” · direct\n"
        "     line 1, characters 0–76\n"
        "\n"
        " a2  that the keeper had warned her that fog was near\n"
        "     cue “added” · source “She” · indirect · line 3, characters 88–136\n"
        "\n"
        "     a3? the keeper\n"
        "         that fog was near\n"
        "         cue “had warned” · to Dara Quill · indirect\n"
        "         line 3, characters 119–136 · ? low confidence (0.40)\n"
        "\n"
        "Actors\n" + "─" * 80 + "\n"
        " p1  Dara Quill · XK · harbour minister (beside the name, line 1)\n"
        "     named once, by title once (“the harbour minister”), by pronoun once\n"
        "     first in line 1\n"
        "\n"
        "Characters are counted from 0, the end not included.\n"
    )


@pytest.mark.parametrize("width", [24, 40, 80, 120])
def test_no_line_is_wider_than_the_console_or_ends_in_blanks(said, width):
    words = "a fairly long sentence about lamps, 灯台の光, and fog " * 9 + "x" * 150
    for row in shown(said(words, name=words), width).splitlines():
        assert cell_len(row) <= width
        assert row == row.rstrip()


def test_long_words_are_wrapped_and_none_is_lost(said):
    words = " ".join(f"word{i}" for i in range(500))
    assert " ".join(shown(said(words, name="Pell")).split()).count(words) == 2  # title and content


def test_words_of_the_document_are_only_words(malice):
    out = shown(malice, 200)
    assert "[bold]red[/bold]" in out
    assert "⟨U+202E⟩evil" in out
    assert "⟨U+001B⟩[31m😀" in out
    assert "\x1b" not in out and "\u202e" not in out


def test_colour_adds_nothing_that_the_plain_report_lacks(talks):
    coloured = Console(
        file=io.StringIO(), width=80, record=True, force_terminal=True, color_system="standard"
    )
    print_report(talks, coloured)
    assert "\x1b[" in coloured.file.getvalue()
    assert coloured.export_text() == shown(talks)


def test_a_terminal_that_is_not_utf8_gets_what_it_can_show(said):
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    print_report(
        said("“Ahoj – ž”", type="direct"), Console(file=out, width=60, force_terminal=False)
    )
    out.flush()
    assert b'"Ahoj - \\u017e"' in raw.getvalue()


def test_a_record_without_attributions_says_so(empty):
    assert shown(empty) == "empty.txt\nNo attributions found\n"
