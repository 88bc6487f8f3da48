"""Web pages: what a browser shows by elements, in the words and blocks of the text."""

from __future__ import annotations

import pytest

from memcon.sources.labels import meant_by
from memcon.sources.page.html import read_html


def lines(body: str) -> list[str]:
    page = f"<html><head><meta charset='utf-8'></head><body><article>{body}</article></body></html>"
    # Empty lines part blocks; test_page_text.py is about them.
    return list(filter(None, read_html("a.html", page.encode()).text.split("\n")))


FIRST = "<p>Ms Lorenz met the envoy in Corran on Tuesday and spoke for an hour.</p>"
SAID = "Ms Lorenz met the envoy in Corran on Tuesday and spoke for an hour."


def test_a_quotation_in_a_line_has_the_marks_that_a_browser_shows() -> None:
    assert lines(FIRST + "<p>He said: <q>They will be <b>paid</b> in full.</q> So it was.</p>") == [
        SAID,
        "He said: “They will be paid in full.” So it was.",
    ]


def test_quotations_in_quotations() -> None:
    found = lines(FIRST + "<p><q>He said <q>never</q>, and left,</q> she said.</p>")
    assert found[1] == "“He said ‘never’, and left,” she said."


def test_marks_that_the_page_sets_itself_are_not_doubled() -> None:
    assert lines(FIRST + "<p>He said <q>“never”</q>.</p>")[1] == "He said “never”."


def test_a_block_quotation_has_marks_where_the_page_shows_nothing_else_by_them() -> None:
    block = "<blockquote><p>We were paid.</p><p>Always.</p></blockquote>"
    assert lines(FIRST + block)[1:] == ["“We were paid.", "“Always.”"]
    assert lines(FIRST + block + '<script>load("it")</script>')[1:] == [
        "“We were paid.",
        "“Always.”",
    ]
    assert lines(FIRST + "<p>“No,” he said.</p>" + block)[2:] == ["We were paid.", "Always."]
    assert lines(FIRST + "<blockquote>Never <b>late</b></blockquote>")[1:] == ["“Never late”"]


@pytest.mark.parametrize(
    "block",
    [
        "<blockquote><p>“Never late.”</p><cite>Jon Ottarsen, pilot</cite></blockquote>",
        "<blockquote>“Never late.”<footer>— <cite>Jon Ottarsen, pilot</cite></footer></blockquote>",
        "<figure><blockquote><p>“Never late.”</p></blockquote><figcaption>Jon Ottarsen, pilot"
        "</figcaption></figure>",
        "<blockquote><p>“Never late.”</p><p>– Jon Ottarsen, pilot</p></blockquote>",
        "<blockquote>“Never late.”<br>— Jon Ottarsen, pilot</blockquote>",
        # With its source, a block is a quotation, whatever else is in marks on the page.
        "<blockquote><p>Never late.</p><cite>Jon Ottarsen, pilot</cite></blockquote>",
        "<blockquote>Never late.<br>— Jon Ottarsen, pilot</blockquote>",
        "<figure><blockquote><p>Never late.</p></blockquote><figcaption>Jon Ottarsen, pilot"
        "</figcaption></figure>",
    ],
)
@pytest.mark.parametrize("before", ["", "<p>“No,” he said.</p>"])
def test_who_is_quoted_stands_in_a_line_of_its_own(before: str, block: str) -> None:
    assert lines(before + FIRST + block + "<p>End of it.</p>")[1 + bool(before) :] == [
        "“Never late.”",
        "— Jon Ottarsen, pilot",
        "End of it.",
    ]


def test_a_title_that_is_cited_in_a_quotation_stays_in_it() -> None:
    block = "<blockquote><p>“I read <cite>The Courier</cite> daily.”</p></blockquote>"
    assert lines(FIRST + block)[1:] == ["“I read The Courier daily.”"]


@pytest.mark.parametrize(
    "block",
    [
        "<blockquote><p>Never late.</p><p>- and never early.</p><p>So it went on.</p></blockquote>",
        "<blockquote><p>The offer stands.<br>It will not be made again.</p></blockquote>",
        f"<blockquote><p>Never late.</p><p>— {'It went on and on. ' * 10}</p></blockquote>",
    ],
)
def test_words_that_go_on_are_nobodys_name(block: str) -> None:
    found = lines("<p>“No,” he said.</p>" + FIRST + block)[2:]
    assert not any(line.startswith(("— Never", "“Never", "“The offer")) for line in found)


def test_captions() -> None:
    found = lines(FIRST + "<figure><img src='a.png'><figcaption>The <b>light</b> of Corran</figcaption>"
                  "</figure><p>End.</p>")  # fmt: skip
    assert found == [SAID, "The light of Corran", "End."]


def test_words_are_not_cut() -> None:
    found = lines(FIRST + "<p>Before <nobr>1 July</nobr> the har<wbr>bour in&shy;vesti\u00adgates "
                  "mo\u200bre.</p>")  # fmt: skip
    assert found[1] == "Before 1 July the harbour investigates more."


LAID = """<html><body><table><tr><td><a href="/">Home</a> <a href="/archive">Archive</a></td>
<td><h1>Remarks</h1><p>Ms Lorenz met the envoy of <i>Kestria</i> in Corran and spoke for an hour.</p>
<p>The pilots would <i>not</i> strike before <nobr>1 July</nobr>, unless he withdrew the offer.</p>
</td></tr></table></body></html>"""


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    assert read_html("a.html", LAID.encode()).text.split("\n\n")[-2:] == [
        "Ms Lorenz met the envoy of Kestria in Corran and spoke for an hour.",
        "The pilots would not strike before 1 July, unless he withdrew the offer.",
    ]
    assert "Archive" not in read_html("a.html", LAID.encode()).text


def test_a_table_of_data_stays_one() -> None:
    data = "<table><tr><th>State</th><th>Votes</th></tr><tr><td>Ossel</td><td>7</td></tr></table>"
    assert any("Ossel" in line and "7" in line for line in lines(FIRST + data))


def test_encodings_mean_what_browsers_take_them_for() -> None:
    page = "<html><head><meta charset=iso-8859-1></head><body><p>“No,” she said – café.</p></body></html>"
    document = read_html("a.html", page.encode("cp1252"))
    assert (document.text, document.encoding) == ("“No,” she said – café.", "cp1252")
    assert [meant_by(label) for label in ("Latin1", "us-ascii", "GB2312", "x-sjis", "utf-16le")] == [
        "cp1252", "cp1252", "gb18030", "cp932", "utf-8",
    ]  # fmt: skip
    assert meant_by("no-such") == "no-such"


@pytest.mark.parametrize("element", ["blockquote", "q", "table><tr><td", "figure><figcaption"])
def test_elements_in_each_other_without_end(element: str) -> None:
    nested = f"<{element}>" * 15_000
    assert SAID in " ".join(lines(FIRST + nested + "deep"))
