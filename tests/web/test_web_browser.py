# ruff: noqa: E501 (quoted texts and scripts)
"""In a real browser: read, follow, correct by mouse and by keys, undo, code blind, compare, search."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from memcon.archive import Archive, Query
from tests.web import reader_for_web
from tests.web.conftest import Watched, embed, serving
from tests.web.web_records import hostile, readout, report

REPORT, READOUT, HOSTILE = (made().document.sha256[:12] for made in (report, readout, hostile))


@pytest.fixture
def window(watch: Callable[..., Watched], web_db: Path) -> Iterator[Watched]:
    """A window on the app without accounts."""
    with serving(web_db) as base:
        yield watch(base)


def drag(page: Any, first: str, last: str) -> None:
    """Select words in the text with the mouse, from the first of them to the last."""
    box = page.evaluate(
        """([first, last]) => {
            const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
            const place = (words) => {
                walker.currentNode = walker.root;
                while (walker.nextNode()) {
                    const at = walker.currentNode.data.indexOf(words);
                    if (at >= 0) {
                        const range = document.createRange();
                        range.setStart(walker.currentNode, at);
                        range.setEnd(walker.currentNode, at + words.length);
                        range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
                        return range;
                    }
                }
            };
            const [a, b] = [place(first), place(last)].map((range) => range.getBoundingClientRect());
            return [a.left + 1, a.top + a.height / 2, b.right - 1, b.top + b.height / 2];
        }""",
        [first, last],
    )
    page.mouse.move(box[0], box[1])
    page.mouse.down()
    page.mouse.move((box[0] + box[2]) / 2, box[3], steps=3)
    page.mouse.move(box[2], box[3], steps=3)
    page.mouse.up()


def said_by(db: Path, speaker: str) -> list[str]:
    """What search finds of a speaker's."""
    with Archive(db, embed=embed) as archive:
        return [hit.words for hit in archive.search(Query(speaker=speaker), meaning=False).hits]


def told(page: Any, words: str) -> None:
    """Wait for a message."""
    page.locator("#told", has_text=words).wait_for()


