"""Web pages: blocks stand apart, items are numbered as browsers number them, no loose words are lost."""

from __future__ import annotations

import pytest

from memcon.sources.page.html import read_html

SAID = "Ms Lorenz met the envoy in Corran on Tuesday and spoke for an hour."


def text(body: str) -> str:
    page = f"<html><head><meta charset='utf-8'></head><body><article>{body}</article></body></html>"
    return read_html("a.html", page.encode()).text


def test_an_empty_line_between_blocks_none_between_items_and_behind_their_stem() -> None:
    listed = "<ul><li>to meet;</li><li>to <b>talk</b>.</li></ul>"
    assert text(f"<h1>Talks</h1><p>{SAID}</p><p>They agreed</p>{listed}<p>They left.</p>") == (
        f"Talks\n\n{SAID}\n\nThey agreed\n- to meet;\n- to talk.\n\nThey left."
    )
    assert text(f"<p>{SAID}</p>{listed}") == f"{SAID}\n\n- to meet;\n- to talk."


def test_one_break_ends_a_line_two_a_paragraph() -> None:
    assert text(f"<p>{SAID}<br>Then they<br/><br/>left the <b>room</b><br><br><br>again.</p>") == (
        f"{SAID}\nThen they\n\nleft the room\n\nagain."
    )


@pytest.mark.parametrize("tag", ["div", "td", "center", "section"])
def test_loose_words_before_breaks(tag: str) -> None:
    body = f"<{tag}>{SAID}<br><br>Mr Faber <i>said</i> no.<p>He left.</p>At noon.</{tag}>"
    body = f"<table><tr>{body}</tr></table>" if tag == "td" else body
    assert text(body) == f"{SAID}\n\nMr Faber said no.\n\nHe left.\n\nAt noon."


@pytest.mark.parametrize(
    ("attributes", "numbers"),
    [
        ("", ["1.", "2.", "3."]),
        ("start='7'", ["7.", "8.", "9."]),
        ("type='a'", ["a.", "b.", "c."]),
        ("type='I' start='3'", ["III.", "IV.", "V."]),
        ("start='x'", ["1.", "2.", "3."]),
    ],
)
def test_numbers_of_ordered_lists(attributes: str, numbers: list[str]) -> None:
    items = "<li>Ossel signs.</li><li><p>Kestria waits.</p></li><li><b>Velmar</b> asks.</li>"
    told = text(f"<p>{SAID}</p><ol {attributes}>{items}</ol>").split("\n")[2:]
    assert told == [
        f"{numbers[0]} Ossel signs.", f"{numbers[1]} Kestria waits.", f"{numbers[2]} Velmar asks.",
    ]  # fmt: skip


def test_numbers_that_the_page_writes_itself() -> None:
    items = "<li>1. Ossel signs.</li><li>2.1 Kestria waits.</li>"
    assert text(f"<p>{SAID}</p><ol>{items}</ol>").endswith("1. Ossel signs.\n2.1 Kestria waits.")
    items = "<ol style='list-style: none'><li>Ossel signs.</li></ol>"
    assert text(f"<p>{SAID}</p>{items}").endswith("\n\n- Ossel signs.")
    assert text(f"<p>{SAID}</p><ol><li value='5'>Ossel signs.</li></ol>").endswith(
        "5. Ossel signs."
    )


def test_who_is_quoted_stays_with_the_quotation() -> None:
    block = "<blockquote><p>“Never late.”</p><cite>Jon Ottarsen</cite></blockquote>"
    assert text(f"<p>{SAID}</p>{block}<p>He left.</p>") == (
        f"{SAID}\n\n“Never late.”\n— Jon Ottarsen\n\nHe left."
    )


@pytest.mark.parametrize("room", ["\u2003", "&emsp;", "&nbsp;&nbsp; ", " &#8195; "])
def test_wide_room_behind_a_name(room: str) -> None:
    assert text(f"<p>{SAID}</p><p>LORENZ{room}We met.{room}</p>") == f"{SAID}\n\nLORENZ  We met."


@pytest.mark.parametrize("inside", ["<br>", "<br><br>a", "<ol><li>", "<p><br><br>"])
def test_elements_without_end(inside: str) -> None:
    assert SAID in text(f"<p>{SAID}</p>" + inside * 8_000)
