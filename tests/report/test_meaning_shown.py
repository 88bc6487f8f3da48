"""The whole report of statements, stances and events, in each form."""

import csv
import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console

from memcon.report import print_report, render
from tests.report.meant import meant
from tests.report.test_page import Page


def shown(record, width=70):
    out = io.StringIO()
    print_report(record, Console(file=out, width=width, force_terminal=False))
    return out.getvalue()


def test_the_terminal_tells_acts_limits_stances_and_events():
    rule = "─" * 70 + "\n"
    assert shown(meant()).startswith(
        "talks.txt\n"
        "4 attributions: 1 direct, 3 indirect · 2 speakers\n"
        "\n"
        "Who stands how towards whom\n" + rule + "Dara Quill\n"
        "  towards Ossel\n"
        "    positive 1: a1 “praised”\n"
        "Jonas Talvik\n"
        "  towards Velmar\n"
        "    negative 1: a4? “no trust”\n"
        "  neutral towards Ossel 1: a4\n"
        "\n"
        "Dara Quill\n" + rule + "\n"
        " a1  praised: Ossel for its lamps\n"
        "     towards Ossel: positive (“praised”)\n"
        "     about lamps · cue “praised” · source “She” · indirect\n"
        "     line 1, characters 46–65\n"
        "\n"
        " a2  refused, except “for the night watch”\n"
        "     talks on the pilots, except for the night watch\n"
        "     about pilots, night watch · cue “refused” · source “She”\n"
        "     indirect · line 1, characters 78–125\n"
        "\n"
        " a3  promised, if “the fog lifts”, bound by “will [all] pay”\n"
        "     “If the fog lifts, we will [all] pay,”\n"
        "     in brackets: “[all]”\n"
    )
    assert (
        "Events told\n" + rule + " e1  Dara Quill consulted with Jonas Talvik\n"
        "     “received” · told by the narrator · CONSULT, verbal, occurred\n"
        "     line 1, characters 11–19\n"
    ) in shown(meant())


@pytest.mark.parametrize("width", [20, 24, 40, 80, 120])
def test_no_line_is_wider_than_the_console(width):
    for row in shown(meant(), width).splitlines():
        assert cell_len(row) <= max(width, 20)
        assert row == row.rstrip()


def test_colour_adds_nothing():
    coloured = Console(
        file=io.StringIO(), width=70, record=True, force_terminal=True, color_system="standard"
    )
    print_report(meant(), coloured)
    assert "\x1b[" in coloured.file.getvalue()
    assert coloured.export_text() == shown(meant())


def test_an_ascii_terminal_gets_all_of_it():
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    print_report(meant(), Console(file=out, width=70, force_terminal=False))
    out.flush()
    assert b'refused, except "for the night watch"' in raw.getvalue()


def test_links_of_the_page_lead_somewhere_and_its_ids_are_used_once():
    page = Page(render(meant(), "html"))
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert all(attrs["href"][1:] in ids for attrs in page.named("a"))


def test_the_table_has_act_stance_and_topic_at_its_end():
    reader = csv.DictReader(io.StringIO(render(meant(), "csv"), newline=""))
    rows = [(row["act"], row["stance"], row["topic"]) for row in reader]
    assert rows == [
        ("praise", "Ossel: positive", "lamps"),
        ("refuse", "", "pilots; night watch"),
        ("promise", "", ""),
        ("state", "Velmar: negative; Ossel: neutral", ""),
    ]


def test_malicious_words_stay_words_in_all_that_is_told():
    evil = '=cmd|"</style><script>*x*\u202e'
    record = meant()
    actors = tuple(actor.model_copy(update={"name": evil}) for actor in record.actors)
    statements = tuple(s.model_copy(update={"topics": (evil,)}) for s in record.statements)
    events = tuple(e.model_copy(update={"place": evil}) for e in record.events)
    bad = record.model_copy(update={"actors": actors, "statements": statements, "events": events})
    html, md, table = render(bad, "html"), render(bad, "md"), render(bad, "csv")
    assert len(Page(html).named("script")) == 1 and len(Page(html).named("style")) == 1
    assert "<script>" not in md and not re.search(r"(?<!\\)\*x", md)
    for text in (html, md, shown(bad)):
        assert "\u202e" not in text
    (first, *_) = csv.DictReader(io.StringIO(table, newline=""))
    assert first["topic"].startswith("'=") and first["stance"].startswith("'=")