def test_a_pasted_text_is_read_and_shown(window: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.isolated.read_document", reader_for_web.read_document)
    page = window.open("/")
    page.fill("#text", "“The lamp is out,” said Ana Quill. “It is lit,” said Mira Sonde.")
    page.click("text=Read it")
    page.wait_for_url("**/documents/*")
    assert page.locator(".entry").count() == 2
    assert page.locator(".list h2").all_inner_texts()[0].strip().startswith("Ana Quill")


def test_words_and_statements_light_each_other_up(window: Watched) -> None:
    page = window.open(f"/documents/{REPORT}")
    page.locator(".entry .words", has_text="frank and useful").click()
    assert "frank and useful" in "".join(page.locator(".text .p.lit").all_inner_texts())
    page.locator(".text .p.content", has_text="We will reopen").first.click()
    assert "northern ferry" in page.locator(".entry.lit .words").first.inner_text()
    # Words inside another's words stand for the inner statement.
    page.locator(".text .p.d2", has_text="fear for their licences").click()
    assert page.locator(".entry.lit > .body .who").first.inner_text() == "fishermen"


def test_a_span_is_corrected_with_the_mouse_and_that_is_undone(
    window: Watched, web_db: Path
) -> None:
    page = window.open(f"/documents/{REPORT}")
    page.locator(".entry .words", has_text="frank and useful").click()
    drag(page, "the talks", "useful")
    page.click(".selection-tools [data-role=content]")
    told(page, "Content corrected")
    assert "the talks had been “frank and useful" in said_by(web_db, "Velmar")
    page.keyboard.press("u")
    told(page, "Taken back: the correction of the content")
    assert "that the talks had been “frank and useful”" in said_by(web_db, "Velmar")
    rows = window.open(f"/documents/{REPORT}?view=history").locator("tbody tr")
    assert rows.count() == 2


def pull(page: Any, end: str, to: str, role: str = "content", after: bool = True) -> None:
    """Drag a handle of the chosen statement to before or behind words of the text."""
    knob = page.locator(f".handle[data-end={end}][data-of={role}]")
    knob.wait_for(state="attached")
    to_x, to_y = page.evaluate(
        """([words, after]) => {
            const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + words.length);
                const box = range.getBoundingClientRect();
                return [after ? box.right : box.left, box.top + box.height / 2];
            }
        }""",
        [to, after],
    )
    bar = knob.bounding_box()
    # The knob is above the line where a span begins, and below it where one ends.
    x = bar["x"] + bar["width"] / 2
    y = bar["y"] - 3 if end == "start" else bar["y"] + bar["height"] + 3
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move((x + to_x) / 2, to_y, steps=3)
    page.mouse.move(to_x, to_y, steps=3)
    page.mouse.up()


def test_the_ends_of_a_span_are_dragged(window: Watched, web_db: Path) -> None:
    page = window.open(f"/documents/{REPORT}")
    page.locator(".entry .words", has_text="frank and useful").click()
    pull(page, "end", "“frank")
    told(page, "Content corrected")
    assert "that the talks had been “frank" in said_by(web_db, "Velmar")
    pull(page, "start", "the talks", after=False)
    page.locator(".entry.lit .words", has_text="“frank").filter(has_not_text="that").wait_for()
    assert "the talks had been “frank" in said_by(web_db, "Velmar")
    pull(page, "end", "reporters", role="cue")
    told(page, "Cue corrected")
    assert "told reporters" in page.locator(".entry.lit .particulars .cue").inner_text()


def test_dragging_is_left_with_escape(window: Watched, web_db: Path) -> None:
    page = window.open(f"/documents/{REPORT}")
    page.locator(".entry .words", has_text="frank and useful").click()
    bar = page.locator(".handle[data-end=end][data-of=content]").bounding_box()
    page.mouse.move(bar["x"] + 1, bar["y"] + bar["height"] + 3)
    page.mouse.down()
    page.mouse.move(bar["x"] - 60, bar["y"] + 5, steps=3)
    page.locator(".span-told", has_text="content of").wait_for()
    page.keyboard.press("Escape")
    page.mouse.up()
    page.locator(".span-tools").wait_for(state="hidden")
    with Archive(web_db, embed=embed) as archive:
        assert archive.corrections(report().document.sha256) == []


def test_a_span_is_corrected_by_keys_alone(window: Watched, web_db: Path) -> None:
    page = window.open(f"/documents/{REPORT}")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert "sign the fisheries treaty" in page.locator(".entry.lit .words").inner_text()
    page.keyboard.press("c")
    for _ in range(9):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowRight")
    assert (
        "“Kestria would not sign the fisheries treaty”" in page.locator(".span-told").inner_text()
    )
    page.keyboard.press("Enter")
    told(page, "Content corrected")
    assert "Kestria would not sign the fisheries treaty" in said_by(web_db, "Quill")


def test_one_key_accepts_and_one_rejects(window: Watched, web_db: Path) -> None:
    page = window.open(f"/documents/{REPORT}")
    page.keyboard.press("j")
    page.keyboard.press("a")
    told(page, "Accepted")
    assert page.locator(".entry.accepted").count() == 1
    page.keyboard.press("j")
    page.keyboard.press("x")
    told(page, "Rejected")
    assert not any("unless Ossel" in words for words in said_by(web_db, "Ana Quill"))
    page.keyboard.press("u")
    told(page, "the rejection")
    page.keyboard.press("u")
    told(page, "the acceptance")
    assert page.locator(".entry.accepted").count() == 0


def test_a_missed_statement_is_added(window: Watched, web_db: Path) -> None:
    page = window.open(f"/documents/{REPORT}")
    drag(page, "the claim that", "two trawlers")
    page.keyboard.press("n")
    told(page, "Statement added")
    page.keyboard.press("e")
    page.locator(".edit [name=speaker]").fill("Doran Velmar")
    page.locator(".edit button.primary").click()
    told(page, "Corrected: speaker")
    assert "the claim that Ossel had fired on two trawlers" in said_by(web_db, "Velmar")


def test_a_corrected_speaker_is_seen_in_search(window: Watched) -> None:
    page = window.open(f"/documents/{REPORT}")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.locator(".edit [name=speaker]").fill("Lena Orr")
    page.locator(".edit [name=target]").fill("Ossel")
    page.locator(".edit [name=polarity]").select_option("-1")
    page.locator(".edit button.primary").click()
    told(page, "Corrected: speaker, stance")
    page = window.open("/search?q=ferry&speaker=Orr")
    assert "We will reopen" in page.locator(".hit blockquote").first.inner_text()
    assert "negative" in page.locator(".hit .particulars").first.inner_text()


def test_search_narrows_down(window: Watched) -> None:
    page = window.open("/")
    page.click("nav >> text=Search")
    page.fill("#q", "fisheries treaty")
    page.keyboard.press("Enter")
    assert page.locator(".hit mark").first.inner_text() == "fisheries"
    page.locator(".facets a", has_text="Ana Quill").first.click()
    assert "speaker" in page.locator(".chosen").inner_text()
    page.fill("#name", "treaty")
    page.click("text=Keep this search")
    page.locator(".facets a", has_text="treaty").first.wait_for()


def test_two_accounts_are_compared(window: Watched) -> None:
    page = window.open(f"/documents/{REPORT}?view=accounts")
    page.locator(".roomy a", has_text="compare").click()
    assert "2 accounts compared" in page.inner_text("h1")
    link = page.locator(".columns-table a.number").first
    link.click()
    page.locator(".entry.lit").first.wait_for()


@pytest.mark.parametrize("path", ["/timeline", "/network", "/actors/person%3Aana%20quill"])
def test_charts_are_drawn(window: Watched, path: str) -> None:
    page = window.open(path)
    page.wait_for_selector("[data-drawn=yes]")
    page.wait_for_timeout(300)
    colours = page.evaluate(
        """() => {
            const counted = new Set();
            for (const canvas of document.querySelectorAll(".drawing canvas")) {
                const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
                for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 200) counted.add(data.slice(i, i + 3).join());
            }
            return counted.size;
        }"""
    )
    assert colours > 5


def test_a_hostile_document_is_text_everywhere(window: Watched) -> None:
    for path in (
        f"/documents/{HOSTILE}", f"/documents/{HOSTILE}?view=own", f"/documents/{HOSTILE}?view=stances",
        f"/documents/{HOSTILE}?view=actors", "/search?q=words", "/actors", "/topics", "/network",
        "/documents", f"/compare?text={HOSTILE}&text={REPORT}", f"/places/{HOSTILE}:0-40/citation",
        "/review", "/",
    ):  # fmt: skip
        page = window.open(path)
        page.wait_for_timeout(150)
        assert page.evaluate("window.ran") is None, path
        assert page.locator("img, main script, main svg").count() == 0, path
        assert page.locator("a[href^='javascript:']").count() == 0, path
    page = window.open(f"/documents/{HOSTILE}")
    assert "<script>window.ran='quotation'</script>" in page.inner_text("#text")
    assert "⟨U+202E⟩" in page.inner_text("#text")
    assert "{{ 7 * 7 }}" in page.inner_text("#text")


def test_a_selection_behind_a_spelt_character_is_counted_right(
    window: Watched, web_db: Path
) -> None:
    page = window.open(f"/documents/{HOSTILE}")
    page.locator(".entry .words", has_text="would run").click()
    drag(page, " would run, see", "see")
    page.keyboard.press("c")
    told(page, "Content corrected")
    assert "would run, see" in said_by(web_db, "Doran Velmar")
