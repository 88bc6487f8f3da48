"""How pages look and are reached: axe finds nothing serious, nothing runs over the edge.

With MEMCON_SCREENSHOTS naming a folder, each page is kept there at two widths, light and dark.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.web.conftest import Watched, serving
from tests.web.web_records import readout, report

REPORT, READOUT = (made().document.sha256[:12] for made in (report, readout))
AXE = Path(__file__).with_name("axe") / "axe.min.js"
PAGES = {
    "start": "/", "documents": "/documents", "document": f"/documents/{REPORT}",
    "own-words": f"/documents/{REPORT}?view=own", "stances": f"/documents/{REPORT}?view=stances",
    "history": f"/documents/{REPORT}?view=history", "search": "/search?q=ferry", "actors": "/actors",
    "actor": "/actors/person%3Aana%20quill", "compare": f"/compare?text={REPORT}&text={READOUT}",
    "timeline": "/timeline", "network": "/network", "topics": "/topics", "review": "/review",
    "codings": "/codings", "settings": "/settings", "api": "/api",
}  # fmt: skip


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_page(watch: Callable[..., Watched], web_db: Path, width: int, colours: str) -> None:
    kept = os.environ.get("MEMCON_SCREENSHOTS")
    with serving(web_db) as base:
        window = watch(base, viewport={"width": width, "height": 860}, color_scheme=colours)
        for name, path in PAGES.items():
            page = window.open(path)
            if page.locator("[data-chart], [data-graph]").count():
                page.wait_for_selector("[data-drawn=yes]")
            if kept:
                Path(kept).mkdir(parents=True, exist_ok=True)
                page.screenshot(path=str(Path(kept) / f"web-{name}-{width}-{colours}.png"))
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
            page.evaluate(AXE.read_text(encoding="utf-8"))
            found = page.evaluate(
                "axe.run(document, {resultTypes: ['violations'], "
                "runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})"
            )
            serious = [
                (v["id"], v["nodes"][0]["html"])
                for v in found["violations"]
                if v["impact"] in ("serious", "critical")
            ]
            assert serious == [], name
