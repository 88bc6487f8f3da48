"""A newcomer's first minutes, with memcon's own engine: paste, read, correct a speaker, find it again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.web.conftest import Watched, serving

TEXT = """Foreign Minister Ana Quill of Kestria received the Foreign Minister of Ossel, Doran Velmar, in \
Talvik on 4 May 2022.

“We will reopen the harbour of Talvik before the winter,” Quill said after the talks.

Velmar told reporters that Ossel would withdraw its patrol boats from the strait.
"""


def test_a_pasted_text_is_read_corrected_and_found(
    watch: Callable[..., Watched], tmp_path: Path
) -> None:
    # Nothing stands in for anything: an archive that is not there yet, the model, its vectors.
    with serving(tmp_path / "new.db", embed=None) as base:
        window = watch(base)
        page = window.open("/")
        page.fill("#text", TEXT)
        page.click("text=Read it")
        page.wait_for_url("**/documents/*")
        harbour = page.locator(".entry", has_text="reopen the harbour of Talvik")
        assert "Quill" in page.locator(".voice", has=harbour).locator("h2").inner_text()
        boats = page.locator(".entry", has_text="withdraw its patrol boats")
        assert "Velmar" in page.locator(".voice", has=boats).locator("h2").inner_text()

        boats.locator(".words").click()
        page.keyboard.press("e")
        page.fill(".edit [name=speaker]", "Mira Sonde")
        page.click(".edit button.primary")
        page.locator("#told", has_text="Corrected: speaker").wait_for()

        page = window.open("/search?q=patrol+boats&speaker=Sonde")
        assert "withdraw its patrol boats" in page.locator(".hit blockquote").inner_text()
        page = window.open("/search?q=patrol+boats&speaker=Velmar")
        assert page.locator(".hit").count() == 0
